"""Values for a query's parameters as RDF terms, by the parameter's type."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode

from sayso.ontology import terms
from sayso.ontology.errors import QueryError
from sayso.ontology.namespaces import XSD_DATE, XSD_DECIMAL
from sayso.queries.query import Parameter, ParameterType

Term = NamedNode | Literal

_LOOKS_LIKE_IRI = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_MOST = 2**31 - 1
_KINDS: Final = {
    "person": terms.PERSON,
    "organisation": terms.ORGANISATION,
    "country": terms.COUNTRY,
    "group": terms.GROUP,
}


def term(parameter: Parameter, value: str | Term) -> Term:
    """Turn a value into the RDF term that the parameter's type asks for; a term is taken as it is.

    Raises QueryError where it does not fit: an IRI with a forbidden character, a day that does not exist.
    """
    if isinstance(value, NamedNode | Literal):
        return _plain(parameter, value)
    if not isinstance(value, str):
        raise QueryError(f"{parameter.name}: a string or an RDF term is needed, not a {type(value).__name__}")
    try:
        return _READERS[parameter.type](value)
    except (ValueError, InvalidOperation) as error:
        raise QueryError(f"{parameter.name}: {value!r} is no {parameter.type}: {error}") from error


def _plain(parameter: Parameter, value: Term) -> Term:
    if parameter.type == "count":
        return term(parameter, value.value)
    return value


def _actor(value: str) -> Term:
    if not _LOOKS_LIKE_IRI.match(value):
        raise ValueError("an actor's IRI is needed; `sayso.graph.actors.resolver` tells whom a name means")
    return NamedNode(value)


def _text(value: str) -> Term:
    return Literal(value)


def _date(value: str) -> Term:
    return Literal(date.fromisoformat(value.strip()).isoformat(), datatype=XSD_DATE)


def _share(value: str) -> Term:
    number = Decimal(value.strip())
    if not (number.is_finite() and 0 <= number <= 1):
        raise ValueError("it has to lie between 0 and 1")
    return Literal(f"{number:f}", datatype=XSD_DECIMAL)


def _count(value: str) -> Term:
    if not re.fullmatch(r"[0-9]{1,10}", value.strip()) or int(value) > _MOST:
        raise ValueError(f"a whole number from 0 to {_MOST} is needed")
    return Literal(int(value))


def _word(words: Mapping[str, NamedNode]) -> Callable[[str], Term]:
    def read(value: str) -> Term:
        for word, concept in words.items():
            if value.strip().lower() in (word, concept.value):
                return concept
        raise ValueError(f"known are {', '.join(words)}")

    return read


_READERS: Final[Mapping[ParameterType, Callable[[str], Term]]] = MappingProxyType(
    {
        "actor": _actor,
        "act": _word(terms.ACTS),
        "form": _word(terms.FORMS),
        "status": _word(terms.STATUSES),
        "stance": _word(terms.STANCES),
        "kind": _word(_KINDS),
        "text": _text,
        "date": _date,
        "share": _share,
        "count": _count,
        "iri": NamedNode,
    }
)
