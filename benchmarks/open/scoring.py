"""Scores of what was found against the judgements, counted over all articles.

A statement is met where content shares half of the characters of both together (intersection over union), one to one,
the best first. An attribution is right where its source overlaps besides, or there is none on both sides. Speakers and
acts are counted in statements that are met. A demand is right with its demander and half of its words, a position with
holder, stance and a quarter. Names are compared without case, articles, possessives and punctuation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any

from benchmarks.open.found import Found, FoundWords

_SMALL = frozenset({"the", "a", "an", "his", "her", "its", "their", "our"})
_MET, _DEMAND, _POSITION = 0.5, 0.5, 0.25


def score(articles: Iterable[tuple[dict[str, Any], Found]]) -> dict[str, float | None]:
    """Return each measure in percent; None where the extractor does not look for such things."""
    count: Counter[str] = Counter()
    looks = {"act": False, "positions": False, "demands": False}
    for article, found in articles:
        _statements(article["statements"], found, count)
        looks["act"] |= any(each.act for each in found.statements)
        for kind, need, given in (("positions", _POSITION, found.positions), ("demands", _DEMAND, found.demands)):
            looks[kind] |= given is not None
            _words(_wanted(article["statements"], kind), given or (), kind, need, count)
    measures: dict[str, float | None] = {name: f1(count, name) for name in ("attribution", "statement", "speaker")}
    measures["act"] = 100 * count["act"] / max(1, count["statement right"]) if looks["act"] else None
    return measures | {kind: f1(count, kind) if looks[kind] else None for kind in ("positions", "demands")}


def f1(count: Counter[str], kind: str) -> float:
    """Return the harmonic mean of precision and recall, in percent."""
    both = count[f"{kind} found"] + count[f"{kind} wanted"]
    return 200 * count[f"{kind} right"] / both if both else 0.0


def normal(name: str) -> str:
    """Return a name as names are compared."""
    words = re.sub(r"[^\w\s]", " ", re.sub("[’']s", "", name.casefold())).split()
    return " ".join(word for word in words if word not in _SMALL)


def paired(
    wanted: Sequence[set[int]], found: Sequence[set[int]], need: float, fits: Callable[[int, int], bool]
) -> list[tuple[int, int]]:
    """Pair what shares enough, one to one, the best first."""
    likely = (
        (len(one & other) / len(one | other), number, place)
        for number, one in enumerate(wanted)
        for place, other in enumerate(found)
        if one & other
    )
    pairs: dict[int, int] = {}
    for value, number, place in sorted(likely, reverse=True):
        if value >= need and number not in pairs and place not in pairs.values() and fits(number, place):
            pairs[number] = place
    return list(pairs.items())


def _characters(spans: Iterable[Sequence[int]]) -> set[int]:
    return set(chain.from_iterable(range(start, end) for start, end in spans))


def _statements(wanted: list[dict[str, Any]], found: Found, count: Counter[str]) -> None:
    contents = [_characters(each["content"]) for each in wanted]
    others = [_characters(each.content) for each in found.statements]
    pairs = paired(contents, others, _MET, lambda *_: True)
    for kind in ("statement", "attribution"):
        count[f"{kind} wanted"] += len(wanted)
        count[f"{kind} found"] += len(others)
    count["statement right"] += len(pairs)
    for number, place in pairs:
        gold, one = wanted[number], found.statements[place]
        source, other = _characters(gold["source"]), _characters(one.source)
        count["attribution right"] += bool(source & other) or not (source or other)
        names = {normal(name) for name in gold["speaker"]}
        called = [{normal(name) for name in speaker} for speaker in one.speakers]
        count["speaker wanted"] += len(names)
        count["speaker found"] += len(called)
        count["speaker right"] += sum(any(name in speaker for speaker in called) for name in names)
        count["act"] += one.act in (gold["act"], *gold.get("act_also", ()))


def _wanted(statements: list[dict[str, Any]], kind: str) -> list[FoundWords]:
    return [
        FoundWords((each["span"][0], each["span"][1]), frozenset({normal(who)}), each.get("stance"))
        for statement in statements
        for each in statement.get(kind, ())
        for who in ([each["holder"]] if each.get("holder") else statement["speaker"])
    ]


def _words(wanted: list[FoundWords], found: Sequence[FoundWords], kind: str, need: float, count: Counter[str]) -> None:
    def fits(number: int, place: int) -> bool:
        one, other = wanted[number], found[place]
        return one.stance == other.stance and bool(one.who & {normal(name) for name in other.who})

    pairs = paired([_characters([e.span]) for e in wanted], [_characters([e.span]) for e in found], need, fits)
    count[f"{kind} wanted"] += len(wanted)
    count[f"{kind} found"] += len(found)
    count[f"{kind} right"] += len(pairs)
