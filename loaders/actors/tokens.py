"""Tokens of a parsed text by character offsets, in logarithmic time: spaCy's own `char_span` reads the whole text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from sayso.loaders.facts import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens


def tokens_in(doc: Doc, span: Span) -> Tokens:
    """Return the tokens that share a character with `span`; none where it lies outside the text."""
    every = range(len(doc))
    first = max(0, bisect_right(every, span.start, key=lambda i: doc[i].idx) - 1)
    if first < len(doc) and doc[first].idx + len(doc[first]) <= span.start:
        first += 1
    last = bisect_left(every, span.end, key=lambda i: doc[i].idx)
    return doc[first : max(first, last)]
