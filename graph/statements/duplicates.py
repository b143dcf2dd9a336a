"""Near-duplicates: articles with nearly the same text, as when two papers print one agency's report."""

from __future__ import annotations

from functools import lru_cache

from sayso.graph.statements.wording import prints, words_of

_RUN = 5
_SKETCH = 32
_ALIKE = 0.5  # of the runs of both
_CONTAINED, _SHORTEST_PART = 0.8, 1 / 3  # of the shorter one's runs, which may be so much shorter


# A text that many articles share is compared with each of them.
@lru_cache(maxsize=256)
def runs(text: str) -> frozenset[int]:
    """Return a number for each run of five words."""
    return frozenset(prints(words_of(text), _RUN))


def sketch(text: str) -> frozenset[int]:
    """Return a few of the numbers of a text, the smallest: texts that share many runs share many of these."""
    return frozenset(sorted(runs(text))[:_SKETCH])


def needed(size: int) -> int:
    """Return how many numbers of a sketch of `size` another one has to share for the texts to be worth comparing."""
    return min(4, max(1, size // 4))


def nearly_same(one: str, other: str) -> bool:
    """Say whether two texts have most of their wording in common, one of them perhaps cut to a third."""
    a, b = runs(one), runs(other)
    shared, smaller, larger = len(a & b), min(len(a), len(b)), max(len(a), len(b))
    if not smaller:
        return False
    whole = len(a) + len(b) - shared
    return shared >= _ALIKE * whole or (shared >= _CONTAINED * smaller and smaller >= _SHORTEST_PART * larger)
