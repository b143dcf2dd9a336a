"""CSV and TSV: an article a row, read row by row, its columns known by name or mapped."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sayso.loaders.readers.decoding import likely_encoding, refuse_binary
from sayso.loaders.readers.fields import FIELDS
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.loaders.readers.record import document_of
from sayso.ontology.errors import RejectedInput

DELIMITERS: Final = ",;\t|"
_HEAD_BYTES = 1 << 16
_LONGEST_NAME = 200


class TableReader:
    """A row is FILE:LINE in messages. A table without a column for the text is refused whole: it makes no article."""

    def __init__(self, delimiters: str = DELIMITERS) -> None:
        self._delimiters = delimiters

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the article of each row. Raises RejectedInput where the file is no table, or none with articles."""
        head = source.stream.readline(_HEAD_BYTES)
        refuse_binary(head, source.name)
        try:
            # Bytes of another encoding become lone surrogates, so that they cost their own row alone.
            lines = io.TextIOWrapper(
                source.again(head).stream, options.encoding or "utf-8-sig", errors="surrogateescape", newline=""
            )
            first = lines.readline(_HEAD_BYTES)
            delimiter = max(self._delimiters, key=first.count)
            yield from self._rows(_again(first, lines), delimiter, source, options)
        except UnicodeError as error:
            raise RejectedInput(source.name, f"is not {options.encoding or 'UTF-8'} ({error})") from error

    def _rows(
        self, lines: Iterator[str], delimiter: str, source: SourceFile, options: ReadingOptions
    ) -> Iterator[ReadOutcome]:
        csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))
        table = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            columns = next(table, [])
        except csv.Error as error:
            raise RejectedInput(f"{source.name}:1", f"broken table ({error}); correct it") from error
        check_columns(columns, source.name, options.mapped)
        while True:
            line = table.line_num + 1
            where = f"{source.name}:{line}"
            try:
                if (row := next(table, None)) is None:
                    return
                if any(cell.strip() for cell in row):
                    _check_row(row, columns, where)
                    cells = named(dict(zip(columns, row, strict=True)))
                    yield document_of(cells, where, f"{source.stem}:{line}", options.mapped)
            except RejectedInput as rejected:
                yield rejected
            except csv.Error as error:
                yield RejectedInput(where, f"broken row ({error}); correct its quotes")
                if "unexpected end" in str(error):
                    return


def check_columns(columns: Sequence[str], where: str, mapped: Mapping[str, str]) -> None:
    """Raise RejectedInput where the columns are no header of a table of articles."""
    if not any(column.strip() for column in columns):
        raise RejectedInput(where, "the file is empty; leave it out, or check how it was saved")
    shown = ", ".join(ascii(column[:40]) for column in columns[:20]) + (" …" if len(columns) > 20 else "")
    if long := next((column for column in columns if len(column) > _LONGEST_NAME), None):
        reason = f"the first line names the columns, and one has {len(long):,} characters; is it a table of articles?"
        raise RejectedInput(f"{where}:1", reason)
    if missing := [place for place in mapped.values() if place.partition(".")[0] not in columns]:
        raise RejectedInput(where, f"there is no column {missing[0]!r}, which --map names; the columns are {shown}")
    if twice := next((column for column in columns if column and columns.count(column) > 1), None):
        raise RejectedInput(where, f"two columns are called {twice!r}; rename one")
    if "text" not in mapped and not any(tells_text(column) for column in columns):
        raise RejectedInput(where, f"no column is known to hold the text ({shown}); say --map text=COLUMN")


def tells_text(column: str) -> bool:
    """Say whether a column's name is one under which texts are looked for."""
    return column in FIELDS["text"] or column.strip().lower() in _TEXT


_TEXT: Final = frozenset(place.lower() for place in FIELDS["text"])
_PLACES: Final = {place.lower(): place for places in FIELDS.values() for place in places}


def named(row: Mapping[str, object]) -> dict[str, object]:
    """Return a row with the known names of its columns, however they are capitalised."""
    known = {_PLACES.get(column.strip().lower(), column): content for column, content in row.items()}
    return {**known, **row}


def _check_row(row: Sequence[str], columns: Sequence[str], where: str) -> None:
    if len(row) != len(columns):
        reason = f"the row has {len(row):,} cells and the table {len(columns):,} columns; quote what holds a separator"
        raise RejectedInput(where, reason)
    for cell, column in zip(row, columns, strict=True):
        if any("\udc80" <= character <= "\udcff" for character in cell):
            guess = likely_encoding(cell.encode("utf-8", "surrogateescape"))
            hint = f"it is probably {guess}: say --encoding {guess}, or save it" if guess else "save it"
            raise RejectedInput(where, f"the cell {column[:40]!r} holds bytes that are not UTF-8; {hint} as UTF-8")


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest
