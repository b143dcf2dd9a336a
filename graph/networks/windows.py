"""Windows of time that move over the codings."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sayso.graph.networks.coding import Coding
from sayso.graph.networks.selection import as_date

type Unit = Literal["days", "weeks", "months", "years"]


@dataclass(frozen=True, slots=True)
class Window:
    """Some codings, and the first and last day between which they lie."""

    start: date
    end: date
    codings: tuple[Coding, ...]


def windows(codings: Sequence[Coding], unit: Unit, size: int = 1) -> Iterator[Window]:
    """Yield windows of `size` calendar units, each one unit later, from the first coding to the last.

    Weeks begin on Monday. Codings without a day are in none. Raises ValueError for a size below 1.
    """
    if size < 1:
        raise ValueError("a window holds one unit at least")
    dated = sorted(
        ((day, number) for number, coding in enumerate(codings) if (day := as_date(coding.day))),
    )
    if not dated:
        return
    start = _floor(dated[0][0], unit)
    while True:
        end = _end(start, unit, size)
        yield Window(start, end, tuple(codings[number] for day, number in dated if start <= day <= end))
        if end >= dated[-1][0]:
            return
        start = _later(start, unit, 1)


def _floor(day: date, unit: Unit) -> date:
    match unit:
        case "days":
            return day
        case "weeks":
            return day - timedelta(days=day.weekday())
        case "months":
            return day.replace(day=1)
        case "years":
            return day.replace(month=1, day=1)


def _end(start: date, unit: Unit, size: int) -> date:
    try:
        return _later(start, unit, size) - timedelta(days=1)
    except (ValueError, OverflowError):
        return date.max  # the calendar ends with the year 9999


def _later(day: date, unit: Unit, units: int) -> date:
    match unit:
        case "days":
            return day + timedelta(days=units)
        case "weeks":
            return day + timedelta(weeks=units)
        case "months":
            years, month = divmod(day.month - 1 + units, 12)
            last = monthrange(day.year + years, month + 1)[1]
            return day.replace(year=day.year + years, month=month + 1, day=min(day.day, last))
        case "years":
            return day.replace(year=day.year + units)
