"""The client on a real store in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

import sayso
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, StoreError, UsageError
from tests.sample import sample_quads


def test_it_answers_by_name_and_in_sparql(tmp_path: Path) -> None:
    Store.open(tmp_path / "a.store").close()
    with sayso.open(tmp_path / "a.store") as kg:
        assert kg.query("statements") == []
        assert kg.query("ASK { <https://w3id.org/sayso/ontology#Statement> ?p ?o }") is True
        rows = kg.query('SELECT ?act { ?a skos:notation ?act FILTER(?act = "demand") }')
        assert rows == [{"act": "demand"}]
        assert kg.query("CONSTRUCT { ?a skos:notation ?n } { ?a skos:notation ?n FILTER(?n = 'deny') }") == [
            {
                "subject": "<https://w3id.org/sayso/act/deny>",
                "predicate": "<http://www.w3.org/2004/02/skos/core#notation>",
                "object": '"deny"',
            }
        ]
        assert "who-said-what-about-whom" in kg.queries()


def test_a_wrong_value_names_the_right_ones(tmp_path: Path) -> None:
    Store.open(tmp_path / "a.store").close()
    with sayso.open(tmp_path / "a.store") as kg, pytest.raises(UsageError, match=r"it takes: .*by"):
        kg.query("statements", speeker="X")


def test_articles_are_loaded_beside_an_open_client(tmp_path: Path) -> None:
    folder = tmp_path / "a.store"
    Store.open(folder).close()
    with sayso.open(folder) as before:
        with Store.open(folder) as store:
            store.apply([], sample_quads())
        assert before.query("statements") == []
        with sayso.open(folder) as after:
            assert len(after.query("statements")) == 6  # type: ignore[arg-type]


def test_the_place_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store.open(tmp_path / "a.store", base="https://other.example/").close()
    monkeypatch.setenv("SAYSO_STORE", str(tmp_path / "a.store"))
    with pytest.raises(StoreError, match="another base"):
        sayso.open()
    monkeypatch.setenv("SAYSO_BASE", "https://other.example/")
    with sayso.open() as kg:
        assert kg.place == str(tmp_path / "a.store")


def test_no_store_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        sayso.open(tmp_path / "nothing")


def test_statements_and_networks(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.store") as store:
        store.apply([], sample_quads())
    with sayso.open(tmp_path / "a.store") as kg:
        found = list(kg.rows())
        assert (len(found), found[0]["speaker"], found[0]["act"]) == (6, ("Anna Zenda",), "deny")
        graph = kg.network().to_networkx()
        assert graph.nodes["https://w3id.org/sayso/id/person/anna-zenda"]["label"] == "Anna Zenda"
        assert kg.network("actor-matter", measures=True).node_fields["degree"] == "integer"
        with pytest.raises(UsageError, match="congruence"):
            kg.network("friendship")  # type: ignore[arg-type]
