"""Paths are the shortest there are, all of them, and every hop has a statement that proves it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.answers import paths as module
from sayso.graph.answers.paths import paths
from sayso.graph.model.rendering import as_json
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError
from sayso.ontology.iris import BASE, actors_graph
from sayso.ontology.namespaces import IDENTIFIER, LABEL, TYPE, XSD_DECIMAL
from sayso.ontology.terms import ABOUT, ACTOR, ARTICLE, CONFIDENCE, IN_ARTICLE, SPEAKER, STATEMENT
from tests.sample import sample_quads

ZENDA, LEAGUE, BORDURIA = "person/anna-zenda", "organisation/the-league", "country/BO"


def told(store: Store, source: str, target: str, limit: int = 100) -> dict[str, Any]:
    """Return the paths between two actors."""
    found: Any = as_json(paths(store, source, target, limit))
    return dict(found)


def ways(found: dict[str, Any]) -> list[tuple[str, ...]]:
    """Return each path as the ids on it."""
    return [(path["hops"][0]["from"]["id"], *(hop["to"]["id"] for hop in path["hops"])) for path in found["paths"]]


@pytest.fixture
def sample(store: Store) -> Store:
    """A store that holds the sample."""
    store.apply([], sample_quads())
    return store


def test_a_path_is_told_hop_by_hop(sample: Store) -> None:
    found = told(sample, ZENDA, BORDURIA)
    assert (found["from"]["name"], found["to"]["name"], found["length"]) == ("Anna Zenda", "Borduria", 2)
    assert ways(found) == [(ZENDA, "country/RU1", BORDURIA)]
    there, back = found["paths"][0]["hops"]
    assert (there["reversed"], there["count"], there["statement"]["act"]) == (False, 1, "deny")
    assert (back["reversed"], back["count"], back["statement"]["act"]) == (True, 1, "reject")
    assert [ref["id"] for ref in back["statement"]["speakers"]] == [BORDURIA]
    assert (found["more"], found["capped"]) == (False, False)


def test_an_actor_is_at_itself_and_some_are_nowhere(sample: Store) -> None:
    found = told(sample, ZENDA, ZENDA)
    assert (found["length"], found["paths"]) == (0, [{"hops": []}])
    group = next(
        str(row[0].value)
        for row in sample.query("SELECT ?a { ?a a sayso:Group }").rows  # type: ignore[union-attr]
    )
    found = told(sample, ZENDA, group)
    assert (found["length"], found["paths"], found["capped"]) == (None, [], False)
    with pytest.raises(NotFoundError):
        told(sample, ZENDA, "person/nobody")


def tied(pairs: set[tuple[int, int]], actors: int) -> Store:
    """Make a store in which so many actors speak of each other."""
    store = Store.in_memory()
    graph = NamedNode(f"{BASE}article/a")
    nodes = [NamedNode(f"{BASE}person/{number}") for number in range(actors)]
    quads = [Quad(graph, TYPE, ARTICLE, graph), Quad(graph, IDENTIFIER, Literal("a"), graph)]
    for node in nodes:
        quads += [Quad(node, TYPE, ACTOR, actors_graph()), Quad(node, LABEL, Literal(node.value), actors_graph())]
    for number, (speaker, about) in enumerate(sorted(pairs)):
        statement = NamedNode(f"{graph.value}/statement/{number}")
        sure = Literal(f"0.{number % 10}", datatype=XSD_DECIMAL)
        for predicate, value in (
            (TYPE, STATEMENT),
            (IN_ARTICLE, graph),
            (SPEAKER, nodes[speaker]),
            (ABOUT, nodes[about]),
            (CONFIDENCE, sure),
        ):
            quads.append(Quad(statement, predicate, value, graph))
    store.apply([], quads)
    return store


ENDS = st.integers(0, 7)


@settings(max_examples=40, deadline=None)
@given(st.sets(st.tuples(ENDS, ENDS), max_size=14), ENDS, ENDS)
def test_the_paths_are_those_of_networkx(pairs: set[tuple[int, int]], source: int, target: int) -> None:
    graph = nx.Graph(pairs)
    graph.add_nodes_from(range(8))
    found = told(tied(pairs, 8), f"person/{source}", f"person/{target}")
    if not nx.has_path(graph, source, target):
        assert (found["length"], found["paths"]) == (None, [])
        return
    expected = {tuple(way) for way in nx.all_shortest_paths(graph, source, target)}
    length = len(next(iter(expected))) - 1
    assert found["capped"] == (length > module.DEEPEST)
    if length <= module.DEEPEST:
        assert found["length"] == length
        assert length == 0 or {tuple(int(id.rpartition("/")[2]) for id in way) for way in ways(found)} == expected
        for path in found["paths"]:
            for hop in path["hops"]:
                ends = (hop["to"], hop["from"]) if hop["reversed"] else (hop["from"], hop["to"])
                assert hop["statement"]["speakers"] == [ends[0]]
                assert hop["statement"]["about"] == [ends[1]]


def test_the_surest_statement_proves_a_hop() -> None:
    store = tied({(0, 1)}, 2)
    store.update(
        f"""INSERT DATA {{ GRAPH <{BASE}article/a> {{ <{BASE}article/a/statement/sure> a sayso:Statement ;
        sayso:inArticle <{BASE}article/a> ; sayso:speaker <{BASE}person/0> ; sayso:about <{BASE}person/1> ;
        sayso:confidence 0.99 }} }}"""
    )
    [path] = told(store, "person/0", "person/1")["paths"]
    [hop] = path["hops"]
    assert (hop["count"], hop["statement"]["confidence"]) == (2, 0.99)


def test_so_many_paths_are_shown_as_asked_for_and_more_are_said() -> None:
    middles = range(2, 8)
    store = tied({(0, middle) for middle in middles} | {(middle, 1) for middle in middles}, 8)
    found = told(store, "person/0", "person/1", limit=4)
    assert (len(found["paths"]), found["more"]) == (4, True)
    found = told(store, "person/0", "person/1", limit=6)
    assert (len(found["paths"]), found["more"]) == (6, False)


def test_a_chain_too_long_is_said_to_be_capped() -> None:
    chain = set(pairwise(range(9)))
    store = tied(chain, 9)
    assert told(store, "person/0", "person/6")["length"] == 6
    found = told(store, "person/0", "person/8")
    assert (found["length"], found["capped"]) == (None, True)
