"""Actors are found by what people type: names begun, accents and case left out, letters wrong, any script."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.actors.search.folding import folded, forms
from sayso.graph.actors.search.index import Index, IndexedActor
from sayso.graph.actors.search.matching import hits
from sayso.graph.actors.search.searching import search
from sayso.graph.model.rendering import as_json
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, UsageError
from tests.sample import sample_quads

CAST = Index(
    [
        IndexedActor("stoltenberg", "person", ("Jens Stoltenberg", "Stoltenberg"), mentions=30),
        IndexedActor("jensen", "person", ("Jensen & Sønner A/S",), mentions=2),
        IndexedActor("russia", "country", ("Russia", "Moscow", "the Kremlin"), mentions=50),
        IndexedActor("truss", "person", ("Liz Truss",), mentions=40),
        IndexedActor(
            "osce", "organisation", ("Organization for Security and Co-operation in Europe", "OSCE"), mentions=9
        ),
        IndexedActor("zelensky", "person", ("Володимир Зеленський", "Zelensky"), mentions=20),
        IndexedActor("xi", "person", ("习近平",), mentions=4),
        IndexedActor("dordevic", "person", ("Đorđe Đorđević",), mentions=3),
        IndexedActor("erdogan", "person", ("Recep Tayyip Erdoğan",), mentions=12),
        IndexedActor("oz", "organisation", ("Öz İletişim",), mentions=1),
        IndexedActor("mubarak", "person", ("حسني مبارك",), mentions=5),
        IndexedActor("un", "organisation", ("United Nations", "UN"), mentions=25),
        IndexedActor("union", "organisation", ("Union of Teachers",), mentions=1),
    ]
)


@pytest.mark.parametrize(
    ("text", "first", "match"),
    [
        ("Jens Stoltenberg", "stoltenberg", "exact"),
        ("stoltenberg", "stoltenberg", "exact"),
        ("STOLT", "stoltenberg", "prefix"),
        ("jens", "stoltenberg", "prefix"),
        ("tenberg", "stoltenberg", "part"),
        ("stoltenberg, jens", "stoltenberg", "part"),
        ("Stoltenburg", "stoltenberg", "close"),
        ("jens stotlenberg", "stoltenberg", "close"),
        ("Stoltenbrg", "stoltenberg", "close"),
        ("stoltemb", "stoltenberg", "close"),
        ("sonner", "jensen", "part"),
        ("jensen sønner a s", "jensen", "exact"),
        ("moscow", "russia", "exact"),
        ("kremlin", "russia", "part"),
        ("russ", "russia", "prefix"),
        ("cooperation", "osce", "close"),
        ("co-operation", "osce", "part"),
        ("зеленський", "zelensky", "part"),
        ("ЗЕЛЕНСЬКИЙ", "zelensky", "part"),
        ("zelenskyy", "zelensky", "close"),
        ("习近平", "xi", "exact"),
        ("习", "xi", "prefix"),
        ("dorde dordevic", "dordevic", "exact"),
        ("Đorđević", "dordevic", "part"),
        ("erdogan", "erdogan", "part"),
        ("ERDOĞAN", "erdogan", "part"),
        ("oz iletisim", "oz", "exact"),
        ("مبارك", "mubarak", "part"),
        ("un", "un", "exact"),
    ],
)
def test_a_name_is_found(text: str, first: str, match: str) -> None:
    found = list(hits(CAST, text, lambda entry: True))
    assert (found[0].entry.iri, found[0].match) == (first, match)


def test_levels_come_in_their_order_and_each_by_mentions() -> None:
    found = [(hit.entry.iri, hit.match) for hit in hits(CAST, "jens", lambda entry: True)]
    assert found == [("stoltenberg", "prefix"), ("jensen", "prefix")]
    assert [hit.entry.iri for hit in hits(CAST, "un", lambda entry: True)][:2] == ["un", "union"]
    assert [hit.entry.iri for hit in hits(CAST, "russ", lambda entry: True)][:2] == ["russia", "truss"]


@pytest.mark.parametrize("text", ["", " ", "?!", "\u202e", "\x00", "zzzzzzzz", "“”", "\n", "a" * 100_000])
def test_nobody_is_found_by_nothing(text: str) -> None:
    assert list(hits(CAST, text, lambda entry: True)) == []


@given(st.text())
def test_folding_is_done_once_and_leaves_no_marks(text: str) -> None:
    once = folded(text)
    assert "\n" not in once
    assert once == " ".join(once.split())
    for form in forms(text):
        assert form


NAMES = st.text(st.characters(codec="utf-8"), max_size=12)


@given(st.lists(st.tuples(NAMES, st.integers(0, 3)), max_size=8), NAMES)
def test_any_name_is_found_by_itself_and_each_once(told: list[tuple[str, int]], text: str) -> None:
    index = Index(IndexedActor(str(at), None, (name,), mentions=mentions) for at, (name, mentions) in enumerate(told))
    for name, _ in told:
        found = list(hits(index, name, lambda entry: True))
        assert len({hit.entry.iri for hit in found}) == len(found)
        if forms(name):
            exact = {hit.entry.names[0] for hit in found if hit.match == "exact"}
            assert name in exact
    scores = [hit.score for hit in hits(index, text, lambda entry: True)]
    assert scores == sorted(scores, reverse=True)


@pytest.fixture
def sample(store: Store) -> Store:
    """A store that holds the sample."""
    store.apply([], sample_quads())
    return store


def found_in(store: Store, name: str = "", kind: str = "", country: str = "", limit: int = 10, offset: int = 0) -> Any:
    """Search and return the page."""
    return as_json(search(store, name, kind, country, limit, offset))


def test_all_actors_are_listed_with_their_counts(sample: Store) -> None:
    page = found_in(sample)
    assert [item["id"].rpartition("/")[2] for item in page["items"]] == [
        "anna-zenda",
        "RU1",
        "BO",
        "observers",
        "the-league",
    ]
    assert page["items"][0] == {
        "name": "Anna Zenda",
        "kind": "person",
        "statements": 3,
        "about": 0,
        "mentions": 2,
        "otherNames": "Zenda",
        "actor": "https://w3id.org/sayso/id/person/anna-zenda",
        "id": "person/anna-zenda",
        "match": "exact",
        "score": 1.0,
    }


def test_kind_and_country_narrow_a_search(sample: Store) -> None:
    assert [item["name"] for item in found_in(sample, kind="country")["items"]] == ["Ruritania", "Borduria"]
    assert [item["name"] for item in found_in(sample, country="Ruritania")["items"]] == ["Anna Zenda", "Ruritania"]
    assert [item["name"] for item in found_in(sample, country="bo")["items"]] == ["Borduria"]
    assert found_in(sample, name="league", country="country/RU1")["items"] == []
    with pytest.raises(UsageError):
        found_in(sample, kind="planet")
    with pytest.raises(NotFoundError):
        found_in(sample, country="Atlantis")


def test_pages_of_a_search_follow_each_other(sample: Store) -> None:
    whole = found_in(sample, name="a")["items"]
    pages = [found_in(sample, name="a", limit=1, offset=offset) for offset in range(len(whole))]
    assert [page["items"][0] for page in pages] == whole
    assert [page["more"] for page in pages] == [True] * (len(whole) - 1) + [False]
