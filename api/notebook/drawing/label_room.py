"""Which labels of a drawing find room, and where."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

FONT_SIZE: Final = 12
_WIDTHS: Final = {"W": 1.0, "F": 1.0}
_NARROW: Final = 0.56
_GAP: Final = 3.0

type Anchor = Literal["start", "middle", "end"]
type Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """A node in pixels, with the label that it would like."""

    id: str
    x: float
    y: float
    radius: float
    label: str


@dataclass(frozen=True, slots=True)
class Label:
    """A label that is drawn: `x`, `y` is the point on its baseline where its `anchor` is."""

    id: str
    x: float
    y: float
    anchor: Anchor
    text: str


def labels(dots: Sequence[Dot], width: float, height: float) -> Iterator[Label]:
    """Yield the labels that find room, the first dots being served first: no label lies on another.

    A label lies on a node only where it would find no room else.
    """
    circles = {dot.id: (dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius) for dot in dots}
    written: list[Box] = []
    for dot in dots:
        others = [circle for id, circle in circles.items() if id != dot.id]
        for forbidden in ([*written, *others], written):
            found = next((label for label in _candidates(dot) if _free(_box(label), forbidden, width, height)), None)
            if found is not None:
                written.append(_box(found))
                yield found
                break


def _free(box: Box, forbidden: Sequence[Box], width: float, height: float) -> bool:
    inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
    return inside and not any(_overlap(box, other) for other in forbidden)


def text_width(text: str) -> float:
    """Return about how wide a text is in pixels: ideographs are as wide as they are high, other signs half of it."""
    return FONT_SIZE * sum(_WIDTHS.get(unicodedata.east_asian_width(sign), _NARROW) for sign in text)


def _candidates(dot: Dot) -> Iterator[Label]:
    middle = dot.y + FONT_SIZE * 0.35
    yield Label(dot.id, dot.x + dot.radius + _GAP, middle, "start", dot.label)
    yield Label(dot.id, dot.x - dot.radius - _GAP, middle, "end", dot.label)
    yield Label(dot.id, dot.x, dot.y - dot.radius - _GAP, "middle", dot.label)
    yield Label(dot.id, dot.x, dot.y + dot.radius + FONT_SIZE, "middle", dot.label)
    slant = dot.radius * 0.75 + _GAP
    yield Label(dot.id, dot.x + slant, dot.y - slant, "start", dot.label)
    yield Label(dot.id, dot.x + slant, dot.y + slant + FONT_SIZE * 0.7, "start", dot.label)
    yield Label(dot.id, dot.x - slant, dot.y - slant, "end", dot.label)
    yield Label(dot.id, dot.x - slant, dot.y + slant + FONT_SIZE * 0.7, "end", dot.label)


def _box(label: Label) -> Box:
    wide = text_width(label.text)
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return left, label.y - FONT_SIZE, left + wide, label.y + FONT_SIZE * 0.3


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
