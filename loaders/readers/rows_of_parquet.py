"""Parquet: an article a row, read a few rows at a time, only the columns that are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sayso.loaders.readers.fields import FIELDS
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.loaders.readers.record import document_of
from sayso.loaders.readers.rows_of_tables import check_columns, named
from sayso.ontology.errors import RejectedInput

_ROWS = 32


class ParquetReader:
    """A row is FILE:NUMBER in messages, from one."""

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the article of each row. Raises RejectedInput for what is no Parquet, or tells no texts."""
        try:
            from pyarrow import ArrowException
            from pyarrow.parquet import ParquetFile
        except ImportError as error:
            raise RejectedInput(source.name, "reading Parquet needs pyarrow; install sayso[parquet]") from error
        try:
            with source.seekable() as stream:
                table = ParquetFile(stream)
                columns = list(table.schema_arrow.names)
                check_columns(columns, source.name, options.mapped)
                number = 0
                for batch in table.iter_batches(batch_size=_ROWS, columns=_wanted(columns, options)):
                    for index in range(batch.num_rows):
                        number += 1
                        yield _article(batch.slice(index, 1), number, source, options)
        except (ArrowException, OSError, ValueError) as error:
            reason = f"this is no Parquet that can be read ({str(error)[:200]})"
            raise RejectedInput(source.name, reason) from error


def _wanted(columns: list[str], options: ReadingOptions) -> list[str]:
    places = [*options.mapped.values(), *(place for found in FIELDS.values() for place in found)]
    names = {place.partition(".")[0] for place in places} | {place.lower() for place in places} | {*places}
    return [column for column in columns if column in names or column.strip().lower() in names]


def _article(batch: Any, number: int, source: SourceFile, options: ReadingOptions) -> ReadOutcome:
    where = f"{source.name}:{number}"
    try:
        (row,) = batch.to_pylist()
        cells = {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
        return document_of(named(cells), where, f"{source.stem}:{number}", options.mapped)
    except (ValueError, OverflowError) as error:
        return RejectedInput(where, f"the row holds what is no value of its column ({str(error)[:200]}); correct it")
    except RejectedInput as rejected:
        return rejected
