"""When: the time words of a statement, and its date where the article's own date decides it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from loaders.facts import Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


def when(doc: Doc, attribution: Attribution, sentence: Span, published: str | None) -> tuple[str | None, date | None]:
    """Return the time words as written and the date."""
    return None, None
