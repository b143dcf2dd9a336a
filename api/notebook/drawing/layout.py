"""Places for the nodes of a drawing: forces between them, from a spiral on, the same for the same network."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.graph.export.colours import place

_ROUNDS: Final = (60, 400)
# Each round compares all pairs: larger networks get fewer.
_WORK: Final = 40_000
_REPULSION: Final = 5.0
# Strong gravity keeps what is not tied to the rest in the picture.
_GRAVITY: Final = 0.2

type Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class LayoutTie:
    """Two nodes that are to stand near each other."""

    source: str
    target: str
    weight: float = 1.0


def places(nodes: Sequence[str], ties: Iterable[LayoutTie]) -> Mapping[str, Point]:
    """Return a place for each node in the unit square, by ForceAtlas2 (Jacomy and others, 2014)."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    for tie in ties:
        if tie.source != tie.target:
            graph.add_edge(tie.source, tie.target, weight=1 + math.log1p(abs(tie.weight)))
    if len(nodes) < 3:
        return {node: ((number + 1) / (len(nodes) + 1), 0.5) for number, node in enumerate(nodes)}
    found = nx.forceatlas2_layout(
        graph,
        pos={node: place(number) for number, node in enumerate(nodes)},
        max_iter=min(max(_WORK // len(nodes), _ROUNDS[0]), _ROUNDS[1]),
        scaling_ratio=_REPULSION,
        gravity=_GRAVITY,
        strong_gravity=True,
        weight="weight",
        seed=1,
    )
    return _in_unit_square({node: (float(x), float(y)) for node, (x, y) in found.items()})


def _in_unit_square(points: Mapping[str, Point]) -> Mapping[str, Point]:
    spans = []
    for axis in (0, 1):
        values = [point[axis] for point in points.values()]
        spans.append((min(values), (max(values) - min(values)) or 1.0))
    (left, wide), (top, high) = spans
    return {node: ((x - left) / wide, (y - top) / high) for node, (x, y) in points.items()}
