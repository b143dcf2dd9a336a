"""`/facets`, `/between`, `/question`: what there is to narrow by, two actors side by side, and a question read."""

from __future__ import annotations

from typing import Any, Final

from fastapi import FastAPI
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.problems import RequestError
from sayso.api.service.walk.calling import answered, page_of
from sayso.api.service.walk.modelled import of
from sayso.api.service.walk.paging import read_limit
from sayso.api.service.walk.parameters import PAGE, asked_of, described, filters, parameter, values_of
from sayso.api.service.walk.routing import add_get
from sayso.api.service.walk.shapes import Card, Ref, Shape
from sayso.api.service.walk.table_routes import filters_of, query_of
from sayso.graph.answers.between import SORTS, WAYS, CountedHolder
from sayso.graph.answers.facets.counting import MOST, TOPIC, FacetCount, FacetCounts
from sayso.graph.answers.facets.facet import FACETS
from sayso.graph.answers.questions.question_answers import CountedReading, QuestionReadings
from sayso.graph.answers.questions.reading import LONGEST
from sayso.graph.model.json_value import Json
from sayso.graph.store.asking import walk_query

_VALUES: Final = 12
_FLAGS: Final = {"true": True, "false": False}
_BETWEEN: Final = ("act", "form", "status", "stance", "words", "source", "since", "until", "confidence")


@of(FacetCount, {"value": "country/RU", "label": "Russia"})
class FacetValue(Shape):
    """A value of a facet, as the listing takes it, how it is read, and how many rows there are of it."""


@of(FacetCounts)
class Facets(Shape):
    """How many rows there are by each facet; `values` says how many values a facet has in all."""


class Sides(Shape):
    """How many positions are for and against."""

    for_: int = Field(alias="for")
    against: int


class Way(Shape):
    """What one says about the other: positions `toward` the other, and on `matters` alone."""

    total: int
    acts: dict[str, int]
    first: str | None
    last: str | None
    toward: Sides
    matters: Sides


@of(CountedHolder)
class OfficeHolder(Shape):
    """Who holds an office of an actor, and one of its titles."""


class Between(Shape):
    """Two actors side by side; of `ways` the first is what a says about b. With `way`, a page of cards instead."""

    a: Ref | None = None
    b: Ref | None = None
    offices: bool | None = None
    holders: dict[str, list[OfficeHolder]] | None = None
    ways: list[Way] | None = None
    items: list[Card] | None = None
    total: int | None = None
    next: str | None = None


@of(CountedReading)
class QuestionReading(Shape):
    """What a question may ask for, as filters of statements, and how many it leaves; `back`: the other way round."""


@of(QuestionReadings)
class QuestionAnswer(Shape):
    """Readings of a question, the likeliest first; that it is words and nothing else is the last."""


def add_answers(app: FastAPI) -> None:
    """Add the routes."""
    known = {each["name"]: each for listing in FACETS for each in described(query_of(listing), several=True)[:-2]}
    told: list[dict[str, Any]] = [
        parameter("listing", "whose rows are counted", [*FACETS]),
        parameter("of", f"facets, with commas between: those of the listing, and {TOPIC}: the words said most"),
        parameter("limit", f"how many values of each, {MOST} at the most", schema={"type": "integer", "minimum": 1}),
        *known.values(),
    ]
    summary = "How many statements, demands or positions there are by speaker, act, source, month …"
    add_get(app, "/facets", _facets, summary=summary, parameters=told, shape=Facets)
    two = [
        {**parameter("a", "an actor's id, IRI or name"), "required": True},
        {**parameter("b", "another's"), "required": True},
        parameter("offices", "true: who holds an office of an actor counts for it", [*_FLAGS]),
        parameter("way", "a page of cards: what a says about b (ab), or b about a (ba)", [*WAYS]),
        parameter("sort", "of the cards, by their days", [*SORTS]),
        *filters(*_BETWEEN[:3]),
        *[each for each in described(walk_query("statements-of")) if each["name"] in _BETWEEN[3:] + PAGE],
    ]
    summary = "What two actors say about each other: counted each way, or the sentences of one"
    add_get(app, "/between", _between, summary=summary, parameters=two, shape=Between)
    asked = [{**parameter("q", f"a question or words, {LONGEST} signs at the most"), "required": True}]
    summary = "What a question may ask for: by whom, about whom, which act, which words; with counts"
    add_get(app, "/question", _question, summary=summary, parameters=asked, shape=QuestionAnswer)


async def _facets(request: Request) -> Response:
    listing = request.query_params.get("listing", "statements")
    if listing not in FACETS:
        raise RequestError(400, "usage", f"listing: one of {', '.join(FACETS)}")
    asked = asked_of(request, filters_of(listing), ("listing", "of"))
    if "cursor" in request.query_params:
        raise RequestError(400, "usage", "cursor: there are no pages here")
    limit = read_limit(request, _VALUES, MOST)
    of: list[Json] = [name.strip() for name in request.query_params.get("of", "").split(",") if name.strip()]
    return await answered(request, "facets", {"listing": listing, "of": of, "asked": asked, "limit": limit})


async def _between(request: Request) -> Response:
    asked = asked_of(request, _BETWEEN, ("a", "b", "offices", "way", "sort"))
    given = request.query_params
    if missing := [name for name in ("a", "b") if not given.get(name)]:
        raise RequestError(400, "usage", f"{missing[0]} is missing: an actor's id, IRI or name")
    if (offices := given.get("offices", "false")) not in _FLAGS:
        raise RequestError(400, "usage", "offices is true or false")
    ends: dict[str, Json] = {"a": given["a"], "b": given["b"], "offices": _FLAGS[offices], "asked": asked}
    if "way" not in given:
        if paged := [name for name in (*PAGE, "sort") if name in given]:
            raise RequestError(400, "usage", f"{paged[0]}: there are pages of one way; say which with way=")
        return await answered(request, "between", ends)
    order: dict[str, Json] = {"way": given["way"], "sort": given.get("sort", SORTS[0])}
    return await page_of(request, "between-by", {**ends, **order})


async def _question(request: Request) -> Response:
    values = values_of(request, ("q",))
    return await answered(request, "question", {"text": values.get("q", "")})
