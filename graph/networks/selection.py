"""Which codings count: a span of time, values left out, duplicates, rare actors and matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final, Literal, cast, get_args

from sayso.graph.networks.coding import Coding
from sayso.graph.networks.variables import VARIABLES, VariableName, check_variable
from sayso.graph.statements.rows.row import Named
from sayso.ontology.errors import UsageError

type Duplicates = Literal["all", "document", "week", "month", "year"]
type SelectedValues = Mapping[str, frozenset[str]]

DUPLICATES: Final[tuple[Duplicates, ...]] = get_args(Duplicates.__value__)


@dataclass(frozen=True, slots=True)
class Selection:
    """What counts. `since` and `until` are days, both included; a coding without a day is in no span of time.

    `exclude` leaves out codings with one of the values, `only` those with none of them; `minimum` leaves out codings
    whose value of a variable has fewer of them, once duplicates are gone. Raises UsageError for what is no variable,
    no day, or no number over 0.
    """

    since: str = ""
    until: str = ""
    duplicates: Duplicates = "all"
    exclude: SelectedValues = field(default=MappingProxyType({}))
    only: SelectedValues = field(default=MappingProxyType({}))
    minimum: Mapping[str, int] = field(default=MappingProxyType({}))

    def __post_init__(self) -> None:
        for name in (*self.exclude, *self.only, *self.minimum):
            check_variable(name)
        if self.duplicates not in DUPLICATES:
            raise UsageError(f"duplicates: {self.duplicates!r} is none; there are {', '.join(DUPLICATES)}")
        if any(least < 1 for least in self.minimum.values()):
            raise UsageError("minimum: a number from 1 on")
        for name, day in (("since", self.since), ("until", self.until)):
            if day and ((date_ := as_date(day)) is None or date_.isoformat() != day):
                raise UsageError(f"{name}: {day!r} is no day; write it as YYYY-MM-DD")


def selected(
    codings: Iterable[Coding],
    selection: Selection,
    *,
    stances_matter: bool,
    variables: tuple[VariableName, ...] = ("actor", "matter"),
) -> list[Coding]:
    """Return the codings that count, the earliest first.

    Of duplicates (the same values of the variables, one stance, in one period) the first counts; where
    `stances_matter` is False those of different stance are duplicates too.
    """
    chosen = sorted((c for c in codings if wanted(c, selection)), key=lambda c: c.day)
    unique: dict[tuple[object, ...], Coding] = {}
    for number, coding in enumerate(chosen):
        stance = coding.stance if stances_matter else ""
        period = _period(coding, selection.duplicates) or (number,)
        named = tuple(value.iri for name in variables for value in VARIABLES[name](coding))
        unique.setdefault((named, stance, *period), coding)
    found = list(unique.values())
    often = {name: Counter(value.iri for c in found for value in _of(c, name)) for name in selection.minimum}
    return [
        c
        for c in found
        if all(
            any(often[name][value.iri] >= least for value in _of(c, name)) for name, least in selection.minimum.items()
        )
    ]


def wanted(coding: Coding, selection: Selection) -> bool:
    """Say whether a coding lies in the span of time and has the values that are asked for."""
    if (selection.since or selection.until) and not coding.day:
        return False
    if coding.day < selection.since or (selection.until and coding.day > selection.until):
        return False
    if any(_names(coding, name) & unwanted for name, unwanted in selection.exclude.items()):
        return False
    return all(_names(coding, name) & only for name, only in selection.only.items())


def _of(coding: Coding, variable: str) -> tuple[Named, ...]:
    return VARIABLES[cast(VariableName, variable)](coding)


def _names(coding: Coding, variable: str) -> frozenset[str]:
    """Return what a coding's values are called: by name, or by IRI."""
    return frozenset(name for value in _of(coding, variable) for name in (value.name, value.iri))


def _period(coding: Coding, duplicates: Duplicates) -> tuple[object, ...]:
    """Return the period in which a coding counts once; without a day that is its document."""
    if duplicates == "all":
        return ()
    day = as_date(coding.day)
    if duplicates == "document" or day is None:
        return (coding.row.article.iri,)
    if duplicates == "week":
        return day.isocalendar()[:2]
    return (day.year, day.month) if duplicates == "month" else (day.year,)


def as_date(day: str) -> date | None:
    """Return a day as a date, None where it is none."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
