"""The graph around some actors, and the networks of discourse analysis, as files of other tools."""

from __future__ import annotations

from typing import Any

from graph.export.registry import write_network
from graph.networks.around import Around
from graph.networks.subgraph import subgraph as made
from graph.readers.frames import Json
from graph.readers.streamed import Streamed
from graph.rows.filter import Filter
from graph.store import Store
from graph.walk.naming import replacement, resolve
from ontology.errors import SaysoError


def subgraph(
    store: Store, format: str, actors: list[str], keep: dict[str, Any], around: dict[str, Any], form: str
) -> Streamed | Json:
    """Write the graph around some actors, by id, IRI or name; `{"merged": {given: IRI}}` where one was merged.

    Raises as `resolve`, `Filter` and `Around` do.
    """
    merged = {actor: into for actor in actors if (into := _replaced(store, actor))}
    if merged:
        return {"merged": {**merged}}
    iris = tuple(dict.fromkeys(resolve(store, actor) for actor in actors))
    wanted: dict[str, Any] = {
        name: frozenset(value) if isinstance(value, list) else value for name, value in keep.items()
    }
    if kinds := around.get("kinds"):
        around = {**around, "kinds": frozenset(kinds)}
    found = made(store, Around(actors=iris, keep=Filter(**wanted), **around), form)  # type: ignore[arg-type]
    head: dict[str, Json] = {name: found.attributes[name] for name in ("shown", "total")}
    return Streamed(format, head, lambda output: write_network(found, format, output))


def _replaced(store: Store, actor: str) -> str | None:
    iri = actor if actor.startswith(store.base) else f"{store.base}{actor}"
    try:
        return replacement(store, iri)
    except SaysoError:
        return None
