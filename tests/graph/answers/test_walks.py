"""Walks over the sample: names are resolved, pages follow each other, an actor's profile counts its edges."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.resolver import MovedActors, resolve
from sayso.graph.answers.article import article
from sayso.graph.answers.calls import CALLS
from sayso.graph.answers.listing import listing
from sayso.graph.answers.profile import actor
from sayso.graph.store.store import Store
from sayso.ontology.errors import AmbiguousName, NotFoundError, QueryError, UsageError
from sayso.ontology.iris import BASE, actors_graph
from sayso.ontology.namespaces import ALT_LABEL, LABEL, TYPE
from sayso.ontology.terms import ACTOR, PERSON
from tests.sample import LATER, sample_quads


@pytest.fixture
def sample(store: Store) -> Store:
    """A store that holds the sample."""
    store.apply([], sample_quads())
    return store


@pytest.mark.parametrize(
    "text",
    ["person/anna-zenda", BASE + "person/anna-zenda", "Anna Zenda", "anna zenda", "Zenda"],
)
def test_an_actor_is_found_by_id_iri_and_name(sample: Store, text: str) -> None:
    assert resolve(sample, text) == BASE + "person/anna-zenda"


@pytest.mark.parametrize("text", ["Nobody", "person/nobody", "", "?", "\\", "“"])
def test_who_is_not_there_is_said(sample: Store, text: str) -> None:
    with pytest.raises((NotFoundError, AmbiguousName)):
        resolve(sample, text)


def test_a_name_of_two_names_both(sample: Store) -> None:
    zenda, shared = NamedNode(BASE + "person/otto-zenda"), actors_graph()
    told = ((TYPE, ACTOR), (TYPE, PERSON), (LABEL, Literal("Otto Zenda")), (ALT_LABEL, Literal("Zenda")))
    sample.apply([], (Quad(zenda, predicate, object_, shared) for predicate, object_ in told))
    with pytest.raises(AmbiguousName) as raised:
        resolve(sample, "Zenda")
    assert set(raised.value.candidates) == {BASE + "person/anna-zenda", zenda.value}
    assert resolve(sample, "Anna Zenda") == BASE + "person/anna-zenda"


def test_pages_follow_each_other_and_hold_everything_once(sample: Store) -> None:
    whole = listing(sample, "statements", {}, 100, 0)
    assert whole.more is False
    pages = [listing(sample, "statements", {}, 2, offset) for offset in (0, 2, 4)]
    assert [page.more for page in pages] == [True, True, False]
    items = [item for page in pages for item in page.items]
    assert sorted(items, key=str) == sorted(whole.items, key=str)


def test_values_restrict_a_listing(sample: Store) -> None:
    told = listing(sample, "statements", {"by": "Zenda", "about": "country/RU1"}, 10, 0)
    assert [item["act"] for item in told.items] == ["deny"]
    assert told.items[0]["confidence"] == pytest.approx(0.971)


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"by": "Nobody"}, NotFoundError),
        ({"since": "soon"}, QueryError),
        ({"act": "dance"}, QueryError),
        ({"nonsense": "1"}, UsageError),
    ],
)
def test_a_value_that_does_not_fit_is_said(sample: Store, values: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        listing(sample, "statements", values, 10, 0)


def test_an_actor_s_profile(sample: Store) -> None:
    told = actor(sample, "person/anna-zenda")
    assert (told.name, told.kind, told.names) == ("Anna Zenda", "person", ("Anna Zenda", "Zenda"))
    assert (told.statements, told.about, told.mentions) == (3, 0, 2)
    assert told.acts == {"deny": 1, "demand": 1, "intend": 1}
    assert [(met.actor.id, met.count) for met in told.speaks_of] == [
        ("organisation/the-league", 3),
        ("country/RU1", 1),
    ]
    assert {(post.title, post.former, post.organisation and post.organisation.name) for post in told.posts} == {
        ("Foreign Minister", False, "Ruritania"),
        ("Foreign Minister", True, "Ruritania"),
    }


def test_a_merged_actor_leads_on(sample: Store) -> None:
    old, new = f"{BASE}person/a-zenda", f"{BASE}person/anna-zenda"
    replaced = "<http://purl.org/dc/terms/isReplacedBy>"
    sample.update(f"INSERT DATA {{ GRAPH <{BASE}graph/judgements> {{ <{old}> {replaced} <{new}> }} }}")
    assert CALLS["actor"](sample, id="person/a-zenda") == MovedActors({"id": new})
    asked = {"query": "statements", "values": {"by": old}, "limit": 5, "offset": 0}
    assert CALLS["listing"](sample, **asked) == MovedActors({"by": new})


def test_an_article_comes_with_its_text(sample: Store) -> None:
    told = article(sample, LATER.id)
    assert told.text == LATER.text
    assert len(told.statements) == 2
    with pytest.raises(NotFoundError):
        article(sample, "nothing")
