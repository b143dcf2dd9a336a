"""Facets: rows counted by speaker, act, month …, each facet free of its own filter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.graph.answers.facets.counting import facets
from sayso.graph.answers.facets.topics import counted
from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology.errors import UsageError
from tests.sample import ACTORS, LATER, SUMMIT, later, sample_quads, summit


@pytest.fixture
def sample(store: Store) -> Store:
    store.apply([], sample_quads())
    return store


def counts(store: Store, listing: str, name: str, asked: dict[str, str | list[str]]) -> dict[str, int]:
    return {one.label: one.count for one in facets(store, listing, [name], asked, 50).facets[name]}


@pytest.mark.parametrize(
    ("listing", "name", "asked", "found"),
    [
        ("statements", "by", {}, {"Anna Zenda": 3, "Borduria": 1, "Ruritania": 1, "observers": 1}),
        ("statements", "by", {"act": "deny"}, {"Anna Zenda": 1}),
        ("statements", "act", {"act": "deny", "source": "Bordurian Post"}, {"intend": 1, "reject": 1}),
        ("statements", "stance", {}, {"against": 1, "for": 1}),
        ("statements", "month", {}, {"2024-06": 2, "2024-03": 4}),
        ("statements", "month", {"since": "2024-06-01"}, {"2024-06": 2, "2024-03": 4}),
        ("statements", "source", {"act": ["deny", "intend"]}, {"Bordurian Post": 1, "The Strelsau Courier": 1}),
        ("demands", "by", {}, {"Anna Zenda": 2}),
        ("positions", "toward", {}, {"The League": 1}),
        ("positions", "stance", {"stance": "for"}, {"against": 1, "for": 1}),
    ],
)
def test_counts(sample: Store, listing: str, name: str, asked: dict[str, str | list[str]], found: object) -> None:
    assert counts(sample, listing, name, asked) == found


def test_the_status_counts_what_is_not_said(store: Store) -> None:
    told = summit()
    asked = replace(told, statements=(*told.statements[:2], replace(told.statements[2], status="asked")))
    store.apply([], [*actor_quads(ACTORS.values()), *article_quads(SUMMIT, asked), *article_quads(LATER, later())])
    assert counts(store, "statements", "status", {}) == {"said": 4, "asked": 1}


def test_few_values_are_told_and_how_many_there_are(sample: Store) -> None:
    told = facets(sample, "statements", [], {}, 2)
    assert told.total == 6
    assert len(told.facets["by"]) == 2
    assert told.values["by"] == 4


def test_topics_are_words_as_a_filter_finds_them() -> None:
    texts = ["the troops of the north leave", "no troop leaves", "we said what we said", "sanctions and more sanctions"]
    assert counted(texts, frozenset({"north"})) == [("leave", 2), ("troop", 2)]


def test_what_is_no_facet_is_told(sample: Store) -> None:
    with pytest.raises(UsageError, match="topic"):
        facets(sample, "statements", ["colour"], {}, 5)


def test_counts_of_a_snapshot_are_kept_for_what_was_asked(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.apply([], sample_quads())
        live = facets(store, "statements", [], {"act": ["deny", "intend"]}, 5)
    snapshot = latest(tmp_path)
    assert snapshot
    with Store.open_snapshot(snapshot) as store:
        told = facets(store, "statements", [], {"act": ["intend", "deny"]}, 5)
        assert told == live
        assert facets(store, "statements", [], {"act": ["intend", "deny"]}, 5) is told
        assert facets(store, "statements", [], {"act": "deny"}, 5) != told
        assert len(facets(store, "statements", [], {}, 1).facets["by"]) == 1
