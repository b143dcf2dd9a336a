"""Parts: the queries that exports are put together from, each asked about many things at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode

_PLACE = re.compile(r"VALUES \?(\w+) \{ UNDEF \}")


@cache
def _text(name: str) -> str:
    return (Path(__file__).parent / f"{name}.rq").read_text("utf-8")


def part(name: str, things: Iterable[NamedNode] = ()) -> str:
    """Return the SPARQL of a part; `things` go in as its VALUES, in the engine's own writing."""
    listed = " ".join(str(thing) for thing in things)
    return _PLACE.sub(lambda place: f"VALUES ?{place[1]} {{ {listed} }}", _text(name))
