"""CSV after RFC 4180, one row a statement."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.statements.rows.columns import BETWEEN, COLUMNS, Cell
from sayso.graph.statements.rows.row import Row

# What a spreadsheet takes for the beginning of a formula, full-width forms too (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class CsvRows:
    """Words stand verbatim; `excel_safe` puts ' before what a spreadsheet would compute, and a mark of UTF-8 first."""

    excel_safe: bool = False

    def write(self, content: Iterable[Row], output: IO[bytes]) -> Notices:
        """Write a header and the rows; several values of a cell are joined by "; "."""
        file = TextFile(output)
        if self.excel_safe:
            file.write("\ufeff")
        line = io.StringIO(newline="")
        table = csv.writer(line)
        table.writerow(column.name for column in COLUMNS)
        for row in content:
            table.writerow(self._cell(column.cell(row)) for column in COLUMNS)
            file.write(line.getvalue())
            line.seek(0)
            line.truncate()
        file.write(line.getvalue())
        return file.notices()

    def _cell(self, cell: Cell) -> str:
        text = BETWEEN.join(cell) if isinstance(cell, tuple) else "" if cell is None else str(cell)
        return safe(text) if self.excel_safe else text


def safe(text: str) -> str:
    """Return text that no spreadsheet computes: an apostrophe goes before what looks like a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
