"""Parts: the queries that exports are put together from, each asked about many things at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode

_PLACE = re.compile(r"\s*VALUES \?(\w+) \{ UNDEF \}\n")
# The engine looks up both ends of a triple for each pair of two VALUES; a filter passes over what it meets anyway.
_FILTER = re.compile(r"FILTER\(\?(\w+) IN \(\)\)")


@cache
def _text(name: str) -> str:
    return (Path(__file__).parent / f"{name}.rq").read_text("utf-8")


def part(name: str, **things: Iterable[NamedNode]) -> str:
    """Return the SPARQL of a part; `things` go in as the VALUES of their variables, or where a FILTER holds these.

    They are in the engine's own writing. A variable of VALUES that is not given stays open.
    """

    def values(place: re.Match[str]) -> str:
        if (variable := place[1]) not in things:
            return "\n"
        return f"\n  VALUES ?{variable} {{ {' '.join(map(str, things[variable]))} }}\n"

    def listed(place: re.Match[str]) -> str:
        return f"FILTER(?{place[1]} IN ({', '.join(map(str, things[place[1]]))}))"

    return _FILTER.sub(listed, _PLACE.sub(values, _text(name)))
