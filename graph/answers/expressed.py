"""The positions and demands that statements express, each with its words' place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.graph.actors.refs import Refs, id_of
from sayso.graph.answers.places import Places
from sayso.graph.model.stored import SharedMatter, StoredDemand, StoredPosition
from sayso.graph.store.asking import SolutionValue
from sayso.graph.store.store import Store
from sayso.graph.store.told import ThingRows, first, rows_of, share, text, texts
from sayso.ontology import vocabulary
from sayso.ontology.namespaces import SAYSO
from sayso.ontology.terms import STANCES
from sayso.ontology.vocabulary import Stance

_WHO = ("holder", "toward", "demandedBy", "demandedOf", "onMatter")
_STANCES: Mapping[str, Stance] = {STANCES[word].value: word for word in vocabulary.STANCES}


@dataclass(frozen=True, slots=True)
class Expressed:
    """Statement → position or demand → property → values."""

    store: Store
    told: Mapping[str, Mapping[str, ThingRows]]

    def things(self) -> Iterator[str]:
        """Yield the IRIs of all positions and demands."""
        return (thing for several in self.told.values() for thing in several)

    def actors(self) -> Iterator[str]:
        """Yield the IRIs of all actors and matters that they name."""
        for several in self.told.values():
            for told in several.values():
                for name in _WHO:
                    yield from texts(told, name)

    def of(
        self, statement: str, refs: Refs, places: Mapping[str, Places]
    ) -> tuple[tuple[StoredPosition, ...], tuple[StoredDemand, ...]]:
        """Return a statement's positions and demands, in the order of their words."""
        positions: list[StoredPosition] = []
        demands: list[StoredDemand] = []
        several = self.told.get(statement, {})
        for thing in sorted(several, key=lambda thing: (_first_place(places.get(thing, {})), thing)):
            told = several[thing]
            shared = tuple(SharedMatter(iri, refs.name(iri)) for iri in texts(told, "onMatter"))
            span = next((place.pair for place in places.get(thing, {}).get("matter", ())), None)
            words = (id_of(self.store, thing), thing, text(told, "matter"), shared, span)
            if holder := text(told, "holder"):
                stance = _STANCES.get(str(first(told, "stance")))
                toward = refs.actors(texts(told, "toward"))
                positions.append(StoredPosition(*words, refs.actor(holder), stance, toward, share(told, "confidence")))
            elif by := text(told, "demandedBy"):
                of = refs.actors(texts(told, "demandedOf"))
                demands.append(StoredDemand(*words, refs.actor(by), of, share(told, "confidence")))
        return tuple(positions), tuple(demands)


def expressed_by(store: Store, statements: Iterable[str]) -> Expressed:
    """Return what some statements express."""
    told: defaultdict[str, defaultdict[str, defaultdict[str, list[SolutionValue]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for row in rows_of(store, "expressed", "statement", statements):
        name = str(row["property"]).removeprefix(SAYSO)
        told[str(row["statement"])][str(row["thing"])][name].append(row["value"])
    return Expressed(store, told)


def _first_place(places: Places) -> int:
    return min((place.start for some in places.values() for place in some), default=-1)
