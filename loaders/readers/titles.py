"""The title of a text that tells none: its first line, when that looks like one."""

from __future__ import annotations

import re

_LONGEST = 150
_LINE_END = re.compile(r"\r\n|\r|\n")
_STOPPED = re.compile(r"[.…:;,]['\"’”)\]]*$")


def first_line_title(text: str) -> str | None:
    """Return the first line with something in it where it is short, has no full stop and more text follows.

    A next line that goes on in lower case makes it the start of a wrapped sentence, not a title.
    """
    lines = (line.strip() for line in _LINE_END.split(text[: 4 * _LONGEST]))
    filled = [line for line in lines if line][:2]
    if len(filled) < 2:
        return None
    first, second = filled
    if len(first) > _LONGEST or _STOPPED.search(first) or second[:1].islower():
        return None
    return first if any(character.isalpha() for character in first) else None
