"""Characters that stand for others: HTML entities, mojibake, quotation marks of TeX and of other languages, spaces."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from sayso.loaders.views.view import Edit
from sayso.loaders.word_lists import word_set

_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_COMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
_TEX = re.compile(r"``(?P<words>[^`\n]{1,3000}?)''")
_FOREIGN = re.compile(
    "„(?P<german>[^„“”\n]{1,3000})[“”]|«(?P<french>[^«»\n]{1,3000})»|»(?P<danish>[^«»\n]{1,3000})«"
    "|「(?P<corner>[^「」\n]{1,3000})」|『(?P<white>[^『』\n]{1,3000})』"
)
# UTF-8 read as Windows-1252: a lead byte's character, then one or more of continuation bytes'
_HIGH = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE = re.compile(f"(?:[Â-ßà-ï][{_HIGH}]{{1,2}})+")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])[-‐]\r?\n(?=[a-z])")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
_STRAIGHT = re.compile('"')


def character_edits(text: str) -> Iterator[Edit]:
    """Yield the edits that make a text's characters those that are meant."""
    for found in _ENTITY.finditer(text):
        meant = html.unescape(found.group())
        if len(meant) == 1 and meant != "<":
            yield Edit(found.start(), found.end(), " " if meant == "\u00a0" else meant)
    for found in _INVISIBLE.finditer(text):
        yield Edit(found.start(), found.end(), "")
    for found in _SPACES.finditer(text):
        yield Edit(found.start(), found.end(), " ")
    for found in _COMPOSED.finditer(text):
        composed = unicodedata.normalize("NFC", found.group())
        if composed != found.group():
            yield Edit(found.start(), found.end(), composed)
    yield from _marks(text)
    yield from _unclosed(text)


def _marks(text: str) -> Iterator[Edit]:
    """Yield curly marks for those of TeX and of other languages."""
    for found in _TEX.finditer(text):
        yield Edit(found.start(), found.start() + 2, "“")
        yield Edit(found.end() - 2, found.end(), "”")
    for found in _FOREIGN.finditer(text):
        yield Edit(found.start(), found.start() + 1, "“")
        yield Edit(found.end() - 1, found.end(), "”")


def _unclosed(text: str) -> Iterator[Edit]:
    """Yield straight marks that open a quotation which another one follows unclosed: they would turn all marks over."""
    start = 0
    for line in text.split("\n"):
        marks = [start + m.start() for m in _STRAIGHT.finditer(line)]
        if len(marks) % 2:
            opened = None
            for at in marks:
                if _opens(text, at):
                    if opened is not None:
                        yield Edit(opened, opened + 1, "")
                    opened = at
                else:
                    opened = None
        start += len(line) + 1


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    return not after.isspace() and (before.isspace() or before in "([{—–")


def mojibake_edits(text: str) -> Iterator[Edit]:
    """Yield what was written as UTF-8 and read as Windows-1252: "â€œ" for an opening quotation mark."""
    for found in _MOJIBAKE.finditer(text):
        try:
            meant = b"".join(map(_byte, found.group())).decode("utf-8")
        except UnicodeError:
            continue
        yield Edit(found.start(), found.end(), meant)


def _byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")


def hyphen_edits(text: str) -> Iterator[Edit]:
    """Yield the line ends inside words: "gov-⏎ernment" is one word, "long-⏎term" keeps its hyphen.

    A hyphen goes where the whole word stands elsewhere in the text or its first part is no word of the text.
    """
    found = list(_HYPHENATED.finditer(text))
    words = set(re.findall(r"[^\W\d_]+", text.lower())) if found else set()
    for mark in found:
        first = _WORD_BEFORE.search(text, max(0, mark.start() - 40), mark.start())
        second = _WORD_AFTER.match(text, mark.end())
        if first is None or second is None:
            continue
        whole = (first.group() + second.group()).lower()
        yield Edit(mark.start(), mark.end(), "" if whole in words or not _is_compound(first.group().lower()) else "-")


def _is_compound(first: str) -> bool:
    """Say whether a word is one that hyphens join to others."""
    return first in _JOINED


_JOINED = word_set("views/pages", "joined")
