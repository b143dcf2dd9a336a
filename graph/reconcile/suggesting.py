"""Suggesting while somebody types, and describing one actor in a few words."""

from __future__ import annotations

from itertools import islice

from sayso.graph.model.json_value import Json
from sayso.graph.reconcile.entity import KINDS, entities
from sayso.graph.reconcile.matching import types
from sayso.graph.reconcile.naming import begun, by_id
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError


def suggest(store: Store, prefix: str, kinds: list[str], limit: int, offset: int) -> Json:
    """Return actors whose names begin with a text or are like it, the likeliest first, as `[{"id", "name", …}]`."""
    wanted = frozenset(kinds) & KINDS.keys() or frozenset(KINDS)
    known = [iri for iri, each in entities(store, by_id(store, prefix)).items() if each.kind in wanted]
    iris = dict.fromkeys((*known, *islice(begun(store, prefix, wanted), offset + limit)))
    found = entities(store, [*iris][offset : offset + limit])
    return [
        {"id": each.id, "name": each.name, "description": each.description(), "notable": types(each)}
        for each in found.values()
    ]


def describe(store: Store, id: str) -> Json:
    """Return what a person has to see to tell an actor from others. Raises NotFoundError where there is none."""
    [iri, *_] = [*by_id(store, id), ""]
    entity = entities(store, [iri], articles=True).get(iri) if iri else None
    if entity is None:
        raise NotFoundError(f"{id!r}: no actor has this id; the question “actors” lists them")
    return {
        "id": entity.id,
        "iri": entity.iri,
        "name": entity.name,
        "kind": KINDS[entity.kind],
        "otherNames": [*entity.other_names],
        "posts": [post.told() for post in entity.posts],
        "counts": {**entity.counts},
    }
