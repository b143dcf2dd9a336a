"""The index: all names of all actors, laid out so that looking through them is one search in a text.

It is one piece of bytes with a few tables, which a file holds as it is: whoever opens it reads only what is asked for.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from heapq import merge
from itertools import accumulate
from operator import attrgetter
from typing import Final, Protocol, overload

from sayso.graph.actors.search.folding import forms

BETWEEN: Final = "\n"
_LAST: Final = "\U0010ffff"
# The names of the parts, in the order in which a file holds them.
PARTS: Final = ("entries", "places", "text", "starts", "owners", "vocabulary", "postings", "lines", "speaking")


@dataclass(frozen=True, slots=True)
class IndexedActor:
    """One actor: `names` are its label and its other names."""

    iri: str
    kind: str | None
    names: tuple[str, ...]
    statements: int = 0
    about: int = 0
    mentions: int = 0


# The dataclass's own way to a tuple copies what stands in it, too, and takes many times as long.
_told: Final = attrgetter(*(field.name for field in fields(IndexedActor)))


class Searched(Protocol):
    """Bytes in which one can look for others: of memory, or of a file."""

    def find(self, sub: bytes, start: int = ..., end: int = ..., /) -> int:
        """Return where others begin, -1 where they do not stand."""
        ...

    def __getitem__(self, key: slice, /) -> bytes:
        """Return a stretch of them."""
        ...


class Index:
    """Entries by rank, those most often named first; what never changes once it is made.

    All forms of all names stand in one text, one a line, in the order of the ranks: so a search through the text finds
    matches in the order in which they are wanted, and can stop when there are enough.
    """

    def __init__(self, entries: Iterable[IndexedActor]) -> None:
        parts = _parts(sorted(entries, key=_rank))
        self._lay(b"".join(parts.values()), [len(part) for part in parts.values()], 0)

    @classmethod
    def of(cls, data: Searched, sizes: Sequence[int], at: int) -> Index:
        """Open what `data` holds from `at` on: PARTS of these sizes in bytes."""
        made = cls.__new__(cls)
        made._lay(data, sizes, at)
        return made

    def _lay(self, data: Searched, sizes: Sequence[int], at: int) -> None:
        ends = list(accumulate(sizes, initial=at))
        self._data = data
        self._spans = {name: slice(ends[number], ends[number + 1]) for number, name in enumerate(PARTS)}
        self.entries: Sequence[IndexedActor] = _Entries(
            data, self._spans["entries"].start, self._numbers("places", "Q")
        )
        self._begin, self._end = self._spans["text"].start, self._spans["text"].stop
        # Where the mark stands that each line begins with.
        self._starts = self._numbers("starts", "Q")
        self._owners = self._numbers("owners", "I")

    def parts(self) -> list[bytes]:
        """Return what a file holds of it."""
        return [self._data[self._spans[name]] for name in PARTS]

    @property
    def speaking(self) -> Iterator[IndexedActor]:
        """The entries, those who speak most first."""
        return map(self.entries.__getitem__, self._numbers("speaking", "I"))

    @cached_property
    def lines(self) -> Sequence[str]:
        """All forms of all names, in the order of the ranks."""
        return self._words_of("text", slice(1, -1))

    @cached_property
    def vocabulary(self) -> Sequence[str]:
        """All words of all names, sorted."""
        return self._words_of("vocabulary", slice(None))

    def lines_with(self, part: str) -> Iterator[int]:
        """Yield the number of each line that holds a text, in their order; BETWEEN marks a line's begin and end."""
        wanted = part.encode("utf-8", "surrogatepass")
        at = self._data.find(wanted, self._begin, self._end)
        while at >= 0:
            line = bisect_right(self._starts, at - self._begin) - 1
            yield line
            if line + 1 == len(self._owners):
                return
            at = self._data.find(wanted, self._begin + self._starts[line + 1], self._end)

    def lines_with_word(self, begin: str) -> Iterator[int]:
        """Yield the number of each line in which a word begins so, in their order, each once."""
        previous = -1
        for line in merge(self.lines_with(BETWEEN + begin), self.lines_with(" " + begin)):
            if line != previous:
                yield line
            previous = line

    def line(self, number: int) -> str:
        """Return a line: a form of a name."""
        end = self._starts[number + 1] if number + 1 < len(self._starts) else self._end - self._begin - 1
        return self._data[self._begin + self._starts[number] + 1 : self._begin + end].decode()

    def words_from(self, begin: str) -> Sequence[str]:
        """Return the words that begin so."""
        first = bisect_left(self.vocabulary, begin)
        return self.vocabulary[first : bisect_left(self.vocabulary, begin + _LAST, first)]

    def lines_of(self, word: str) -> Sequence[int]:
        """Return the numbers of the lines that hold a word of the vocabulary."""
        at = bisect_left(self.vocabulary, word)
        return self._lines[self._postings[at] : self._postings[at + 1]]

    def owner(self, line: int) -> int:
        """Return the rank of the entry whose name a line is."""
        return self._owners[line]

    @cached_property
    def _postings(self) -> array[int]:
        return self._numbers("postings", "I")

    @cached_property
    def _lines(self) -> array[int]:
        return self._numbers("lines", "I")

    def _numbers(self, name: str, type_: str) -> array[int]:
        found: array[int] = array(type_)
        found.frombytes(self._data[self._spans[name]])
        return found

    def _words_of(self, name: str, inside: slice) -> Sequence[str]:
        text = self._data[self._spans[name]].decode()[inside]
        return text.split(BETWEEN) if text else []


