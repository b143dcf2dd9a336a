"""The graph around some actors, and the networks of discourse analysis, as files of other tools."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from sayso.graph.actors.resolver import Moved, actor_of
from sayso.graph.export.options import Options
from sayso.graph.export.registry import prepared, write_network
from sayso.graph.export.series import write_series
from sayso.graph.model.json_value import Json
from sayso.graph.model.streamed import Streamed
from sayso.graph.networks.around import Around
from sayso.graph.networks.kinds import Choice, make, series
from sayso.graph.networks.network import Network
from sayso.graph.networks.selection import Selection
from sayso.graph.networks.subgraph import with_sentences
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.reading import rows
from sayso.graph.store.store import Store


def subgraph(
    store: Store, format: str, actors: list[str], keep: dict[str, Any], around: dict[str, Any], options: dict[str, Any]
) -> Streamed | Json:
    """Write the graph around some actors, by id, IRI or name; `{"moved": {given: IRI}}` where one was merged.

    Raises as `resolve`, `Filter`, `Around` and `prepared` do.
    """
    try:
        iris = tuple(dict.fromkeys(actor_of(store, actor, actor) for actor in actors))
    except Moved as moved:
        return {"moved": {moved.parameter: moved.into}}
    if "kinds" in around:
        around = {**around, "kinds": frozenset(around["kinds"])}
    chosen = Options(around=Around(actors=iris, keep=_filter(keep), **around), **options)
    found = prepared(store, format, chosen)
    return Streamed(format, {"shown": found.shown, "total": found.total}, found.write)


def network(
    store: Store,
    format: str,
    choice: dict[str, Any],
    selection: dict[str, Any],
    keep: dict[str, Any],
    size: int,
    window: int | None,
    unit: Any,
) -> Streamed:
    """Write a network of `sayso.graph.networks.kinds`, its strongest ties where there are more than `size`.

    With `window`, one for each span of time, in a zip; those hold all of their ties. Raises UsageError for what does
    not fit together.
    """
    for name in ("exclude", "only"):
        selection[name] = {variable: frozenset(values) for variable, values in selection[name].items()}
    chosen = Choice(**choice, selection=Selection(**selection))
    # The sentences of windows are read with all else: which ties are shown is not known before.
    read = partial(rows, store, _filter(keep), detail="light" if window is None else "words")
    if window is not None:
        made = series(read, chosen, unit, window)
        return Streamed("zip", {"shown": None, "total": None}, lambda output: write_series(made, format, output))
    found = make(read, chosen)
    capped = _strongest(store, found, size)
    head: dict[str, Json] = {"shown": len(capped.edges), "total": len(found.edges)}
    return Streamed(format, head, lambda output: write_network(capped, format, output))


def _filter(keep: dict[str, Any]) -> Filter:
    wanted: dict[str, Any] = {
        name: frozenset(value) if isinstance(value, list) else value for name, value in keep.items()
    }
    return Filter(**wanted)


def _strongest(store: Store, network: Network, size: int) -> Network:
    """Return the network with its strongest ties, and with the sentence of those that name a statement."""
    edges = sorted(network.edges, key=lambda edge: (-abs(edge.weight), edge.source, edge.target))[:size]
    told = {"shown": str(len(edges)), "total": str(len(network.edges))}
    return replace(network, edges=with_sentences(store, edges), attributes={**network.attributes, **told})
