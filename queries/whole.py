"""Whole answers: a question without its limit, and how many rows that has."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sayso.queries.query import Query

_SELECT = re.compile(r"^SELECT\b", re.MULTILINE)
_UNLIMITED = "0"


def unlimited[Value](query: Query, values: Mapping[str, Value]) -> dict[str, Value | str]:
    """Return values with which a question has all its rows, unless they limit it themselves."""
    given: dict[str, Value | str] = dict(values)
    if "limit" in query.parameter_names and given.get("limit") in (None, ""):
        given["limit"] = _UNLIMITED
    return given


def counted(text: str) -> str:
    """Return the query that counts the rows of one of the catalogue's, whose first SELECT begins its line."""
    start = next(match.start() for match in _SELECT.finditer(text))
    return f"{text[:start]}SELECT (COUNT(*) AS ?rows) WHERE {{ {{\n{text[start:]}\n}} }}"
