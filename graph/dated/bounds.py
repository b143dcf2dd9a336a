"""Pages of what is sorted by a value that is known to be no smaller, or no larger, than another that is kept.

A question says with a line `# first (?thing) from TABLE by matter holder` that its rows come by the column `matter`
upwards, that no row of a thing comes before what TABLE, a query of queries/walk, tells of it, and which columns tell
one row from another; `# most (?thing) from TABLE by count thing` that they come by the column `count` downwards. Then a
page is looked for among the things that come first, and among more of them until it is full.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Final

from pyoxigraph import Literal, NamedNode

from sayso.graph.store.asking import walk_query
from sayso.graph.store.keeping import version_of
from sayso.graph.store.solutions import Table, Term
from sayso.graph.store.store import Store
from sayso.ontology.namespaces import XSD
from sayso.queries.binder import FIRST, filled

# The sort of a term, and what it is sorted by among others of its sort.
type Sorted = tuple[str, str | int]

_MOST_KEPT: Final = 8
# Of more, the engine finds its way as fast through all of them.
_MOST: Final = 1_000
_MORE: Final = 5
_INTEGER: Final = f"{XSD}integer"
_STRING: Final = f"{XSD}string"


@dataclass(frozen=True, slots=True)
class Bounded:
    """Things with the same bound: each a term for each variable."""

    bound: Sorted
    things: tuple[tuple[Term, ...], ...]


def bounds_of(store: Store, table: str, down: bool) -> Sequence[Bounded] | None:
    """Return the things of a table by their bounds, in the order of a page; those of a snapshot are read once.

    None where the bounds are not all of one sort. The table tells what belongs together (`key`), the bound, and the
    thing, a column for each variable: what belongs together has one bound, the first.
    """
    version = version_of(store)
    return _kept(store, version, table, down) if version else _read(store, table, down)


@lru_cache(maxsize=_MOST_KEPT)
def _kept(store: Store, _version: str, table: str, down: bool) -> Sequence[Bounded] | None:
    return _read(store, table, down)


def _read(store: Store, table: str, down: bool) -> Sequence[Bounded] | None:
    told = store.query(walk_query(table).text)
    if not isinstance(told, Table):
        raise TypeError(f"{table} is no SELECT")
    best: dict[Term, Sorted] = {}
    first = max if down else min
    found: list[tuple[Term, tuple[Term, ...]]] = []
    for key, bound, *thing in told.rows:
        value, terms = sorted_by(bound), tuple(term for term in thing if term is not None)
        if value is None or key is None or len(terms) < len(thing):
            return None
        best[key] = first(value, best.get(key, value))
        found.append((key, terms))
    if len({sort for sort, _ in best.values()}) > 1:
        return None
    found.sort(key=lambda one: best[one[0]], reverse=down)
    return [
        Bounded(bound, tuple(dict.fromkeys(terms for _, terms in some)))
        for bound, some in groupby(found, key=lambda one: best[one[0]])
    ]


def sorted_by(term: Term | None) -> Sorted | None:
    """Return that by which the engine sorts a term among others of its sort; None for sorts that are not known here."""
    match term:
        case NamedNode():
            return "iri", term.value
        case Literal(datatype=NamedNode(value=datatype)) if datatype == _STRING:
            return datatype, term.value
        case Literal(datatype=NamedNode(value=datatype)) if datatype == _INTEGER:
            return datatype, int(term.value)
        case _:
            return None


def page(store: Store, text: str, limit: int, offset: int) -> Table | None:
    """Look for a page of so many rows, after so many others, among the things that come first; None for: among all.

    `text` is the question's, bound. Raises as `Store.query` does.
    """
    place = FIRST.search(text)
    if place is None:
        return None
    down = place["way"] == "most"
    found = bounds_of(store, place["table"], down)
    column, *_ = keys = place["by"].split()
    for few, beyond in _fewer(found or (), limit + offset):
        told = store.query(filled(FIRST, text, few))
        if not isinstance(told, Table) or different(told, keys) < limit:
            continue
        ends = [sorted_by(row[told.variables.index(column)]) for row in told.rows]
        if all(end is not None and end[0] == beyond[0] and (end > beyond if down else end < beyond) for end in ends):
            return told
    return None


def _fewer(found: Sequence[Bounded], wanted: int) -> Iterator[tuple[Sequence[tuple[Term, ...]], Sorted]]:
    """Yield more and more of the things that come first, with the bound of the next."""
    few: list[tuple[Term, ...]] = []
    most = sum(len(one.things) for one in found) // 2
    for one, after in pairwise(found):
        few.extend(one.things)
        if len(few) > min(most, _MOST):
            return
        if len(few) >= wanted:
            yield few, after.bound
            wanted = _MORE * len(few)


def different(told: Table, keys: Iterable[str]) -> int:
    """Return how many rows differ in some columns."""
    places = [told.variables.index(key) for key in keys]
    return len({tuple(row[place] for place in places) for row in told.rows})
