"""A statement's sentence with its words marked, as HTML and as text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sayso.api.console import printable
from sayso.api.notebook.markup import escaped, isolated, linked, shortened

if TYPE_CHECKING:
    from sayso.api.notebook.statement import Actor, Mark, Statement

# The outer ones first, where marks lie on one another; told apart without colours too.
_STYLES: Final = {
    "content": "background:#d9f2d0;color:#111",
    "speaker": "background:#cfe8fc;color:#111;font-weight:bold",
    "cue": "background:#ffe2b3;color:#111;font-style:italic",
}
_ORDER: Final = tuple(_STYLES)
_LONGEST: Final = 200
_LONGEST_SENTENCE: Final = 4000


def segments(sentence: str, marks: tuple[Mark, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the sentence in pieces, each with the kinds of marks on it; joined they are the sentence."""
    edges = {0, len(sentence)}
    for mark in marks:
        edges |= {min(max(offset, 0), len(sentence)) for offset in (mark.start, mark.end)}
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        kinds = {mark.kind for mark in marks if mark.start <= start and end <= mark.end}
        yield sentence[start:end], tuple(kind for kind in _ORDER if kind in kinds)


def html_sentence(sentence: str, marks: tuple[Mark, ...]) -> str:
    """Return the sentence as HTML, its words marked; whatever it holds is text there."""
    pieces = []
    for text, kinds in segments(sentence[:_LONGEST_SENTENCE], marks):
        opened = "".join(f'<mark class="sayso-{kind}" title="{kind}" style="{_STYLES[kind]}">' for kind in kinds)
        pieces.append(f"{opened}{escaped(text)}{'</mark>' * len(kinds)}")
    more = "…" if len(sentence) > _LONGEST_SENTENCE else ""
    return f"<bdi>{''.join(pieces)}{more}</bdi>"


def html_statement(statement: Statement) -> str:
    """Return a statement as HTML: who, what it does, about whom; the sentence; where it stands, how sure it is."""
    about = f" about {_names(statement.about)}" if statement.about else ""
    who = _names(statement.speakers) or "<em>not named</em>"
    return (
        '<div class="sayso" style="border-left:3px solid #8888;padding:.1em .8em;margin:.6em 0;max-width:60em">'
        f"<div><strong>{who}</strong> · {escaped(statement.act)}{about}</div>"
        f'<blockquote style="margin:.4em 0">{html_sentence(statement.sentence, statement.marks)}</blockquote>'
        f'<div style="opacity:.75;font-size:90%">{" · ".join(_source(statement))}</div></div>'
    )


def _source(statement: Statement) -> Iterator[str]:
    article = statement.article
    title = shortened(article.title or article.identifier, _LONGEST)
    yield linked(article.url, title) if article.url else isolated(title)
    for text in (article.source, statement.said_on or article.published[:10]):
        if text:
            yield isolated(shortened(text, _LONGEST))
    if statement.confidence is not None:
        yield f"confidence {statement.confidence:.2f}"


def _names(actors: tuple[Actor, ...]) -> str:
    return ", ".join(isolated(shortened(actor.name, _LONGEST)) for actor in actors)


def marked_text(statement: Statement) -> str:
    """Return a statement as text, its words in brackets: [speaker: she] [cue: said]."""
    pieces = []
    for text, kinds in segments(statement.sentence[:_LONGEST_SENTENCE], statement.marks):
        opened = "".join(f"[{kind}: " for kind in kinds)
        pieces.append(f"{opened}{text}{']' * len(kinds)}")
    about = f" about {', '.join(actor.name for actor in statement.about)}" if statement.about else ""
    head = f"{statement.speaker} · {statement.act}{about}"
    return "\n".join(printable(" ".join(line.split())) for line in (head, "".join(pieces)))
