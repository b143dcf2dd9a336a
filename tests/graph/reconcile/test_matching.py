"""Matching over the sample: who is meant, how likely, and when it is beyond doubt."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.model.rendering import as_json
from sayso.graph.reconcile.matching import reconcile
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE, actors_graph
from sayso.ontology.namespaces import ALT_LABEL, LABEL, TYPE
from sayso.ontology.terms import ACTOR, PERSON
from tests.sample import sample_quads


@pytest.fixture(scope="module")
def sample() -> Store:
    """A store of the sample, for tests that only read."""
    store = Store.in_memory()
    store.apply([], sample_quads())
    return store


def candidates(store: Store, text: str, types: tuple[str, ...] = (), **properties: str) -> list[Any]:
    pairs = [[id_, [value]] for id_, value in properties.items()]
    asked = {"text": text, "types": [*types], "properties": pairs, "limit": 10}
    told: Any = as_json(reconcile(store, {"q0": asked}))
    return list(told["q0"]["result"])


SURE = [
    ("Anna Zenda", (), {}, "person/anna-zenda"),
    ("anna zenda", (), {}, "person/anna-zenda"),
    ("Zenda, Anna", ("Person",), {}, "person/anna-zenda"),
    ("Ms. Ánna Zenda", (), {}, "person/anna-zenda"),
    ("person/anna-zenda", (), {}, "person/anna-zenda"),
    (BASE + "country/BO", (), {}, "country/BO"),
    ("The League", (), {}, "organisation/the-league"),
    ("League", ("Organisation",), {}, "organisation/the-league"),
    # The seat of a government stands for it only where countries are looked for.
    ("Strelsau", ("Country",), {}, "country/RU1"),
    ("Zenda", (), {"post": "foreign minister"}, "person/anna-zenda"),
    ("Zenda", (), {"country": "Strelsau"}, "person/anna-zenda"),
    ("", (), {"iso": "BO"}, "country/BO"),
    ("", (), {"wikidata": "Q571527"}, "country/RU1"),
    ("", (), {"iri": BASE + "person/anna-zenda"}, "person/anna-zenda"),
]


@pytest.mark.parametrize(("text", "types", "properties", "id_"), SURE)
def test_who_is_meant_beyond_doubt(
    sample: Store, text: str, types: tuple[str, ...], properties: dict[str, str], id_: str
) -> None:
    first, *rest = candidates(sample, text, types, **properties)
    assert (first["id"], first["match"]) == (id_, True)
    assert 50 <= first["score"] <= 100
    assert not any(candidate["match"] for candidate in rest)


UNSURE = [
    ("Zenda", (), {}, "person/anna-zenda"),
    ("Zenda", ("Person",), {}, "person/anna-zenda"),
    ("Ana Zenda", (), {}, "person/anna-zenda"),
    ("Anna Zenta", (), {}, "person/anna-zenda"),
    ("Strelsau", (), {}, "country/RU1"),
    ("Anna Zenda", (), {"country": "Borduria"}, "person/anna-zenda"),
    ("Anna Zenda", (), {"kind": "organisation"}, "person/anna-zenda"),
    # Observers here are not the observers of another article.
    ("observers", ("Group",), {}, "observers"),
]


@pytest.mark.parametrize(("text", "types", "properties", "id_"), UNSURE)
def test_who_may_be_meant(
    sample: Store, text: str, types: tuple[str, ...], properties: dict[str, str], id_: str
) -> None:
    found = candidates(sample, text, types, **properties)
    assert found[0]["id"].endswith(id_)
    assert not any(candidate["match"] for candidate in found)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Anna Zenda", ("Country",)),
        ("Anna Zenda", ("Spaceship",)),
        ("Qwxyz", ()),
        ("", ()),
        ("?!", ()),
        ("country/XX", ()),
    ],
)
def test_nobody_is_meant(sample: Store, text: str, types: tuple[str, ...]) -> None:
    assert candidates(sample, text, types) == []


def test_a_name_of_two_is_nobody_s_until_a_property_decides() -> None:
    store, other = Store.in_memory(), NamedNode(BASE + "person/anna-zenda-2")
    store.apply([], sample_quads())
    told = ((TYPE, ACTOR), (TYPE, PERSON), (LABEL, Literal("Anna Zenda")), (ALT_LABEL, Literal("Zenda")))
    store.apply([], (Quad(other, predicate, object_, actors_graph()) for predicate, object_ in told))
    both = candidates(store, "Anna Zenda")
    assert {each["id"] for each in both} >= {"person/anna-zenda", "person/anna-zenda-2"}
    assert not any(each["match"] for each in both)
    first, second, *_ = candidates(store, "Anna Zenda", post="Foreign Minister")
    assert (first["id"], first["match"]) == ("person/anna-zenda", True)
    assert first["score"] > second["score"]
    assert second["match"] is False


def test_a_merged_id_leads_to_the_other(sample: Store) -> None:
    store, old, new = Store.in_memory(), f"{BASE}person/a-zenda", f"{BASE}person/anna-zenda"
    store.apply([], sample_quads())
    replaced = "<http://purl.org/dc/terms/isReplacedBy>"
    store.update(f"INSERT DATA {{ GRAPH <{BASE}graph/judgements> {{ <{old}> {replaced} <{new}> }} }}")
    assert candidates(store, "person/a-zenda")[0]["id"] == "person/anna-zenda"


@given(st.text(max_size=80), st.text(max_size=20), st.text(max_size=20), st.integers(1, 5))
def test_no_text_crashes_it(sample: Store, text: str, type_: str, value: str, limit: int) -> None:
    for id_ in ("post", "iri", "wikidata", "iso", "nonsense"):
        query: Any = {"text": text, "types": [type_] if type_ else [], "properties": [[id_, [value]]], "limit": limit}
        told: Any = as_json(reconcile(sample, {"q": query}))
        assert len(told["q"]["result"]) <= limit
        assert all(0 <= candidate["score"] <= 100 for candidate in told["q"]["result"])
