"""Lines between nodes: bent, so that two of opposite directions stay apart, with a head where they have a direction."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from sayso.api.notebook.drawing.layout import Point

_BEND: Final = 0.12
_HEAD: Final = 8.0


@dataclass(frozen=True, slots=True)
class Curve:
    """A path of SVG, and the corners of its head."""

    path: str
    head: str


def curve(start: Point, end: Point, radius: float, *, directed: bool = True) -> Curve:
    """Return the line from `start` to the rim of a circle of `radius` around `end`."""
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if length < 1e-6:
        return _loop(start, radius)
    bend = _BEND if directed else 0.0
    control = ((x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend)
    angle = math.atan2(y2 - control[1], x2 - control[0])
    gap = radius + (_HEAD if directed else 0.0)
    tip = (x2 - radius * math.cos(angle), y2 - radius * math.sin(angle))
    stop = (x2 - gap * math.cos(angle), y2 - gap * math.sin(angle))
    path = f"M{_at(start)}Q{_at(control)} {_at(stop)}"
    return Curve(path, _corners(tip, angle) if directed else "")


def _loop(start: Point, radius: float) -> Curve:
    x, y = start
    reach = radius + 16
    return Curve(f"M{_at(start)}C{_at((x - reach, y - 2 * reach))} {_at((x + reach, y - 2 * reach))} {_at(start)}", "")


def _corners(tip: Point, angle: float) -> str:
    sides = (math.pi - 0.4, math.pi + 0.4)
    return " ".join(
        [_at(tip), *(_at((tip[0] + _HEAD * math.cos(angle + s), tip[1] + _HEAD * math.sin(angle + s))) for s in sides)]
    )


def _at(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"
