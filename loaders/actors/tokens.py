"""Tokens of a parsed text by character offsets, in logarithmic time: spaCy's own `char_span` reads the whole text.

What has been read of a text once is kept with it, in its `user_data`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from sayso.loaders.facts import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens


def once[T](doc: Doc, key: object, read: Callable[[], T]) -> T:
    """Return what `read` gives of a text, read once for each key."""
    kept = doc.user_data.setdefault("sayso.once", {})
    if key not in kept:
        kept[key] = read()
    return cast(T, kept[key])


def starts(doc: Doc) -> tuple[int, ...]:
    """Return where each token starts."""
    return once(doc, "starts", lambda: tuple(token.idx for token in doc))


def tokens_in(doc: Doc, span: Span) -> Tokens:
    """Return the tokens that share a character with `span`; none where it lies outside the text."""
    every = starts(doc)
    first = max(0, bisect_right(every, span.start) - 1)
    if first < len(doc) and every[first] + len(doc[first]) <= span.start:
        first += 1
    return doc[first : max(first, bisect_left(every, span.end))]


def told_by_clause(token: Token) -> Token | None:
    """Return the noun that the clause around a "who" or "which" hangs on; None where the parser finds none."""
    return next((above.head for above in token.ancestors if above.dep_ == "relcl"), None)
