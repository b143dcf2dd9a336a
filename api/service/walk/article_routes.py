"""`/articles/{id}` and `/statements/{id}`: the evidence."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sayso.api.service.asking import ClientLeft
from sayso.api.service.problems import RequestError
from sayso.api.service.walk.calling import answered, call, page_of
from sayso.api.service.walk.parameters import asked_of, described, none_of, of_path, parameter, values_of
from sayso.api.service.walk.routing import add_get
from sayso.api.service.walk.shapes import Article, Card, Page
from sayso.api.service.walk.table_routes import described_sorts, is_sorted, sorted_page
from sayso.api.sheet.article_sheet import article_sheet
from sayso.api.sheet.pair_sheet import SheetSide, pair_sheet
from sayso.api.sheet.sheet import policy
from sayso.graph.model.json_value import Json
from sayso.graph.store.asking import walk_query

_ARTICLE = of_path("id", "an article's id, IRI or identifier", "article/2f0c7c9e")
_PAIR = [
    parameter("one", "an actor: id, IRI or name, as country/RU"),
    parameter("other", "the other"),
]
# Of each side; a page that is sent stays one that can be read.
_MOST_OF_A_SIDE: Final = 200
_STATEMENT = of_path("id", "a statement's id or IRI", "article/2f0c7c9e/statement/21-104.17-20")


def add_documents(app: FastAPI) -> None:
    """Add the routes."""
    summary = "One article: its text with all marks, its statements"
    add_get(app, "/articles/{id:path}", _article, summary=summary, parameters=[_ARTICLE], shape=Article)
    summary = "One article as a page that opens anywhere: one file, nothing fetched"
    html: dict[str, Any] = {
        "200": {"description": "The page", "content": {"text/html": {"schema": {"type": "string"}}}}
    }
    extra: dict[str, Any] = {"parameters": [_ARTICLE], "responses": html}
    pair: dict[str, Any] = {"parameters": [*_PAIR], "responses": html}
    both = "Two actors as such a page: what each says about the other"
    app.add_api_route("/sheets", _pair, summary=both, openapi_extra=pair, response_class=HTMLResponse)
    app.add_api_route("/sheets", _pair, methods=["HEAD"], include_in_schema=False)
    app.add_api_route("/sheets/{id:path}", _sheet, summary=summary, openapi_extra=extra, response_class=HTMLResponse)
    app.add_api_route("/sheets/{id:path}", _sheet, methods=["HEAD"], include_in_schema=False)
    summary = "One statement: the sentence with the marked words, who, about whom, the article"
    add_get(app, "/statements/{id:path}", _statement, summary=summary, parameters=[_STATEMENT], shape=Card)
    summary = "Statements: who says what about whom, the latest articles first"
    told = [*described_sorts("statements"), *described(walk_query("statements-of"), several=True)]
    add_get(app, "/statements", _statements, summary=summary, parameters=told, shape=Page)


async def _article(request: Request) -> Response:
    none_of(request)
    return await answered(request, "article", {"id": request.path_params["id"]})


async def _sheet(request: Request) -> Response:
    none_of(request)
    try:
        told = _told(await call(request, "article", {"id": request.path_params["id"]}))
    except ClientLeft:
        return Response(status_code=499)
    return _page(article_sheet(told), str(told["identifier"] or "article"))


async def _pair(request: Request) -> Response:
    given = values_of(request, {"one", "other"})
    if len(given) < 2:
        raise RequestError(400, "usage", "one and other: the two actors, by id, IRI or name")
    try:
        sides = [await _side(request, given[one], given[two]) for one, two in (("one", "other"), ("other", "one"))]
    except ClientLeft:
        return Response(status_code=499)
    return _page(pair_sheet(sides), f"{sides[0].speaker} and {sides[0].subject}")


async def _side(request: Request, speaker: str, subject: str) -> SheetSide:
    names = [_told(await call(request, "actor", {"id": actor}))["name"] for actor in (speaker, subject)]
    values: dict[str, Json] = {"about": subject}
    asked: dict[str, Json] = {"id": speaker, "role": "speaker", "values": values, "limit": _MOST_OF_A_SIDE, "offset": 0}
    told = _told(await call(request, "statements-of", asked))
    return SheetSide(str(names[0]), str(names[1]), told["items"], bool(told["more"]))


def _told(answer: Json) -> dict[str, Any]:
    if not isinstance(answer, dict):
        raise TypeError("a walk tells an object")
    return answer


def _page(sheet: str, name: str) -> HTMLResponse:
    headers = {
        "Cache-Control": "no-cache",
        "Content-Security-Policy": policy(),
        "Content-Disposition": f"inline; filename*=UTF-8''{quote(name[:80], safe='')}.html",
    }
    return HTMLResponse(sheet, headers=headers)


async def _statement(request: Request) -> Response:
    none_of(request)
    return await answered(request, "statement", {"id": request.path_params["id"]})


async def _statements(request: Request) -> Response:
    if is_sorted(request, "statements"):
        return await sorted_page(request, "statements")
    values = asked_of(request, walk_query("statements-of").parameter_names)
    return await page_of(request, "statements", {"values": {**values}})
