"""Which codings count: a span of time, values left out, duplicates, rare actors and matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

from sayso.graph.networks.coding import Coding
from sayso.ontology.errors import UsageError

type Duplicates = Literal["all", "document", "week", "month", "year"]
type Values = Mapping[str, frozenset[str]]

VARIABLES: Final[Mapping[str, Callable[[Coding], str]]] = MappingProxyType(
    {
        "actor": lambda c: c.actor.name,
        "type": lambda c: c.actor.kind,
        "matter": lambda c: c.matter.name,
        "stance": lambda c: c.stance,
        "act": lambda c: c.row.act,
        "form": lambda c: c.row.form,
        "status": lambda c: c.row.status,
        "source": lambda c: c.row.article.source,
        "article": lambda c: c.article,
    }
)


@dataclass(frozen=True, slots=True)
class Selection:
    """What counts. `since` and `until` are days, both included; a coding without a day is in no span of time.

    `exclude` leaves out codings with one of the values, `only` those with another one; `least_actor` and `least_matter`
    leave out whoever and whatever has fewer codings once duplicates are gone.
    """

    since: str = ""
    until: str = ""
    duplicates: Duplicates = "all"
    exclude: Values = field(default=MappingProxyType({}))
    only: Values = field(default=MappingProxyType({}))
    least_actor: int = 1
    least_matter: int = 1

    def __post_init__(self) -> None:
        for name in (*self.exclude, *self.only):
            if name not in VARIABLES:
                raise UsageError(f"{name!r} is no variable of a coding; there are {', '.join(VARIABLES)}")
        for name, day in (("since", self.since), ("until", self.until)):
            if day and ((date_ := as_date(day)) is None or date_.isoformat() != day):
                raise UsageError(f"{name}: {day!r} is no day; write it as YYYY-MM-DD")


def selected(codings: Iterable[Coding], selection: Selection, *, stances_matter: bool) -> list[Coding]:
    """Return the codings that count, the earliest first.

    Of duplicates (one actor, one matter, one stance in one period) the first counts; where `stances_matter` is False
    those of different stance are duplicates too.
    """
    chosen = sorted((c for c in codings if _wanted(c, selection)), key=lambda c: c.day)
    unique: dict[tuple[object, ...], Coding] = {}
    for number, coding in enumerate(chosen):
        stance = coding.stance if stances_matter else ""
        period = _period(coding, selection.duplicates) or (number,)
        unique.setdefault((coding.actor.iri, coding.matter.iri, stance, *period), coding)
    actors = Counter(c.actor.iri for c in unique.values())
    matters = Counter(c.matter.iri for c in unique.values())
    return [
        c
        for c in unique.values()
        if actors[c.actor.iri] >= selection.least_actor and matters[c.matter.iri] >= selection.least_matter
    ]


def _wanted(coding: Coding, selection: Selection) -> bool:
    if (selection.since or selection.until) and not coding.day:
        return False
    if coding.day < selection.since or (selection.until and coding.day > selection.until):
        return False
    if any(VARIABLES[name](coding) in values for name, values in selection.exclude.items()):
        return False
    return all(VARIABLES[name](coding) in values for name, values in selection.only.items())


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
