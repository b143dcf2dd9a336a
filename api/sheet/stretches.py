"""Stretches: a text cut at everything that is marked in it, each piece with what lies on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

ROLES = ("content", "speaker", "cue")


@dataclass(frozen=True, slots=True)
class SheetMark:
    """Code points `start` to `end` (exclusive) of a text; `number` is that of the statement whose words they are."""

    start: int
    end: int
    role: str
    number: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text and the statements that have it as content, speaker or cue; those that begin with it, too."""

    text: str
    on: Mapping[str, tuple[int, ...]]
    begins: tuple[int, ...] = ()


def marks_of(statements: Iterable[Mapping[str, Any]]) -> list[SheetMark]:
    """Return the marks of cards, numbered from 1 in their order."""
    return [
        SheetMark(start, end, role, number)
        for number, card in enumerate(statements, 1)
        for role in ROLES
        for start, end in card["spans"][role]
        if start < end
    ]


def stretches(text: str, start: int, end: int, marks: Iterable[SheetMark]) -> Iterator[Stretch]:
    """Yield code points `start` to `end` of a text in pieces; joined they are that part of it.

    A statement begins where its first words stand. It takes time by the number of marks and of those on one another.
    """
    here = [mark for mark in marks if mark.start < end and start < mark.end]
    begins: defaultdict[int, list[int]] = defaultdict(list)
    for number, first in _beginnings(here).items():
        begins[max(first, start)].append(number)
    opening: defaultdict[int, list[SheetMark]] = defaultdict(list)
    for mark in here:
        opening[max(mark.start, start)].append(mark)
    cuts = sorted({start, end, *opening, *(mark.end for mark in here if mark.end < end)})
    lying: list[SheetMark] = []
    for left, right in pairwise(cuts):
        lying = [mark for mark in lying if mark.end > left] + opening[left]
        on: defaultdict[str, set[int]] = defaultdict(set)
        for mark in lying:
            on[mark.role].add(mark.number)
        told = {role: tuple(sorted(numbers)) for role, numbers in on.items()}
        yield Stretch(text[left:right], told, tuple(sorted(begins[left])))


def _beginnings(marks: Iterable[SheetMark]) -> dict[int, int]:
    first: dict[int, int] = {}
    for mark in marks:
        if mark.role == "content":
            first[mark.number] = min(mark.start, first.get(mark.number, mark.start))
    return first


def by_paragraph(ranges: Sequence[tuple[int, int]], marks: Iterable[SheetMark]) -> list[list[SheetMark]]:
    """Return for each paragraph the marks that lie on it."""
    starts = [start for start, _ in ranges]
    found: list[list[SheetMark]] = [[] for _ in ranges]
    for mark in marks:
        for at in range(max(bisect_right(starts, mark.start) - 1, 0), bisect_left(starts, mark.end)):
            found[at].append(mark)
    return found


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph of a text begins and ends: the lines that hold something."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1
