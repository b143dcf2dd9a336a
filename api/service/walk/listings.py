"""Walking the graph: JSON over the questions of the catalogue, in pages."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from api.service.engine import Engine
from api.service.problems import RequestError
from api.service.walk.paging import MOST, Page, read_page
from graph.readers.frames import Json
from graph.readers.job import CallJob
from queries.catalogue import get

LISTINGS: Final = MappingProxyType(
    {
        "/actors": "actors",
        "/statements": "statements",
        "/said": "who-said-what-about-whom",
        "/demands": "demands",
        "/positions": "positions",
        "/posts": "posts",
        "/articles": "articles",
    }
)
_OWN = frozenset({"limit", "cursor"})
_ROLES = {"speaker": "by", "subject": "about"}


def add_walks(app: FastAPI) -> None:
    """Add the routes."""
    app.add_api_route("/actors/{id:path}/statements", _statements_of, summary="What an actor said, or is said of it")
    for path, query in LISTINGS.items():
        extra = {"parameters": _parameters(query)}
        app.add_api_route(path, _listing(query), summary=get(query).title, openapi_extra=extra)
    app.add_api_route("/actors/{id:path}", _actor, summary="One actor")
    app.add_api_route("/articles/{id:path}", _article, summary="One article with its text and statements")


def _listing(query: str) -> Callable[[Request], Awaitable[Response]]:
    async def route(request: Request) -> Response:
        return await _page(request, query, {})

    return route


async def _statements_of(request: Request) -> Response:
    role = request.query_params.get("as", "speaker")
    if role not in _ROLES:
        raise RequestError(400, "usage", f"as: one of {', '.join(_ROLES)}")
    return await _page(request, "statements", {_ROLES[role]: request.path_params["id"]}, frozenset({"as"}))


async def _actor(request: Request) -> Response:
    engine: Engine = request.app.state.engine
    told = await _call(engine, str(engine.snapshot()), "actor", {"id": request.path_params["id"]})
    if isinstance(told, dict) and isinstance(into := told.get("merged"), str):
        # A merge can be taken back: nobody is to remember this.
        target = f"/actors/{quote(into.removeprefix(engine.base))}"
        return RedirectResponse(target, 307, {"Cache-Control": "no-store"})
    return JSONResponse(told)


async def _article(request: Request) -> Response:
    engine: Engine = request.app.state.engine
    return JSONResponse(await _call(engine, str(engine.snapshot()), "article", {"id": request.path_params["id"]}))


async def _page(request: Request, query: str, fixed: dict[str, str], own: frozenset[str] = frozenset()) -> Response:
    engine: Engine = request.app.state.engine
    page = read_page(request, engine)
    known = set(get(query).parameter_names) - {"limit", "offset"}
    values = {name: value for name, value in request.query_params.items() if name not in _OWN}
    if unknown := sorted(values.keys() - known - own):
        raise RequestError(400, "usage", f"{unknown[0]!a} is no parameter here; there are {', '.join(sorted(known))}")
    asked = {**{name: value for name, value in values.items() if name not in own}, **fixed}
    arguments: dict[str, Json] = {"query": query, "values": {**asked}, "limit": page.limit, "offset": page.offset}
    told = await _call(engine, str(page.snapshot), "listing", arguments)
    return _answer(request, page, told, values)


def _answer(request: Request, page: Page, told: Json, values: dict[str, str]) -> Response:
    if not isinstance(told, dict):
        raise TypeError("a listing answers with an object")
    following = page.following(request, values) if told["more"] else None
    body = {"items": told["items"], "limit": page.limit, "next": following, "snapshot": page.snapshot.name}
    return JSONResponse(body, headers={"Link": f'<{following}>; rel="next"'} if following else None)


async def _call(engine: Engine, snapshot: str, name: str, arguments: dict[str, Json]) -> Json:
    job = CallJob(snapshot, name, arguments, engine.base)
    told: Json = json.loads(await engine.pool.ask(job.told(), engine.seconds(None)))
    return told


def _parameters(query: str) -> list[dict[str, Any]]:
    told = [
        {"name": parameter.name, "in": "query", "description": parameter.description, "schema": {"type": "string"}}
        for parameter in get(query).parameters
        if parameter.name not in ("limit", "offset")
    ]
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1}}
    cursor = {"name": "cursor", "in": "query", "schema": {"type": "string"}}
    return [
        *told,
        {**limit, "description": f"how many items a page holds, {MOST} at the most"},
        {**cursor, "description": "where the next page begins, from `next`"},
    ]
