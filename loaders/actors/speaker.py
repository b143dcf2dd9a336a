"""Speakers: which actors an attribution's source span means, and the office named with them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.sources import speaking_heads
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Attribution, Post, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REACH = 160


def resolve_speakers(doc: Doc, cast: Cast, attribution: Attribution) -> tuple[str, ...]:
    """Return the keys of the actors who speak, in text order; () where nobody is named or found.

    `cast` must come from `find_cast` with this attribution among its own.
    """
    found: dict[str, None] = {}
    for head in speaking_heads(doc, attribution):
        for actor in meant_at(cast, Span(head.idx, head.idx + len(head))):
            found[actor] = None
    return tuple(found)


def meant_at(cast: Cast, word: Span) -> list[str]:
    """Return whom the shortest mention around a word means."""
    around = [m for m in cast.within(Span(max(0, word.start - _REACH), word.end + _REACH)) if word.within(m.span)]
    if not around:
        return []
    shortest = min(m.span.end - m.span.start for m in around)
    return [m.actor for m in around if m.span.end - m.span.start == shortest]


def speaking_as(doc: Doc, cast: Cast, attribution: Attribution) -> Post | None:
    """Return the office that is named with a speaker inside the source span, or by which alone the speaker is meant."""
    speakers = resolve_speakers(doc, cast, attribution)
    for source in attribution.sources:
        first = bisect_left(cast.memberships, source.start - _REACH, key=lambda m: m.evidence.start)
        for membership in cast.memberships[first:]:
            if membership.evidence.start >= source.end:
                break
            if membership.person in speakers and membership.evidence.overlaps(source):
                return membership.post
    return _described(doc, cast, attribution, speakers)


def _described(doc: Doc, cast: Cast, attribution: Attribution, speakers: tuple[str, ...]) -> Post | None:
    """Return the office of "the Russian foreign minister", which was told elsewhere."""
    roles = {head.lower_ for head in speaking_heads(doc, attribution) if head.lower_ in words().offices}
    for membership in cast.memberships if roles else ():
        if membership.person in speakers and not roles.isdisjoint(membership.post.title.lower().split()):
            return membership.post
    return None
