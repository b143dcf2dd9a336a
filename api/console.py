"""What the command line prints: tables for people, JSON for machines, one clear line for an error."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from sayso.api.terminal_columns import GAP, fitted

if TYPE_CHECKING:
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table

_PIPE_WIDTH = 160
_LONGEST_CELL = 320
# Control characters and marks that turn the direction of text: an article must not steer the terminal.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Return text that a terminal shows as it is: what would steer the terminal becomes U+FFFD."""
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


def tell_cut(shown: int, total: int) -> None:
    """Say on the standard error that a table leaves rows out, where it does."""
    if total > shown:
        complain(f"{shown:,} of {total:,}, --limit 0 for all")


def print_json(value: object) -> None:
    """Print a value as JSON."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def print_table(columns: Sequence[str], rows: Iterable[Mapping[str, str]], *, evidence: str | None = None) -> list[str]:
    """Print rows under the columns that fit; return the names of those left out, the last ones first to go.

    `evidence` names a value of the rows that is shown below them in the whole width, once for neighbours that share it.
    """
    out = console()
    cells = [([_shortened(row.get(name, "")) for name in columns], row.get(evidence or "", "")) for row in rows]
    widths = fitted(columns, [row for row, _ in cells], out.width)
    shown = columns[: len(widths)]
    out.print(_table(shown, widths, [], header=True))
    out.print("─" * (sum(widths) + GAP * (len(widths) - 1)))
    for sentence, group in groupby(cells, key=lambda cell: cell[1]):
        out.print(_table(shown, widths, [row for row, _ in group], header=False))
        if sentence:
            out.print(_evidence(sentence))
    return list(columns[len(widths) :])


def print_pairs(pairs: Sequence[tuple[float, str, str, str]], total: int) -> None:
    """Print candidates for one thing as a table: how likely, one, other and why; of `total` there are."""
    if not pairs:
        say("no pairs")
        return
    rows = [dict(zip(("score", "one", "other", "evidence"), (f"{p[0]:.2f}", *p[1:]), strict=True)) for p in pairs]
    print_table(("score", "one", "other", "evidence"), rows)
    say(f"{len(pairs):,} pair{'s' * (len(pairs) != 1)}")
    tell_cut(len(pairs), total)


def _table(columns: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]], *, header: bool) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=header, show_edge=False, padding=(0, GAP, 0, 0))
    for name, width in zip(columns, widths, strict=True):
        table.add_column(name, width=width, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row[: len(widths)]))
    return table


def _evidence(sentence: str) -> Padding:
    from rich.padding import Padding
    from rich.text import Text

    return Padding(Text("↳ " + _shortened(sentence, 1000), style="dim"), (0, 0, 1, 2))


def _shortened(value: str, longest: int = _LONGEST_CELL) -> str:
    flat = " ".join(value.split())
    return printable(flat if len(flat) <= longest else flat[:longest] + "…")
