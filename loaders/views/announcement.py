"""Announcement: where a text says that what follows is an interview, and where whom it is with is named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.loaders.facts import Span
from sayso.loaders.word_lists import any_of, word_row

_WITH = re.compile(rf"\b{any_of(word_row('views/transcripts', 'with_whom'))}", re.I | re.M)
_SPOKEN = re.compile(rf"\b{any_of(word_row('views/transcripts', 'spoken_with'))}(?!\w)", re.I)
_BY = re.compile(rf"\b{any_of(word_row('views/transcripts', 'by_whom'))}", re.I)
_CITED = re.compile(rf"\b{any_of(word_row('views/transcripts', 'cited'))}", re.I)
_EXPLAINED = re.compile(rf"\b{any_of(word_row('views/transcripts', 'explained'))}(?!\w)", re.I)


@dataclass(frozen=True, slots=True)
class Announcement:
    """Words that announce an interview. `sure`: not only a talk; `behind`: the name stands behind them."""

    words: Span
    sure: bool
    behind: bool


def announcement(lead: str) -> Announcement | None:
    """Return what announces an interview in the text before its first question; None where nothing does.

    "In an interview with us, he said …" cites one, and "Here is what we know" begins an account.
    """
    if _EXPLAINED.search(lead):
        return None
    for pattern, sure, behind in ((_WITH, True, True), (_BY, True, False), (_SPOKEN, False, True)):
        for match in pattern.finditer(lead):
            line = lead[lead.rfind("\n", 0, match.start()) + 1 : match.start()]
            if not (sure and behind and _CITED.search(line)):
                return Announcement(Span(*match.span()), sure, behind)
    return None
