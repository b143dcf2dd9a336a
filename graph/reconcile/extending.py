"""Data extension: what the graph tells of actors that a spreadsheet names, property by property."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from sayso.graph.reconcile.entity import Entity, LabelledThing, entities
from sayso.graph.reconcile.entity_search import by_id
from sayso.graph.reconcile.properties import PROPERTIES, Property, ToldValue, told
from sayso.graph.store.asking import ask, walk_query
from sayso.graph.store.store import Store

HOLDER = "holder"

# A property without a type has no member of that name.
type PropertyMeta = dict[str, str | dict[str, str]]


@dataclass(frozen=True, slots=True)
class ExtendedData:
    """What properties mean, and values by id and property, as the Reconciliation API 0.2 has them."""

    meta: tuple[PropertyMeta, ...]
    rows: Mapping[str, Mapping[str, Sequence[ToldValue]]]


def extend(store: Store, ids: list[str], properties: dict[str, int]) -> ExtendedData:
    """Return what is told of actors.

    `properties` are those of PROPERTIES and `holder`, each with how many values are wanted at the most, 0 for all. An
    id of nobody has a row without values; one that was merged into another has the other's.
    """
    iris = {id_: iri for id_ in ids for iri in by_id(store, id_)}
    known = entities(store, iris.values(), articles="articles" in properties)
    holders = _holders(store, known.values()) if HOLDER in properties else {}
    rows: dict[str, dict[str, list[ToldValue]]] = {}
    for id_ in ids:
        entity = known.get(iris.get(id_, ""))
        row: dict[str, list[ToldValue]] = {}
        for name, most in properties.items():
            values = _values(entity, name, holders) if entity else []
            row[name] = [told(value, store.base) for value in values[: most or None]]
        rows[id_] = row
    return ExtendedData(tuple(meta(PROPERTIES[name]) for name in properties), rows)


def meta(property_: Property) -> PropertyMeta:
    """Return a property as the data extension describes it."""
    found: PropertyMeta = {"id": property_.id, "name": property_.name}
    if property_.type:
        found["type"] = {"id": property_.type, "name": property_.type.lower()}
    return found


def _values(entity: Entity, name: str, holders: dict[str, list[LabelledThing]]) -> list[str | int | LabelledThing]:
    return [*holders.get(entity.iri, [])] if name == HOLDER else [*PROPERTIES[name].values(entity)]


def _holders(store: Store, known: Iterable[Entity]) -> dict[str, list[LabelledThing]]:
    actors = tuple(NamedNode(entity.iri) for entity in known if entity.kind in PROPERTIES[HOLDER].of)
    found: dict[str, list[LabelledThing]] = {}
    for row in ask(store, walk_query("actors-holders"), {"actor": actors}) if actors else ():
        found.setdefault(str(row["actor"]), []).append(LabelledThing(str(row["holder"]), str(row["name"])))
    return found
