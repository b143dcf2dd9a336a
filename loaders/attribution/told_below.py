"""Told below: a quotation in a paragraph of its own whose speaker the next line tells: "Those were the words of X"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.loaders.facts import Attribution
from sayso.loaders.word_lists import any_of, word_row

_NEEDING = word_row("attribution/saying", "needing")
_POINTING = re.compile(any_of(word_row("attribution/saying", "pointing")), re.I)
_BEING = re.compile(any_of(word_row("attribution/saying", "being")), re.I)
_OPENING, _CLOSING = '“"«„', '”"»“'


def told_below(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with such a quotation given to whom the line below it tells.

    What is said of the words there ("That was a lie, said X") leaves them alone: only who says "it", or whose words
    "those" are, has said them.
    """
    lines = [one for one in found if _points_back(text, one)]
    kept, told = list[Attribution](), set[Attribution]()
    for one in found:
        below = next((line for line in lines if _stands_above(text, one, line)), None)
        kept.append(one if below is None else replace(one, cues=below.cues, sources=below.sources))
        told |= {below} if below is not None else set()
    return [one for one in kept if one not in told]


def _points_back(text: str, one: Attribution) -> bool:
    """Say whether a line's words are only what points back to those above it, and its cue says or is them."""
    if not one.contents or len(one.cues) != 1 or not one.sources:
        return False
    words = text[one.contents[0].start : one.contents[-1].end].rstrip(",")
    cue = text[one.cues[0].start : one.cues[0].end].lower()
    return bool(_POINTING.fullmatch(words)) and (cue.endswith(_NEEDING) or bool(_BEING.fullmatch(cue)))


def _stands_above(text: str, one: Attribution, line: Attribution) -> bool:
    """Say whether words are a quotation without a speaker that ends right above the paragraph of a line."""
    if one.sources or one.cues or len(one.contents) != 1:
        return False
    words = one.contents[0]
    first = min(span.start for span in (*line.contents, *line.cues, *line.sources))
    start = text.rfind("\n", 0, first) + 1
    quoted = text[words.start] in _OPENING and text[words.end - 1] in _CLOSING
    between = text[words.end : start] if words.end < start else ""
    return quoted and "\n" in between and not between.strip() and bool(_POINTING.match(text, start))
