"""`/subgraph`: the graph around some actors as a file of any tool; `/networks`: those of discourse analysis."""

from __future__ import annotations

import json
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlencode

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.service.engine import Engine
from api.service.problems import RequestError
from api.service.sparql.negotiation import choose
from api.service.sparql.running import new_id
from api.service.sparql.streaming import AnswerResponse, ClientLeft, begin
from graph.export.network_formats import NETWORK_FORMATS
from graph.networks.around import DEEPEST
from graph.networks.ties import TIE_KINDS
from graph.readers.answer import Answer
from graph.readers.frames import Json
from graph.readers.job import CallJob
from ontology.errors import NotAcceptableError
from ontology.terms import ACTS, STANCES

# Without a size, pictures stay readable and answers quick.
_SIZE: Final = 1_000
_MOST: Final = 20_000
_JSON: Final = "application/json"
_ACCEPTED: Final = MappingProxyType(
    {
        "graphology": (_JSON,),
        **{name: (format.media_type,) for name, format in NETWORK_FORMATS.items() if format.media_type != _JSON},
    }
)
_FLAGS: Final = MappingProxyType({"true": True, "1": True, "": True, "false": False, "0": False})
_PARAMETERS: Final = MappingProxyType(
    {
        "actor": "id, IRI or name of an actor to stand at; several times for several; none for everything",
        "depth": f"how many steps to go, 0 (ties among the actors alone) to {DEEPEST}; 1 where nothing is said",
        "kinds": f"which ties to follow, with commas between: {', '.join(TIE_KINDS)}",
        "between": "true: with the ties among the actors reached last",
        "act": f"acts, with commas between: {', '.join(ACTS)}",
        "stance": f"only ties of this stance: {', '.join(STANCES)}",
        "since": "the first day, YYYY-MM-DD",
        "until": "the last day, YYYY-MM-DD",
        "source": "only from this publisher; several times for several",
        "article": "only from the article of this identifier or IRI; several times for several",
        "confidence": "the least confidence, 0 to 1",
        "size": f"the most edges, {_MOST:,} at the most; {_SIZE:,} where nothing is said",
        "aggregate": "true: one edge for all statements of a pair",
        "statements-as-nodes": "true: statements are nodes",
        "format": f"one of {', '.join(NETWORK_FORMATS)}; else what the Accept header asks for",
    }
)
_SEVERAL: Final = frozenset({"actor", "source", "article"})


def add_networks(app: FastAPI) -> None:
    """Add the routes."""
    told = [
        {"name": name, "in": "query", "description": description, "schema": {"type": "string"}}
        for name, description in _PARAMETERS.items()
    ]
    summary = "The graph around some actors, as a file of another tool"
    app.add_api_route("/subgraph", _subgraph, summary=summary, openapi_extra={"parameters": told})
    # Gephi Lite goes by the ending of a file's address.
    app.add_api_route("/subgraph.{format}", _subgraph, include_in_schema=False)


async def _subgraph(request: Request) -> Response:
    engine: Engine = request.app.state.engine
    _check(request)
    format = _format(request)
    nodes, summed = _flag(request, "statements-as-nodes"), _flag(request, "aggregate")
    if nodes and summed:
        raise RequestError(400, "usage", "aggregate or statements-as-nodes, not both")
    around: dict[str, Json] = {
        "depth": _whole(request, "depth", 1, least=0),
        "size": min(_whole(request, "size", _SIZE), _MOST),
        "between": _flag(request, "between"),
    }
    if "kinds" in request.query_params:
        around["kinds"] = [*_list(request, "kinds")]
    arguments: dict[str, Json] = {
        "format": format,
        "actors": [*request.query_params.getlist("actor")],
        "keep": _keep(request),
        "around": around,
        "form": "nodes" if nodes else "summed" if summed else "edges",
    }
    return await _answer(request, engine, "subgraph", arguments)


def _keep(request: Request) -> dict[str, Json]:
    given = request.query_params
    return {
        "acts": [*_list(request, "act")],
        "stance": given.get("stance", ""),
        "since": given.get("since", ""),
        "until": given.get("until", ""),
        "sources": [*given.getlist("source")],
        "articles": [*given.getlist("article")],
        "confidence": _share(request, "confidence"),
    }


