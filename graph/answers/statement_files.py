"""The statements of a listing as a file of any format: exactly those that its filters leave, in its order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import IO, Final

from sayso.graph.actors.resolver import Moved
from sayso.graph.answers.asked import Narrowing
from sayso.graph.answers.tables import found_of
from sayso.graph.export.csv_rows import CsvRows
from sayso.graph.export.network_formats import NETWORK_FORMATS
from sayso.graph.export.registry import GRAPH_FORMATS, ROW_FORMATS, write_network
from sayso.graph.model.json_value import Json
from sayso.graph.model.streamed import Streamed
from sayso.graph.networks.actors import actor_network
from sayso.graph.networks.statements import statement_network
from sayso.graph.networks.summed import summed
from sayso.graph.statements.rows.dataset import Part
from sayso.graph.statements.rows.names import Names
from sayso.graph.statements.rows.reading import rows_of
from sayso.graph.statements.rows.row import Row
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError

SHAPES: Final = ("edges", "summed", "nodes")


def statement_file(
    store: Store, listing: str, format: str, values: Narrowing, sort: str, size: int, shape: str, excel_safe: bool
) -> Streamed | Json:
    """Write statements of a table of `sayso.graph.answers.tables`, the first `size`, or all where that is 0.

    Where an actor was merged into another it is `{"moved": …}`, as for `subgraph`.

    `shape` says what a network's edges are: statements, all of a pair summed, or what ties statements, as nodes, to
    actors. Raises as `table` does, UsageError for what does not fit together.
    """
    if excel_safe and format not in ("csv", "nodes-edges"):
        raise UsageError(f"excel-safe is for csv and nodes-edges, not for {format}")
    if shape != SHAPES[0] and format not in NETWORK_FORMATS:
        raise UsageError(f"shape: {format} is no network")
    try:
        found = [*dict.fromkeys(row[1] for row in found_of(store, listing, values, sort))]
    except Moved as moved:
        return {"moved": {str(values[moved.parameter]): moved.into}}
    wanted = found[:size] if size else found
    head: dict[str, Json] = {"shown": len(wanted), "total": len(found)}
    if format in GRAPH_FORMATS:
        return Streamed(format, head, partial(GRAPH_FORMATS[format].writer.write, Part(store, wanted)))
    place = {iri: number for number, iri in enumerate(wanted)}
    rows = sorted(rows_of(store, Names(store), wanted), key=lambda row: place[row.iri])
    return Streamed(format, head, partial(_write, rows, format, shape, excel_safe))


def _write(rows: list[Row], format: str, shape: str, excel_safe: bool, output: IO[bytes]) -> None:
    if format in ROW_FORMATS:
        writer = ROW_FORMATS[format].writer
        (replace(writer, excel_safe=excel_safe) if isinstance(writer, CsvRows) else writer).write(rows, output)
        return
    made = statement_network(lambda: rows) if shape == "nodes" else actor_network(lambda: rows)
    write_network(summed(made) if shape == "summed" else made, format, output, excel_safe=excel_safe)
