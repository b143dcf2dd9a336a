"""What a spreadsheet's columns are filled with, what is suggested while somebody types, and an actor in few words."""

from typing import Any

import pytest

from sayso.graph.model.rendering import as_json
from sayso.graph.reconcile.extending import extend
from sayso.graph.reconcile.properties import PROPERTIES
from sayso.graph.reconcile.suggesting import describe, suggest
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError
from sayso.ontology.iris import BASE
from tests.sample import sample_quads


@pytest.fixture(scope="module")
def sample() -> Store:
    """A store of the sample, for tests that only read."""
    store = Store.in_memory()
    store.apply([], sample_quads())
    return store


def text(*values: str) -> list[dict[str, str]]:
    return [{"str": value} for value in values]


TOLD = [
    ("person/anna-zenda", "kind", text("person")),
    ("person/anna-zenda", "name", text("Anna Zenda")),
    ("person/anna-zenda", "otherName", text("Zenda")),
    ("person/anna-zenda", "post", text("Foreign Minister")),
    ("person/anna-zenda", "organisation", [{"id": "country/RU1", "name": "Ruritania"}]),
    ("person/anna-zenda", "country", [{"id": "country/RU1", "name": "Ruritania"}]),
    ("person/anna-zenda", "statements", [{"int": 3}]),
    ("person/anna-zenda", "articles", [{"int": 2}]),
    ("person/anna-zenda", "iri", text(BASE + "person/anna-zenda")),
    ("person/anna-zenda", "holder", []),
    ("country/RU1", "holder", [{"id": "person/anna-zenda", "name": "Anna Zenda"}]),
    ("country/RU1", "wikidata", text("Q571527")),
    ("country/RU1", "about", [{"int": 2}]),
    ("country/BO", "iso", text("BO")),
    ("country/RU1", "iso", []),
    ("person/nobody", "name", []),
    ("not an id", "name", []),
]


@pytest.mark.parametrize(("id_", "name", "values"), TOLD)
def test_a_property_s_values(sample: Store, id_: str, name: str, values: list[Any]) -> None:
    told: Any = as_json(extend(sample, [id_], {name: 0}))
    assert told["meta"][0]["id"] == name
    found = [{**value, "str": value["str"].title()} if name == "post" else value for value in told["rows"][id_][name]]
    assert found == values


def test_every_property_can_be_asked_for_at_once_and_limited(sample: Store) -> None:
    ids = ["person/anna-zenda", "country/RU1", "organisation/the-league", "x"]
    told: Any = as_json(extend(sample, ids, dict.fromkeys(PROPERTIES, 1)))
    assert [each["id"] for each in told["meta"]] == [*PROPERTIES]
    assert [*told["rows"]] == ids
    assert all(len(values) <= 1 for row in told["rows"].values() for values in row.values())


@pytest.mark.parametrize(("prefix", "first"), [("Ann", "person/anna-zenda"), ("leag", "organisation/the-league")])
def test_what_somebody_types_suggests_actors(sample: Store, prefix: str, first: str) -> None:
    told: Any = as_json(suggest(sample, prefix, [], 5, 0))
    assert told[0]["id"] == first
    assert suggest(sample, prefix, [], 5, 5000) == []
    kind = told[0]["notable"][0]["id"]
    assert [each.id for each in suggest(sample, prefix, [kind], 1, 0)] == [first]


def test_an_actor_in_few_words(sample: Store) -> None:
    told: Any = as_json(describe(sample, "person/anna-zenda"))
    assert (told["name"], told["kind"]) == ("Anna Zenda", "person")
    assert told["counts"]["statements"] == 3
    assert any("Ruritania" in post for post in told["posts"])
    for unknown in ("person/nobody", "", "<x>", "country/"):
        with pytest.raises(NotFoundError):
            describe(sample, unknown)
