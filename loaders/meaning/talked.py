"""Talked of: the actors that a statement's words are about, where the reading model marks them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.slug import key
from sayso.loaders.facts import Actor, Attribution, Mention, Span
from sayso.loaders.meaning.marked import outermost
from sayso.loaders.meaning.script import script

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SURE = 0.5  # least probability of a crowd without a name
_SPARE = {"DET", "NUM", "PUNCT", "PRON", "ADP", "PART", "CCONJ", "SPACE"}  # parts of speech at the edges of a name


def talked_of(cast: Cast, attribution: Attribution, speakers: Collection[str]) -> tuple[str, ...]:
    """List the actors that the marked words name, in order of appearance, the speakers left out."""
    if attribution.meaning is None:
        return ()
    marks = [m.span for m in attribution.meaning.marked if m.role == "about"]
    found: dict[str, None] = {}
    for content in sorted(attribution.contents):
        for mention in outermost(cast.within(content)):
            if mention.actor not in speakers and any(mention.span.overlaps(mark) for mark in marks):
                found[mention.actor] = None
    return tuple(found)


def enlist_marked(doc: Doc, cast: Cast, attributions: Iterable[Attribution]) -> Cast:
    """Return the cast with the crowds without a name ("the voters") that the model marks as talked of."""
    actors, mentions = dict(cast.actors), set(cast.mentions)
    for attribution in attributions:
        for span, label in _crowds(doc, attribution):
            if any(m.span.overlaps(span) for m in cast.within(Span(span.start - 40, span.end + 40))):
                continue
            crowd = key("group", label)
            actors.setdefault(crowd, Actor(crowd, "Group", label))
            mentions.add(Mention(span, crowd))
    return Cast(actors, tuple(sorted(mentions)), cast.memberships)


def _crowds(doc: Doc, attribution: Attribution) -> Iterator[tuple[Span, str]]:
    """Yield the marked noun phrases in the plural, or of several people, without what stands at their edges."""
    for mark in attribution.meaning.marked if attribution.meaning else ():
        if mark.role != "about" or mark.confidence < _SURE:
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
