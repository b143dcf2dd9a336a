"""Measures through networkx, whose backends (nx-parallel, nx-cugraph) take over where they are installed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sayso.graph.networks.network import AttributeValue, Fields, Network, Node

if TYPE_CHECKING:
    import networkx

_FIELDS: Final[Fields] = {
    "degree": "integer",
    "in_degree": "integer",
    "out_degree": "integer",
    "strength": "double",
    "betweenness": "double",
    "community": "integer",
}
_SEED: Final = 1


def measured(network: Network) -> Network:
    """Return the network with measures on its nodes, and the share of balanced triangles in its attributes.

    degree counts the others that a node is tied to, strength sums the weights of its edges; betweenness is that of
    unweighted shortest paths, normalised; communities are Louvain's on the edges that are not against, numbered from
    the largest.
    """
    directed, ties = simple(network)
    between = _betweenness(directed)
    community = {node: number for number, nodes in enumerate(_communities(ties), 1) for node in nodes}
    nodes = []
    for node in network.nodes:
        found: dict[str, AttributeValue] = {
            "degree": sum(1 for other in ties[node.id] if other != node.id),
            "strength": float(ties.degree(node.id, weight="weight")),
            "betweenness": round(between[node.id], 9),
            "community": community[node.id],
        }
        if network.directed:
            found["in_degree"] = int(directed.in_degree(node.id))
            found["out_degree"] = int(directed.out_degree(node.id))
        nodes.append(Node(node.id, node.label, node.kind, {**node.attributes, **found}))
    attributes = dict(network.attributes)
    found_balance = balance(ties)
    if found_balance.triangles:
        attributes["balanced_triangles"] = f"{found_balance.balanced} of {found_balance.triangles}"
    fields = {name: type for name, type in _FIELDS.items() if network.directed or "_" not in name}
    return replace(network, nodes=tuple(nodes), attributes=attributes, node_fields={**network.node_fields, **fields})


def simple(network: Network) -> tuple[networkx.Graph, networkx.Graph]:
    """Return the network with parallel edges summed: as it is directed, and without directions."""
    import networkx as nx

    as_it_is: networkx.Graph = nx.DiGraph() if network.directed else nx.Graph()
    ties = nx.Graph()
    for graph in (as_it_is, ties):
        graph.add_nodes_from(node.id for node in network.nodes)
    for edge in network.edges:
        # Of summed edges the counts, so that one for weighs less than three against.
        told = edge.attributes
        sign = float(told["for"]) - float(told["against"]) if "for" in told else float(told.get("sign", 0))
        for graph in (as_it_is, ties):
            if not graph.has_edge(edge.source, edge.target):
                graph.add_edge(edge.source, edge.target, weight=0.0, sign=0.0)
            graph[edge.source][edge.target]["weight"] += edge.weight
            graph[edge.source][edge.target]["sign"] += sign
    return as_it_is, ties


def _betweenness(graph: networkx.Graph) -> Mapping[str, float]:
    import networkx as nx

    found: Mapping[str, float] = nx.betweenness_centrality(graph)
    return found


def _communities(ties: networkx.Graph) -> list[list[str]]:
    import networkx as nx

    friendly = nx.Graph()
    friendly.add_nodes_from(ties)
    friendly.add_weighted_edges_from(
        (a, b, abs(told["weight"])) for a, b, told in ties.edges(data=True) if told["sign"] >= 0 and told["weight"]
    )
    found = nx.community.louvain_communities(friendly, weight="weight", seed=_SEED)
    return sorted((sorted(nodes) for nodes in found), key=lambda nodes: (-len(nodes), nodes))


@dataclass(frozen=True, slots=True)
class Balance:
    """How many triangles have signs on all sides, and how many of them are balanced: an even number against."""

    balanced: int
    triangles: int


def balance(ties: networkx.Graph) -> Balance:
    """Count signed triangles (Cartwright and Harary, 1956); each edge has a `sign`, 0 for none."""
    signs = [sign for sign in _triangles(ties) if sign]
    return Balance(sum(sign > 0 for sign in signs), len(signs))


def _triangles(ties: networkx.Graph) -> Iterator[float]:
    """Yield the product of the three signs of each triangle, once."""
    order = {node: number for number, node in enumerate(ties)}
    later = {node: {other for other in ties[node] if order[other] > order[node]} for node in ties}
    for a in ties:
        for b in later[a]:
            for c in later[a] & later[b]:
                yield ties[a][b]["sign"] * ties[b][c]["sign"] * ties[a][c]["sign"]
