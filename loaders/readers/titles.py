"""The title of a text that tells none: its first line, when that looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from sayso.loaders.days import MONTH
from sayso.loaders.word_lists import any_of, word_row, word_set

_LONGEST = 150
_WRAPPED_FROM = 45
_WIDEST_WRAP = 100
_LINE_END = re.compile(r"\r\n|\r|\n")
_STOPPED = re.compile(r"[.…:;,]['\"’”)\]]*$")
_ENDED = re.compile(r"[.…!?]['\"’”)\]]*$")
# What stands above an article on its page, and is no name of it.
_FURNITURE: Final = re.compile(
    rf"(?:{any_of(word_row('views/pages', 'furniture'))}"
    rf"|(?:last\s+)?{any_of(word_row('views/pages', 'changes'))}(?:\s*:|\s+(?:on|at)\b|\s+\d|\s+{MONTH}\s+\d).*"
    rf"|(?:[a-z]+,?\s+)?(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH}),?\s+\d{{4}}\b.*"
    r"|https?://\S+|www\.\S+)\W*",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(
    rf"(?:By|BY)(?:\s+(?:[A-Z][\w.'’-]*|{any_of(word_row('views/pages', 'name_particles'))}),?){{2,8}}"
)
# A line that ends in one of these goes on.
_OPEN: Final = word_set("views/pages", "open")


def first_line_title(text: str) -> str | None:
    """Return the first line with something in it where it is short, has no full stop and more text follows.

    The start of a wrapped sentence is none, nor is what pages put above an article ("Advertisement", a byline, a date).
    """
    lines = [line.strip() for line in _LINE_END.split(text[: 8 * _LONGEST])]
    start = next((number for number, line in enumerate(lines) if line), len(lines))
    first, rest = "".join(lines[start : start + 1]), lines[start + 1 :]
    second = next((line for line in rest if line), "")
    if not second or len(first) > _LONGEST or _STOPPED.search(first) or second[:1].islower():
        return None
    if _wraps(first, rest) or _FURNITURE.fullmatch(first) or _BYLINE.fullmatch(first):
        return None
    return first if any(character.isalpha() for character in first) else None


def _wraps(first: str, rest: Sequence[str]) -> bool:
    """Say whether a line goes on in the next: it stops where lines are as long as they may be, not where it ends."""
    block = [first, *takewhile(bool, rest)]
    if len(block) < 2:
        return False
    if first.split()[-1].lower() in _OPEN:
        return True
    if len(first) < _WRAPPED_FROM or max(map(len, block[:-1])) > _WIDEST_WRAP:
        return False
    inner = block[1:-1]
    return not all(map(_ENDED.search, inner)) if inner else len(block[1]) <= len(first)
