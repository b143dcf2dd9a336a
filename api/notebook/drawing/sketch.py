"""What a drawing shows of a network: the nodes that matter most, the edges between them, and how large each is."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final

from sayso.api.notebook.drawing.layout import LayoutTie, Point, places
from sayso.graph.export.colours import stance_of
from sayso.graph.networks.network import Edge, Network, Node
from sayso.ontology.vocabulary import STANCES

MOST_NODES: Final = 120
_COUNTS: Final = ("statements", "spoken_about", "frequency")
_RADIUS: Final = (5.0, 18.0)


@dataclass(frozen=True, slots=True)
class Line:
    """The edges from one node to another, as one line; `edge` is the first of them.

    `sign` is "for", "against", "both" or "none".
    """

    source: str
    target: str
    weight: float
    sign: str
    edge: Edge


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is drawn, the largest node first; places are in the unit square, radii in pixels."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    places: dict[str, Point]
    radii: dict[str, float]
    total_nodes: int
    total_lines: int
    directed: bool


def sketch(network: Network, most: int = MOST_NODES) -> Sketch:
    """Choose what is drawn of a network and where; the same network is drawn the same way."""
    lines = _lines(network)
    ties: Counter[str] = Counter()
    for line in lines:
        for end in {line.source, line.target}:
            ties[end] += 1
    weights = {node.id: _count(node) + ties[node.id] for node in network.nodes}
    ordered = sorted(network.nodes, key=lambda node: (-weights[node.id], node.id))
    nodes = tuple(ordered[:most])
    kept = {node.id for node in nodes}
    drawn = tuple(line for line in lines if line.source in kept and line.target in kept)
    return Sketch(
        nodes,
        drawn,
        dict(places([node.id for node in nodes], [LayoutTie(line.source, line.target, line.weight) for line in drawn])),
        _radii(nodes, weights),
        len(network.nodes),
        len(lines),
        network.directed,
    )


def _count(node: Node) -> float:
    return sum(float(value) for name in _COUNTS if isinstance(value := node.attributes.get(name, 0), int | float))


def _radii(nodes: tuple[Node, ...], weights: dict[str, float]) -> dict[str, float]:
    least, span = _RADIUS[0], _RADIUS[1] - _RADIUS[0]
    largest = max((weights[node.id] for node in nodes), default=0) or 1
    return {node.id: round(least + span * math.sqrt(weights[node.id] / largest), 1) for node in nodes}


def _lines(network: Network) -> list[Line]:
    parallel: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in network.edges:
        parallel[edge.source, edge.target].append(edge)
    return [_line(source, target, edges) for (source, target), edges in sorted(parallel.items())]


def _line(source: str, target: str, edges: list[Edge]) -> Line:
    stances = Counter(filter(None, map(stance_of, edges)))
    # Summed edges tell their counts of either.
    told = {stance: stances[stance] + sum(_number(edge, stance) for edge in edges) for stance in STANCES}
    found = [stance for stance, count in told.items() if count > 0]
    sign = "both" if len(found) == 2 else found[0] if found else "none"
    return Line(source, target, sum(abs(edge.weight) for edge in edges), sign, edges[0])


def _number(edge: Edge, name: str) -> float:
    value = edge.attributes.get(name, 0)
    return float(value) if isinstance(value, int | float) else 0.0
