"""A network as every tool knows it: nodes, edges, and what is told of them. It feeds every writer of networks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx

type Value = str | int | float | bool
type FieldType = Literal["string", "integer", "double", "boolean"]
type Fields = Mapping[str, FieldType]


class Several[Item](Protocol):
    """A tuple, or what can be walked through like one."""

    def __iter__(self) -> Iterator[Item]: ...

    def __len__(self) -> int: ...


_NOTHING: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Node:
    """`id` is an IRI or another name that no other node has; `kind` says what it is, such as Person or Matter."""

    id: str
    label: str
    kind: str = ""
    attributes: Mapping[str, Value] = field(default=_NOTHING)


@dataclass(frozen=True, slots=True)
class Edge:
    """`kind` is what the edge is: the act of a statement, or what a summed edge counts. Parallel edges differ by id."""

    id: str
    source: str
    target: str
    kind: str = ""
    weight: float = 1.0
    attributes: Mapping[str, Value] = field(default=_NOTHING)


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges, which may be walked through more than once, perhaps read anew each time.

    The fields say which attributes nodes and edges may have, and of which type: formats declare them before the first
    node. An attribute that is not told of a node or an edge is absent there. A field "start" or "end" holds a day.
    """

    nodes: Several[Node]
    edges: Several[Edge]
    directed: bool = True
    attributes: Mapping[str, str] = field(default=MappingProxyType({}))
    node_fields: Fields = field(default=MappingProxyType({}))
    edge_fields: Fields = field(default=MappingProxyType({}))

    def to_networkx(self) -> networkx.MultiDiGraph | networkx.MultiGraph:
        """Return it for networkx: label, kind and weight are attributes, an edge's key is its id."""
        import networkx as nx

        graph = nx.MultiDiGraph(**self.attributes) if self.directed else nx.MultiGraph(**self.attributes)
        for node in self.nodes:
            graph.add_node(node.id, label=node.label, kind=node.kind, **node.attributes)
        for edge in self.edges:
            graph.add_edge(edge.source, edge.target, key=edge.id, kind=edge.kind, weight=edge.weight, **edge.attributes)
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
