"""Pages about things: names, statements with their sentences and marks, and links; no scripts, nothing from elsewhere.

Whatever comes from articles is hostile: every text is escaped, and stands in an element of its own direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from itertools import pairwise
from typing import Any, Final
from urllib.parse import quote, urlsplit

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = (
    "body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}"
    "mark{background:#fff3bf}mark.cue{background:#d3f9d8}mark.speaker{background:#d0ebff}"
    "blockquote{margin:1rem 0;padding-left:1rem;border-left:.25rem solid #ccc}.told{color:#555;font-size:.9rem}"
    "dt{font-weight:bold}dd{overflow-wrap:anywhere}"
)
_PAGE = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n"
    '<p class="told">{iri}, as RDF: ask for it with <code>Accept: text/turtle</code>.</p>\n</body>\n</html>\n'
)


def page(told: Any, base: str) -> str:
    """Return the page about a thing as `sayso.graph.answers.thing` tells it; links under the base are `/id/`."""
    title, body = _BODIES[told["is"]](told, base)
    iri = f'<a href="{_address(told["iri"], base)}">{escape(told["iri"])}</a>'
    return _PAGE.format(title=escape(title), style=_STYLE, body=body, iri=iri)


def _actor(told: Any, base: str) -> tuple[str, str]:
    actor = told["told"]
    counts = f"{actor['statements']:,} statements by it, {actor['about']:,} about it, {actor['mentions']:,} mentions"
    parts = [f"<h1>{_text(actor['name'])}</h1>", f'<p class="told">{escape(str(actor["kind"]))}: {counts}</p>']
    others = [name for name in actor["names"] if name != actor["name"]]
    parts += [f"<p>Also: {', '.join(map(_text, others))}</p>"] if others else []
    parts += [_list("Posts", (_post(post, base) for post in actor["posts"]))]
    for title, name in (("Speaks of", "speaksOf"), ("Spoken of by", "spokenOfBy")):
        parts.append(_list(title, (f"{_link(met['actor'], base)} ({met['count']:,})" for met in actor[name])))
    for title, name in (("Said", "said"), ("Said about it", "about")):
        parts.append(_list(title, (_card(card, base) for card in told[name]["items"]), "div"))
    return actor["name"], "\n".join(filter(None, parts))


def _article(told: Any, base: str) -> tuple[str, str]:
    article = told["told"]
    title = str(article["title"] or article["identifier"])
    about = [article["source"], article["published"], article["language"]]
    parts = [f"<h1>{_text(title)}</h1>", f'<p class="told">{", ".join(_text(str(one)) for one in about if one)}</p>']
    if address := _outside(article["url"]):
        parts.append(f'<p><a rel="noreferrer" href="{address}">{escape(str(article["url"]))}</a></p>')
    parts.append(_list("Statements", (_card(card, base) for card in article["statements"]), "div"))
    return title, "\n".join(parts)


def _statement(told: Any, base: str) -> tuple[str, str]:
    return "A statement", f"<h1>A statement</h1>\n{_card(told['told'], base)}"


def _other(told: Any, base: str) -> tuple[str, str]:
    rows = []
    for value in told["values"]:
        property_ = f'<a href="{_address(value["property"], base)}">{escape(_short(value["property"]))}</a>'
        name = _text(str(value["name"]))
        shown = f'<a href="{_address(str(value["value"]), base)}">{name}</a>' if value["linked"] else name
        rows.append(f"<dt>{'is ' * value['inward']}{property_}{' of' * value['inward']}</dt><dd>{shown}</dd>")
    more = '<p class="told">There is more than is shown here.</p>' if told["more"] else ""
    return told["name"], f"<h1>{_text(told['name'])}</h1>\n<dl>\n{'\n'.join(rows)}\n</dl>{more}"


_BODIES: Final = {"actor": _actor, "article": _article, "statement": _statement, "other": _other}


def _card(card: Any, base: str) -> str:
    speakers = ", ".join(_link(ref, base) for ref in card["speakers"]) or _text(card["speakerText"] or "not named")
    about = ", ".join(_link(ref, base) for ref in card["about"])
    article = card["article"]
    where = {"iri": article["iri"], "name": article["title"] or article["identifier"] or article["id"]}
    statement = {"iri": card["iri"], "name": card["act"] or "statement"}
    told = [speakers, _link(statement, base), f"about {about}" if about else "", f"in {_link(where, base)}"]
    day = card["saidOn"] or article["published"]
    told += [escape(str(day)[:10])] if day else []
    sentence = sentence_of(card["sentence"] or card["words"] or "", card["marks"])
    return f'<blockquote>{sentence}<p class="told">{", ".join(filter(None, told))}</p></blockquote>'


def sentence_of(sentence: str, marks: Iterable[Mapping[str, Any]]) -> str:
    """Return a sentence as HTML, with its marks; where some lie over each other, each place has all of theirs."""
    known = list(marks)
    ends = {end for mark in known for end in (mark["start"], mark["end"]) if 0 < end < len(sentence)}
    cuts = sorted({0, len(sentence), *ends})
    parts = []
    for start, end in pairwise(cuts):
        kinds = sorted({str(mark["kind"]) for mark in known if mark["start"] <= start and end <= mark["end"]})
        text = escape(sentence[start:end])
        parts.append(f'<mark class="{escape(" ".join(kinds))}">{text}</mark>' if kinds else text)
    return f'<p dir="auto">{"".join(parts)}</p>'


def _post(post: Any, base: str) -> str:
    body = f", {_link(post['organisation'], base)}" if post["organisation"] else ""
    return f"{'former ' * post['former']}{_text(post['title'])}{body}"


def _list(title: str, items: Iterable[str], element: str = "li") -> str:
    told = "\n".join(f"<{element}>{item}</{element}>" for item in items)
    inside = f"<ul>\n{told}\n</ul>" if element == "li" else told
    return f"<h2>{title}</h2>\n{inside}" if told else ""


def _link(ref: Mapping[str, Any], base: str) -> str:
    return f'<a href="{_address(str(ref["iri"]), base)}">{_text(str(ref["name"]))}</a>'


def _text(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>"


def _address(iri: str, base: str) -> str:
    if iri.startswith(base):
        return f"/id/{escape(quote(iri.removeprefix(base)))}"
    return _outside(iri) or "#"


def _outside(address: object) -> str | None:
    """Return an address that is safe to follow, for an attribute; None for any other ("javascript:…")."""
    try:
        safe = isinstance(address, str) and urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return None
    return escape(str(address)) if safe else None


def _short(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]
