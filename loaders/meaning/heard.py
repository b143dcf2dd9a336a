"""Heard: to whom, and when, something was told, where the reading model marks it and no rule finds it."""

from __future__ import annotations

from collections.abc import Collection

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Attribution
from sayso.loaders.meaning.about import outermost


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
