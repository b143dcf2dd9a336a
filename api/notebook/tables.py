"""The first rows of a table, as HTML for notebooks and as text for terminals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import pyoxigraph as ox

from sayso.api.console import printable
from sayso.api.notebook.markup import escaped, isolated, linked, shortened
from sayso.api.terminal_columns import GAP, fitted
from sayso.graph.store.solutions import Table, Term, text_of
from sayso.ontology.namespaces import PREFIXES

SHOWN: Final = 20
_LONGEST: Final = 200
_LONGEST_TITLE: Final = 2000
_WIDTH: Final = 110
_LONGEST_IN_TEXT: Final = 60
_LOCAL = re.compile(r"[A-Za-z_][\w.-]*")
_CELL: Final = "text-align:left;vertical-align:top;max-width:32em;overflow-wrap:anywhere"


def counted(count: int, shown: int, what: str = "row") -> str:
    """Tell how much is shown: "20 of 812 rows", "3 rows", "1 row"."""
    things = what if count == 1 else f"{what}s"
    return f"{count:,} {things}" if shown >= count else f"{shown:,} of {count:,} {things}"


def short_iri(iri: str) -> str:
    """Return an IRI with one of the known prefixes, where it has one of their namespaces, else in full."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def html_table(table: Table) -> str:
    """Return the first rows as HTML; whatever stands in a cell is text there."""
    head = "".join(f'<th style="text-align:left">{escaped(name)}</th>' for name in table.variables)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows[:SHOWN])
    note = counted(len(table.rows), min(SHOWN, len(table.rows)))
    return (
        f'<div class="sayso"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
        f'<p style="opacity:.7">{note}</p></div>'
    )


def _cell(term: Term | None) -> str:
    if term is None:
        return f'<td style="{_CELL}"></td>'
    text = text_of(term)
    words = shortened(short_iri(text) if isinstance(term, ox.NamedNode) else text, _LONGEST)
    inner = linked(text, words) if isinstance(term, ox.NamedNode) else isolated(words)
    title = f' title="{escaped(shortened(text, _LONGEST_TITLE))}"' if len(text) > _LONGEST else ""
    return f'<td style="{_CELL}"{title}>{inner}</td>'


def text_table(table: Table) -> str:
    """Return the first rows as text, as many columns as fit; nothing in it steers a terminal."""
    rows = [[_plain(term) for term in row] for row in table.rows[:SHOWN]]
    names = [printable(name) for name in table.variables]
    note = counted(len(table.rows), len(rows))
    if not names:
        return note
    widths = fitted(names, rows, _WIDTH)
    if left_out := names[len(widths) :]:
        note += f"; not shown: {', '.join(left_out)}"
    lines = [_line(names, widths), "─" * (sum(widths) + GAP * (len(widths) - 1))]
    return "\n".join([*lines, *(_line(row, widths) for row in rows), note])


def _plain(term: Term | None) -> str:
    text = text_of(term)
    return printable(shortened(short_iri(text) if isinstance(term, ox.NamedNode) else text, _LONGEST_IN_TEXT))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    shown = zip(cells, widths, strict=False)
    return (" " * GAP).join(shortened(cell, width).ljust(width) for cell, width in shown).rstrip()
