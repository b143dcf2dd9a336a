"""Data frames of pandas and polars, typed; what is unbound is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from sayso.api.notebook.columns import FrameColumn
from sayso.api.notebook.extras import needed

if TYPE_CHECKING:
    import pandas
    import polars

# Days are moments in pandas, which has no type for days.
PANDAS: Final = {
    "integer": "Int64",
    "double": "float64",
    "boolean": "boolean",
    "date": "datetime64[us]",
    "datetime": "datetime64[us]",
    "text": "string",
}


def to_pandas(columns: Sequence[FrameColumn], origin: Mapping[str, str] = MappingProxyType({})) -> pandas.DataFrame:
    """Make a DataFrame of pandas, whose `attrs` tell its origin. Raises MissingExtra without pandas."""
    pd = needed("pandas", "frames")
    series = {
        column.name: pd.Series(
            list(column.values), dtype="datetime64[us, UTC]" if column.zoned else PANDAS[column.kind]
        )
        for column in columns
    }
    frame: pandas.DataFrame = pd.DataFrame(series, columns=[column.name for column in columns])
    frame.attrs.update(origin)
    return frame


def to_polars(columns: Sequence[FrameColumn]) -> polars.DataFrame:
    """Make a DataFrame of polars. Raises MissingExtra without polars."""
    pl = needed("polars", "frames")
    types = {
        "integer": pl.Int64,
        "double": pl.Float64,
        "boolean": pl.Boolean,
        "date": pl.Date,
        "datetime": pl.Datetime("us"),
        "text": pl.String,
    }
    series = [
        pl.Series(
            column.name, list(column.values), dtype=pl.Datetime("us", "UTC") if column.zoned else types[column.kind]
        )
        for column in columns
    ]
    frame: polars.DataFrame = pl.DataFrame(series)
    return frame
