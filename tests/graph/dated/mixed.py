"""A store in which few tell many positions on few matters: for and against, in capitals or not, some under one name."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from benchmarks.synthetic import make
from sayso.graph.actors.names import Subject
from sayso.graph.actors.search.searching import keep_index
from sayso.graph.store.store import Store
from sayso.ontology.namespaces import PREFERRED_LABEL, WAS_DERIVED_FROM
from sayso.ontology.terms import ACT, ACTS, DEMANDED_BY, HOLDER, MATTER, ON_MATTER, SPEAKER, STATUS, STATUSES

WORDINGS = ("gas", "Gas", "The treaty", "the treaty", "TROOPS", "troops", "it", "a vote", "seats", "Border talks")
_SHARED = {"gas": "energy", "seats": "energy", "a vote": "the vote"}
_FEW = 12


def make_mixed(folder: Path, statements: int = 600) -> None:
    """Make the store in `folder` and publish a snapshot of it."""
    make(folder, statements)
    with Store.open(folder) as store:
        changes = list(_changes(store, random.Random(statements)))
        store.apply((old for old, _ in changes if old), (new for _, new in changes))
        store.publish()
        keep_index(store)


def _changes(store: Store, chance: random.Random) -> Iterator[tuple[Quad | None, Quad]]:
    """Yield a quad that goes, if any, and what comes in its place."""

    def find(property_: NamedNode, thing: Subject | None = None, value: Subject | None = None) -> list[Quad]:
        return sorted(store.engine.quads_for_pattern(thing, property_, value), key=str)

    people = sorted({quad.object for quad in find(HOLDER)}, key=str)[:_FEW]
    for quad in find(SPEAKER):
        who = chance.choice(people)
        things = [quad.subject, *(told.subject for told in find(WAS_DERIVED_FROM, value=quad.subject))]
        for old in (old for thing in things for role in (SPEAKER, HOLDER, DEMANDED_BY) for old in find(role, thing)):
            yield old, Quad(old.subject, old.predicate, who, old.graph_name)
    for quad in find(MATTER):
        words = chance.choice(WORDINGS)
        yield quad, Quad(quad.subject, MATTER, Literal(words), quad.graph_name)
        if words in _SHARED and chance.random() < 0.5:
            yield from ((None, new) for new in _shared(store, quad.subject, _SHARED[words]))
    for quad in find(ACT):
        if chance.random() < 0.3:
            yield quad, Quad(quad.subject, ACT, ACTS["accuse"], quad.graph_name)
    for quad in find(STATUS):
        if chance.random() < 0.2:
            yield quad, Quad(quad.subject, STATUS, STATUSES["unsaid"], quad.graph_name)


def _shared(store: Store, thing: Subject, name: str) -> Iterator[Quad]:
    matters, concept = NamedNode(f"{store.base}matters"), NamedNode(f"{store.base}matter/{name.replace(' ', '-')}")
    yield Quad(thing, ON_MATTER, concept, matters)
    yield Quad(concept, PREFERRED_LABEL, Literal(name), matters)
