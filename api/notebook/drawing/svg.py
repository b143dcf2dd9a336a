"""A network as a picture that needs nothing: SVG without scripts, links or styles from elsewhere."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from sayso.api.console import printable
from sayso.api.notebook.drawing.label_room import FONT_SIZE, Dot, labels, text_width
from sayso.api.notebook.drawing.lines import curve
from sayso.api.notebook.drawing.node_shapes import INK, shape
from sayso.api.notebook.drawing.sketch import MOST_NODES, Line, Sketch, sketch
from sayso.api.notebook.markup import escaped, shortened
from sayso.api.notebook.tables import counted
from sayso.graph.networks.network import Network, Node

WIDTH: Final = 900
HEIGHT: Final = 600
_MARGIN: Final = (110, 36)
_HEAD: Final = 34
_FOOT: Final = 30
_STROKES: Final = {
    "for": ("#1b7837", ""),
    "against": ("#b2182b", "7 5"),
    "both": ("#7b3294", "9 4 2 4"),
    "none": ("#999999", ""),
}
_SIGN_WORDS: Final = {"for": "for", "against": "against", "both": "for and against", "none": "no stance told"}
_LONGEST_LABEL: Final = 28
_LONGEST_TITLE: Final = 400


def draw(network: Network, width: int = WIDTH, height: int = HEIGHT, most: int = MOST_NODES) -> str:
    """Return a picture of the network: nodes coloured by kind, edges by sign and dash, names, a legend.

    Where it has more than `most` nodes those with the most statements and ties are drawn, and it says so.
    """
    shown = sketch(network, most)
    title, told = printable(network.attributes.get("title", "Network")), size_told(shown)
    dots = list(_dots(shown, width, height))
    body = [*_edges(shown, dots), *_nodes(shown, dots), *_names(dots, width, height), *_legend(shown, height)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="sans-serif" font-size="{FONT_SIZE}">'
        f"<title>{escaped(title)}</title><desc>{escaped(told)}</desc>"
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
        f'<text x="12" y="22" fill="{INK}" font-size="15" font-weight="bold">{escaped(shortened(title, 80))}</text>'
        f'<text x="{width - 12}" y="22" fill="#666666" text-anchor="end">{escaped(told)}</text>'
        f"{''.join(body)}</svg>"
    )


def size_told(shown: Sketch) -> str:
    """Tell how much is drawn: "120 of 812 nodes, 300 of 2,113 lines"."""
    nodes = counted(shown.total_nodes, len(shown.nodes), "node")
    return f"{nodes}, {counted(shown.total_lines, len(shown.lines), 'line')}"


def node_told(node: Node) -> str:
    """Tell what is counted of a node."""
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in node.attributes.items())


def line_told(line: Line) -> str:
    """Tell what a line stands for: its weight, and its acts or matters."""
    told = [f"{line.weight:g}", *(str(line.edge.attributes.get(name, "")) for name in ("label", "about"))]
    return " · ".join(filter(None, told))


def _dots(shown: Sketch, width: int, height: int) -> Iterator[Dot]:
    left, top = _MARGIN
    wide, high = width - 2 * left, height - _HEAD - _FOOT - 2 * top
    for node in shown.nodes:
        x, y = shown.places[node.id]
        place = (round(left + wide * x, 1), round(_HEAD + top + high * y, 1))
        yield Dot(node.id, *place, shown.radii[node.id], shortened(node.label, _LONGEST_LABEL))


def _edges(shown: Sketch, dots: list[Dot]) -> Iterator[str]:
    where = {dot.id: dot for dot in dots}
    names = {node.id: node.label for node in shown.nodes}
    for line in shown.lines:
        start, end = where[line.source], where[line.target]
        stroke, dash = _STROKES[line.sign]
        drawn = curve((start.x, start.y), (end.x, end.y), end.radius + 1, directed=shown.directed)
        broad = min(1 + math.log2(1 + line.weight) * 0.7, 6)
        yield (
            f'<g opacity=".75"><title>{_title(_line_title(line, names, directed=shown.directed))}</title>'
            f'<path d="{drawn.path}" fill="none" stroke="{stroke}" stroke-width="{broad:.1f}"'
            + (f' stroke-dasharray="{dash}"' if dash else "")
            + "/>"
            + (f'<polygon points="{drawn.head}" fill="{stroke}"/>' if drawn.head else "")
            + "</g>"
        )


def _line_title(line: Line, names: dict[str, str], *, directed: bool) -> str:
    ends = f"{names[line.source]} {'→' if directed else '—'} {names[line.target]}"
    return "\n".join(filter(None, (ends, line_told(line), str(line.edge.attributes.get("sentence", "")))))


def _nodes(shown: Sketch, dots: list[Dot]) -> Iterator[str]:
    for node, dot in zip(shown.nodes, dots, strict=True):
        yield f"<g><title>{_title(_node_title(node))}</title>{shape(node.kind, dot.x, dot.y, dot.radius)}</g>"


def _node_title(node: Node) -> str:
    return "\n".join(filter(None, (f"{node.label} ({node.kind})" if node.kind else node.label, node_told(node))))


def _title(text: str) -> str:
    # Names and sentences stand side by side here: none may turn the direction of the others.
    lines = (shortened(printable(line), _LONGEST_TITLE) for line in text.split("\n"))
    return escaped("\n".join(lines))


def _names(dots: list[Dot], width: int, height: int) -> Iterator[str]:
    for label in labels(dots, width, height - _FOOT):
        yield (
            f'<text x="{label.x:.1f}" y="{label.y:.1f}" text-anchor="{label.anchor}" fill="{INK}" stroke="#ffffff" '
            f'stroke-width="3" stroke-linejoin="round" paint-order="stroke">{escaped(label.text)}</text>'
        )


def _legend(shown: Sketch, height: int) -> Iterator[str]:
    x, y = 12.0, height - 12
    for kind in sorted({node.kind for node in shown.nodes}):
        name = kind or "other"
        yield shape(kind, x + 5, y - 4, 5)
        yield f'<text x="{x + 15:.1f}" y="{y}" fill="{INK}">{escaped(name)}</text>'
        x += 32 + text_width(name)
    for sign in sorted({line.sign for line in shown.lines}, key=list(_STROKES).index):
        name = _SIGN_WORDS[sign]
        stroke, dash = _STROKES[sign]
        yield (
            f'<path d="M{x:.1f},{y - 4}h24" stroke="{stroke}" stroke-width="2"'
            + (f' stroke-dasharray="{dash}"' if dash else "")
            + f'/><text x="{x + 30:.1f}" y="{y}" fill="{INK}">{name}</text>'
        )
        x += 46 + text_width(name)
