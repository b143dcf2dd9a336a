"""The Reconciliation API 0.2: spreadsheets are matched to actors, and filled with what the graph tells of them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sayso.api.service.asking import ask
from sayso.api.service.engine import Engine
from sayso.api.service.problems import RequestError
from sayso.api.service.reconcile import documentation as told
from sayso.api.service.reconcile.jsonp import answer
from sayso.api.service.reconcile.manifest import manifest, properties, types
from sayso.api.service.reconcile.messages import MOST_CANDIDATES, read_batch, read_extension
from sayso.api.service.reconcile.preview import POLICY, card, page
from sayso.api.service.sparql.protocol import FORM, read_text
from sayso.graph.model.json_value import Json
from sayso.graph.workers.job import CallJob

_USUAL = 10
_FURTHEST = 10_000
_ABOUT_GET = "The Reconciliation API 0.2: its manifest, or a batch of queries"
_ABOUT_POST = "Match the cells of a spreadsheet to actors, or fetch data of actors"


def add_reconcile(app: FastAPI) -> None:
    """Add the routes."""
    for path in ("/reconcile", "/reconcile/"):
        shown = path == "/reconcile"
        app.add_api_route(path, _get, openapi_extra=told.GET, summary=_ABOUT_GET, include_in_schema=shown)
        app.add_api_route(path, _get, methods=["HEAD"], include_in_schema=False)
        app.add_api_route(
            path, _post, methods=["POST"], openapi_extra=told.POST, summary=_ABOUT_POST, include_in_schema=shown
        )
    for path, route, extra, summary in _FURTHER:
        app.add_api_route(f"/reconcile/{path}", route, openapi_extra=extra, summary=summary)
        app.add_api_route(f"/reconcile/{path}", route, methods=["HEAD"], include_in_schema=False)


async def _get(request: Request) -> Response:
    engine: Engine = request.app.state.engine
    fields = dict(request.query_params)
    if "query" in fields:
        raise RequestError(400, "usage", 'ask with queries={"q0": {"query": "…"}}, as version 0.2 has it')
    if not fields.keys() & {"queries", "extend"}:
        return answer(request, manifest(_address(request), engine.base))
    return answer(request, await _answered(request, fields))


async def _post(request: Request) -> Response:
    engine: Engine = request.app.state.engine
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise RequestError(415, "unsupported-media-type", f"POST a form ({FORM}) with `queries` or `extend`")
    text = await read_text(request, engine.settings.max_request_kb << 10)
    try:
        fields = dict(parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_USUAL))
    except (ValueError, UnicodeDecodeError) as error:
        raise RequestError(400, "usage", f"the form cannot be read: {error}") from error
    return answer(request, await _answered(request, fields))


async def _answered(request: Request, fields: dict[str, str]) -> Json:
    match fields:
        case {"queries": _, "extend": _}:
            raise RequestError(400, "usage", "`queries` or `extend`, one at a time")
        case {"queries": text}:
            batch = read_batch(text)
            return batch.answered(await _call(request, "reconcile", {"queries": batch.queries}))
        case {"extend": text}:
            return await _call(request, "extend", read_extension(text))
    raise RequestError(400, "usage", "the form needs a field `queries` or `extend`")


async def _suggest_entity(request: Request) -> Response:
    fields = request.query_params
    kinds: list[Json] = [kind for kind in fields.getlist("type") if kind]
    arguments: dict[str, Json] = {
        "prefix": fields.get("prefix", "")[:300],
        "kinds": kinds,
        "limit": max(1, _number(request, "limit", _USUAL, MOST_CANDIDATES)),
        "offset": _number(request, "cursor", 0, _FURTHEST),
    }
    return answer(request, {"result": await _call(request, "suggest", arguments)})


async def _suggest_type(request: Request) -> Response:
    return _those(request, [*types()])


async def _suggest_property(request: Request) -> Response:
    return _those(request, properties())


def _those(request: Request, all_: list[dict[str, Json]]) -> Response:
    prefix = request.query_params.get("prefix", "").strip().lower()
    found: list[Json] = [
        each for each in all_ if any(str(each[name]).lower().startswith(prefix) for name in ("id", "name"))
    ]
    start = _number(request, "cursor", 0, _FURTHEST)
    limit = max(1, _number(request, "limit", MOST_CANDIDATES, MOST_CANDIDATES))
    return answer(request, {"result": found[start : start + limit]})


async def _properties(request: Request) -> Response:
    type_ = request.query_params.get("type", "")
    limit = max(1, _number(request, "limit", MOST_CANDIDATES, MOST_CANDIDATES))
    proposed: dict[str, Json] = {"properties": [*properties(type_)[:limit]], "limit": limit}
    return answer(request, {**proposed, "type": type_} if type_ else proposed)


async def _flyout(request: Request) -> Response:
    actor = await _described(request)
    return answer(request, {"id": actor["id"], "html": card(actor, _address(request))})


async def _preview(request: Request) -> Response:
    actor = await _described(request)
    return HTMLResponse(page(actor, _address(request)), headers={"Content-Security-Policy": POLICY})


async def _described(request: Request) -> dict[str, Any]:
    found: Any = await _call(request, "describe", {"id": request.query_params.get("id", "")})
    return dict(found)


async def _call(request: Request, name: str, arguments: dict[str, Json]) -> Json:
    engine: Engine = request.app.state.engine
    job = CallJob(str(engine.snapshot()), name, arguments, engine.base)
    found: Json = json.loads(await ask(request, job, engine.seconds(None)))
    return found


def _number(request: Request, name: str, usual: int, most: int) -> int:
    text = request.query_params.get(name, "").strip()
    if not text:
        return usual
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise RequestError(400, "usage", f"{name} is a whole number")
    return min(int(text), most)


def _address(request: Request) -> str:
    return str(request.base_url).rstrip("/")


_FURTHER = (
    ("suggest/entity", _suggest_entity, told.SUGGEST_ENTITY, "Complete an actor's name"),
    ("suggest/type", _suggest_type, told.SUGGEST, "Complete a type's name"),
    ("suggest/property", _suggest_property, told.SUGGEST, "Complete a property's name"),
    ("properties", _properties, told.PROPOSED, "List the properties that actors of a type can have"),
    ("flyout", _flyout, told.FLYOUT, "Describe an actor in a piece of HTML"),
    ("preview", _preview, told.PREVIEW, "Show an actor in a small page"),
)
