"""Colours that people with colour blindness tell apart too (Okabe and Ito, 2008), and where nodes begin."""

from __future__ import annotations

import math
from typing import Final

from sayso.graph.networks.network import Edge

_COLOURS: Final = {
    "Person": "#56b4e9",
    "Organisation": "#e69f00",
    "Country": "#009e73",
    "Group": "#f0e442",
    "Matter": "#cc79a7",
    "Statement": "#cccccc",
}
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def colour(kind: str) -> str:
    """Return the colour of a kind of node."""
    return _COLOURS.get(kind, "#999999")


def place(number: int) -> tuple[float, float]:
    """Return a place for the node of this number: a sunflower's spiral, no two in one place."""
    radius, angle = 10 * math.sqrt(number), number * _GOLDEN_ANGLE
    return round(radius * math.cos(angle), 3), round(radius * math.sin(angle), 3)


def stance_of(edge: Edge) -> str:
    """Return for or against by the edge's sign, else ""."""
    sign = edge.attributes.get("sign", 0)
    if not isinstance(sign, int | float) or sign == 0:
        return ""
    return "for" if sign > 0 else "against"
