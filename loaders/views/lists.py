"""Lists as prose: "called for:" and the bullets below it are one sentence, so that the cue governs every item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.loaders.views.view import Edit

_LEAD = re.compile(r"(?<=[\w)”\"’])(?P<colon>:)[ \t\r]*(?=\n)")
_ITEM = re.compile(r"\s*\n[ \t]*(?:[-–—*•·‣▪◦●]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+(?P<words>[^\n]{2,200})(?=\n|\Z)")
_LONGEST = 30  # items


def list_edits(text: str) -> Iterator[Edit]:
    """Yield the edits that join the items below a line with a colon to it and to each other.

    Items that are sentences of their own (several, or in quotation marks) are left as they stand.
    """
    for lead in _LEAD.finditer(text):
        items: list[re.Match[str]] = []
        at = lead.end()
        while len(items) < _LONGEST and (item := _ITEM.match(text, at)) is not None:
            items.append(item)
            at = item.end()
        if len(items) < 2 or any(_is_speech(item["words"]) for item in items):
            continue
        yield from _joined(text, lead.start("colon"), items)


def _joined(text: str, colon: int, items: list[re.Match[str]]) -> Iterator[Edit]:
    previous = colon
    for number, item in enumerate(items):
        start = item.start("words")
        link = " " if not number else ", " if number < len(items) - 1 else " and "
        first = text[start]
        lower = first.isupper() and text[start + 1 : start + 2].islower()
        yield Edit(previous, start, link, parts=True, lists="item" if number else "lead")
        if lower:
            yield Edit(start, start + 1, first.lower())
        words = item["words"].rstrip()
        bare = re.sub(r"(?:[;,.]| and|; and|, and|; or| or)+$", "", words)
        previous = start + len(bare)
    tail = items[-1].end()
    yield Edit(previous, tail, ".", lists="end")


def _is_speech(words: str) -> bool:
    return words.lstrip()[:1] in '"“‘' or bool(re.search(r"[.?!] +[A-Z]", words))
