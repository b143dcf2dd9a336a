"""Matching: which actors a spreadsheet's cells may mean, how likely each is, and whether one is meant for sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.graph.reconcile.entity import KINDS, Entity, entities
from sayso.graph.reconcile.entity_search import found_by
from sayso.graph.reconcile.properties import agreement
from sayso.graph.reconcile.scoring import MatchScore, likeness
from sayso.graph.store.store import Store

# A name weighs more than any one property; a property that the graph does not tell of an actor says half as much.
_NAME_WEIGHT = 100.0
_PROPERTY_WEIGHT = 40.0
_UNTOLD = 50.0
# Names less alike than this share some letters, as any two do.
_LEAST = 40.0
_ACTOR = "Actor"


@dataclass(frozen=True, slots=True)
class ReconcileCell:
    """One cell: its text, the types it may be of, other cells of its row by property, and how many candidates."""

    text: str
    types: tuple[str, ...] = ()
    properties: tuple[tuple[str, tuple[str, ...]], ...] = ()
    limit: int = 10


@dataclass(frozen=True, slots=True)
class MatchCandidate:
    """An actor that may be meant; `agreements` holds a property's likeness from 0 to 100, None where it is not told."""

    entity: Entity
    name: MatchScore
    agreements: tuple[tuple[str, float | None], ...]
    by_id: bool = False

    @property
    def score(self) -> float:
        """How likely it is, from 0 to 100."""
        told = [_UNTOLD if value is None else value for _, value in self.agreements]
        weighed = _NAME_WEIGHT * self.name.score + _PROPERTY_WEIGHT * sum(told)
        return round(weighed / (_NAME_WEIGHT + _PROPERTY_WEIGHT * len(told)), 1)

    @property
    def contradicted(self) -> bool:
        """Whether a property says that it is somebody else."""
        return any(value is not None and value < _UNTOLD for _, value in self.agreements)

    @property
    def confirmed(self) -> bool:
        """Whether a property says that it is the one."""
        return any(value == 100.0 for _, value in self.agreements)


@dataclass(frozen=True, slots=True)
class EntityType:
    """A type of actors, as the Reconciliation API writes it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class MatchFeature:
    """How alike a candidate is in one respect, from 0 to 100."""

    id: str
    value: float


@dataclass(frozen=True, slots=True)
class RankedCandidate:
    """A candidate as the Reconciliation API 0.2 writes it; `match` says that it is meant beyond doubt."""

    id: str
    name: str
    description: str
    type: tuple[EntityType, ...]
    score: float
    match: bool
    features: tuple[MatchFeature, ...]


@dataclass(frozen=True, slots=True)
class MatchResult:
    """The candidates of one query, the likeliest first."""

    result: tuple[RankedCandidate, ...]


def reconcile(store: Store, queries: Mapping[str, Mapping[str, object]]) -> dict[str, MatchResult]:
    """Answer a batch of queries, each `{"text", "types", "properties": [[id, [value]]], "limit"}`, by their keys."""
    asked = {key: _asked(told) for key, told in queries.items()}
    found = {key: found_by(store, each.text, each.properties, _kinds(each.types)) for key, each in asked.items()}
    known = entities(store, [iri for iris in found.values() for iri in iris])
    return {
        key: MatchResult(_ranked(each, [known[iri] for iri in found[key] if iri in known]))
        for key, each in asked.items()
    }


def types(entity: Entity) -> tuple[EntityType, EntityType]:
    """Return an actor's types."""
    return EntityType(entity.kind, KINDS[entity.kind]), EntityType(_ACTOR, "actor")


def _asked(told: Mapping[str, object]) -> ReconcileCell:
    text, kinds, properties, limit = (told.get(name) for name in ("text", "types", "properties", "limit"))
    pairs = [(str(pair[0]), tuple(map(str, _list(pair[1])))) for pair in _list(properties) if isinstance(pair, list)]
    return ReconcileCell(
        str(text or ""), tuple(map(str, _list(kinds))), tuple(pairs), limit if isinstance(limit, int) else 10
    )


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else []


def _kinds(wanted: Iterable[str]) -> frozenset[str]:
    wanted = frozenset(wanted)
    return frozenset(KINDS) if not wanted or _ACTOR in wanted else wanted & KINDS.keys()


def _ranked(asked: ReconcileCell, found: Iterable[Entity]) -> tuple[RankedCandidate, ...]:
    kinds = _kinds(asked.types)
    compared = (_candidate(asked, entity) for entity in found if entity.kind in kinds)
    candidates = [each for each in compared if each.name.score >= _LEAST]
    candidates.sort(key=lambda each: (-each.score, -each.entity.counts.get("mentions", 0), each.entity.id))
    sure = _sure(candidates, typed=bool(asked.types) and _ACTOR not in asked.types)
    return tuple(_told(each, match=each is sure) for each in candidates[: asked.limit])


def _candidate(asked: ReconcileCell, entity: Entity) -> MatchCandidate:
    by_id = asked.text.strip() in (entity.id, entity.iri)
    # An actor looked for by a property alone is judged by it alone.
    name = (
        MatchScore(100.0, exact=True, label=True) if by_id or not asked.text.strip() else likeness(asked.text, entity)
    )
    agreements = tuple((id_, agreement(entity, id_, values)) for id_, values in asked.properties)
    return MatchCandidate(entity, name, agreements, by_id)


def _sure(candidates: list[MatchCandidate], *, typed: bool) -> MatchCandidate | None:
    """Return the one candidate that is meant beyond doubt.

    Its name is the text itself, no property speaks against it, and no other candidate is as good. A name that is not
    its usual one ("Moscow" of Russia, "Zenda" of a person) needs a property that agrees, or, but for a person's, the
    type. Groups live in one article: nobody else means them.
    """
    exact = [each for each in candidates if each.name.exact and not each.contradicted]
    confirmed = [each for each in exact if each.confirmed]
    rest = confirmed or exact
    if len(rest) != 1 or rest[0] is not candidates[0]:
        return None
    [best] = rest
    if best.by_id:
        return best
    if best.entity.kind == "Group":
        return None
    usual = best.name.label and (best.entity.kind != "Person" or " " in best.entity.name)
    return best if usual or best.confirmed or (typed and best.entity.kind != "Person") else None


def _told(candidate: MatchCandidate, *, match: bool) -> RankedCandidate:
    entity = candidate.entity
    features = [MatchFeature("name", round(candidate.name.score, 1))]
    features += [MatchFeature(id_, value) for id_, value in candidate.agreements if value is not None]
    return RankedCandidate(
        id=entity.id,
        name=entity.name,
        description=entity.description(),
        type=types(entity),
        score=candidate.score,
        match=match,
        features=tuple(features),
    )
