"""The part of the graph around actors: how it is walked, and what is left out of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.graph.networks.around import Around
from sayso.graph.networks.pair_counts import busiest, shown
from sayso.graph.networks.subgraph import Form, subgraph
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.reading import sources
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE
from tests.sample import sample_quads

ZENDA, RURITANIA = f"{BASE}person/anna-zenda", f"{BASE}country/RU1"


@pytest.fixture
def sample(store: Store) -> Store:
    store.apply([], sample_quads())
    return store


@pytest.mark.parametrize(("size", "core"), [(1, None), (2, None), (3, None), (10, None), (10, 3), (2, 3), (None, 2)])
@pytest.mark.parametrize(
    "keep",
    [
        Filter(),
        Filter(until="9999-12-31"),
        Filter(since="2024-01-01", until="2024-06-30"),
        Filter(acts=frozenset({"state", "demand"})),
        Filter(forms=frozenset({"direct"}), confidence=0.5),
        Filter(status="any"),
        Filter(status="unsaid"),
        Filter(sources=frozenset({"bordurian post"})),
    ],
)
def test_pairs_counted_by_the_store_are_those_that_are_read(
    sample: Store, size: int | None, core: int | None, keep: Filter
) -> None:
    """Articles, be they all, make all statements be read."""
    counted = subgraph(sample, Around(size=size, core=core, keep=keep), "summed")
    every = frozenset(article.iri for article in sources(sample))
    read = subgraph(sample, Around(size=size, core=core, keep=replace(keep, articles=every)), "summed")
    assert (list(counted.edges), list(counted.nodes)) == (list(read.edges), list(read.nodes))
    assert counted.attributes == read.attributes


@pytest.mark.parametrize("form", ["edges", "summed", "nodes"])
@pytest.mark.parametrize("actors", [(), (ZENDA,)])
def test_words_narrow_whatever_an_edge_is(sample: Store, form: Form, actors: tuple[str, ...]) -> None:
    every = subgraph(sample, Around(actors, size=100), form)
    some = subgraph(sample, Around(actors, size=100, keep=Filter(words="ARCHIVES")), form)
    assert 0 < len(some.edges) < len(every.edges)


@pytest.mark.parametrize(
    ("ties", "most", "found"),
    [
        ({"ab": 9, "bc": 5, "de": 4, "fg": 1}, 3, "abc"),
        ({"ab": 9, "bc": 5, "de": 4, "fg": 1}, 5, "abcde"),
        ({"ab": 9, "bc": 5, "de": 4, "fg": 1}, 4, "abc"),
        # Who speaks of oneself alone takes no part, and a busy one without a tie to another busy one stands back.
        ({"aa": 90, "bc": 2, "cd": 1}, 3, "bcd"),
        ({"ab": 5, "bc": 5, "dx": 4, "dy": 4, "dz": 4, "ca": 1}, 3, "abc"),
        ({}, 3, ""),
    ],
)
def test_the_busiest_are_tied_among_themselves(ties: dict[str, int], most: int, found: str) -> None:
    counts = {(pair[0], pair[1]): count for pair, count in ties.items()}
    assert busiest(counts, most) == set(found)


def test_nobody_of_a_core_is_without_a_tie() -> None:
    ties = {"ab": 9, "ba": 8, "bc": 7, "ca": 6, "cb": 5, "ad": 2}
    pairs, total = shown({(pair[0], pair[1]): count for pair, count in ties.items()}, Around(core=4, size=3))
    assert (["".join(pair) for pair in pairs], total) == (["ab", "bc", "ad"], 6)


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
