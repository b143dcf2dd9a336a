"""Edges: what stands at the edge of words and is none of them, and who is quoted as saying something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.loaders.attribution.quoted_paragraphs import own_paragraphs
from sayso.loaders.attribution.signed import with_signed
from sayso.loaders.attribution.told_below import told_below
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.quoted_as import with_quoted, with_subject

_RAGGED = " \t\r\n-–—―•*_"


def tidied(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with words that begin and end with words, each quotation with its speaker."""
    quoting = without_doubles([with_subject(text, with_quoted(text, a)) for a in found])
    trimmed = [replace(a, contents=tuple(_trimmed(text, c) for c in a.contents)) for a in quoting]
    return with_signed(text, told_below(text, own_paragraphs(text, [a for a in trimmed if a.contents])))


def without_doubles(found: Sequence[Attribution]) -> list[Attribution]:
    """Leave out an attribution whose cue is part of another's with the same words: one cue makes one statement."""

    def is_part(inner: Attribution, outer: Attribution) -> bool:
        return (
            len(inner.cues) < len(outer.cues)
            and all(cue in outer.cues for cue in inner.cues)
            and any(a.overlaps(b) for a in inner.contents for b in outer.contents)
        )

    return [a for a in found if not any(is_part(a, b) for b in found if b is not a)]


def _trimmed(text: str, span: Span) -> Span:
    """Leave out dashes, bullets and space at the edges: ‘"Hello"--’ is "Hello"."""
    start, end = span.start, span.end
    while start < end and text[start] in _RAGGED:
        start += 1
    while end > start and text[end - 1] in _RAGGED:
        end -= 1
    return Span(start, end) if start < end else span
