"""A network as every tool knows it: nodes, edges, and their attributes. It feeds every writer of networks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx

type AttributeValue = str | int | float | bool
type FieldType = Literal["string", "integer", "double", "boolean"]
type Fields = Mapping[str, FieldType]


class Several[Item](Protocol):
    """A tuple, or what can be walked through like one."""

    def __iter__(self) -> Iterator[Item]: ...

    def __len__(self) -> int: ...


_NOTHING: Mapping[str, AttributeValue] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Node:
    """`id` is an IRI or another name that no other node has; `kind` says what it is, such as Person or Matter."""

    id: str
    label: str
    kind: str = ""
    attributes: Mapping[str, AttributeValue] = field(default=_NOTHING)


@dataclass(frozen=True, slots=True)
class Edge:
    """`kind` is what the edge is: the act of a statement, or what a summed edge counts. Parallel edges differ by id."""

    id: str
    source: str
    target: str
    kind: str = ""
    weight: float = 1.0
    attributes: Mapping[str, AttributeValue] = field(default=_NOTHING)

    def __reduce__(self) -> tuple[type[Edge], tuple[object, ...]]:
        # Edges wait in files while nodes are counted: this takes a third of the time that a dataclass takes by itself.
        return Edge, (self.id, self.source, self.target, self.kind, self.weight, self.attributes)


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges, which may be walked through more than once, perhaps read anew each time.

    The fields say which attributes nodes and edges may have, and of which type: formats declare them before the first
    node. An attribute that is not told of a node or an edge is absent there. A field "start" or "end" holds a day. In
    a two-mode network the nodes of the first mode, `first_mode` of them, come first, and edges lead from these to the
    others; it is 0 where there is one mode.
    """

    nodes: Several[Node]
    edges: Several[Edge]
    directed: bool = True
    attributes: Mapping[str, str] = field(default=MappingProxyType({}))
    node_fields: Fields = field(default=MappingProxyType({}))
    edge_fields: Fields = field(default=MappingProxyType({}))
    first_mode: int = 0

    def to_networkx(self, *, multigraph: bool = True) -> networkx.Graph:
        """Return it for networkx: label, kind and weight are attributes, an edge's key is its id.

        Without `multigraph` it is a Graph or DiGraph, which clustering and eigenvector centrality ask for: of parallel
        edges the weights are summed, and the attributes are those of the first. In a two-mode network `bipartite` of a
        node is 0 or 1.
        """
        import networkx as nx

        made = ((nx.Graph, nx.DiGraph), (nx.MultiGraph, nx.MultiDiGraph))[multigraph][self.directed]
        graph: networkx.Graph = made(**self.attributes)
        for number, node in enumerate(self.nodes):
            mode = {"bipartite": int(number >= self.first_mode)} if self.first_mode else {}
            graph.add_node(node.id, label=node.label, kind=node.kind, **mode, **node.attributes)
        for edge in self.edges:
            told = {**edge.attributes, "kind": edge.kind, "weight": edge.weight}
            if multigraph:
                graph.add_edge(edge.source, edge.target, key=edge.id, **told)
            elif graph.has_edge(edge.source, edge.target):
                graph.edges[edge.source, edge.target]["weight"] += edge.weight
            else:
                graph.add_edge(edge.source, edge.target, **told)
        return graph


class Anew[Item]:
    """Nodes or edges that are made again each time somebody walks through them, so that not all need be in memory."""

    def __init__(self, make: Callable[[], Iterable[Item]], size: int) -> None:
        self._make = make
        self._size = size

    def __iter__(self) -> Iterator[Item]:
        return iter(self._make())

    def __len__(self) -> int:
        return self._size
