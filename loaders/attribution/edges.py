"""Edges: what stands at the edge of words and is none of them, and who is quoted as saying something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.loaders.attribution.paragraphs import own_paragraphs
from sayso.loaders.facts import Attribution, Span

_RAGGED = " \t\r\n-–—―•*_"
_AS_SAYING = re.compile(
    r"\s+(?P<who>[^\s,;.][^;.\n]{0,80}?),? (?P<cue>as (?:saying|telling|stating|writing))(?: that)?[,:]?\s+"
)


def tidied(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with words that begin and end with words, each quotation with whoever speaks it."""
    quoting = [_quoted_as(text, a) for a in found]
    trimmed = [replace(a, contents=tuple(_trimmed(text, c) for c in a.contents)) for a in quoting]
    return own_paragraphs(text, [a for a in trimmed if a.contents])


def _quoted_as(text: str, one: Attribution) -> Attribution:
    """Give the words of "the agency quoted Ann Lee as saying that …" to Ann Lee; the agency passes them on."""
    if len(one.cues) != 1 or not one.contents:
        return one
    cue, first = one.cues[0], one.contents[0]
    if text[cue.start : cue.end].split()[-1:] not in (
        ["quoted"],
        ["cited"],
        ["quotes"],
        ["cites"],
        ["quoting"],
        ["citing"],
    ):
        return one
    found = _AS_SAYING.match(text, cue.end)
    if found is None or not found.end() < one.contents[-1].end or found.start("who") > first.start + 1:
        return one
    rest = tuple(Span(max(c.start, found.end()), c.end) for c in one.contents if c.end > found.end())
    who = Span(*found.span("who"))
    return replace(one, contents=rest, sources=(who,), cues=(cue, Span(*found.span("cue"))))


def _trimmed(text: str, span: Span) -> Span:
    """Leave out dashes, bullets and space at the edges: ‘"Hello"--’ is "Hello"."""
    start, end = span.start, span.end
    while start < end and text[start] in _RAGGED:
        start += 1
    while end > start and text[end - 1] in _RAGGED:
        end -= 1
    return Span(start, end) if start < end else span
