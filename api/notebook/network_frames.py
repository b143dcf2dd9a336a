"""Networks as data frames: edges, nodes, a matrix; columns typed as the fields are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from sayso.api.notebook.columns import FrameColumn
from sayso.api.notebook.extras import needed
from sayso.api.notebook.values import Kind
from sayso.api.notebook.values import Value as Cell
from sayso.graph.export.edge_list import edge_columns, edge_rows
from sayso.graph.export.matrix import MatrixCells
from sayso.graph.export.origin_file import told_origin
from sayso.graph.networks.network import AttributeValue, Fields, FieldType, Network

if TYPE_CHECKING:
    import pandas

_KINDS: Final[dict[FieldType, Kind]] = {
    "string": "text",
    "integer": "integer",
    "double": "double",
    "boolean": "boolean",
}
_DAYS: Final = ("start", "end", "window_start", "window_end")


def edge_frame(networks: Sequence[tuple[dict[str, AttributeValue], Network]]) -> list[FrameColumn]:
    """Return the edges of networks as columns, each network's own values first; these have the same fields."""
    rows = [
        (*own.values(), *row)
        for own, network in networks
        for number, row in enumerate(edge_rows(network))
        if number  # the first row are the headings
    ]
    fields: dict[str, FieldType] = {"weight": "double"}
    names: list[str] = []
    for own, network in networks[:1]:
        names = [*own, *edge_columns(network)]
    for _, network in networks:
        fields |= network.edge_fields
    return _columns(names, rows, fields)


def node_frame(networks: Sequence[tuple[dict[str, AttributeValue], Network]]) -> list[FrameColumn]:
    """Return the nodes of networks as columns: id, label, kind, then their attributes."""
    fields: dict[str, FieldType] = {}
    for _, network in networks:
        fields |= network.node_fields
    names = [*(networks[0][0] if networks else ()), "id", "label", "kind", *fields]
    rows = [
        (*own.values(), node.id, node.label, node.kind, *(node.attributes.get(name, "") for name in fields))
        for own, network in networks
        for node in network.nodes
    ]
    return _columns(names, rows, fields)


def table_frame(names: Sequence[str], rows: Iterable[Sequence[AttributeValue]], fields: Fields) -> list[FrameColumn]:
    """Return rows as columns; those that `fields` does not name are text, or days by their name."""
    return _columns(names, list(rows), fields)


def matrix_frame(network: Network) -> pandas.DataFrame:
    """Return the network as a matrix of numbers, rows and columns by name. Raises MissingExtra without pandas."""
    pd = needed("pandas", "frames")
    cells = MatrixCells.of(network)
    values = [
        [cells.weights.get(row, {}).get(column, 0.0) for column in range(len(cells.columns))]
        for row in range(len(cells.rows))
    ]
    frame: pandas.DataFrame = pd.DataFrame(values, index=list(cells.rows), columns=list(cells.columns), dtype="float64")
    frame.attrs.update(told_origin(network))
    return frame


def _columns(names: Sequence[str], rows: Sequence[Sequence[AttributeValue]], fields: Fields) -> list[FrameColumn]:
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    return [_column(name, fields.get(name, "string"), values) for name, values in zip(names, cells, strict=True)]


def _column(name: str, field: FieldType, values: Sequence[AttributeValue]) -> FrameColumn:
    if name in _DAYS:
        return FrameColumn(name, "date", tuple(_day(value) for value in values))
    if field == "string":
        return FrameColumn(name, "text", tuple(str(value) if value != "" else None for value in values))
    read = float if field == "double" else int if field == "integer" else bool
    return FrameColumn(name, _KINDS[field], tuple(None if value == "" else read(value) for value in values))


def _day(value: AttributeValue) -> Cell:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
