"""Parquet: one row a statement, several values as lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import batched, chain
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Final

from sayso.graph.export.archive import forward
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.statements.rows.columns import COLUMNS, Column, Type
from sayso.graph.statements.rows.row import Row
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    import pyarrow

_ROWS_AT_ONCE: Final = 5_000


@dataclass(frozen=True, slots=True)
class ParquetRows:
    """Columns are strings, lists of strings, int64, double and DATE; compressed with zstd.

    The file's key-value metadata hold what is `told` of its origin, each name after "sayso.".
    """

    told: Mapping[str, str] = field(default=MappingProxyType({}))

    def write(self, content: Iterable[Row], output: IO[bytes]) -> Notices:
        """Write groups of 5,000 rows. Raises UsageError where pyarrow is not installed."""
        try:
            import pyarrow as pa
            from pyarrow import parquet
        except ImportError as error:
            raise UsageError(
                "Parquet needs pyarrow, which is not installed: uv pip install 'sayso[parquet]', or take --format csv"
            ) from error
        clean = TextFile(output)
        schema = _schema().with_metadata({f"sayso.{name}": clean.clean(value) for name, value in self.told.items()})
        with parquet.ParquetWriter(forward(output), schema, compression="zstd") as writer:
            for batch in batched(content, _ROWS_AT_ONCE):
                cells = {column.name: _cells(clean, column, batch) for column in COLUMNS}
                writer.write_table(pa.table(cells, schema=schema))
        return clean.notices()


def _cells(clean: TextFile, column: Column, rows: Iterable[Row]) -> list[object]:
    values: list[object] = [column.cell(row) for row in rows]
    if column.type not in ("text", "texts"):
        return values
    # Nearly all columns end here: one look at all of their texts is faster than one at each.
    if "".join(chain.from_iterable(map(_texts, values))).isprintable():
        return values
    if column.type == "texts":
        return [[clean.clean(text) for text in _texts(value)] for value in values]
    return [clean.clean(value) if isinstance(value, str) else value for value in values]


def _texts(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def _schema() -> pyarrow.Schema:
    import pyarrow as pa

    types: dict[Type, pyarrow.DataType] = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "whole": pa.int64(),
        "decimal": pa.float64(),
        "day": pa.date32(),
    }
    return pa.schema([(column.name, types[column.type]) for column in COLUMNS])
