"""Sentences: where the one begins and ends that holds some words, for what a person marks by hand."""

from __future__ import annotations

import re

# After a full stop that ends a sentence comes room and no small letter; a line is an end by itself.
_END = re.compile(r"[.!?…]+[\"”’»')\]]*(?=\s+[^\sa-z])|\n+")
# What is written with a full stop and goes on: titles, initials, "U.S.".
_GOES_ON = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|Capt|Maj|Adm|No|vs|Inc|Corp|Co)"
    r"|(?:^|[\s.])[A-Z])\.$"
)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentences begin and end that hold the code points from `start` to `end` (exclusive)."""
    first, last = 0, len(text)
    for match in _END.finditer(text):
        if _GOES_ON.search(text, max(0, match.start() - 12), match.end()):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.end() >= end:
            last = match.end()
            break
    held = text[first:last]
    return first + len(held) - len(held.lstrip()), last - len(held) + len(held.rstrip())
