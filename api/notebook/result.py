"""What a SELECT answers, in a notebook: rows that show themselves and become frames, records or a graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from sayso.api.notebook.columns import frame_columns
from sayso.api.notebook.frames import to_pandas, to_polars
from sayso.api.notebook.graphs import of_table
from sayso.api.notebook.tables import html_table, text_table
from sayso.api.notebook.values import Value, read_term
from sayso.graph.store.solutions import Table
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    import networkx
    import pandas
    import polars


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """The rows of a SELECT. `table` holds the RDF terms themselves; `origin` tells snapshot, models and question."""

    table: Table
    origin: Mapping[str, str] = field(default=MappingProxyType({}), compare=False)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.table.variables

    def __len__(self) -> int:
        return len(self.table.rows)

    def __iter__(self) -> Iterator[dict[str, Value]]:
        for row in self.table.rows:
            cells = zip(self.columns, row, strict=True)
            yield {name: read_term(term)[1] for name, term in cells}

    def records(self) -> list[dict[str, Value]]:
        """Return each row as a dict of Python values: int, Decimal, float, bool, date, datetime, else str.

        IRIs are strings; an unbound cell is None.
        """
        return list(self)

    def column(self, name: str) -> list[Value]:
        """Return the Python values of one column. Raises UsageError for a name that is no column."""
        if name not in self.columns:
            raise UsageError(f"{name!r} is no column; there are {', '.join(self.columns)}")
        return [record[name] for record in self]

    def df(self) -> pandas.DataFrame:
        """Return a DataFrame of pandas, typed by the datatypes: Int64, float64, boolean, datetime64, string.

        Its `attrs` tell snapshot, models and question. Raises MissingExtra without pandas.
        """
        return to_pandas(frame_columns(self.table), self.origin)

    def pl(self) -> polars.DataFrame:
        """Return a DataFrame of polars, typed by the datatypes. Raises MissingExtra without polars."""
        return to_polars(frame_columns(self.table))

    def graph(self, source: str | None = None, target: str | None = None) -> networkx.MultiDiGraph:
        """Return a graph of networkx with an edge a row, between the columns `source` and `target` (the first two).

        The other columns are attributes of the edge. Raises UsageError where there are no such columns.
        """
        return of_table(self.table, source, target)

    def __repr__(self) -> str:
        return text_table(self.table)

    def _repr_html_(self) -> str:
        return html_table(self.table)
