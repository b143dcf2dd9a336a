"""Marked: positions and demands from the words that the reading model marks in a statement.

The model says which words are what; whom they concern is read off the cast: who is named in them or between cue and
words. How they are joined with what the rules of this folder see, `joining` tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Act, Attribution, Demand, Marked, Mention, Position, Span
from sayso.loaders.meaning.about import outermost

TAKING_SIDES: frozenset[Act] = frozenset({"accuse", "support", "reject", "deny", "warn", "state"})
BETWEEN = 120  # code points from a cue to the words before which it may name whom they concern


def marked_positions(
    cast: Cast, attribution: Attribution, mark: Marked, act: Act, speakers: Sequence[str], statement: int
) -> list[Position]:
    """List the sides that marked words take, one for each speaker; `statement` is its index."""
    return [
        Position(
            statement,
            holder,
            "for" if mark.role == "for" else "against",
            mark.span,
            tuple(k for k in toward(cast, attribution, mark, act) if k not in speakers),
            mark.confidence,
        )
        for holder in speakers
    ]


def marked_demands(
    cast: Cast,
    attribution: Attribution,
    mark: Marked,
    speakers: Sequence[str],
    addressees: Sequence[str],
    statement: int,
) -> list[Demand]:
    """List what marked words demand, once for each speaker; `statement` is its index."""
    of = asked(cast, attribution, mark.span, speakers, addressees)
    return [Demand(statement, by, mark.span, of, mark.confidence) for by in speakers]


def toward(cast: Cast, attribution: Attribution, mark: Marked, act: Act) -> tuple[str, ...]:
    """List the actors on whose side, or against whom, a position is: one who is the matter, or whose conduct it is.

    A deed to be done takes no side on those whom it names: who is against sending troops to Ukraine is not against
    Ukraine.
    """
    inside = outermost(cast.within(mark.span))
    if len(inside) == 1 and _covers(inside[0].span, mark.span):
        return (inside[0].actor,)
    if act not in TAKING_SIDES:
        return ()
    first = next((m for m in inside if m.span.start - mark.span.start <= 4), None)
    if first is not None:
        return (first.actor,)
    led = between(cast, attribution, mark.span)
    return (led[-1].actor,) if led and act in ("accuse", "support", "reject") else ()


def asked(
    cast: Cast, attribution: Attribution, item: Span, speakers: Sequence[str], addressees: Sequence[str]
) -> tuple[str, ...]:
    """List of whom something is demanded: who is named before it ("urged Russia to …"), else who is spoken to."""
    starting = [m for m in outermost(cast.within(item)) if m.span.start - item.start <= 4]
    named = [*between(cast, attribution, item), *starting]
    found = tuple(dict.fromkeys(m.actor for m in named if m.actor not in speakers))
    return found or tuple(addressees)


def between(cast: Cast, attribution: Attribution, item: Span) -> list[Mention]:
    """List the actors named between the cue and some words of its content, the cue's own words included."""
    starts = [cue.start for cue in attribution.cues if cue.start < item.start]
    if not starts or item.start - max(starts) > BETWEEN:
        return []
    sources = attribution.sources
    found = outermost(cast.within(Span(max(starts), item.start)))
    return [m for m in found if not any(m.span.overlaps(source) for source in sources)]


def _covers(inner: Span, outer: Span) -> bool:
    return (inner.end - inner.start) >= 0.6 * (outer.end - outer.start)