async def _answer(request: Request, engine: Engine, name: str, arguments: dict[str, Json]) -> Response:
    """Stream the answer of a walk that writes a file; 304 where the client has it already."""
    job = CallJob(str(engine.snapshot()), name, arguments, engine.base, engine.settings.max_answer_mb << 20)
    key = sha256(json.dumps(job.told(), sort_keys=True).encode()).hexdigest()
    headers = {"ETag": f'W/"{key[:32]}"', "Vary": "Accept", "Cache-Control": "no-cache", "X-Query-Id": new_id()}
    given = request.headers.get("if-none-match", "")
    # What is asked and the snapshot decide the bytes, so the client's are right without a look.
    if headers["ETag"] in (part.strip() for part in given.split(",")):
        return Response(status_code=304, headers=headers)
    running = engine.running.enter(headers["X-Query-Id"], str(request.url))
    streams = False
    try:
        running.answer = found = await engine.pool.run(job.told(), engine.seconds(None))
        await begin(found, request)
        if found.head["form"] == "json":
            return _elsewhere(request, engine, json.loads(await found.all()))
        headers |= _described(found, name)
        if request.method == "HEAD":
            found.close()
            return Response(headers=headers)
        streams = True
        return AnswerResponse(
            found, headers, engine.settings.answer_seconds, lambda _: engine.running.leave(running.id)
        )
    except ClientLeft:
        return Response(status_code=499)
    finally:
        if not streams:
            engine.running.leave(running.id)


def _described(found: Answer, name: str) -> dict[str, str]:
    format = NETWORK_FORMATS[str(found.head["format"])]
    text = format.media_type.startswith("text/")
    return {
        "Content-Type": format.media_type + ("; charset=utf-8" if text else ""),
        "Content-Disposition": f'inline; filename="{name}.{format.ending}"',
        "X-Shown-Edges": str(found.head["shown"]),
        "X-Total-Edges": str(found.head["total"]),
    }


def _elsewhere(request: Request, engine: Engine, told: dict[str, Any]) -> Response:
    merged: dict[str, str] = told["merged"]
    values = [
        (name, merged[value].removeprefix(engine.base) if name == "actor" and value in merged else value)
        for name, value in request.query_params.multi_items()
    ]
    # A merge can be taken back: nobody is to remember this.
    return RedirectResponse(f"{request.url.path}?{urlencode(values)}", 307, {"Cache-Control": "no-store"})


def _check(request: Request) -> None:
    if unknown := sorted(request.query_params.keys() - _PARAMETERS.keys()):
        known = ", ".join(_PARAMETERS)
        raise RequestError(400, "usage", f"{unknown[0]!a} is no parameter here; there are {known}")
    for name in _PARAMETERS.keys() - _SEVERAL:
        if len(request.query_params.getlist(name)) > 1:
            raise RequestError(400, "usage", f"{name} is given twice")


def _format(request: Request) -> str:
    name = request.path_params.get("format") or request.query_params.get("format")
    if name is not None:
        if name not in NETWORK_FORMATS:
            raise RequestError(400, "usage", f"format: {name!a} is none; there are {', '.join(NETWORK_FORMATS)}")
        return name
    found = choose(", ".join(request.headers.getlist("accept")) or None, _ACCEPTED)
    if found is None:
        raise NotAcceptableError(f"there are {', '.join(types[0] for types in _ACCEPTED.values())}, or ?format=")
    return found


def _flag(request: Request, name: str) -> bool:
    value = request.query_params.get(name, "false").lower()
    if value not in _FLAGS:
        raise RequestError(400, "usage", f"{name} is true or false")
    return _FLAGS[value]


def _whole(request: Request, name: str, default: int, least: int = 1) -> int:
    value = request.query_params.get(name, str(default))
    if not (value.isascii() and value.isdigit() and 0 < len(value) < 10 and int(value) >= least):
        raise RequestError(400, "usage", f"{name} is a whole number, {least} at least")
    return int(value)


def _share(request: Request, name: str) -> float:
    try:
        return float(request.query_params.get(name) or 0)
    except ValueError as error:
        raise RequestError(400, "usage", f"{name} is a number from 0 to 1") from error


def _list(request: Request, name: str) -> list[str]:
    return [part.strip() for part in request.query_params.get(name, "").split(",") if part.strip()]
