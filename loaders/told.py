"""Told: to whom somebody speaks, and through which medium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.actors.cast import Cast
from loaders.facts import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc


def told(doc: Doc, cast: Cast, attribution: Attribution) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of the addressees and of the media of an attribution."""
    return (), ()
