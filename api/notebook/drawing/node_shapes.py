"""Shapes of nodes: kinds are told apart without colours too, as in the web page."""

from __future__ import annotations

from typing import Final

from sayso.graph.export.colours import colour

INK: Final = "#222222"


def shape(kind: str, x: float, y: float, radius: float) -> str:
    """Return an element of SVG: organisations are square, countries stand on a corner, groups are domes."""
    look = f'fill="{colour(kind)}" stroke="{INK}" stroke-width=".8"'
    side = radius * 0.88
    match kind:
        case "Organisation":
            return f'<path d="M{x - side:.1f},{y - side:.1f}h{2 * side:.1f}v{2 * side:.1f}h{-2 * side:.1f}z" {look}/>'
        case "Country":
            tip = radius * 1.2
            corners = f"{x:.1f},{y - tip:.1f} {x + tip:.1f},{y:.1f} {x:.1f},{y + tip:.1f} {x - tip:.1f},{y:.1f}"
            return f'<polygon points="{corners}" {look}/>'
        case "Group":
            arc = f"a{side:.1f},{side:.1f} 0 0 1 {2 * side:.1f},0"
            return f'<path d="M{x - side:.1f},{y:.1f}{arc}v{side:.1f}h{-2 * side:.1f}z" {look}/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" {look}/>'
