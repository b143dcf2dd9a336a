"""Pointed: whom the reading model takes for the speaker, where the source does not name one."""

from __future__ import annotations

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Attribution, Span

_REACH = 160  # code points within which a name that holds a word is searched


def pointed_at(cast: Cast, attribution: Attribution, least: float) -> tuple[str, ...]:
    """Return the actor on whose mentions at least `least` of the model's probability lies; () where there is none."""
    found = chances(cast, attribution)
    best = max(found, key=lambda a: found[a], default=None)
    return (best,) if best is not None and found[best] >= least else ()


def chances(cast: Cast, attribution: Attribution) -> dict[str, float]:
    """Return by actor how much of the model's probability of naming the speaker lies on its mentions.

    The model points at words; all places where one actor is named count together.
    """
    found: dict[str, float] = {}
    for place, chance in attribution.meaning.named if attribution.meaning else ():
        around = Span(max(0, place.start - _REACH), place.end + _REACH)
        held = [m for m in cast.within(around) if place.within(m.span)]
        if held:
            actor = min(held, key=lambda m: m.span.end - m.span.start).actor
            found[actor] = found.get(actor, 0.0) + chance
    return found
