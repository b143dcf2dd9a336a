"""`/timeline`: how many statements there are by period and act."""

from __future__ import annotations

from typing import Final

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.problems import RequestError
from sayso.api.service.walk.calling import answered
from sayso.api.service.walk.modelled import of
from sayso.api.service.walk.parameters import PAGE, asked_of, described, filters, parameter
from sayso.api.service.walk.routing import add_get
from sayso.api.service.walk.shapes import Shape
from sayso.graph.answers.timeline import (
    MOST_ACTORS,
    PERIODS,
    ActCounts,
    CountedTimeline,
    PeriodStatements,
    TimelineSeries,
)
from sayso.graph.model.json_value import Json
from sayso.graph.store.asking import walk_query
from sayso.ontology.terms import ACTS

_FILTERS: Final = ("about", "form", "status", "stance", "words", "source", "confidence")
_PARAMETERS: Final = (
    parameter("by", f"who speaks: an id, IRI or name; up to {MOST_ACTORS} times, for a series each"),
    parameter("act", f"acts, with commas between: {', '.join(ACTS)}"),
    *[each for each in described(walk_query("timeline"), several=True) if each["name"] in _FILTERS],
    *filters("since", "until"),
    parameter("period", "what is counted together; else as the length of the time wants it", [*PERIODS]),
)
_KNOWN: Final = tuple(each["name"] for each in _PARAMETERS)


@of(PeriodStatements)
class PeriodCounts(Shape):
    """A day, week, month or year: its first day, its last, and how many statements of each act."""


@of(ActCounts)
class Undated(Shape):
    """Statements whose day is not known."""


@of(TimelineSeries)
class Series(Shape):
    """The statements of one actor, or of everybody."""


@of(CountedTimeline, {"period": "month"})
class Timeline(Shape):
    """Statements over time; `first` and `last` are the days of the first and the last of all series."""


def add_timeline(app: FastAPI) -> None:
    """Add the route."""
    summary = "How many statements there are by day, week, month or year, and by act"
    add_get(app, "/timeline", _timeline, summary=summary, parameters=_PARAMETERS, shape=Timeline)


async def _timeline(request: Request) -> Response:
    asked = asked_of(request, _KNOWN)
    if paged := [name for name in PAGE if name in request.query_params]:
        raise RequestError(400, "usage", f"{paged[0]}: there are no pages here")
    by, acts = _listed(asked.pop("by", [])), _listed(asked.pop("act", []))
    if len(by) > MOST_ACTORS:
        raise RequestError(400, "usage", f"by: {MOST_ACTORS} at the most")
    arguments: dict[str, Json] = {name: asked.pop(name, "") for name in ("since", "until", "period")}
    return await answered(request, "timeline", {"by": by, "acts": acts, "asked": asked, **arguments})


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value] if value else []
