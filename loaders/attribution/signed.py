"""Signed quotations: lines of a round-up that are a quotation, a dash and who said it: "“Never.” — Ada Hill, nurse"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.loaders.facts import Attribution, Span

_FEWEST = 2  # such lines in a text: of a single one the reading model tells who spoke
_SIGNED = re.compile(
    r"^[ \t>*•]*(?P<words>[“\"][^“”\"\n]+[”\"])[ \t]*\n?[ \t]*(?P<dash>--|[–—―])[ \t]*"
    r"(?P<who>[^\W\d_a-z][^\W\d_]+(?: [^\n,;:.“”\"]{1,40})?(?:,[^\n“”\"]{1,80})?)[.]?[ \t]*$",
    re.M,
)


def with_signed(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with each signed line's words given to who signs it, and to nobody else."""
    lines = list(_SIGNED.finditer(text))
    if len(lines) < _FEWEST:
        return list(found)
    quoted = [Span(*line.span("words")) for line in lines]
    kept = [a for a in found if not any(c.overlaps(words) for c in a.contents for words in quoted)]
    confidence = {i: a.confidence for i, words in enumerate(quoted) for a in found if _has(a, words)}
    signed = [_of_line(line, confidence.get(i, 1.0)) for i, line in enumerate(lines)]
    return [*kept, *signed]


def _has(one: Attribution, words: Span) -> bool:
    return any(content.overlaps(words) for content in one.contents)


def _of_line(line: re.Match[str], confidence: float) -> Attribution:
    cue, who = Span(*line.span("dash")), Span(*line.span("who"))
    return Attribution((Span(*line.span("words")),), (cue,), (who,), confidence)
