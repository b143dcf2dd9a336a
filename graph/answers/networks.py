"""The graph around some actors, and the networks of discourse analysis, as files of other tools."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.graph.actors.resolver import Moved, MovedActors, actor_of
from sayso.graph.export.network_formats import NETWORK_FORMATS
from sayso.graph.export.options import ExportOptions
from sayso.graph.export.origin_file import told_origin
from sayso.graph.export.registry import prepared, write_network
from sayso.graph.export.series import write_series
from sayso.graph.model.streamed import FileHead, Streamed
from sayso.graph.networks.around import Around
from sayso.graph.networks.making import network_of, series_of
from sayso.graph.networks.options import choice_of
from sayso.graph.networks.subgraph import with_sentences
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError


def subgraph(
    store: Store, format: str, actors: list[str], keep: dict[str, Any], around: dict[str, Any], options: dict[str, Any]
) -> Streamed | MovedActors:
    """Write the graph around some actors, by id, IRI or name; where one was merged, which it is now.

    Raises as `resolve`, `Filter`, `Around` and `prepared` do.
    """
    try:
        iris = tuple(dict.fromkeys(actor_of(store, actor, actor) for actor in actors))
    except Moved as moved:
        return MovedActors({moved.parameter: moved.into})
    if "kinds" in around:
        around = {**around, "kinds": frozenset(around["kinds"])}
    chosen = ExportOptions(around=Around(actors=iris, keep=_filter(keep), **around), **options)
    found = prepared(store, format, chosen)
    return Streamed(format, FileHead(found.shown, found.total, found.origin), found.write)


def network(store: Store, format: str, options: dict[str, Any]) -> Streamed:
    """Write a network, its strongest ties where there are more than `size`; `options` are those of `choice_of`.

    With `window` and without `nth`, one for each span of time, in a zip; those hold all of their ties. Raises
    UsageError for what does not fit together.
    """
    if format not in NETWORK_FORMATS:
        raise UsageError(f"format {format}: this is a network; its formats are {', '.join(NETWORK_FORMATS)}")
    chosen = choice_of(**options)
    if chosen.is_series:
        # The sentences of windows are read with all else: which ties are shown is not known before.
        made = series_of(store, replace(chosen, size=None))
        return Streamed("zip", FileHead(), lambda output: write_series(made, format, output))
    found = network_of(store, chosen, "light")
    shown, total = (int(found.attributes[name]) if chosen.size else None for name in ("shown", "total"))
    told = replace(found, edges=with_sentences(store, found.edges))
    head = FileHead(shown, total, told_origin(told))
    return Streamed(format, head, lambda output: write_network(told, format, output))


def _filter(keep: dict[str, Any]) -> Filter:
    wanted: dict[str, Any] = {
        name: frozenset(value) if isinstance(value, list) else value for name, value in keep.items()
    }
    return Filter(**wanted)