class _Entries(Sequence[IndexedActor]):
    """Entries in bytes, each read when it is asked for."""

    def __init__(self, data: Searched, at: int, places: array[int]) -> None:
        self._data, self._at, self._places = data, at, places

    def __len__(self) -> int:
        return len(self._places) - 1

    @overload
    def __getitem__(self, rank: int) -> IndexedActor: ...
    @overload
    def __getitem__(self, rank: slice) -> Sequence[IndexedActor]: ...
    def __getitem__(self, rank: int | slice) -> IndexedActor | Sequence[IndexedActor]:
        if isinstance(rank, slice):
            return [self[each] for each in range(*rank.indices(len(self)))]
        if not -len(self) <= rank < len(self):
            raise IndexError(rank)
        rank %= len(self)
        told = self._data[self._at + self._places[rank] : self._at + self._places[rank + 1]]
        iri, kind, names, *counts = json.loads(told)
        return IndexedActor(iri, kind, tuple(names), *counts)


def _parts(entries: Sequence[IndexedActor]) -> dict[str, bytes]:
    lines: list[str] = []
    owners = array("I")
    for rank, entry in enumerate(entries):
        for form in dict.fromkeys(form for name in entry.names for form in forms(name)):
            lines.append(form)
            owners.append(rank)
    told = [json.dumps(_told(entry), ensure_ascii=False).encode() for entry in entries]
    text = (BETWEEN + BETWEEN.join(lines) + BETWEEN).encode()
    words = _words(lines)
    vocabulary = sorted(words)
    spoken = sorted(range(len(entries)), key=lambda at: _spoken(entries[at]))
    return {
        "entries": b"".join(told),
        "places": array("Q", accumulate(map(len, told), initial=0)).tobytes(),
        "text": text,
        "starts": array("Q", accumulate((len(line.encode()) + 1 for line in lines[:-1]), initial=0)).tobytes()
        if lines
        else b"",
        "owners": owners.tobytes(),
        "vocabulary": BETWEEN.join(vocabulary).encode(),
        "postings": array("I", accumulate((len(words[word]) for word in vocabulary), initial=0)).tobytes(),
        "lines": b"".join(words[word].tobytes() for word in vocabulary),
        "speaking": array("I", spoken).tobytes(),
    }


def _rank(entry: IndexedActor) -> tuple[int, int, int, str, str]:
    return -entry.mentions, -entry.statements, -entry.about, entry.names[0], entry.iri


def _spoken(entry: IndexedActor) -> tuple[int, int, int]:
    return -entry.statements, -entry.about, -entry.mentions


def _words(lines: Sequence[str]) -> Mapping[str, array[int]]:
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, line in enumerate(lines):
        for word in dict.fromkeys(line.split(" ")):
            found[word].append(number)
    return found
