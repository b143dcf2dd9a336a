"""Which columns of a table fit a terminal, and how wide each is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

GAP: Final = 2
# Columns of running text; the others hold names.
RUNNING: Final = frozenset(("words", "matter", "sentence", "evidence", "answers", "breaks"))
_NARROW_NAME = 12
_NARROW_TEXT = 26
_WORTH = 2


def fitted(columns: Sequence[str], rows: Sequence[Sequence[str]], available: int) -> list[int]:
    """Return the widths of the first columns that fit into `available` characters, a gap after each; at least one.

    A column is never wider than its longest cell. Where not everything fits the widest give way, running text being
    worth twice the width of a name, down to the least at which each can be read.
    """
    needed = [max([len(name), *(len(row[n]) for row in rows)]) for n, name in enumerate(columns)]
    least = [
        min(need, _NARROW_TEXT if name in RUNNING else _NARROW_NAME) for name, need in zip(columns, needed, strict=True)
    ]
    count = max(1, sum(1 for n in range(len(columns)) if sum(least[: n + 1]) + GAP * (n + 1) <= available))
    least, room = least[:count], available - GAP * count
    widths = needed[:count]
    while sum(widths) > room:
        spare = [n for n in range(count) if widths[n] > least[n]]
        if not spare:
            return [min(width, room) for width in widths]
        widths[max(spare, key=lambda n: widths[n] / (_WORTH if columns[n] in RUNNING else 1))] -= 1
    return widths
