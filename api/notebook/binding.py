"""Python values into SPARQL: only as RDF terms, and only where the text has a place for them.

A place is a line `VALUES ?name { UNDEF }`, or one of the parameters that the text's header declares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from pyoxigraph import Literal, NamedNode

from sayso.ontology.errors import QueryError
from sayso.ontology.namespaces import XSD_DATE, XSD_DATE_TIME, XSD_DECIMAL
from sayso.queries.catalogue import bind
from sayso.queries.query import Parameter, Query, read
from sayso.queries.values import Term

type Single = str | bool | int | float | Decimal | date | datetime | Term | None
type Given = Single | list[Single] | tuple[Single, ...]

_PLACE: Final = re.compile(r"^\s*VALUES \?(\w+) \{ UNDEF \}\s*$", re.MULTILINE)
_IRI: Final = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)


def bound(text: str, values: Mapping[str, Given]) -> str:
    """Return SPARQL with the values in its places.

    Raises UsageError for a name without a place, QueryError for a value that is no term or does not fit.
    """
    return bind_query(_with_places(read("the query", text)), values) if values else text


def bind_query(query: Query, values: Mapping[str, Given], among: Iterable[NamedNode] = ()) -> str:
    """Return a query's SPARQL with the values in it, each read by its parameter's type; None counts as not given.

    `among` are the articles that are asked, where there are any.
    """
    types = {parameter.name: parameter for parameter in query.parameters}
    given = {name: _given(types.get(name), value) for name, value in values.items() if value is not None}
    return bind(query, given, among)


def _with_places(query: Query) -> Query:
    known = set(query.parameter_names)
    places = [name for name in dict.fromkeys(_PLACE.findall(query.text)) if name not in known]
    return replace(query, parameters=(*query.parameters, *(Parameter(name, "text", "") for name in places)))


def _given(parameter: Parameter | None, value: Given) -> str | Term | tuple[Term, ...]:
    declared = parameter is not None and parameter.description != ""
    if isinstance(value, list | tuple):
        if declared:
            raise QueryError(f"{parameter.name if parameter else ''}: one value is needed, not several")
        return tuple(dict.fromkeys(map(as_term, value)))
    return _as_text(value) if declared else as_term(value)


def _as_text(value: Single) -> str | Term:
    """Return a value as the catalogue's parameters read it."""
    match value:
        case str() | NamedNode() | Literal():
            return value
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case float():
            return f"{Decimal(repr(value)):f}"
        case _:
            return str(value)


def as_term(value: object) -> Term:
    """Return a Python value as an RDF term: a string that is an address (scheme://…) as an IRI, others as literals.

    Terms are taken as they are. Raises QueryError for what is no term.
    """
    match value:
        case NamedNode() | Literal():
            return value
        case str() if _IRI.fullmatch(value):
            return _iri(value)
        case bool() | int() | str():
            return Literal(value)
        case float():
            return Literal(value)
        case Decimal() if value.is_finite():
            return Literal(f"{value:f}", datatype=XSD_DECIMAL)
        case datetime():
            return Literal(value.isoformat(), datatype=XSD_DATE_TIME)
        case date():
            return Literal(value.isoformat(), datatype=XSD_DATE)
    # Cells of numpy and pandas know their Python value.
    item = getattr(value, "item", None)
    if callable(item) and not isinstance(plain := item(), type(value)):
        return as_term(plain)
    raise QueryError(f"{type(value).__name__} is no RDF term: strings, numbers, truth values, days and terms are")


def _iri(value: str) -> NamedNode:
    try:
        return NamedNode(value)
    except ValueError as error:
        raise QueryError(f"{value!r} is no IRI: {error}; for a text that looks like one give Literal(…)") from error
