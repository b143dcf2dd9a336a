"""Pages of what is sorted by a value of which a bound is kept.

A question says with a line `# first (?thing) from TABLE by matter holder` that its rows come by the column `matter`
upwards, that no row of a thing comes before what TABLE, a query of queries/walk, tells of it, and which columns tell
one row from another; with `# most …` that they come by it downwards. `# often (?thing) from TABLE by count one other`
says that rows count things, that they come by their number downwards, and TABLE tells which count together. A page is
then looked for among the things that come first, and among more of them until it is full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from sayso.queries.values import Term as Given

# The sort of a term, and what it is sorted by among others of its sort.
type Sorted = tuple[str, str | int]

_MOST_KEPT: Final = 12
# Of more, the engine finds its way as fast through all of them.
_MOST: Final = 2_400
_MORE: Final = 5
_INTEGER: Final = f"{XSD}integer"
_STRING: Final = f"{XSD}string"


@dataclass(frozen=True, slots=True)
class Bounded:
    """Things with the same bound, each a term for each variable, and how many there are of what belongs together."""

    bound: Sorted
    keys: int
    things: tuple[tuple[Given, ...], ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The things of a table that come first, by their bounds, and how many there are in all."""

    first: tuple[Bounded, ...]
    total: int


def bounds_of(store: Store, table: str, way: str) -> Bounds:
    """Return the things of a table in the order of a page; those of a snapshot are read once.

    There are none where the bounds are not all of one sort. The table tells what belongs together (`key`), the bound
    unless it is how many things do, and the thing, a column for each variable. What belongs together has one bound.
    """
    version = version_of(store)
    return _kept(store, version, table, way) if version else _read(store, table, way)


@lru_cache(maxsize=_MOST_KEPT)
def _kept(store: Store, _version: str, table: str, way: str) -> Bounds:
    return _read(store, table, way)


def _read(store: Store, table: str, way: str) -> Bounds:
    told = store.query(walk_query(table).text)
    if not isinstance(told, Table):
        raise TypeError(f"{table} is no SELECT")
    found: defaultdict[Term | None, dict[tuple[Term | None, ...], None]] = defaultdict(dict)
    bounds: defaultdict[Term | None, list[Sorted | None]] = defaultdict(list)
    for key, *rest in told.rows:
        found[key][tuple(rest if way == "often" else rest[1:])] = None
        if way != "often":
            bounds[key].append(sorted_by(rest[0]))
    if way == "often":
        bounds.update({key: [(_INTEGER, len(things))] for key, things in found.items()})
    return _in_order(found, bounds, down=way != "first")


def _in_order(
    found: Mapping[Term | None, Iterable[tuple[Term | None, ...]]],
    bounds: Mapping[Term | None, Sequence[Sorted | None]],
    *,
    down: bool,
) -> Bounds:
    known = [bound for some in bounds.values() for bound in some if bound is not None]
    given = all(isinstance(term, Given) for things in found.values() for thing in things for term in thing)
    whole = given and None not in found and len(known) == sum(map(len, bounds.values()))
    if not whole or len({sort for sort, _ in known}) != 1:
        return Bounds((), 0)
    best = {key: (max if down else min)(bound for bound in some if bound) for key, some in bounds.items()}
    first: list[Bounded] = []
    for bound, keys in groupby(sorted(best, key=best.__getitem__, reverse=down), key=best.__getitem__):
        together = list(keys)
        things = dict.fromkeys(thing for key in together for thing in found[key])
        first.append(
            Bounded(
                bound,
                len(together),
                tuple(tuple(term for term in thing if isinstance(term, Given)) for thing in things),
            )
        )
        if sum(len(one.things) for one in first) > _MOST:
            break
    return Bounds(tuple(first), len({thing for things in found.values() for thing in things}))


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
    down = place["way"] != "first"
    column, *_ = keys = place["by"].split()
    for few, beyond in _fewer(bounds_of(store, place["table"], place["way"]), limit + offset):
        told = store.query(filled(FIRST, text, few))
        if not isinstance(told, Table) or different(told, keys) < limit:
            continue
        ends = [sorted_by(row[told.variables.index(column)]) for row in told.rows]
        if all(end is not None and end[0] == beyond[0] and (end > beyond if down else end < beyond) for end in ends):
            return told
    return None


def _fewer(bounds: Bounds, wanted: int) -> Iterator[tuple[Sequence[tuple[Given, ...]], Sorted]]:
    """Yield more and more of the things that come first, with the bound of the next."""
    few: list[tuple[Given, ...]] = []
    # Each key has a row at least, unless it is restricted.
    keys = 0
    for one, after in pairwise(bounds.first):
        few.extend(one.things)
        keys += one.keys
        if len(few) > min(_MOST, bounds.total // 2):
            return
        if keys >= wanted:
            yield few, after.bound
            wanted = _MORE * keys


def different(told: Table, keys: Iterable[str]) -> int:
    """Return how many rows differ in some columns."""
    places = [told.variables.index(key) for key in keys]
    return len({tuple(row[place] for place in places) for row in told.rows})
