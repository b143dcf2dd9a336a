"""Quotation marks: which characters of a text stand inside them."""

from __future__ import annotations

from sayso.loaders.facts import Span

_LONGEST = 6000


def quotations(text: str) -> list[Span]:
    """List the stretches between double quotation marks, curly or straight, marks included; in text order.

    A curly mark opens and closes as it looks; straight ones alternate, anew in each paragraph. A quotation that is not
    closed ends with its paragraph, since a speech of several paragraphs opens each anew.
    """
    found: list[Span] = []
    start: int | None = None
    for i, ch in enumerate(text):
        if ch == "“":
            if start is not None:
                found.append(Span(start, i))
            start = i
        elif (ch == "”" and start is not None) or (ch == '"' and start is not None):
            found.append(Span(start, i + 1))
            start = None
        elif ch == '"':
            start = i
        elif ch == "\n" and start is not None:
            found.append(Span(start, i))
            start = None
        elif start is not None and i - start > _LONGEST:
            start = None
    if start is not None:
        found.append(Span(start, len(text)))
    return found
