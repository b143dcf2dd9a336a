"""A network in a few numbers, so that one may be compared with the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sayso.graph.networks.measures import balance, simple
from sayso.graph.networks.network import AttributeValue, Fields, Network

SUMMARY_FIELDS: Final[Fields] = {
    "nodes": "integer",
    "ties": "integer",
    "density": "double",
    "weight": "double",
    "components": "integer",
    "clustering": "double",
    "balanced": "double",
}


def summary(network: Network) -> Mapping[str, AttributeValue]:
    """Return the measures of a whole network, in the order of SUMMARY_FIELDS.

    density is the share of the pairs that are tied (in a two-mode network of those across), weight the sum of all
    weights, components counts the parts without a tie between them, nodes without a tie among them; clustering is
    Watts and Strogatz' mean, balanced the share of the triangles with signs that are balanced, 0 where there are none.
    """
    import networkx as nx

    directed, ties = simple(network)
    count, first = len(network.nodes), network.first_mode
    pairs = first * (count - first) if first else count * (count - 1) // (1 if network.directed else 2)
    tied = sum(1 for one, other in directed.edges if one != other)
    found = balance(ties)
    loops = list(nx.selfloop_edges(ties))
    ties.remove_edges_from(loops)
    return {
        "nodes": count,
        "ties": directed.number_of_edges(),
        "density": round(tied / pairs, 6) if pairs else 0.0,
        "weight": round(float(sum(edge.weight for edge in network.edges)), 6),
        "components": int(nx.number_connected_components(ties)) if count else 0,
        "clustering": round(float(nx.average_clustering(ties)), 6) if count else 0.0,
        "balanced": round(found.balanced / found.triangles, 6) if found.triangles else 0.0,
    }
