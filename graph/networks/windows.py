"""Windows of time that move over the codings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, Protocol

from sayso.graph.networks.coding import Coding
from sayso.graph.networks.kernels import FARTHEST, KERNELS, Kernel, kernel_weight
from sayso.graph.networks.selection import as_date
from sayso.ontology.errors import UsageError

type Unit = Literal["events", "days", "weeks", "months", "years"]
type CalendarUnit = Literal["days", "weeks", "months", "years"]


class Dated(Protocol):
    """Whatever has a day, written YYYY-MM-DD, or empty."""

    @property
    def day(self) -> str:
        """The day."""
        ...


@dataclass(frozen=True, slots=True)
class Windowing:
    """How windows move: `size` units each, `step` units later than the one before; `kernel` weighs codings.

    Units are those of the calendar, or events: what is counted, one after the other. With `nth`, from 1 on, only that
    window is made. Raises UsageError for a size, step or nth below 1, and for a kernel over events, whose distance is
    no time.
    """

    size: int
    unit: Unit = "months"
    step: int = 1
    kernel: Kernel = "none"
    nth: int | None = None

    def __post_init__(self) -> None:
        if self.size < 1 or self.step < 1 or (self.nth is not None and self.nth < 1):
            raise UsageError("window, step and nth: a number from 1 on")
        if self.kernel not in KERNELS:
            raise UsageError(f"kernel: {self.kernel!r} is none; there are {', '.join(KERNELS)}")
        if self.unit == "events" and self.kernel != "none":
            raise UsageError("a kernel weighs by distance in time; windows of events take none")


@dataclass(frozen=True, slots=True)
class CodingWindow:
    """Some codings, the first and last day between which they lie, and how many windows there are in all."""

    start: date
    end: date
    codings: tuple[Coding, ...]
    of: int = 1


def windows(
    codings: Sequence[Coding],
    unit: Unit,
    size: int = 1,
    step: int = 1,
    kernel: Kernel = "none",
    nth: int | None = None,
) -> Iterator[CodingWindow]:
    """Yield windows of `size` units, each `step` units later, from the first coding to the last; of them only the nth.

    With a kernel codings weigh by their distance from the window's middle, and those that weigh nothing are left out.
    Codings without a day are in none. Raises UsageError for a size or step below 1, and for an nth that there is not.
    """
    dated = in_order(codings)
    days = [day for day, _ in dated]
    wanted, of = wanted_spans(days, Windowing(size, unit, step, kernel, nth))
    for start, end in wanted:
        if kernel == "none":
            chosen = tuple(coding for _, coding in dated[bisect_left(days, start) : bisect_right(days, end)])
        else:
            chosen = tuple(_weighed(dated, days, start, end, kernel))
        yield CodingWindow(start, end, chosen, of)


def in_order[Item: Dated](items: Sequence[Item]) -> list[tuple[date, Item]]:
    """Return what has a day with its day, the earliest first."""
    found = [(day, number) for number, item in enumerate(items) if (day := as_date(item.day))]
    return [(day, items[number]) for day, number in sorted(found)]


def wanted_spans(days: Sequence[date], moving: Windowing) -> tuple[list[tuple[date, date]], int]:
    """Return the windows that are made, and how many there are. Raises UsageError for an nth that there is not."""
    every = list(spans(days, moving))
    if moving.nth is None:
        return every, len(every)
    if moving.nth > len(every):
        raise UsageError(
            f"nth {moving.nth}: there is no such window; in the days of what counts there are {len(every)}"
        )
    return [every[moving.nth - 1]], len(every)


def spans(days: Sequence[date], moving: Windowing) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each window that some days, the earliest first, are in. Weeks begin on Monday.

    A window of events reaches from an event to as many before and after it as are half of its size, and takes along
    what else falls on its first and last day; windows between the same days are one.
    """
    if moving.unit == "events":
        half = moving.size // 2
        middles = range(half, len(days) - half, moving.step)
        yield from dict.fromkeys((days[middle - half], days[middle + half]) for middle in middles)
        return
    if not days:
        return
    start = _floor(days[0], moving.unit)
    while True:
        end = _end(start, moving.unit, moving.size)
        yield start, end
        if end >= days[-1]:
            return
        try:
            start = _later(start, moving.unit, moving.step)
        except (ValueError, OverflowError):
            return  # the calendar ends with the year 9999


def _weighed(
    dated: Sequence[tuple[date, Coding]], days: Sequence[date], start: date, end: date, kernel: Kernel
) -> Iterator[Coding]:
    middle = (start.toordinal() + end.toordinal()) / 2
    # Half a day more, so that the first and last day of a window weigh something.
    half = (end.toordinal() - start.toordinal() + 1) / 2
    reach = half * (FARTHEST if kernel == "gaussian" else 1)
    first = bisect_left(days, date.fromordinal(max(1, int(middle - reach))))
    for day, coding in dated[first:]:
        if day.toordinal() - middle > reach:
            return
        if weight := kernel_weight(kernel, (day.toordinal() - middle) / half):
            yield replace(coding, weight=weight)


def _floor(day: date, unit: CalendarUnit) -> date:
    match unit:
        case "days":
            return day
        case "weeks":
            return day - timedelta(days=day.weekday())
        case "months":
            return day.replace(day=1)
        case "years":
            return day.replace(month=1, day=1)


def _end(start: date, unit: CalendarUnit, size: int) -> date:
    try:
        return _later(start, unit, size) - timedelta(days=1)
    except (ValueError, OverflowError):
        return date.max  # the calendar ends with the year 9999


def _later(day: date, unit: CalendarUnit, units: int) -> date:
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
