"""JSON Lines: one object a statement, several values as lists."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import IO

from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.statements.rows.columns import COLUMNS
from sayso.graph.statements.rows.row import Row


@dataclass(frozen=True, slots=True)
class JsonlRows:
    """Every object has every variable: "" or [] where it is not told, null for numbers and days; days are ISO 8601."""

    def write(self, content: Iterable[Row], output: IO[bytes]) -> Notices:
        """Write a line for each row."""
        file = TextFile(output)
        for row in content:
            file.write(
                json.dumps({c.name: c.cell(row) for c in COLUMNS}, ensure_ascii=False, default=date.isoformat) + "\n"
            )
        return file.notices()
