"""Measures of small networks, by hand."""

from __future__ import annotations

import pytest

from sayso.graph.networks.measures import balance, measured, simple
from sayso.graph.networks.network import Edge, Network, Node


def network(edges: str, *, directed: bool = False) -> Network:
    """Make a network of "ab+ bc- cd" with weight 1; after a pair stands its sign, or nothing."""
    made = [
        Edge(f"e{n}", one[0], one[1], "", 1.0, {"sign": {"+": 1, "-": -1}[one[2]]} if one[2:] else {})
        for n, one in enumerate(edges.split())
    ]
    names = sorted({name for edge in made for name in (edge.source, edge.target)} | {"z"})
    return Network(tuple(Node(name, name) for name in names), tuple(made), directed)


def of(network: Network, name: str) -> dict[str, object]:
    return {node.id: node.attributes[name] for node in measured(network).nodes}


def test_degree_and_strength() -> None:
    path = network("ab ab bc", directed=True)
    assert of(path, "degree") == {"a": 1, "b": 2, "c": 1, "z": 0}
    assert of(path, "strength") == {"a": 2, "b": 3, "c": 1, "z": 0}
    assert of(path, "in_degree") == {"a": 0, "b": 1, "c": 1, "z": 0}
    assert of(path, "out_degree") == {"a": 1, "b": 1, "c": 0, "z": 0}


def test_betweenness() -> None:
    # b lies between a and c, one of (4−1)(4−2)/2 = 3 pairs; with directions one of 6.
    assert of(network("ab bc"), "betweenness") == pytest.approx({"a": 0, "b": 1 / 3, "c": 0, "z": 0})
    assert of(network("ab bc", directed=True), "betweenness") == pytest.approx({"a": 0, "b": 1 / 6, "c": 0, "z": 0})


def test_communities_are_numbered_from_the_largest() -> None:
    found = of(network("ab bc ca cd ad bd ef fg ge de-"), "community")
    assert found == {"a": 1, "b": 1, "c": 1, "d": 1, "e": 2, "f": 2, "g": 2, "z": 3}


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ("ab+ bc+ ca+", (1, 1)),
        ("ab+ bc- ca-", (1, 1)),
        ("ab+ bc+ ca-", (0, 1)),
        ("ab- bc- ca-", (0, 1)),
        ("ab+ bc+ ca", (0, 0)),
        ("ab+ bc-", (0, 0)),
        ("ab+ bc+ ca+ cd- da+", (1, 2)),
        ("ab+ ab- bc+ ca+", (0, 0)),
    ],
)
def test_balance(edges: str, expected: tuple[int, int]) -> None:
    made = network(edges)
    found = balance(simple(made)[1])
    assert (found.balanced, found.triangles) == expected
    told = f"{expected[0]} of {expected[1]}" if expected[1] else None
    assert measured(made).attributes.get("balanced_triangles") == told


def test_a_network_of_nothing() -> None:
    assert measured(Network((), ())).nodes == ()


def test_fields_are_declared() -> None:
    directed, undirected = measured(network("ab", directed=True)), measured(network("ab"))
    assert set(directed.node_fields) - set(undirected.node_fields) == {"in_degree", "out_degree"}
    for made in (directed, undirected):
        assert all(set(node.attributes) == set(made.node_fields) for node in made.nodes)
