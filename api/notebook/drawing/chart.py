"""A chart of lines over windows of time, as SVG: no script, nothing from elsewhere."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sayso.api.notebook.markup import escaped, shortened

WIDTH: Final = 760
HEIGHT: Final = 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 210, 30, 46
# Okabe and Ito (2008), told apart by dashes too.
_COLOURS: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8a8a00")
_DASHES: Final = ("", "6 3", "2 3", "8 3 2 3")
_TICKS: Final = 4
_LONGEST: Final = 26


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One line: its name, and a value for each window; None where there is none."""

    label: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Chart:
    """A measure over time, which shows itself in a notebook. `days` are the first days of the windows."""

    title: str
    days: Sequence[str]
    lines: tuple[ChartLine, ...]

    def to_svg(self) -> str:
        """Return the picture."""
        low, high = self._range()
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            'font-family="sans-serif" font-size="12">',
            f'<title>{escaped(self.title)}</title><rect width="100%" height="100%" fill="#fff"/>',
            f'<text x="{_LEFT}" y="18" font-weight="bold">{escaped(shortened(self.title, 80))}</text>',
            *self._axes(low, high),
        ]
        for number, line in enumerate(self.lines):
            parts += self._line(number, line, low, high)
        return "".join([*parts, "</svg>"])

    def save(self, path: str | Path) -> None:
        """Write the picture to a file."""
        Path(path).write_text(self.to_svg(), "utf-8")

    def _range(self) -> tuple[float, float]:
        values = [value for line in self.lines for value in line.values if value is not None and math.isfinite(value)]
        low, high = min([0.0, *values]), max([0.0, *values])
        return low, high if high > low else low + 1

    def _x(self, number: int) -> float:
        return _LEFT + (WIDTH - _LEFT - _RIGHT) * (number / (len(self.days) - 1) if len(self.days) > 1 else 0.5)

    def _axes(self, low: float, high: float) -> Iterator[str]:
        for tick in range(_TICKS + 1):
            value = low + (high - low) * tick / _TICKS
            y = _y(value, low, high)
            yield f'<path d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}" stroke="#ddd"/>'
            yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:.4g}</text>'
        every = max(1, math.ceil(len(self.days) / 6))
        for number in range(0, len(self.days), every):
            told = escaped(self.days[number])
            yield f'<text x="{self._x(number):.1f}" y="{HEIGHT - _BOTTOM + 20}" text-anchor="middle">{told}</text>'

    def _line(self, number: int, line: ChartLine, low: float, high: float) -> Iterator[str]:
        colour, dash = _COLOURS[number % len(_COLOURS)], _DASHES[number % len(_DASHES)]
        drawn = f'stroke="{colour}" stroke-width="2" fill="none" stroke-dasharray="{dash}"'
        places: list[str] = []
        pen = "M"
        for place, value in enumerate(line.values):
            if value is None or not math.isfinite(value):
                pen = "M"
                continue
            x, y = self._x(place), _y(value, low, high)
            places.append(f"{pen}{x:.1f} {y:.1f}")
            pen = "L"
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{colour}"/>'
        yield f'<path d="{"".join(places)}" {drawn}/>'
        x, y = WIDTH - _RIGHT + 14, _TOP + 10 + number * 20
        yield f'<path d="M{x} {y}h22" {drawn}/>'
        yield f'<text x="{x + 28}" y="{y + 4}">{escaped(shortened(line.label, _LONGEST))}</text>'

    def __repr__(self) -> str:
        return f"{self.title}: {len(self.lines)} lines over {len(self.days)} windows"

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        from sayso.api.notebook.network import as_image

        svg = self.to_svg()
        return {"text/plain": repr(self), "image/svg+xml": svg, "text/html": as_image(svg, repr(self))}


def _y(value: float, low: float, high: float) -> float:
    return HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * (value - low) / (high - low)
