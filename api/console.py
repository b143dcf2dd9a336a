"""What the command line prints: tables for people, JSON for machines, one clear line for an error."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_PIPE_WIDTH = 160
_NARROWEST = 14
_LONGEST_CELL = 320
# Control characters and marks that turn the direction of text: an article must not steer the terminal.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Return text that a terminal shows as it is, whoever wrote it: what would steer the terminal becomes U+FFFD."""
    return _STEERING.sub("\ufffd", text.encode("utf-8", "backslashreplace").decode())


def console(*, stderr: bool = False) -> Console:
    """Make a console; it is as wide as the terminal, or 160 columns where there is none. NO_COLOR is kept to."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else _PIPE_WIDTH
    return Console(stderr=stderr, width=width, highlight=False, soft_wrap=False)


def say(text: str) -> None:
    """Print a line for people."""
    print(printable(text))


def complain(text: str) -> None:
    """Print a line to the standard error."""
    print(printable(text), file=sys.stderr)


def print_json(value: object) -> None:
    """Print a value as JSON."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def print_table(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, str]],
    *,
    title: str | None = None,
    wide: frozenset[str] = frozenset(("words", "sentence", "matter", "content")),
) -> list[str]:
    """Print rows under the columns that fit; return the names of those left out, the last ones first to go."""
    out = console()
    weights = [3 if name in wide else 1 for name in columns]
    fitting = max(
        1, sum(1 for n in range(len(columns)) if sum(weights[: n + 1]) * _NARROWEST <= out.width + _NARROWEST)
    )
    table = _table(columns[:fitting], wide, title)
    for row in rows:
        table.add_row(*(_cell(row.get(name, "")) for name in columns[:fitting]))
    out.print(table)
    return list(columns[fitting:])


def _table(columns: Sequence[str], wide: frozenset[str], title: str | None) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(title=title, box=box.SIMPLE_HEAD, show_lines=False, title_justify="left", pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold", ratio=3 if name in wide else None)
    return table


def _cell(value: str) -> Any:
    from rich.text import Text

    flat = " ".join(value.split())
    return Text(printable(flat if len(flat) <= _LONGEST_CELL else flat[:_LONGEST_CELL] + "…"))
