"""The index: all names of all actors in memory, laid out so that looking through them is one search in a text."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import Final

from sayso.graph.actors.search.folding import forms

BETWEEN: Final = "\n"
_LAST: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class IndexedActor:
    """One actor: `names` are its label and its other names."""

    iri: str
    kind: str | None
    names: tuple[str, ...]
    statements: int = 0
    about: int = 0
    mentions: int = 0


class Index:
    """Entries by rank, those most often named first; what never changes once it is made.

    All forms of all names stand in one text, one a line, in the order of the ranks: so a search through the text finds
    matches in the order in which they are wanted, and can stop when there are enough.
    """

    def __init__(self, entries: Iterable[IndexedActor]) -> None:
        self.entries: Sequence[IndexedActor] = sorted(entries, key=_rank)
        lines: list[str] = []
        self._owners = array("I")
        for rank, entry in enumerate(self.entries):
            for form in dict.fromkeys(form for name in entry.names for form in forms(name)):
                lines.append(form)
                self._owners.append(rank)
        self.lines: Sequence[str] = lines
        # Where the mark stands that each line begins with.
        self._starts = array("Q")
        at = 0
        for line in lines:
            self._starts.append(at)
            at += len(line) + 1
        self._text = BETWEEN + BETWEEN.join(lines) + BETWEEN
        self.words: Mapping[str, array[int]] = _words(lines)
        self.vocabulary: Sequence[str] = sorted(self.words)

    def lines_with(self, part: str) -> Iterator[int]:
        """Yield the number of each line that holds a text, in their order; BETWEEN marks a line's begin and end."""
        at = self._text.find(part)
        while at >= 0:
            line = bisect_right(self._starts, at) - 1
            yield line
            at = self._text.find(part, self._starts[line] + len(self.lines[line]) + 1)

    def lines_with_word(self, begin: str) -> Iterator[int]:
        """Yield the number of each line in which a word begins so, in their order, each once."""
        previous = -1
        for line in merge(self.lines_with(BETWEEN + begin), self.lines_with(" " + begin)):
            if line != previous:
                yield line
            previous = line

    def words_from(self, begin: str) -> Sequence[str]:
        """Return the words that begin so."""
        first = bisect_left(self.vocabulary, begin)
        return self.vocabulary[first : bisect_left(self.vocabulary, begin + _LAST, first)]

    def owner(self, line: int) -> int:
        """Return the rank of the entry whose name a line is."""
        return self._owners[line]


def _rank(entry: IndexedActor) -> tuple[int, int, int, str, str]:
    return -entry.mentions, -entry.statements, -entry.about, entry.names[0], entry.iri


def _words(lines: Sequence[str]) -> dict[str, array[int]]:
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, line in enumerate(lines):
        for word in dict.fromkeys(line.split(" ")):
            found[word].append(number)
    return dict(found)
