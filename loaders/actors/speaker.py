"""Speakers: which actors an attribution's source span means, and the office named with them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from loaders.actors.cast import Cast
from loaders.actors.sources import heads_in
from loaders.facts import Attribution, Post, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REACH = 160


def resolve_speakers(doc: Doc, cast: Cast, attribution: Attribution) -> tuple[str, ...]:
    """Return the keys of the actors who speak, in text order; () where nobody is named or found.

    `cast` must come from `find_cast` with this attribution among its own.
    """
    found: dict[str, None] = {}
    for head in heads_in(doc, attribution.sources):
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
    """Return the office that is named with a speaker inside the source span."""
    speakers = resolve_speakers(doc, cast, attribution)
    for source in attribution.sources:
        first = bisect_left(cast.memberships, source.start - _REACH, key=lambda m: m.evidence.start)
        for membership in cast.memberships[first:]:
            if membership.evidence.start >= source.end:
                break
            if membership.person in speakers and membership.evidence.overlaps(source):
                return membership.post
    return None
