"""Verdicts as a sheet: each quotation of a text as found, altered or absent, with the sentence of the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sayso.api.notebook.markup import escaped, isolated, linked, shortened
from sayso.api.sheet.margin import UNNAMED
from sayso.api.sheet.sheet import masthead, sheet

WORDS: Final = {
    "verbatim": "found, word for word",
    "nearly": "found, with differences",
    "alike": "a sentence with like words",
    "absent": "not in these articles",
}
_TONES: Final = {"verbatim": "verbatim", "nearly": "nearly", "alike": "nearly", "absent": "absent"}
_LONGEST: Final = 1_200
_NAME: Final = 160


def verdict_sheet(told: Mapping[str, Any]) -> str:
    """Return the sheet of an answer of `verify`, with its `text`; whatever it holds is text there."""
    claims = told["claims"]
    counts = [
        f'<span class="figure">{told["counts"][verdict]}</span> {words}'
        for verdict, words in WORDS.items()
        if told["counts"].get(verdict)
    ]
    head = masthead(["Quotations checked"], f"{len(claims)} claims of who said what", counts)
    findings = "".join(_finding(claim, number) for number, claim in enumerate(claims, 1))
    left = f'<p class="facts">{told["left"]} more were not looked for.</p>' if told["left"] else ""
    text = f'<details><summary>The text</summary><p class="prose original">{_original(told)}</p></details>'
    return sheet("Quotations checked", f"{head}<main>{findings}{left}{text}</main>")


def speakers_of(refs: list[Mapping[str, Any]]) -> str:
    """Return names of speakers, "not named" for none."""
    return ", ".join(str(ref["name"]) for ref in refs) or UNNAMED


def warning(match: Mapping[str, Any]) -> str:
    """Say what a reader has to know of a match before anything else; "" for nothing."""
    if match["sameSpeaker"] is False:
        return "said by another"
    if match["form"] == "indirect" and match["verdict"] == "verbatim":
        return "the article tells it in its own words"
    if any(one["grave"] for one in match["differences"]):
        return "a negation, a number or a word of degree differs"
    return ""


def _finding(claim: Mapping[str, Any], number: int) -> str:
    tone = _TONES[claim["verdict"]]
    marks = ("“", "”") if claim["kind"] == "quotation" else ("", "")
    hanging = ' class="hanging"' if marks[0] else ""
    words = shortened(claim["words"], _LONGEST)
    given = f"the text gives it to {isolated(speakers_of(claim['speakers']))}" if claim["speakers"] else ""
    matches = "".join(_match(match, claim["kind"]) for match in claim["matches"])
    return (
        f'<section class="finding {tone}" id="q{number}"><a class="number" href="#t{number}">{number}</a> '
        f'<span class="chip">{escaped(WORDS[claim["verdict"]])}</span> <span class="facts">{given}</span>'
        f'<blockquote{hanging} dir="auto">{marks[0]}{escaped(words)}{marks[1]}</blockquote>{matches}</section>'
    )


def _match(match: Mapping[str, Any], kind: str) -> str:
    article = match["article"]
    where = shortened(str(article["title"] or article["identifier"] or article["id"]), _NAME)
    told = [f"<strong>{isolated(shortened(speakers_of(match['speakers']), _NAME))}</strong>"]
    told += [linked(str(article["url"]), where) if article["url"] else isolated(where)]
    told += [isolated(str(value)) for value in (article["source"], match["day"]) if value]
    warned = f' <span class="chip against">{escaped(warning(match))}</span>' if warning(match) else ""
    differing = f"<p>{_differences(match)}</p>" if match["differences"] and kind == "quotation" else ""
    return (
        f'<div class="evidence"><p>{" · ".join(told)}{warned}</p>'
        f'<p class="sentence" dir="auto">{_sentence(match)}</p>{differing}</div>'
    )


def _sentence(match: Mapping[str, Any]) -> str:
    sentence, (start, end) = str(match["sentence"]), match["mark"]
    if len(sentence) > 4 * _LONGEST:
        return isolated(shortened(sentence[start:end], 4 * _LONGEST))
    marked = f"<mark>{escaped(sentence[start:end])}</mark>"
    return f"{escaped(sentence[:start])}{marked}{escaped(sentence[end:])}"


def _differences(match: Mapping[str, Any]) -> str:
    told = []
    for one in match["differences"]:
        ours, theirs = (shortened(one[name], 240) for name in ("ours", "theirs"))
        gone = f"<ins>{isolated(theirs)}</ins>" if theirs else ""
        put = f"<del>{isolated(ours)}</del>" if ours else ""
        told.append(f"{escaped(one['kind'])}: {' → '.join(filter(None, (put, gone)))}")
    return "; ".join(told)


def _original(told: Mapping[str, Any]) -> str:
    return "".join(_pieces(str(told["text"]), told["claims"]))


def _pieces(text: str, claims: list[Mapping[str, Any]]) -> Iterator[str]:
    at = 0
    for number, claim in enumerate(claims, 1):
        start, end = claim["start"], claim["end"]
        # What lies on words that are marked already keeps its number and loses its mark.
        if start >= at:
            yield escaped(text[at:start])
            yield f'<a class="ref" id="t{number}" href="#q{number}">{number}</a>'
            yield f'<mark class="{_TONES[claim["verdict"]]}">{escaped(text[start:end])}</mark>'
            at = end
        else:
            yield f'<a class="ref" id="t{number}" href="#q{number}">{number}</a>'
    yield escaped(text[at:])
