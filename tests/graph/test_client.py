"""The client on a real store in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

import sayso
from graph.store import Store
from ontology.errors import NotFoundError, UsageError


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


def test_no_store_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        sayso.open(tmp_path / "nothing")
