"""Comparison: whether quoted words stand in a text verbatim, nearly, or not, and in what they differ."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from rapidfuzz.distance import Levenshtein, Opcode

from sayso.graph.answers.quotations.placed import PlacedWords, placed
from sayso.graph.statements.wording import telling

type QuotationVerdict = Literal["verbatim", "nearly", "absent"]
type MatchKind = Literal["left out", "added", "changed"]

# Of fewer words nothing can be said to be nearly the same: "highly likely" is not "highly unlikely".
_LEAST: Final = 5
_LEAST_TELLING: Final = 2
_LEAST_ALIKE: Final = 0.66
# What a quotation may leave out in a row, where it says so by an ellipsis, and where it does not.
_LEFT_OUT_MARKED: Final = 120
_ELLIPSIS = re.compile(r"\s*(?:…|\.\s?\.\s?\.|\[[^\]\n]{0,80}\])\s*")
_GRAVE: Final = frozenset(
    "no not never none nobody nothing neither nor without hardly barely t cannot all every always only must may might "
    "could should would will can".split()
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the article that the quotation leaves out, changes or adds to.

    `ours` are the quotation's, `theirs` the article's, each as written. `grave` is true where a negation, a number, or
    a word of how sure or how much is among them: a look at the sentence is due.
    """

    kind: MatchKind
    ours: str
    theirs: str
    grave: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where in a text the words stand (code points, end exclusive), how much alike (1 for verbatim), what differs."""

    verdict: QuotationVerdict
    start: int
    end: int
    likeness: float
    differences: tuple[Difference, ...] = ()


def compare(quotation: PlacedWords, text: PlacedWords) -> Comparison | None:
    """Compare a quotation with a text; None where it does not stand there.

    Case, punctuation and the form of quotation marks count for nothing. What is marked as left out ("…", "[…]") makes
    a quotation that is nearly the text's, with what was left out as the difference.
    """
    at = text.find(quotation)
    if at is not None:
        last = at + len(quotation.words)
        return Comparison("verbatim", text.starts[at], text.ends[last - 1], 1.0)
    if len(quotation.words) < _LEAST or telling(quotation.words) < _LEAST_TELLING:
        return None
    return _in_parts(quotation, text) or _aligned(quotation, text)


def _in_parts(quotation: PlacedWords, text: PlacedWords) -> Comparison | None:
    """Find the parts of a quotation with marked gaps, one after the other and close together."""
    parts = [part for part in map(placed, _ELLIPSIS.split(quotation.text)) if part.words]
    if len(parts) < 2:
        return None
    ranges: list[tuple[int, int]] = []
    for part in parts:
        after = ranges[-1][1] if ranges else 0
        at = text.line.find(part.line, text.offsets[after]) if after < len(text.words) else -1
        if at < 0:
            return None
        first = text.offsets.index(at)
        if ranges and first - after > _LEFT_OUT_MARKED:
            return None
        ranges.append((first, first + len(part.words)))
    gaps = [text.between(one[1], two[0]) for one, two in pairwise(ranges)]
    found = tuple(Difference("left out", "", gap, _grave(gap)) for gap in gaps if gap)
    start, end = text.starts[ranges[0][0]], text.ends[ranges[-1][1] - 1]
    return Comparison("nearly" if found else "verbatim", start, end, _likeness(quotation, ranges, found), found)


def _likeness(quotation: PlacedWords, ranges: Sequence[tuple[int, int]], found: tuple[Difference, ...]) -> float:
    if not found:
        return 1.0
    return round(2 * len(quotation.words) / (len(quotation.words) + ranges[-1][1] - ranges[0][0]), 3)


def _aligned(quotation: PlacedWords, text: PlacedWords) -> Comparison | None:
    window = _densest(quotation.words, text.words)
    if window is None:
        return None
    first, last = window
    steps = _trimmed(Levenshtein.opcodes(quotation.words, text.words[first:last]))
    if not steps:
        return None
    begin, finish = steps[0].dest_start + first, steps[-1].dest_end + first
    same = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    likeness = 2 * same / (len(quotation.words) + finish - begin)
    shared = [word for step in steps if step.tag == "equal" for word in quotation.words[step.src_start : step.src_end]]
    if likeness < _LEAST_ALIKE or telling(shared) < _LEAST_TELLING:
        return None
    found = tuple(_differences(quotation, text, steps, first))
    return Comparison("nearly", text.starts[begin], text.ends[finish - 1], round(likeness, 3), found)


@dataclass(frozen=True, slots=True)
class _Step:
    tag: str
    src_start: int
    src_end: int
    dest_start: int
    dest_end: int


def _trimmed(codes: Iterable[Opcode]) -> list[_Step]:
    """Take what the text has before and after the quotation off the ends."""
    steps = deque(_Step(code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end) for code in codes)
    while steps and steps[0].tag == "insert":
        steps.popleft()
    while steps and steps[-1].tag == "insert":
        steps.pop()
    return list(steps) if any(step.tag == "equal" for step in steps) else []


def _densest(wanted: tuple[str, ...], words: tuple[str, ...]) -> tuple[int, int] | None:
    """Return the range of words that holds most of the wanted ones, each as often as it is wanted, close together."""
    left = Counter(wanted)
    weights = {word: 1.0 if telling((word,)) else 0.2 for word in left}
    places = [(at, word) for at, word in enumerate(words) if word in left]
    size = len(wanted) + max(4, len(wanted) // 3)
    best: tuple[float, int, int] | None = None
    held: Counter[str] = Counter()
    inside: deque[tuple[int, str]] = deque()
    weight = 0.0
    for at, word in places:
        inside.append((at, word))
        held[word] += 1
        weight += weights[word] if held[word] <= left[word] else 0.0
        while inside[0][0] <= at - size:
            _, gone = inside.popleft()
            weight -= weights[gone] if held[gone] <= left[gone] else 0.0
            held[gone] -= 1
        if best is None or weight > best[0] + 1e-9:
            best = (weight, inside[0][0], at + 1)
    if best is None or best[0] < _LEAST_ALIKE * 0.6 * sum(weights[word] * n for word, n in left.items()):
        return None
    # A changed word at either end is one that the text does not share.
    return max(best[1] - 2, 0), min(best[2] + 2, len(words))


def _differences(quotation: PlacedWords, text: PlacedWords, steps: Sequence[_Step], first: int) -> Iterator[Difference]:
    kinds: dict[str, MatchKind] = {"delete": "added", "insert": "left out", "replace": "changed"}
    for step in _joined(steps):
        if step.tag != "equal":
            ours = quotation.between(step.src_start, step.src_end)
            theirs = text.between(step.dest_start + first, step.dest_end + first)
            yield Difference(kinds[step.tag], ours, theirs, _grave(ours) or _grave(theirs))


def _joined(steps: Sequence[_Step]) -> list[_Step]:
    """Join changes that stand beside one another: one replaced word and one left out are one change."""
    found: list[_Step] = []
    for step in steps:
        if found and step.tag != "equal" and found[-1].tag != "equal":
            before = found.pop()
            whole = _Step("", before.src_start, step.src_end, before.dest_start, step.dest_end)
            empty = (whole.src_start == whole.src_end, whole.dest_start == whole.dest_end)
            tag = {(True, False): "insert", (False, True): "delete"}.get(empty, "replace")
            step = _Step(tag, whole.src_start, whole.src_end, whole.dest_start, whole.dest_end)
        found.append(step)
    return found


def _grave(words: str) -> bool:
    return any(word in _GRAVE or any(char.isdigit() for char in word) for word in placed(words).words)
