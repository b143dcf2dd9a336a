"""Python values of RDF terms, by datatype: https://www.w3.org/TR/rdf11-concepts/#xsd-datatypes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal

import pyoxigraph as ox

from sayso.graph.store.solutions import Term, text_of
from sayso.ontology.namespaces import XSD

type Value = str | int | float | Decimal | bool | date | datetime | None
type Kind = Literal["integer", "decimal", "double", "boolean", "date", "datetime", "text"]

_INTEGERS = (
    "integer int long short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger "
    "unsignedInt unsignedLong unsignedShort unsignedByte"
)
# Python's own readers take more than XML Schema does: "1_000", "20240305", "infinity".
_NUMBER: Final = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_ZONE: Final = r"(?:Z|[+-][0-9]{2}:[0-9]{2})?"
_DAY: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TRUTHS: Final = MappingProxyType({"true": True, "1": True, "false": False, "0": False})


def _reader[T](shape: str, read: Callable[[str], T]) -> Callable[[str], T]:
    fits = re.compile(shape).fullmatch

    def value(text: str) -> T:
        if not fits(text):
            raise ValueError(text)
        return read(text)

    return value


_READERS: Final[Mapping[str, tuple[Kind, Callable[[str], Value]]]] = MappingProxyType(
    {
        **{name: ("integer", _reader(r"[+-]?[0-9]+", int)) for name in _INTEGERS.split()},
        "decimal": ("decimal", _reader(_NUMBER, Decimal)),
        **{
            name: ("double", _reader(rf"{_NUMBER}(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN", float))
            for name in ("double", "float")
        },
        "boolean": ("boolean", _reader("true|false|0|1", _TRUTHS.__getitem__)),
        # A day may have a zone; it is the same day on the calendar of its writer.
        "date": ("date", _reader(_DAY + _ZONE, lambda text: date.fromisoformat(text[:10]))),
        "dateTime": (
            "datetime",
            _reader(rf"{_DAY}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]+)?{_ZONE}", datetime.fromisoformat),
        ),
    }
)


def read_term(term: Term | None) -> tuple[Kind | None, Value]:
    """Return a term's kind and its value; (None, None) for what is unbound.

    IRIs, blank nodes, literals of other datatypes and those that no Python value can hold (year 12024, "abc" as an
    integer) are "text": their value is what `text_of` tells.
    """
    if term is None:
        return None, None
    if isinstance(term, ox.Literal) and term.datatype.value.startswith(XSD):
        kind, read = _READERS.get(term.datatype.value[len(XSD) :], ("text", str))
        try:
            return kind, read(term.value)
        except (ValueError, OverflowError):
            return "text", term.value
    return "text", text_of(term)
