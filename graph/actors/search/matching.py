"""Matching: which entries of an index a text may mean, the best first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from sayso.graph.actors.search.folding import forms
from sayso.graph.actors.search.index import BETWEEN, Index, IndexedActor

type NameMatchKind = Literal["exact", "prefix", "part", "close"]

# So many letters may be wrong, left out, added or swapped in a word or name of at least so many.
_WRONG = ((8, 2), (3, 1))
# Of shorter words that are still being written, hardly anything would be left.
_LEAST_BEGUN = 4
# Words of fewer letters stand inside too many names to mean one of them.
_LEAST_INSIDE = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that matches; `score` is 1 for the very name and sinks from level to level."""

    entry: IndexedActor
    match: NameMatchKind
    score: float


def hits(index: Index, text: str, keep: Callable[[IndexedActor], bool]) -> Iterator[Hit]:
    """Yield the entries that a text may mean, each once.

    Those of that name come first, then those whose name begins so, those with a part of the name that does, and those
    whose name is close; within each level those most often named first. Of the close ones, those with fewer wrong
    letters come first. It is computed only as far as it is read.
    """
    wanted = forms(text)
    seen: set[int] = set()
    for match, score, ranks in _levels(index, wanted):
        for rank in ranks:
            if rank not in seen:
                seen.add(rank)
                if keep(entry := index.entries[rank]):
                    yield Hit(entry, match, score)


def _levels(index: Index, wanted: tuple[str, ...]) -> Iterator[tuple[NameMatchKind, float, Iterable[int]]]:
    yield "exact", 1.0, _ranks(index, (BETWEEN + form + BETWEEN for form in wanted))
    yield "prefix", 0.9, _ranks(index, (BETWEEN + form for form in wanted))
    yield "part", 0.8, _ranks(index, (" " + form for form in wanted))
    yield "part", 0.75, merge(*(_every_word(index, form.split(" ")) for form in wanted if " " in form))
    yield "part", 0.7, _ranks(index, (form for form in wanted if len(form) >= _LEAST_INSIDE))
    for wrong, ranks in _close(index, wanted):
        yield "close", round(0.6 / (1 + wrong), 3), ranks


def _ranks(index: Index, parts: Iterable[str]) -> Iterator[int]:
    return merge(*(map(index.owner, index.lines_with(part)) for part in parts))


def _every_word(index: Index, words: list[str]) -> Iterator[int]:
    """Yield the ranks of names in which every word begins one, in whatever order."""
    longest = max(words, key=len)
    for line in index.lines_with_word(longest):
        begun = index.line(line).split(" ")
        if all(any(one.startswith(word) for one in begun) for word in words):
            yield index.owner(line)


def _close(index: Index, wanted: tuple[str, ...]) -> Iterator[tuple[int, list[int]]]:
    """Yield how many letters are wrong, from few to many, with the ranks of the names in which so many are."""
    found: dict[int, int] = {}
    for form in wanted:
        for line, wrong in (*_close_lines(index, form), *_close_words(index, form.split(" "))):
            rank = index.owner(line)
            found[rank] = min(wrong, found.get(rank, wrong))
    for wrong in sorted(set(found.values())):
        yield wrong, sorted(rank for rank, its in found.items() if its == wrong)


def _close_lines(index: Index, form: str) -> Iterator[tuple[int, int]]:
    if most := _most_wrong(form):
        for _, wrong, line in process.extract(form, index.lines, scorer=OSA.distance, score_cutoff=most, limit=None):
            yield line, wrong


def _close_words(index: Index, words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the lines in which every word is a word, or begins one, but for wrong letters; with their number."""
    common: dict[int, int] | None = None
    for number, word in enumerate(words):
        near = _near(index, word, last=number == len(words) - 1)
        lines: dict[int, int] = {}
        for other, wrong in near.items():
            for line in index.lines_of(other):
                lines[line] = min(wrong, lines.get(line, wrong))
        common = lines if common is None else {at: common[at] + lines[at] for at in common.keys() & lines.keys()}
        if not common:
            return
    yield from (common or {}).items()


def _near(index: Index, word: str, *, last: bool) -> dict[str, int]:
    """Return the words of the index that a word may be, the last one unfinished yet, with how many letters differ."""
    near = dict.fromkeys(index.words_from(word), 0)
    if most := _most_wrong(word):
        choices = index.vocabulary
        for _, wrong, at in process.extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=None):
            near.setdefault(choices[at], int(wrong))
        if last and len(word) >= _LEAST_BEGUN:
            begun = [other[: len(word)] for other in choices]
            for _, wrong, at in process.extract(word, begun, scorer=OSA.distance, score_cutoff=most, limit=None):
                near.setdefault(choices[at], int(wrong))
    return near


def _most_wrong(word: str) -> int:
    return next((wrong for least, wrong in _WRONG if len(word) >= least), 0)
