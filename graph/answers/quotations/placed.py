"""Words in their places: a text as its words without case and punctuation, each with where it stands."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = " "


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """The words of a text; word n stands at code points `starts[n]` to `ends[n]` (exclusive) of it."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    line: str
    offsets: tuple[int, ...]

    def find(self, other: PlacedWords) -> int | None:
        """Return the number of the word where the other's words stand in a row; None where they do not."""
        if not other.words:
            return None
        at = self.line.find(other.line)
        return None if at < 0 else bisect_right(self.offsets, at) - 1

    def between(self, first: int, last: int) -> str:
        """Return the text from word `first` to word `last` (exclusive), as it is written."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def placed(text: str) -> PlacedWords:
    """Part a text into its words. An apostrophe parts a word, in whatever of its forms: "don’t" is "don" and "t"."""
    found = list(_WORD.finditer(text))
    words = tuple(unicodedata.normalize("NFKC", match.group()).casefold() for match in found)
    line = f"{_BETWEEN}{_BETWEEN.join(words)}{_BETWEEN}"
    offsets = tuple(accumulate((len(word) + 1 for word in words), initial=0))[: len(words)]
    return PlacedWords(
        text, words, tuple(match.start() for match in found), tuple(match.end() for match in found), line, offsets
    )
