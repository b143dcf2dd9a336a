"""The part of the graph around actors: how it is walked, and what is left out of it."""

from __future__ import annotations

import pytest

from sayso.graph.networks.around import Around
from sayso.graph.networks.subgraph import subgraph
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE
from tests.sample import sample_quads

ZENDA, RURITANIA = f"{BASE}person/anna-zenda", f"{BASE}country/RU1"


@pytest.fixture
def sample(store: Store) -> Store:
    store.apply([], sample_quads())
    return store


@pytest.mark.parametrize("size", [1, 2, 3, 4, 10])
def test_pairs_counted_by_the_store_are_those_that_are_read(sample: Store, size: int) -> None:
    """A filter that keeps everything makes all statements be read."""
    counted = subgraph(sample, Around(size=size), "summed")
    kept = Filter(until="9999-12-31")
    read = subgraph(sample, Around(size=size, keep=kept), "summed")
    assert (list(counted.edges), list(counted.nodes)) == (list(read.edges), list(read.nodes))
    assert counted.attributes == read.attributes


@pytest.mark.parametrize(
    ("around", "distances"),
    [
        (Around((ZENDA,)), {"Anna Zenda": 0, "Ruritania": 1, "The League": 1}),
        (Around((ZENDA,), depth=2), {"Anna Zenda": 0, "Ruritania": 1, "The League": 1, "Borduria": 2}),
        (Around((ZENDA, RURITANIA), depth=0), {"Anna Zenda": 0, "Ruritania": 0}),
    ],
)
def test_nodes_tell_how_far_away_they_are(sample: Store, around: Around, distances: dict[str, int]) -> None:
    found = subgraph(sample, around)
    assert {node.label: node.attributes["distance"] for node in found.nodes} == distances


def test_statements_as_nodes(sample: Store) -> None:
    found = subgraph(sample, Around((ZENDA,), size=2), "nodes")
    assert [node.kind for node in found.nodes].count("Statement") == 2
    assert (found.attributes["shown"], found.attributes["total"]) == ("2", "3")


def test_an_edge_of_each_kind_of_tie(sample: Store) -> None:
    kinds = frozenset({"stands-toward", "demands-of", "speaks-of"})
    found = subgraph(sample, Around((ZENDA, RURITANIA), kinds=kinds))  # type: ignore[arg-type]
    told = sorted((edge.kind, str(edge.attributes.get("matter", ""))) for edge in found.edges)
    assert [kind for kind in told if kind[1]] == [
        ("demands", "close its offices"),
        ("demands", "open its archives"),
        ("stands", "leave the League"),
    ]
    (stand,) = [edge for edge in found.edges if edge.kind == "stands"]
    assert (stand.attributes["stance"], stand.attributes["sign"]) == ("against", -1)
