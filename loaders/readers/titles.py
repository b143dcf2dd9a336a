"""The title of a text that tells none: its first line, when that looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

_LONGEST = 150
_WRAPPED_FROM = 45
_WIDEST_WRAP = 100
_LINE_END = re.compile(r"\r\n|\r|\n")
_STOPPED = re.compile(r"[.…:;,]['\"’”)\]]*$")
_ENDED = re.compile(r"[.…!?]['\"’”)\]]*$")
# What stands above an article on its page, and is no name of it.
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_FURNITURE: Final = re.compile(
    rf"""(?:advertisements?(?:\s*[-—–|]\s*\w.*)?|sponsored(?:\s+content)?|promoted|share(?:\s+this(?:\s+\w+)?)?|tweet
    |e-?mail|print|save|menu|home|search|log\s?in|sign\s?(?:in|up)|subscribe(?:\s+now)?|newsletters?|comments?|close
    |skip\s+(?:to\s+)?(?:main\s+)?(?:content|navigation|article)|read\s+more|loading|live|breaking(?:\s+news)?
    |exclusive|photos?|videos?|image|caption|gallery|related(?:\s+(?:articles|stories|topics))?
    |(?:last\s+)?(?:updated|published|posted|modified)(?:\s*:|\s+(?:on|at)\b|\s+\d|\s+{_MONTH}\s+\d).*
    |\d+\s+min(?:utes?)?\s+read|(?:[a-z]+,?\s+)?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH}),?\s+\d{{4}}\b.*
    |https?://\S+|www\.\S+)\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_BYLINE: Final = re.compile(r"(?:By|BY)(?:\s+(?:[A-Z][\w.'’-]*|and|de|van|von),?){2,8}")
# A line that ends in one of these goes on.
_OPEN: Final = frozenset(
    "a an and as at by for from in into its of on or that the their to was were with who which".split()
)


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
