"""IRIs: the same for the same thing, different for different ones, refused where a character is forbidden."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from sayso.ontology import iris

ANY = st.text(st.characters(), max_size=40)


@given(ANY)
def test_any_identifier_names_an_article(identifier: str) -> None:
    assert iris.article_iri(identifier) == iris.article_iri(identifier)
    assert iris.article_iri(identifier).value.startswith(iris.BASE + "article/")


@given(ANY, ANY)
def test_two_identifiers_name_two_articles(one: str, other: str) -> None:
    assert (iris.article_iri(one) == iris.article_iri(other)) == (one == other)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("person/anna-zenda", "https://w3id.org/sayso/id/person/anna-zenda"),
        ("country/RU", "https://w3id.org/sayso/id/country/RU"),
        ("organisation/bbc", "https://w3id.org/sayso/id/organisation/bbc"),
        ("group/observers", "https://w3id.org/sayso/id/article/x/group/observers"),
    ],
)
def test_an_actor_is_named_by_its_key(key: str, expected: str) -> None:
    assert iris.actor_iri(key, NamedNode("https://w3id.org/sayso/id/article/x")).value == expected


@pytest.mark.parametrize(
    "key",
    [
        "",
        "person/",
        "person/../graph/actors",
        "person/a b",
        "person/a>",
        "robot/x",
        "person/a/b",
        "person/a#b",
        "person",
    ],
)
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        iris.actor_iri(key, NamedNode("https://w3id.org/sayso/id/article/x"))


def test_an_extraction_is_named_by_its_method_in_any_order() -> None:
    one = iris.activity_iri({"a": "1", "b": "2"})
    assert one == iris.activity_iri({"b": "2", "a": "1"})
    assert one != iris.activity_iri({"a": "1", "b": "3"})


def test_a_base_is_a_setting() -> None:
    base = "https://news.example/graph/"
    for iri in (iris.article_iri("x", base), iris.actors_graph(base), iris.ontology_graph(base)):
        assert iri.value.startswith(base)
    with pytest.raises(ValueError, match="Invalid IRI"):
        iris.article_iri("x", "https://news example/")
