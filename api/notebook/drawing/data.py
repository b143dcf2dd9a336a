"""A network for the widget: JSON with places, sizes and colours; api/page/src/widget/drawn.ts reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sayso.api.notebook.drawing.sketch import Line, Sketch, sketch
from sayso.api.notebook.drawing.svg import line_told, node_told, size_told
from sayso.graph.export.colours import colour
from sayso.graph.model.json_value import Json
from sayso.graph.networks.network import Network, Node

MOST_NODES: Final = 500
BUNDLE: Final = Path(__file__).parent.parent / "built" / "widget.js"


def widget_data(network: Network, picture: str, most: int = MOST_NODES) -> dict[str, Json]:
    """Return what the widget draws: the nodes with the most statements and ties, at most `most` of them.

    `picture` is the static one, for browsers that cannot draw it.
    """
    shown = sketch(network, most)
    return {
        "title": network.attributes.get("title", "Network"),
        "told": size_told(shown),
        "directed": network.directed,
        "colours": {kind: colour(kind) for kind in sorted({node.kind for node in shown.nodes})},
        "nodes": [_node(shown, node) for node in shown.nodes],
        "ties": [_tie(number, line) for number, line in enumerate(shown.lines, 1)],
        "picture": picture,
    }


def _node(shown: Sketch, node: Node) -> Json:
    x, y = shown.places[node.id]
    return {
        "id": node.id,
        "name": node.label,
        "kind": node.kind,
        "x": round(x, 4),
        "y": round(y, 4),
        "radius": shown.radii[node.id],
        "told": node_told(node),
    }


def _tie(number: int, line: Line) -> Json:
    return {
        "key": f"t{number}",
        "source": line.source,
        "target": line.target,
        "weight": line.weight,
        "sign": line.sign,
        "told": line_told(line),
        "sentence": str(line.edge.attributes.get("sentence", "")),
        "url": str(line.edge.attributes.get("url", "")),
    }
