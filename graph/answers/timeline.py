"""The timeline: how many statements there are in each day, week, month or year, by act, one actor after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, get_args

from pyoxigraph import NamedNode

from sayso.graph.actors.refs import Refs
from sayso.graph.actors.resolver import actor_of
from sayso.graph.answers.asked import Narrowing, given_of, values_of, with_iris
from sayso.graph.answers.sorting import days_of
from sayso.graph.model.stored import ActorRef
from sayso.graph.store.asking import BoundValue, walk_query
from sayso.graph.store.keeping import version_of
from sayso.graph.store.solutions import Table, text_of
from sayso.graph.store.store import Store
from sayso.ontology.errors import QueryError, UsageError
from sayso.ontology.terms import ACTS
from sayso.queries.catalogue import bind

type Period = Literal["day", "week", "month", "year"]

PERIODS: Final[tuple[Period, ...]] = get_args(Period.__value__)
MOST_ACTORS: Final = 8
# The longest span in days that is shown by days, weeks, months: some fifty bars, as many as one can tell apart.
_LONGEST: Final[Mapping[Period, int]] = {"day": 45, "week": 365, "month": 4 * 366}
MOST_PERIODS: Final = 3_000
# One in so many statements may lie far before the others, and one in so many far after.
_FAR: Final = 20
_MOST_BARS: Final = 120
_DAYS: Final[Mapping[Period, int]] = {"day": 1, "week": 7, "month": 30, "year": 365}
_MOST_KEPT: Final = 16
_WORDS: Final = {node.value: word for word, node in ACTS.items()}


@dataclass(frozen=True, slots=True)
class TimelineCounts:
    """What is counted of one actor, or of all: statements by day and act, and those without a day by act."""

    days: Counter[tuple[date, str]] = field(default_factory=Counter)
    undated: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class ActCounts:
    """How many statements, and by act."""

    count: int
    acts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class PeriodStatements:
    """How many statements lie from one day to another, both included."""

    begin: str
    end: str
    count: int
    acts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class TimelineSeries:
    """The statements of one actor, or of everybody; `undated` are those whose day is not known."""

    actor: ActorRef | None
    total: int
    acts: Mapping[str, int]
    undated: ActCounts
    periods: tuple[PeriodStatements, ...]


@dataclass(frozen=True, slots=True)
class CountedTimeline:
    """Statements over time; `first` and `last` are the days of the first and the last of all series."""

    period: Period
    first: str | None
    last: str | None
    series: tuple[TimelineSeries, ...]


def timeline(
    store: Store,
    by: list[str],
    acts: list[str],
    asked: Narrowing,
    since: str,
    until: str,
    period: str,
) -> CountedTimeline:
    """Count statements by period and act, for each actor of `by`, for everybody where it is empty.

    `asked` are about, form, status, stance, words, source and confidence. Periods begin where the calendar's do, weeks
    on Monday; those without a statement are there too, from the first statement of all series to the last. Without a
    `period` the time in which most statements lie decides. Statements without a day are counted apart, whatever days
    are asked for. Raises as `actor_of` does, UsageError and QueryError for what does not fit.
    """
    span = _day("since", since), _day("until", until)
    actors = [actor_of(store, one, "by") for one in dict.fromkeys(by)]
    given = values_of(given_of(with_iris(store, asked, ("about",))), ("about",))
    if acts:
        given["act"] = tuple(_act(act) for act in acts)
    wanted: list[str | None] = [*actors] or [None]
    counted = [_counted(store, given, actor, span) for actor in wanted]
    days = [day for one in counted for day, _ in one.days]
    first, last = min(days, default=None), max(days, default=None)
    chosen = _period(period, counted)
    refs = Refs(store)
    refs.learn(actors)
    bounds = [*_bounds(first, last, chosen)] if first and last else []
    return CountedTimeline(
        period=chosen,
        first=first.isoformat() if first else None,
        last=last.isoformat() if last else None,
        series=tuple(
            _series(refs.actor(actor) if actor else None, one, bounds)
            for actor, one in zip(wanted, counted, strict=True)
        ),
    )


def period_of(first: date, last: date) -> Period:
    """Return the period that a span of days is best told by."""
    length = (last - first).days
    return next((period for period, longest in _LONGEST.items() if length <= longest), "year")


def begin_of(day: date, period: Period) -> date:
    """Return the first day of the day's period."""
    match period:
        case "day":
            return day
        case "week":
            # There is no Monday before the first of all days.
            return date.fromordinal(max(1, day.toordinal() - day.weekday()))
        case "month":
            return day.replace(day=1)
        case _:
            return day.replace(month=1, day=1)


