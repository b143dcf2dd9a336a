"""An article as a sheet: its text with every statement marked, and a note for each beside its paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sayso.api.notebook.markup import escaped, isolated, linked, shortened
from sayso.api.sheet.margin import FAMILIES, family, note, speaker_name
from sayso.api.sheet.sheet import masthead, sheet
from sayso.api.sheet.stretches import SheetMark, Stretch, by_paragraph, marks_of, paragraphs, stretches

_TITLE: Final = 300
_MOST_SPEAKERS: Final = 200


def article_sheet(article: Mapping[str, Any]) -> str:
    """Return the sheet of an article, as `sayso.graph.answers.article` tells it; whatever it holds is text there.

    Where the text is left out, the sentences of its statements stand instead.
    """
    statements: Sequence[Mapping[str, Any]] = article["statements"]
    title = shortened(str(article["title"] or article["identifier"] or article["id"]), _TITLE)
    rows = _rows(str(article["text"]), statements) if article["text"] is not None else _sentences(statements)
    language = str(article["language"] or "en")
    body = f'<main class="spread" lang="{escaped(language)}">{"".join(rows)}</main>'
    return sheet(f"{title} – who said what", f"{_head(article, title)}{_filters(statements)}{body}", "en")


def _head(article: Mapping[str, Any], title: str) -> str:
    kicker = [isolated(shortened(str(value), _TITLE)) for value in (article["source"],) if value]
    if article["published"]:
        kicker.append(f"<time>{escaped(str(article['published'])[:10])}</time>")
    counts = article["counts"]
    speakers = len({name for card in article["statements"] for name in (ref["iri"] for ref in card["speakers"])})
    facts = [
        f'<span class="figure">{number:,}</span> {name if number != 1 else name.removesuffix("s")}'
        for number, name in (
            (counts["statements"], "statements"),
            (speakers, "speakers"),
            (counts["demands"], "demands"),
            (counts["positions"], "positions"),
        )
        if number
    ]
    if article["url"]:
        facts.append(linked(str(article["url"]), "the article at its source"))
    return masthead(kicker, title, facts)


def _rows(text: str, statements: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    ranges = list(paragraphs(text)) or [(0, len(text))]
    marked = by_paragraph(ranges, marks_of(statements))
    starts = [start for start, _ in ranges]
    own: list[list[int]] = [[] for _ in ranges]
    for number, card in enumerate(statements, 1):
        first = min((start for start, _ in card["spans"]["content"]), default=0)
        own[max(bisect_right(starts, first) - 1, 0)].append(number)
    for (start, end), marks, numbers in zip(ranges, marked, own, strict=True):
        yield _row(marked_up(stretches(text, start, end, marks), statements), numbers, statements)


def _sentences(statements: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for number, card in enumerate(statements, 1):
        sentence = str(card["sentence"] or card["words"] or "")
        marks = [SheetMark(mark["start"], mark["end"], mark["kind"], number) for mark in card["marks"]]
        found = marked_up(stretches(sentence, 0, len(sentence), marks), statements)
        yield _row(found, [number], statements)


def _row(prose: str, numbers: Sequence[int], statements: Sequence[Mapping[str, Any]]) -> str:
    notes = "".join(note(statements[number - 1], number) for number in numbers)
    margin = f'<aside class="margin" lang="en">{notes}</aside>' if notes else ""
    return f'<section class="row"><p class="prose" dir="auto">{prose}</p>{margin}</section>'


def marked_up(pieces: Iterator[Stretch], statements: Sequence[Mapping[str, Any]]) -> str:
    """Return pieces of a text as markup; `statements` are those that their marks number, from 1."""
    seen: set[int] = set()
    parts = []
    for piece in pieces:
        new = [number for number in piece.begins if number not in seen]
        seen.update(new)
        parts.append("".join(map(_number, new)) + _piece(piece, statements))
    return "".join(parts)


def _number(number: int) -> str:
    return f'<a class="ref" id="m{number}" href="#s{number}" aria-label="Statement {number}">{number}</a>'


def _piece(piece: Stretch, statements: Sequence[Mapping[str, Any]]) -> str:
    text = escaped(piece.text)
    if piece.on.get("cue"):
        text = f'<i class="cue">{text}</i>'
    if piece.on.get("speaker"):
        text = f'<b class="who">{text}</b>'
    if contents := piece.on.get("content"):
        # Of statements inside one another the later one is the inner one: its colour shows.
        shown = family(statements[contents[-1] - 1]["act"])
        deep = " deep" if len(contents) > 1 else ""
        text = f'<mark class="{shown}{deep}" data-s="{" ".join(map(str, contents))}">{text}</mark>'
    return text


def _filters(statements: Sequence[Mapping[str, Any]]) -> str:
    """Return the filters, hidden until the script that makes them work shows them."""
    acts = Counter(str(card["act"] or "state") for card in statements)
    speakers = Counter(speaker_name(card) for card in statements)
    if len(statements) < 2:
        return ""
    boxes = "".join(
        f'<label class="chip {name}"><input type="checkbox" name="act" value="{escaped(act)}">'
        f'{escaped(act)} <span class="figure">{acts[act]}</span></label>'
        for name, members in FAMILIES.items()
        for act in members
        if acts[act]
    )
    boxes += "".join(
        f'<label class="chip"><input type="checkbox" name="has" value="{name}">{name} '
        f'<span class="figure">{number}</span></label>'
        for name in ("demands", "positions")
        if (number := sum(bool(card[name]) for card in statements))
    )
    options = "".join(
        f'<option value="{escaped(shortened(name, 120))}">{escaped(shortened(name, 60))} ({number})</option>'
        for name, number in speakers.most_common(_MOST_SPEAKERS)
    )
    return (
        '<form class="filters" hidden aria-label="Which statements are shown">'
        f'<select name="speaker" aria-label="Speaker"><option value="">all speakers</option>{options}</select>'
        f'{boxes}<button type="reset">all</button><output aria-live="polite"></output></form>'
    )
