"""A Data Package: the tables as CSV in a zip, with a description of every column (https://datapackage.org)."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType
from typing import IO, Final
from zipfile import ZipFile

from sayso.graph.export.archive import entry, forward
from sayso.graph.export.json_parts import JsonPart, dumped
from sayso.graph.export.package_tables import TABLES, PackagedTable
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.statements.rows.row import Row

_IN_MEMORY: Final = 1 << 20
_MOST_SOURCES: Final = 100


@dataclass(frozen=True, slots=True)
class DataPackage:
    """`datapackage.json` and one CSV each for statements, positions, demands, articles and actors.

    What is `told` of its origin are properties of the package.
    """

    told: Mapping[str, str] = field(default=MappingProxyType({}))

    def write(self, content: Iterable[Row], output: IO[bytes]) -> Notices:
        """Write the package; rows are read once, and tables wait in files until theirs is the turn."""
        sources: dict[str, None] = {}
        models: dict[str, None] = {}
        with ExitStack() as stack:
            sheets = [_Sheet(table, stack.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))) for table in TABLES]
            for row in content:
                if row.article.source and len(sources) < _MOST_SOURCES:
                    sources[row.article.source] = None
                models[row.article.model] = None
                for sheet in sheets:
                    sheet.take(row)
            with ZipFile(forward(output), "w") as archive:
                for sheet in sheets:
                    with entry(archive, sheet.path) as file:
                        sheet.copy_to(file)
                with entry(archive, "datapackage.json") as file:
                    told = {**_described(sheets, sorted(sources), sorted(filter(None, models))), **self.told}
                    file.write((dumped(told) + "\n").encode())
            return tuple(dict.fromkeys(notice for sheet in sheets for notice in sheet.file.notices()))


@dataclass(slots=True)
class _Sheet:
    """A table while it is filled; a row with a key that was there before is not written again."""

    table: PackagedTable
    spooled: IO[bytes]
    file: TextFile = field(init=False)
    seen: set[str] = field(default_factory=set)
    size: int = 0
    hash: str = ""

    def __post_init__(self) -> None:
        self.file = TextFile(self.spooled)
        self._write([column.name for column in self.table.columns])

    @property
    def path(self) -> str:
        """The file's name."""
        return f"{self.table.name}.csv"

    def take(self, row: Row) -> None:
        """Write what a statement tells of this table."""
        for cells in self.table.rows(row):
            if self.table.once:
                if str(cells[0]) in self.seen:
                    continue
                self.seen.add(str(cells[0]))
            self._write(["" if cell is None else str(cell) for cell in cells])

    def copy_to(self, file: IO[bytes]) -> None:
        """Copy the table to a file of the archive, and learn its size and digest."""
        self.spooled.seek(0)
        digest = sha256()
        while chunk := self.spooled.read(1 << 16):
            digest.update(chunk)
            self.size += len(chunk)
        self.hash = f"sha256:{digest.hexdigest()}"
        self.spooled.seek(0)
        shutil.copyfileobj(self.spooled, file)

    def _write(self, cells: list[str]) -> None:
        line = io.StringIO(newline="")
        csv.writer(line).writerow(cells)
        self.file.write(line.getvalue())


def _described(sheets: list[_Sheet], sources: list[str], models: list[str]) -> dict[str, JsonPart]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "sayso-statements",
        "title": "Who said what about whom",
        "description": "Statements that news articles report, found by machine, each with the sentence that says so. "
        "Offsets are code points of the article's text, end exclusive; confidences are 0 to 1, calibrated; days are "
        f"ISO 8601. Extracted by: {'; '.join(models) or 'not told'}. Words and sentences are quoted from the articles "
        "and stay under the rights of their publishers; the tables around them may be used under CC0.",
        "licenses": [
            {
                "name": "CC0-1.0",
                "title": "CC0 1.0, for all but the quoted words and sentences",
                "path": "https://creativecommons.org/publicdomain/zero/1.0/",
            }
        ],
        "sources": [{"title": source} for source in sources],
        "contributors": [{"title": "SaySo", "path": "https://w3id.org/sayso/ontology", "roles": ["creator"]}],
        "resources": [
            {
                "name": sheet.table.name,
                "path": sheet.path,
                "type": "table",
                "description": sheet.table.meaning,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": sheet.size,
                "hash": sheet.hash,
                "schema": sheet.table.schema(),
            }
            for sheet in sheets
        ],
    }
