"""Lists as prose: "called for:" and the bullets below it are one sentence, so that the cue governs every item.

So is a list within a line: "called for (a) a bridge, (b) a road and (c) a school" is read without its letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from sayso.loaders.views.view import Edit
from sayso.loaders.word_lists import any_of, word_row

_LEAD = re.compile(r"(?<=[\w)”\"’])(?P<colon>:)[ \t\r]*(?=\n)")
_ITEM = re.compile(r"\s*\n[ \t]*(?:[-–—*•·‣▪◦●]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+(?P<words>[^\n]{2,200})(?=\n|\Z)")
_LONGEST = 30  # items
_MARKER = re.compile(r"(?<![^\s:])(?:\(?(?P<sign>[a-z]|[ivx]{1,4}|\d{1,2})\)|(?P<word>[a-z]+),)[ \t]+(?=\w|[\"“‘'])")
_LINKS = any_of(word_row("views/lists", "links"))
_BETWEEN = re.compile(rf"\w.*?(?:[,;](?: {_LINKS})?| {_LINKS})[ \t]+\Z")
_STOP = re.compile(r"(?<!\w\.\w)[.?!][”\"’]?(?=\s+[A-Z“\"‘(]|\s*\Z|\s*\n)|\n|\Z")
_NUMERALS = (
    tuple(map(str, range(1, 20))),
    word_row("views/lists", "letters"),
    word_row("views/lists", "numerals"),
    word_row("views/lists", "ordinals"),
    word_row("views/lists", "ordinal_adverbs"),
)
_ASKING = re.compile(rf"\b(?:{any_of(word_row('views/lists', 'asking'))})", re.IGNORECASE)
_SIGNS = frozenset(chain.from_iterable(_NUMERALS))


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


def line_edits(text: str) -> Iterator[Edit]:
    """Yield the edits that read a list within a sentence, its items lettered or numbered, without the signs.

    Only behind a word that asks: other lists are read as they stand.
    """
    at = 0
    for stop in _STOP.finditer(text):
        markers = [m for m in _MARKER.finditer(text, at, stop.start()) if _sign(m) in _SIGNS]
        row = next((found for names in _NUMERALS if len(found := _counted(markers, names)) > 1), [])
        if (
            len(row) > 1
            and _ASKING.search(text, at, row[0].start())
            and all(_BETWEEN.match(text[a.end() : b.start()]) for a, b in pairwise(row))
        ):
            yield from _unmarked(text, row, stop.start())
        at = stop.end()


def _sign(marker: re.Match[str]) -> str:
    return marker["sign"] or marker["word"]


def _counted(markers: list[re.Match[str]], names: tuple[str, ...]) -> list[re.Match[str]]:
    """Return the markers that count from the first name on, one after the other."""
    found: list[re.Match[str]] = []
    for marker in markers:
        if len(found) < len(names) and _sign(marker) == names[len(found)]:
            found.append(marker)
    return found


def _unmarked(text: str, row: list[re.Match[str]], end: int) -> Iterator[Edit]:
    yield Edit(row[0].start(), row[0].end(), "", lists="lead")
    for number, (before, marker) in enumerate(pairwise(row)):
        bare = before.end() + len(re.sub(rf"(?:[;,]| {_LINKS})+$", "", text[before.end() : marker.start()].rstrip()))
        yield Edit(bare, marker.end(), " and " if number == len(row) - 2 else ", ", lists="item")
    yield Edit(end, end, "", lists="end")


def _is_speech(words: str) -> bool:
    return words.lstrip()[:1] in '"“‘' or bool(re.search(r"[.?!] +[A-Z]", words))
