"""Marked: positions and demands from the words that the reading model marks in a statement.

The model says which words are what; whom they concern is read off the cast: who is named in them or between cue and
words. How the rules of this folder and the model go together was chosen by the ablation in the model card: of
positions, those that both see, as the rules cut them, and those of which the model is sure; of demands, those that the
rules see, and those of which the model is sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Act, Attribution, Demand, Marked, Meaning, Mention, Position, Span
from sayso.loaders.meaning.about import outermost

MOST_POSITIONS = 3  # of one statement: the guide of the judgements allows no more
TAKING_SIDES: frozenset[Act] = frozenset({"accuse", "support", "reject", "deny", "warn", "state"})
SURE_SIDE, SURE_DEMAND = 0.4, 0.6  # least confidence of what the model alone sees
BETWEEN = 120  # code points from a cue to the words before which it may name whom they concern


def marked_positions(
    cast: Cast, attribution: Attribution, meaning: Meaning, speakers: Sequence[str], statement: int
) -> list[Position]:
    """List the sides taken in a statement, one for each speaker; `statement` is its index."""
    found = [m for m in meaning.marked if m.role in ("for", "against") and _inside(m.span, attribution.contents)]
    best = sorted(found, key=lambda m: -m.confidence)[:MOST_POSITIONS]
    act = meaning.acts[0][0] if meaning.acts else "state"
    return [
        Position(
            statement,
            holder,
            "for" if mark.role == "for" else "against",
            mark.span,
            tuple(k for k in toward(cast, attribution, mark, act) if k not in speakers),
            mark.confidence,
        )
        for mark in sorted(best, key=lambda m: m.span)
        for holder in speakers
    ]


def marked_demands(
    cast: Cast,
    attribution: Attribution,
    meaning: Meaning,
    speakers: Sequence[str],
    addressees: Sequence[str],
    statement: int,
) -> list[Demand]:
    """List what is demanded in a statement, one for each item and speaker; `statement` is its index."""
    found = [m for m in meaning.marked if m.role == "demand" and _inside(m.span, attribution.contents)]
    return [
        Demand(statement, by, mark.span, asked(cast, attribution, mark.span, speakers, addressees), mark.confidence)
        for mark in found
        for by in speakers
    ]


def with_positions(ruled: Sequence[Position], marked: Sequence[Position]) -> list[Position]:
    """Join the positions of the rules with those that the model marks."""
    both = [
        replace(r, confidence=max(m.confidence or 0.0 for m in agreeing))
        for r in ruled
        if (agreeing := [m for m in marked if m.stance == r.stance and m.matter.overlaps(r.matter)])
    ]
    sure = [m for m in marked if (m.confidence or 0.0) >= SURE_SIDE]
    return [*both, *(m for m in sure if not any(m.matter.overlaps(b.matter) for b in both))]


def with_demands(ruled: Sequence[Demand], marked: Sequence[Demand]) -> list[Demand]:
    """Join the demands of the rules with those that the model marks."""
    told = [
        replace(r, confidence=max((m.confidence or 0.0 for m in marked if m.matter.overlaps(r.matter)), default=None))
        for r in ruled
    ]
    sure = [m for m in marked if (m.confidence or 0.0) >= SURE_DEMAND]
    return [*told, *(m for m in sure if not any(m.matter.overlaps(r.matter) for r in told))]


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


def _inside(span: Span, contents: Iterable[Span]) -> bool:
    return any(span.overlaps(content) for content in contents)


def _covers(inner: Span, outer: Span) -> bool:
    return (inner.end - inner.start) >= 0.6 * (outer.end - outer.start)
