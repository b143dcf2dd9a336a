"""`/articles/{id}` and `/statements/{id}`: the evidence."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sayso.api.service.asking import ClientLeft
from sayso.api.service.walk.calling import answered, call, page_of
from sayso.api.service.walk.parameters import asked_of, described, none_of, of_path
from sayso.api.service.walk.routing import add_get
from sayso.api.service.walk.shapes import Article, Card, Page
from sayso.api.service.walk.tables import described_sorts, is_sorted, sorted_page
from sayso.api.sheet.article_sheet import article_sheet
from sayso.api.sheet.sheet import policy
from sayso.graph.store.asking import walk_query

_ARTICLE = of_path("id", "an article's id, IRI or identifier", "article/2f0c7c9e")
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
        told = await call(request, "article", {"id": request.path_params["id"]})
    except ClientLeft:
        return Response(status_code=499)
    if not isinstance(told, dict):
        raise TypeError("an article is told as an object")
    name = quote(str(told["identifier"] or "article")[:80], safe="")
    headers = {
        "Cache-Control": "no-cache",
        "Content-Security-Policy": policy(),
        "Content-Disposition": f"inline; filename*=UTF-8''{name}.html",
    }
    return HTMLResponse(article_sheet(told), headers=headers)


async def _statement(request: Request) -> Response:
    none_of(request)
    return await answered(request, "statement", {"id": request.path_params["id"]})


async def _statements(request: Request) -> Response:
    if is_sorted(request, "statements"):
        return await sorted_page(request, "statements")
    values = asked_of(request, walk_query("statements-of").parameter_names)
    return await page_of(request, "statements", {"values": {**values}})
