"""Suggesting while somebody types, and describing one actor in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from sayso.graph.reconcile.entity import KINDS, entities
from sayso.graph.reconcile.entity_search import begun, by_id
from sayso.graph.reconcile.matching import EntityType, types
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class SuggestedActor:
    """An actor that somebody who types may mean."""

    id: str
    name: str
    description: str
    notable: tuple[EntityType, ...]


@dataclass(frozen=True, slots=True)
class DescribedActor:
    """What a person has to see to tell an actor from others."""

    id: str
    iri: str
    name: str
    kind: str
    other_names: tuple[str, ...]
    posts: tuple[str, ...]
    counts: Mapping[str, int]


def suggest(store: Store, prefix: str, kinds: list[str], limit: int, offset: int) -> list[SuggestedActor]:
    """Return actors whose names begin with a text or are like it, the likeliest first."""
    wanted = frozenset(kinds) & KINDS.keys() or frozenset(KINDS)
    known = [iri for iri, each in entities(store, by_id(store, prefix)).items() if each.kind in wanted]
    iris = dict.fromkeys((*known, *islice(begun(store, prefix, wanted), offset + limit)))
    found = entities(store, [*iris][offset : offset + limit])
    return [SuggestedActor(each.id, each.name, each.description(), types(each)) for each in found.values()]


def describe(store: Store, id: str) -> DescribedActor:
    """Return what a person has to see to tell an actor from others. Raises NotFoundError where there is none."""
    [iri, *_] = [*by_id(store, id), ""]
    entity = entities(store, [iri], articles=True).get(iri) if iri else None
    if entity is None:
        raise NotFoundError(f"{id!r}: no actor has this id; the question “actors” lists them")
    return DescribedActor(
        id=entity.id,
        iri=entity.iri,
        name=entity.name,
        kind=KINDS[entity.kind],
        other_names=tuple(entity.other_names),
        posts=tuple(post.told() for post in entity.posts),
        counts=entity.counts,
    )
