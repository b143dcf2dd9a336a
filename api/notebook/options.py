"""The options of the magic: they stand before the query, which is taken as it is, quotation marks and all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from sayso.ontology.errors import UsageError

MADE: Final = ("df", "pl", "graph", "records")
_OPTION: Final = re.compile(r"\s*(--?[a-z]+)(?:=|\s+|$)")
_VALUE: Final = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|(\S+))""")
NAMES: Final = {"-o": "output", "--output": "output", "-s": "store", "--store": "store", "--as": "made"}
BIND: Final = ("-b", "--bind")


@dataclass(frozen=True, slots=True)
class Options:
    """`output` is a variable's name; `bind` is place → variable; `made` is one of MADE, or empty."""

    output: str = ""
    store: str = ""
    made: str = ""
    bind: dict[str, str] = field(default_factory=dict)


def read_options(line: str, cell: str | None) -> tuple[Options, str]:
    """Return the options that a line begins with, and the query: the cell, else the rest of the line.

    Raises UsageError for an option that there is not, one without its value, and words beside a cell.
    """
    told: dict[str, str] = {}
    bind: dict[str, str] = {}
    while option := _OPTION.match(line):
        value = _VALUE.match(line, option.end())
        if value is None:
            raise UsageError(f"{option[1]} needs a value")
        text = next(group for group in value.groups() if group is not None)
        if option[1] in BIND:
            place, _, variable = text.partition("=")
            bind[place] = variable or place
        elif option[1] in NAMES:
            told[NAMES[option[1]]] = text
        else:
            raise UsageError(f"{option[1]}: there is no such option; there are {', '.join([*NAMES, *BIND])}")
        line = line[value.end() :]
    if cell is not None and line.strip():
        raise UsageError(f"{line.strip()!r}: the query stands in the lines below, only options on the first")
    _check(told, bind)
    return Options(**told, bind=bind), line if cell is None else cell


def _check(told: dict[str, str], bind: dict[str, str]) -> None:
    for name in (*filter(None, [told.get("output")]), *bind, *bind.values()):
        if not name.isidentifier():
            raise UsageError(f"{name!r} is no name of a variable")
    if (made := told.get("made")) and made not in MADE:
        raise UsageError(f"--as {made}: one of {', '.join(MADE)}")
