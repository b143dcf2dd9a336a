"""The positions and demands that statements express, each with its words' place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.graph.actors.refs import Refs, id_of
from sayso.graph.answers.places import Places
from sayso.graph.model.json_value import Json
from sayso.graph.store.store import Store
from sayso.graph.store.told import Told, first, rows_of, texts
from sayso.ontology.namespaces import SAYSO
from sayso.ontology.terms import STANCES

_WHO = ("holder", "toward", "demandedBy", "demandedOf", "onMatter")
_STANCES = {node.value: word for word, node in STANCES.items()}


@dataclass(frozen=True, slots=True)
class Expressed:
    """Statement → position or demand → property → values."""

    store: Store
    told: Mapping[str, Mapping[str, Told]]

    def things(self) -> Iterator[str]:
        """Yield the IRIs of all positions and demands."""
        return (thing for several in self.told.values() for thing in several)

    def actors(self) -> Iterator[str]:
        """Yield the IRIs of all actors and matters that they name."""
        for several in self.told.values():
            for told in several.values():
                for name in _WHO:
                    yield from texts(told, name)

    def of(self, statement: str, refs: Refs, places: Mapping[str, Places]) -> dict[str, Json]:
        """Return a statement's positions and demands as JSON, in the order of their words."""
        positions: list[Json] = []
        demands: list[Json] = []
        several = self.told.get(statement, {})
        for thing in sorted(several, key=lambda thing: (_first_place(places.get(thing, {})), thing)):
            told = several[thing]
            matter = self._matter(thing, told, refs, places.get(thing, {}))
            if holder := first(told, "holder"):
                stance = _STANCES.get(str(first(told, "stance")))
                toward = refs.all(texts(told, "toward"))
                positions.append({**matter, "holder": refs.of(str(holder)), "stance": stance, "toward": toward})
            elif by := first(told, "demandedBy"):
                demands.append({**matter, "by": refs.of(str(by)), "of": refs.all(texts(told, "demandedOf"))})
        return {"positions": positions, "demands": demands}

    def _matter(self, thing: str, told: Told, refs: Refs, places: Places) -> dict[str, Json]:
        shared: list[Json] = [{"iri": iri, "name": refs.name(iri)} for iri in texts(told, "onMatter")]
        spans: list[Json] = [[*place.pair] for place in places.get("matter", ())]
        return {
            "id": id_of(self.store, thing),
            "iri": thing,
            "matter": first(told, "matter"),
            "onMatter": shared,
            "span": spans[0] if spans else None,
        }


def expressed_by(store: Store, statements: Iterable[str]) -> Expressed:
    """Return what some statements express."""
    told: defaultdict[str, defaultdict[str, defaultdict[str, list[Json]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for row in rows_of(store, "expressed", "statement", statements):
        name = str(row["property"]).removeprefix(SAYSO)
        told[str(row["statement"])][str(row["thing"])][name].append(row["value"])
    return Expressed(store, told)


def _first_place(places: Places) -> int:
    return min((place.start for some in places.values() for place in some), default=-1)
