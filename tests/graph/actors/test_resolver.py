"""Who is meant: an IRI, an id, a label, another name, a last name; of several nobody is chosen."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.lookup import find_actor
from sayso.graph.actors.resolver import resolve, with_actors
from sayso.graph.store.store import Store
from sayso.ontology.errors import AmbiguousName, NotFoundError, UsageError
from sayso.ontology.iris import BASE, actors_graph
from sayso.ontology.namespaces import ALT_LABEL, LABEL, TYPE
from sayso.ontology.terms import ACTOR, ORGANISATION, PERSON
from sayso.queries.catalogue import bind, get

# Slug → kind, label, other names.
CAST = {
    "person/anna-orlova": (PERSON, "Anna Orlova", ("Orlova",)),
    "person/ivan-petrov": (PERSON, "Ivan Petrov", ()),
    "person/olga-petrov": (PERSON, "Olga Petrov", ()),
    "person/max-berg": (PERSON, "Max Berg", ("the minister",)),
    "organisation/berg": (ORGANISATION, "Berg", ()),
    "organisation/north-council": (ORGANISATION, "North Council", ("NC", "the Council")),
    "organisation/south-council": (ORGANISATION, "South Council", ("the Council",)),
    "person/eva-orlova": (PERSON, "Eva Orlova", ()),
    "person/igor-sokolov": (PERSON, "Igor Sokolov", ()),
}


@pytest.fixture
def cast(store: Store) -> Store:
    """A store of actors alone."""
    for slug, (kind, label, names) in CAST.items():
        node = NamedNode(BASE + slug)
        told = [(TYPE, ACTOR), (TYPE, kind), (LABEL, Literal(label)), *((ALT_LABEL, Literal(name)) for name in names)]
        store.apply([], [Quad(node, predicate, value, actors_graph()) for predicate, value in told])
    return store


MEANT = [
    ("person/ivan-petrov", "person/ivan-petrov"),
    (BASE + "person/ivan-petrov", "person/ivan-petrov"),
    ("ivan PETROV", "person/ivan-petrov"),
    (" Ivan Petrov ", "person/ivan-petrov"),
    # A last name that one person alone has.
    ("Sokolov", "person/igor-sokolov"),
    # A label goes before a last name, another name too.
    ("Berg", "organisation/berg"),
    ("Orlova", "person/anna-orlova"),
    ("nc", "organisation/north-council"),
]
NOBODY = ["", "?", "Petro", "Ivan", "Council", "person/nobody", "no\nname", "x" * 2_000]
SEVERAL = {
    "Petrov": {"person/ivan-petrov", "person/olga-petrov"},
    "the council": {"organisation/north-council", "organisation/south-council"},
}


@pytest.mark.parametrize(("text", "actor"), MEANT)
def test_one_is_meant(cast: Store, text: str, actor: str) -> None:
    assert resolve(cast, text) == BASE + actor
    assert find_actor(cast, text).value == BASE + actor


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_meant(cast: Store, text: str) -> None:
    with pytest.raises(NotFoundError):
        resolve(cast, text)
    with pytest.raises(NotFoundError):
        find_actor(cast, text)


@pytest.mark.parametrize("text", SEVERAL)
def test_of_several_nobody_is_chosen(cast: Store, text: str) -> None:
    with pytest.raises(AmbiguousName) as raised:
        resolve(cast, text)
    assert set(raised.value.candidates) == {BASE + actor for actor in SEVERAL[text]}
    assert all(actor in str(raised.value) for actor in SEVERAL[text])
    with pytest.raises(AmbiguousName):
        find_actor(cast, text)


def test_a_question_gets_the_iris_of_those_whom_it_names(cast: Store) -> None:
    given = with_actors(cast, get("statements"), {"by": "Sokolov", "act": "deny", "about": ""})
    assert given == {"by": NamedNode(BASE + "person/igor-sokolov"), "act": "deny", "about": ""}
    assert f"VALUES ?speaker {{ <{BASE}person/igor-sokolov> }}" in bind(get("statements"), given)


def test_what_is_no_name_is_refused(cast: Store) -> None:
    with pytest.raises(UsageError, match="a name, an id or an IRI"):
        with_actors(cast, get("statements"), {"by": 7})
