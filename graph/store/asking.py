"""Asking a store a question of the catalogue, and its rows as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from math import isfinite
from pathlib import Path
from typing import Protocol

from pyoxigraph import Literal, NamedNode

from sayso.graph.store.solutions import Answer, Table, Term, text_of
from sayso.graph.store.store import Store
from sayso.ontology.namespaces import XSD
from sayso.queries import catalogue
from sayso.queries.fragments import expanded
from sayso.queries.query import Query, read
from sayso.queries.values import Term as Given
from sayso.queries.whole import counted

type BoundValue = str | Given | tuple[str | Given, ...]
# What a query answers: numbers and booleans as such, everything else as text, None where nothing is bound.
type SolutionValue = bool | int | float | str | None
type SolutionRow = dict[str, SolutionValue]

_NUMBERS = frozenset(XSD + name for name in ("decimal", "double", "float"))


@cache
def walk_query(name: str) -> Query:
    """Return one of the queries that only the walks ask, from queries/walk."""
    return read(name, expanded((catalogue.FOLDER / "walk" / f"{Path(name).name}.rq").read_text("utf-8")))


class Askable(Protocol):
    """What is asked: a store in a folder, or one behind an address."""

    @property
    def base(self) -> str:
        """What the IRIs of articles and actors begin with."""
        ...

    def query(self, text: str) -> Answer:
        """Answer a SPARQL query."""
        ...


def ask(store: Askable, query: Query, values: Mapping[str, BoundValue]) -> list[SolutionRow]:
    """Return the rows of a query; an unbound cell is None. Raises as `bind` and `Store.query` do."""
    return told(store.query(catalogue.bind(query, values)))


def told(answer: Answer) -> list[SolutionRow]:
    """Return the rows of an answer. Raises TypeError where it is none of a SELECT."""
    if not isinstance(answer, Table):
        raise TypeError("this query is no SELECT")
    return [{name: plain_value(term) for name, term in zip(answer.variables, row, strict=True)} for row in answer.rows]


def count_rows(store: Askable, query: Query, values: Mapping[str, BoundValue]) -> int:
    """Return how many rows a query has without its limit. Raises as `ask` does."""
    answer = store.query(counted(catalogue.bind(query, {**values, "limit": "0"})))
    return int(text_of(answer.rows[0][0])) if isinstance(answer, Table) else 0


def rows(store: Store, name: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of one of the walks' own queries that takes no value, as texts; for many rows."""
    answer = store.query(walk_query(name).text)
    if not isinstance(answer, Table):
        raise TypeError(f"{name} is no SELECT")
    return (tuple(map(text_of, row)) for row in answer.rows)


def plain_value(term: Term | None) -> SolutionValue:
    """Return a term's value: numbers and booleans as such, everything else (a number that is none, too) as its text."""
    match term:
        case None:
            return None
        case Literal(datatype=NamedNode(value=datatype)) if datatype == XSD + "integer" or datatype in _NUMBERS:
            return _number(term.value, whole=datatype == XSD + "integer")
        case Literal(datatype=NamedNode(value=datatype)) if datatype == XSD + "boolean":
            return term.value in ("true", "1")
        case NamedNode() | Literal():
            return term.value
        case _:
            return str(term)


def _number(text: str, *, whole: bool) -> SolutionValue:
    try:
        if whole:
            return int(text)
        value = float(text)
    except ValueError:
        return text
    # JSON has no word for what is not finite.
    return value if isfinite(value) else text
