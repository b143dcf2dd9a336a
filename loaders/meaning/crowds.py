"""Crowds: those without a name of whom, or to whom, something is told ("the voters"), as the model marks them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.slug import key
from sayso.loaders.facts import Actor, Attribution, Mention, Span
from sayso.loaders.meaning.script import script

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SURE = 0.5  # least probability of a crowd without a name
_SPARE = {"DET", "NUM", "PUNCT", "PRON", "ADP", "PART", "CCONJ", "SPACE"}  # parts of speech at the edges of a name


def spoken_to_marked(cast: Cast, attribution: Attribution, speakers: Collection[str]) -> tuple[str, ...]:
    """List the actors to whom, or through whom, the marked words say that a statement was told."""
    marks = [m.span for m in attribution.meaning.marked if m.role == "told"] if attribution.meaning else []
    found = [m.actor for mark in marks for m in outermost(cast.touching(mark)) if m.actor not in speakers]
    return tuple(dict.fromkeys(found))


def time_words_marked(text: str, attribution: Attribution) -> str | None:
    """Return the marked words of the time of saying, the surest; None where there are none outside the content."""
    marks = [m for m in attribution.meaning.marked if m.role == "when"] if attribution.meaning else []
    outside = [m for m in marks if not any(m.span.overlaps(content) for content in attribution.contents)]
    best = max(outside, key=lambda m: m.confidence, default=None)
    return text[best.span.start : best.span.end] if best is not None else None


def enlist(doc: Doc, cast: Cast, attributions: Iterable[Attribution]) -> Cast:
    """Return the cast with the crowds without a name ("the voters") that the model marks as talked of."""
    actors, mentions = dict(cast.actors), set(cast.mentions)
    for attribution in attributions:
        for span, label in _crowds(doc, attribution):
            if cast.touching(span):
                continue
            crowd = key("group", label)
            actors.setdefault(crowd, Actor(crowd, "Group", label))
            mentions.add(Mention(span, crowd))
    return Cast(actors, tuple(sorted(mentions)), cast.memberships)


def _crowds(doc: Doc, attribution: Attribution) -> Iterator[tuple[Span, str]]:
    """Yield the marked noun phrases in the plural, or of several people, without what stands at their edges."""
    for mark in attribution.meaning.marked if attribution.meaning else ():
        if mark.role not in ("about", "told") or mark.confidence < _SURE:
            continue
        first, last = script(doc).tokens(mark.span)
        while first <= last and doc[first].pos_ in _SPARE:
            first += 1
        while last >= first and doc[last].pos_ in _SPARE:
            last -= 1
        if first <= last and _is_people(doc[last]):
            end = doc[last].idx + len(doc[last])
            yield Span(doc[first].idx, end), script(doc).text[doc[first].idx : end]


def _is_people(head: Token) -> bool:
    return head.pos_ in {"NOUN", "PROPN", "ADJ"}


def outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """Leave out the mentions that stand inside another one."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or mention.span.end > kept[-1].span.end:
            kept.append(mention)
    return kept
