"""Timed: when a statement was made, from the rules and the reading model, each of which sees what the other misses."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sayso.loaders.days import fixed_date
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.meaning.heard import time_words_marked
from sayso.loaders.when import when
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PREPOSITIONS = word_set("times", "before")
FIRM = 0.75  # chance from which a mark of the model counts more than a rule that sees other words


def timed(doc: Doc, attribution: Attribution, sentence: Span, published: str | None) -> tuple[str | None, date | None]:
    """Return the time words of a statement as written ("on Sunday") and the date that they fix in an article of a day.

    The rules' words stand, as the rules cut them, unless the model firmly marks others that share none with them.
    `published` is the article's day (ISO 8601).
    """
    ruled, day = when(doc, attribution, sentence, published)
    marked = time_words_marked(doc, attribution, sentence)
    if marked is None:
        return ruled, day
    words, sure = marked
    apart = ruled is not None and not _telling_words(ruled) & _telling_words(words)
    if ruled is None or (apart and sure >= FIRM):
        return words, fixed_date(words, published)
    return ruled, day


def _telling_words(words: str) -> set[str]:
    """Return the words of a time without those that only lead to it."""
    return set(re.findall(r"\w+", words.lower())) - _PREPOSITIONS
