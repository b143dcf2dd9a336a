"""Cells: what a SELECT answers as text, an IRI in its angle brackets and a literal in its quotation marks.

Of hundred thousands of values, making an object of each takes longer than finding them. The engine writes tables by
itself, without the interpreter, so that one table is written while the one before it is read.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, islice
from typing import Final

from sayso.graph.store.solutions import Answer, Table
from sayso.graph.store.store import Store

_ESCAPED: Final = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_MEANT: Final = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


# A table that nobody has taken apart yet: as the engine wrote it, or as another store answered.
type UnreadTable = bytes | Table


def unread(store: object, text: str) -> UnreadTable:
    """Answer a SELECT. Threads may do so side by side: the engine writes the table without the interpreter.

    Raises TypeError for any other query, and as the store does.
    """
    if isinstance(store, Store):
        return store.table(text)
    answer: Answer = store.query(text)  # type: ignore[attr-defined]
    if not isinstance(answer, Table):
        raise TypeError("no SELECT")
    return answer


def cells_of(table: UnreadTable) -> list[list[str]]:
    """Return a list for each row, a cell for each variable, empty where it is unbound."""
    return named_cells(table)[1]


def named_cells(table: UnreadTable) -> tuple[list[str], list[list[str]]]:
    """Return the names of the variables but for the first, and the cells."""
    if isinstance(table, bytes):
        # Whatever a term holds, neither a tab nor a line's end is written as such.
        lines = table.decode().split("\n")
        return [name[1:] for name in lines[0].split("\t")[1:]], [line.split("\t") for line in lines[1:-1]]
    return list(table.variables[1:]), [["" if term is None else str(term) for term in row] for row in table.rows]


def cells(store: object, text: str) -> list[list[str]]:
    """Answer a SELECT with its cells. Raises as `unread` does."""
    return cells_of(unread(store, text))


def is_iri(cell: str) -> bool:
    """Say whether a cell is an IRI."""
    return cell.startswith("<")


def plain(cell: str) -> str:
    """Return what a reader wants to see of a cell: an IRI or a literal's value, without the marks around it."""
    if cell.startswith("<"):
        return cell[1:-1]
    if cell.startswith('"'):
        value = cell[1 : cell.rindex('"')]
        return _ESCAPED.sub(_unescaped, value) if "\\" in value else value
    return cell


def _unescaped(escaped: re.Match[str]) -> str:
    mark = escaped[1]
    return chr(int(mark[1:], 16)) if len(mark) > 1 else _MEANT.get(mark, mark)


def ahead[Item, Made](store: object, make: Callable[[Item], Made], items: Iterable[Item]) -> Iterator[Made]:
    """Yield what `make` makes of each item out of a store, in order; the next two are made while one is worked on.

    Two threads make them, for reading takes about twice as long as what is done with it; of a store on another server,
    and of a single item, none is needed.
    """
    left = iter(items)
    first = list(islice(left, 2))
    if len(first) < 2 or not isinstance(store, Store) or store.elsewhere:
        yield from map(make, chain(first, left))
        return
    with ThreadPoolExecutor(2) as pool:
        coming = deque(pool.submit(make, item) for item in first)
        for item in left:
            made = coming.popleft().result()
            coming.append(pool.submit(make, item))
            yield made
        while coming:
            yield coming.popleft().result()
