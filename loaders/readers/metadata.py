"""The metadata file: a CSV table that tells of texts what they do not tell themselves."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from sayso.loaders.readers.decoding import decode
from sayso.loaders.readers.opened import open_file
from sayso.loaders.readers.options import FileMetadata
from sayso.loaders.readers.reader import SourceFile
from sayso.ontology.errors import RejectedInput, UsageError

COLUMNS = ("file", "title", "source", "url", "published", "language")
_MAX_BYTES = 500_000_000

_LONGEST_FIELD = 131_072  # characters of a cell


def read_metadata(path: Path, encoding: str | None = None) -> dict[str, FileMetadata]:
    """Read a metadata file; its columns are COLUMNS, in any order, `file` being needed.

    Returns what each row tells, by what it calls the file: its name, or its path in the folder that is loaded. Raises
    UsageError where the table cannot be read, has unknown columns or tells twice of one file.
    """
    try:
        with open_file(str(path)) as stream:
            text = decode(SourceFile(str(path), path.stem, stream).whole(_MAX_BYTES), str(path), encoding)
    except OSError as error:
        raise UsageError(f"--metadata {path}: cannot be read ({error.strerror})") from error
    except RejectedInput as error:
        raise UsageError(f"--metadata {error}") from error
    head = text.splitlines()[0] if text.strip() else ""
    csv.field_size_limit(_LONGEST_FIELD)  # of the whole process: a table of articles may have raised it
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    try:
        columns = [name.strip().lower() for name in table.fieldnames or ()]
    except csv.Error as error:
        raise UsageError(f"--metadata {path}:1: {error}; the columns are {', '.join(COLUMNS)}") from error
    if "file" not in columns or (unknown := [name for name in columns if name not in COLUMNS]):
        wrong = "there is no column “file”" if "file" not in columns else f"unknown column “{unknown[0][:40]}”"
        raise UsageError(f"--metadata {path}: {wrong}; the columns are {', '.join(COLUMNS)}")
    table.fieldnames = columns
    return _rows(table, path)


def _rows(table: csv.DictReader[str], path: Path) -> dict[str, FileMetadata]:
    found: dict[str, FileMetadata] = {}
    try:
        for row in table:
            where = f"{path}:{table.line_num}"
            cells = {name: value.strip() for name, value in row.items() if isinstance(value, str) and value.strip()}
            if None in row or "file" not in cells:
                raise UsageError(f"--metadata {where}: the row has no file, or more cells than the table has columns")
            file = cells.pop("file")
            if file in found:
                raise UsageError(f"--metadata {where}: tells of {file} a second time; leave one row")
            found[file] = FileMetadata(where, **cells)
    except csv.Error as error:
        raise UsageError(f"--metadata {path}:{table.line_num}: {error}") from error
    return found
