"""Files that a reader writes: streamed as they are made, or a problem where they cannot be begun."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.asking import ClientLeft, begin, run
from sayso.api.service.engine import Engine
from sayso.api.service.problems import RequestError
from sayso.api.service.sparql.negotiation import choose
from sayso.api.service.sparql.running import new_id
from sayso.api.service.sparql.streaming import AnswerResponse
from sayso.graph.export.network_formats import NETWORK_FORMATS
from sayso.graph.export.registry import GRAPH_FORMATS, ROW_FORMATS
from sayso.graph.model.json_value import Json
from sayso.graph.workers.answer import WorkerAnswer
from sayso.graph.workers.job import CallJob
from sayso.ontology.errors import NotAcceptableError

# Name → ending and media type.
FORMATS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        name: (format.ending, format.media_type)
        for formats in (NETWORK_FORMATS, ROW_FORMATS, GRAPH_FORMATS)
        for name, format in formats.items()
    }
)
_JSON: Final = "application/json"
_LONGEST_HEADER: Final = 4_000


def format_of(request: Request, known: Collection[str] = FORMATS) -> str:
    """Return the format that is asked for: by the path's ending, `format` or the Accept header; else graphology.

    Raises RequestError for one that there is not, NotAcceptableError where the header takes none.
    """
    name = request.path_params.get("ending") or request.query_params.get("format")
    if name is None:
        accepted = _accepted(known)
        found = choose(", ".join(request.headers.getlist("accept")) or None, accepted)
        if found is None:
            raise NotAcceptableError(f"there are {', '.join(types[0] for types in accepted.values())}, or ?format=")
        return found
    if name not in known:
        raise RequestError(400, "usage", f"format: {name[:100]!r} is none; there are {', '.join(known)}")
    return name


def _accepted(known: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return a format for each media type, the one that most read."""
    found = {_JSON: "graphology"}
    for name in known:
        found.setdefault(FORMATS[name][1], name)
    return {name: (media_type,) for media_type, name in found.items()}


async def file_of(request: Request, walk: str, arguments: Mapping[str, Json]) -> Response:
    """Answer with the file that a walk writes; 304 where the client has it already.

    Raises what the walk raises before its first bytes; what fails later breaks the connection.
    """
    engine: Engine = request.app.state.engine
    job = CallJob(str(engine.snapshot()), walk, arguments, engine.base, engine.settings.max_answer_mb << 20)
    key = sha256(json.dumps(job.told(), sort_keys=True).encode()).hexdigest()
    headers = {"ETag": f'W/"{key[:32]}"', "Vary": "Accept", "Cache-Control": "no-cache", "X-Query-Id": new_id()}
    # The snapshot and what is asked decide the bytes: who has this ETag has them.
    if headers["ETag"] in (part.strip() for part in request.headers.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=headers)
    running = engine.running.enter(headers["X-Query-Id"], f"{request.method} {request.url.path}?{request.url.query}")
    streams = False
    try:
        running.answer = found = await run(request, job, engine.seconds(None))
        await begin(found, request)
        if found.head["form"] == "json":
            raise _moved(request, engine, json.loads(await found.all())["moved"])
        headers |= _described(found, request.url.path)
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


def _described(found: WorkerAnswer, path: str) -> dict[str, str]:
    name = str(found.head["format"])
    ending, media_type = FORMATS.get(name, (name, "application/zip"))
    text = media_type.startswith("text/")
    stem = path.rpartition("/")[2].partition(".")[0]
    told = {
        "Content-Type": media_type + ("; charset=utf-8" if text else ""),
        "Content-Disposition": f'attachment; filename="{stem}.{ending}"',
    }
    for header, value in (("X-Shown-Edges", found.head["shown"]), ("X-Total-Edges", found.head["total"])):
        if value is not None:
            told[header] = str(value)
    if origin := found.head.get("origin"):
        # A header is ASCII; the formats without room for notes have nothing else to tell it by.
        told["X-Origin"] = _header(origin)
    return told


def _header(origin: Json) -> str:
    """Return what is told of an origin as JSON that a header may hold; of very long texts the beginning."""
    whole = json.dumps(origin)
    if len(whole) <= _LONGEST_HEADER or not isinstance(origin, dict):
        return whole
    # A character is twelve letters of JSON at the most.
    for most in (1_200, 600, 300, 100):
        short = json.dumps({name: f"{str(value)[:most]}…" for name, value in origin.items()})
        if len(short) <= _LONGEST_HEADER:
            break
    return short


def _moved(request: Request, engine: Engine, moved: Mapping[str, str]) -> RequestError:
    values = [
        (name, moved[value].removeprefix(engine.base) if name == "actor" and value in moved else value)
        for name, value in request.query_params.multi_items()
    ]
    told = ", ".join(iri.removeprefix(engine.base) for iri in moved.values())
    headers = {"Location": f"{request.url.path}?{urlencode(values)}"}
    return RequestError(307, "merged", f"this actor was merged into another: {told}", headers)
