"""Asking a reader for a walk: in its time, for as long as the client waits, and to where an actor was merged."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sayso.api.service.asking import ClientLeft, begin, run
from sayso.api.service.engine import Engine
from sayso.api.service.problems import RequestError
from sayso.api.service.sparql.running import new_id
from sayso.api.service.walk.paging import read_page
from sayso.graph.model.json_value import Json
from sayso.graph.workers.job import CallJob


async def call(request: Request, name: str, arguments: Mapping[str, Json], snapshot: Path | None = None) -> Json:
    """Return what a walk of `sayso.graph.answers.calls` answers, over the latest snapshot or the one given.

    Raises what the walk raises; ClientLeft where the client leaves, whose reader is ended then; and RequestError (307)
    where an actor was merged into another: with the address to go on with, not to be kept, for a merge can be undone.
    """
    engine: Engine = request.app.state.engine
    job = CallJob(str(snapshot or engine.snapshot()), name, arguments, engine.base)
    id_ = new_id()
    running = engine.running.enter(id_, f"{request.method} {request.url.path}?{request.url.query}")
    try:
        running.answer = answer = await run(request, job, engine.seconds(None))
        with contextlib.closing(answer):
            await begin(answer, request)
            told: Json = json.loads(await answer.all())
    finally:
        engine.running.leave(id_)
    if isinstance(told, dict) and isinstance(moved := told.get("moved"), dict):
        raise _moved(request, engine, moved)
    return told


async def answered(request: Request, name: str, arguments: Mapping[str, Json]) -> Response:
    """Answer a request with what a walk answers. Raises as `call` does."""
    try:
        return JSONResponse(await call(request, name, arguments))
    except ClientLeft:
        return Response(status_code=499)


async def page_of(request: Request, name: str, arguments: Mapping[str, Json]) -> Response:
    """Answer with a page of a walk that takes `limit` and `offset` and answers with items. Raises as `call` does."""
    engine: Engine = request.app.state.engine
    page = read_page(request, engine)
    try:
        asked = {**arguments, "limit": page.limit, "offset": page.offset}
        told = await call(request, name, asked, page.snapshot)
    except ClientLeft:
        return Response(status_code=499)
    if not isinstance(told, dict):
        raise TypeError("a listing answers with an object")
    following = page.following(request) if told.pop("more") else None
    body = {**told, "limit": page.limit, "next": following, "snapshot": page.snapshot.name}
    return JSONResponse(body, headers={"Link": f'<{following}>; rel="next"'} if following else None)


def _moved(request: Request, engine: Engine, moved: Mapping[str, Json]) -> RequestError:
    ids = {name: str(iri).removeprefix(engine.base) for name, iri in moved.items()}
    path, fields = request.url.path, [*request.query_params.multi_items()]
    if into := ids.get("id"):
        # Each of our paths with an id has that one alone.
        [given] = request.path_params.values()
        path = path.replace(f"/{given}", f"/{into}", 1)
    asked = [(name, ids.get(name, value)) for name, value in fields]
    address = quote(path) + (f"?{urlencode(asked)}" if asked else "")
    told = ", ".join(ids.values())
    return RequestError(307, "merged", f"this actor was merged into another: {told}", {"Location": address})
