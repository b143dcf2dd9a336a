"""Pointed: whom the reading model takes for the speaker, where the source does not name one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.documents import definite
from sayso.loaders.actors.sources import speaking_heads
from sayso.loaders.actors.speaker import resolve_speakers
from sayso.loaders.facts import Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

POINTED = 0.5  # least probability at which the model names a speaker whom no rule finds
SURE = 0.8  # … and one in the place of an actor without a name: "the motion", "the insider"
_REACH = 160  # code points within which a name that holds a word is searched


def speakers_of(doc: Doc, cast: Cast, attribution: Attribution) -> tuple[str, ...]:
    """Return the keys of those who speak: whom the rules find, else whom the model points at.

    Where the rules find somebody without a name, though the source points at somebody known ("the motion", "they"),
    the model's choice stands if it is sure.
    """
    found = resolve_speakers(doc, cast, attribution)
    if not found:
        return pointed_at(cast, attribution, POINTED)
    nameless = all(actor.startswith("group/") for actor in found)
    if nameless and all(_refers(head) for head in speaking_heads(doc, attribution)):
        return pointed_at(cast, attribution, SURE) or found
    return found


def _refers(head: Token) -> bool:
    """Say whether a source's noun points back: "the motion", "they", "Study" in a headline; not "experts", "a man"."""
    if head.pos_ == "PRON":
        return True
    several = head.tag_ in ("NNS", "NNPS")
    return definite(head) or not (several or any(c.dep_ in ("det", "nummod") for c in head.lefts))


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