def _bounds(first: date, last: date, period: Period) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each period from the one of `first` to the one of `last`."""
    begins = [begin_of(first, period)]
    while (following := _following(begins[-1], period)) is not None and following <= last:
        begins.append(following)
        if len(begins) > MOST_PERIODS and period != "year":
            raise UsageError(
                f"period: there are more than {MOST_PERIODS:,} of a {period}; take a longer one, or fewer days"
            )
    end = _following(begins[-1], period)
    ends = [*begins, end] if end else [*begins, date.max]
    for begin, following in pairwise(ends):
        yield begin, following - timedelta(1) if following != date.max else date.max


def _following(begin: date, period: Period) -> date | None:
    """Return the first day of the next period, None at the end of all days."""
    try:
        match period:
            case "day":
                return begin + timedelta(1)
            case "week":
                return begin + timedelta(7 - begin.weekday())
            case "month":
                return (begin + timedelta(31)).replace(day=1)
            case _:
                return begin.replace(year=begin.year + 1)
    except (OverflowError, ValueError):
        return None


def _counted(
    store: Store, given: Mapping[str, BoundValue], actor: str | None, span: tuple[date | None, date | None]
) -> TimelineCounts:
    found = TimelineCounts()
    since, until = span
    text = bind(walk_query("timeline"), {**given, "by": NamedNode(actor)} if actor else given)
    version = version_of(store)
    for (told, act), count in (_kept(store, version, text) if version else _asked(store, text)).items():
        day, word = _read(told), _WORDS.get(act, act)
        if day is None:
            found.undated[word] += count
        elif (since is None or day >= since) and (until is None or day <= until):
            found.days[day, word] += count
    return found


@lru_cache(maxsize=_MOST_KEPT)
def _kept(store: Store, _version: str, query: str) -> Mapping[tuple[str | None, str], int]:
    # Other periods, days and acts of the same statements are counted from this.
    return _asked(store, query)


def _asked(store: Store, query: str) -> Mapping[tuple[str | None, str], int]:
    """Return how many statements there are of each day, as text, and act."""
    answer = store.query(query)
    if not isinstance(answer, Table):
        raise TypeError("timeline is no SELECT")
    rows = {tuple(map(text_of, row)) for row in answer.rows}
    return Counter((day, act) for day, (_, _, act) in zip(days_of(store, [*rows]), rows, strict=True))


def _series(actor: ActorRef | None, counted: TimelineCounts, bounds: list[tuple[date, date]]) -> TimelineSeries:
    periods: list[PeriodStatements] = []
    order = sorted(counted.days)
    at = 0
    for begin, end in bounds:
        acts: Counter[str] = Counter()
        while at < len(order) and order[at][0] <= end:
            acts[order[at][1]] += counted.days[order[at]]
            at += 1
        periods.append(PeriodStatements(begin.isoformat(), end.isoformat(), acts.total(), _sorted(acts)))
    total: Counter[str] = Counter()
    for (_, word), count in counted.days.items():
        total[word] += count
    undated = ActCounts(counted.undated.total(), _sorted(counted.undated))
    return TimelineSeries(actor, total.total(), _sorted(total), undated, tuple(periods))


def _sorted(acts: Counter[str]) -> dict[str, int]:
    return {act: acts[act] for act in _known(acts)}


def _known(acts: Iterable[str]) -> list[str]:
    order = {act: number for number, act in enumerate(ACTS)}
    return sorted(acts, key=lambda act: (order.get(act, len(order)), act))


def _period(given: str, counted: Sequence[TimelineCounts]) -> Period:
    if given:
        for period in PERIODS:
            if given == period:
                return period
        raise UsageError(f"period: {given[:100]!r} is none; there are {', '.join(PERIODS)}")
    return fitting(Counter(day for one in counted for (day, _), count in one.days.items() for _ in range(count)))


def fitting(days: Counter[date]) -> Period:
    """Return the period by which most of some days are told best: a few far away do not make years of months.

    Unless there would be too many bars in all.
    """
    if not days:
        return "day"
    order = sorted(days.elements())
    aside = len(order) // _FAR
    chosen = PERIODS.index(period_of(order[aside], order[-1 - aside]))
    length = (order[-1] - order[0]).days
    wide = (number for number in range(chosen, len(PERIODS)) if length <= _MOST_BARS * _DAYS[PERIODS[number]])
    return PERIODS[next(wide, len(PERIODS) - 1)]


def _act(word: str) -> NamedNode:
    if word not in ACTS:
        raise UsageError(f"act: {word[:100]!r} is none; there are {', '.join(ACTS)}")
    return ACTS[word]


def _day(name: str, text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise QueryError(f"{name}: {text[:100]!r} is no day; write it as YYYY-MM-DD") from error


def _read(value: str | None) -> date | None:
    """Return a day of the store, None for what is none, or a month or year alone."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
