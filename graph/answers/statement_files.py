"""The statements of a listing as a file of any format: exactly those that its filters leave, in its order."""

from __future__ import annotations

from functools import partial
from typing import Final

from sayso.graph.actors.resolver import Moved, MovedActors
from sayso.graph.answers.asked import Narrowing
from sayso.graph.answers.tables import found_of
from sayso.graph.export.network_formats import NETWORK_FORMATS
from sayso.graph.export.registry import GRAPH_FORMATS, ROW_FORMATS, prepared_graph, prepared_rows, write_network
from sayso.graph.model.streamed import FileHead, Streamed
from sayso.graph.networks.actors import actor_network
from sayso.graph.networks.origin import origin, with_origin
from sayso.graph.networks.statements import statement_network
from sayso.graph.networks.summed import summed
from sayso.graph.statements.rows.dataset import Part
from sayso.graph.statements.rows.names import Names
from sayso.graph.statements.rows.reading import rows_of
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError

SHAPES: Final = ("edges", "summed", "nodes")


def statement_file(
    store: Store, listing: str, format: str, values: Narrowing, sort: str, size: int, shape: str, excel_safe: bool
) -> Streamed | MovedActors:
    """Write statements of a table of `sayso.graph.answers.tables`, the first `size`, or all where that is 0.

    Where an actor was merged into another it says which, as `subgraph` does.

    `shape` says what a network's edges are: statements, all of a pair summed, or what ties statements, as nodes, to
    actors. The file or `head` tells where it comes from. Raises as `table` does, UsageError for what does not fit
    together.
    """
    if excel_safe and format not in ("csv", "nodes-edges"):
        raise UsageError(f"excel-safe is for csv and nodes-edges, not for {format}")
    if shape != SHAPES[0] and format not in NETWORK_FORMATS:
        raise UsageError(f"shape: {format} is no network")
    try:
        found = [*dict.fromkeys(row[1] for row in found_of(store, listing, values, sort))]
    except Moved as moved:
        return MovedActors({str(values[moved.parameter]): moved.into})
    wanted = found[:size] if size else found
    told = origin(store, _filters(listing, values, sort, size, shape))
    head = FileHead(len(wanted), len(found), told)
    if format in GRAPH_FORMATS:
        return Streamed(format, head, prepared_graph(Part(store, wanted), format, told).write)
    place = {iri: number for number, iri in enumerate(wanted)}
    rows = sorted(rows_of(store, Names(store), wanted), key=lambda row: place[row.iri])
    if format in ROW_FORMATS:
        return Streamed(format, head, prepared_rows(rows, format, told, excel_safe=excel_safe).write)
    made = statement_network(lambda: rows) if shape == "nodes" else actor_network(lambda: rows)
    network = with_origin(summed(made) if shape == "summed" else made, told)
    return Streamed(format, head, partial(write_network, network, format, excel_safe=excel_safe))


def _filters(listing: str, values: Narrowing, sort: str, size: int, shape: str) -> dict[str, str]:
    """Return which statements are in a file, what is as where nothing is said left out, and in which order."""
    given = {name: value if isinstance(value, str) else ", ".join(value) for name, value in values.items()}
    told = {"listing": listing, **given, "status": given.get("status") or "said", "sort": sort}
    chosen = {"size": str(size) if size else "", "shape": shape if shape != SHAPES[0] else ""}
    return {name: value for name, value in {**told, **chosen}.items() if value}
