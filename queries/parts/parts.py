"""Parts: the queries that exports are put together from, each asked about many things at once.

What stands between `# for each act form` and `# end` is asked for each of these words, in the place of `each`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode

_PLACE = re.compile(r"\s*VALUES \?(\w+) \{ UNDEF \}\n")
_EACH = re.compile(r"\s*# for each ([\w ]+)\n(.*?)\n\s*# end(?=\n)", re.DOTALL)
# The engine looks up both ends of a triple for each pair of two VALUES; a filter passes over what it meets anyway.
_FILTER = re.compile(r"FILTER\(\?(\w+) IN \(\)\)")


@cache
def _text(name: str) -> str:
    return _EACH.sub(_repeated, (Path(__file__).parent / f"{name}.rq").read_text("utf-8"))


def _repeated(block: re.Match[str]) -> str:
    """Write a block once for each of its names, which stand where it says `each`."""
    return "".join("\n" + re.sub(r"\beach\b", name, block[2]) for name in block[1].split())


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
