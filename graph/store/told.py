"""What a store tells of many things at once, by thing and property, each batch in one query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import batched

from sayso.graph.store.asking import SolutionRow, SolutionValue, ask, walk_query
from sayso.graph.store.solutions import nodes_of
from sayso.graph.store.store import Store
from sayso.ontology.namespaces import SAYSO

type ThingRows = Mapping[str, list[SolutionValue]]

_AT_ONCE = 100


def rows_of(store: Store, query: str, parameter: str, things: Iterable[str]) -> Iterator[SolutionRow]:
    """Yield the rows of a walk's query for many things, some hundreds a query. Raises as `ask` does."""
    for batch in batched(dict.fromkeys(things), _AT_ONCE):
        if nodes := tuple(nodes_of(batch)):
            yield from ask(store, walk_query(query), {parameter: nodes})


def told_of(store: Store, query: str, parameter: str, things: Iterable[str]) -> dict[str, ThingRows]:
    """Return thing → property → values, for a query whose rows are (`parameter`, property, value).

    A property goes by its IRI, SaySo's own by their names alone; values are in the order of their texts.
    """
    told: defaultdict[str, defaultdict[str, list[SolutionValue]]] = defaultdict(lambda: defaultdict(list))
    for row in rows_of(store, query, parameter, things):
        told[str(row[parameter])][str(row["property"]).removeprefix(SAYSO)].append(row["value"])
    return {thing: {name: sorted(values, key=str) for name, values in one.items()} for thing, one in told.items()}


def first(told: ThingRows, name: str) -> SolutionValue:
    """Return a value of a property, the first by its text; None where there is none."""
    return next(iter(told.get(name, ())), None)


def share(told: ThingRows, name: str) -> float | None:
    """Return a property that is a share, 0 to 1; None where it is not told, or is no number."""
    value = first(told, name)
    return value if isinstance(value, float) or (isinstance(value, int) and not isinstance(value, bool)) else None


def text(told: ThingRows, name: str) -> str | None:
    """Return a value of a property as a text; None where there is none."""
    return next(iter(texts(told, name)), None)


def text_in(row: Mapping[str, SolutionValue], name: str) -> str | None:
    """Return a cell of a row as a text; None where it is empty."""
    value = row[name]
    return None if value is None else str(value)


def count_in(row: Mapping[str, SolutionValue], name: str) -> int:
    """Return a cell of a row as a whole number; 0 where it is none."""
    value = row.get(name)
    return value if isinstance(value, int) else 0


def texts(told: ThingRows, name: str) -> list[str]:
    """Return all values of a property as texts."""
    return [str(value) for value in told.get(name, ())]
