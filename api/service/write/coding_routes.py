"""`/codings`: coding an article apart from other coders; the key's name is the coder."""

from __future__ import annotations

from typing import Any, Final

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sayso.api.service.asking import ClientLeft
from sayso.api.service.engine import Engine
from sayso.api.service.problems import RequestError
from sayso.api.service.roles import Role
from sayso.api.service.walk.calling import call
from sayso.api.service.walk.parameters import of_path, parameter, values_of
from sayso.api.service.walk.routing import add_get
from sayso.api.service.write.review_routes import written
from sayso.graph.model.json_value import Json

_NO_STORE: Final = {"Cache-Control": "no-store"}


class Finished(BaseModel):
    """That a coder is done with an article, or goes on with it."""

    model_config = ConfigDict(extra="forbid")

    article: str = Field(description="an article's id, IRI or identifier", max_length=4000)
    done: bool = Field(True, description="false: goes on")


def add_codings(app: FastAPI) -> None:
    """Add the routes."""
    article = parameter("article", "one article: its id, IRI or identifier")
    add_get(app, "/codings", _codings, summary="Who codes what apart from others", parameters=[article])
    coders = [parameter("one", "a coder: the name of a key"), parameter("other", "the other"), article]
    summary = "How far two coders agree on what both are done with"
    add_get(app, "/codings/agreement", _agreement, summary=summary, parameters=coders)
    seen = [
        of_path("id", "an article's id, IRI or identifier", "article/2f0c7c9e"),
        parameter("of", "another coder, once both are done"),
    ]
    add_get(app, "/codings/{id:path}", _coded, summary="An article as the key's coder codes it", parameters=seen)
    body: dict[str, Any] = {"content": {"application/json": {"schema": Finished.model_json_schema()}}}
    route = app.post(
        "/codings",
        summary="Be done with coding an article",
        tags=["writing"],
        openapi_extra={"requestBody": {"required": True, **body}},
    )
    route(_finish)


async def _codings(request: Request) -> Response:
    values = values_of(request, {"article"})
    return await _told(request, "codings", {"article": values.get("article", "")})


async def _agreement(request: Request) -> Response:
    values = values_of(request, {"one", "other", "article"})
    if not (values.get("one") and values.get("other")):
        raise RequestError(400, "usage", "one and other: the two coders, by the names of their keys")
    asked = {name: values.get(name, "") for name in ("one", "other", "article")}
    return await _told(request, "coders-agreement", {**asked, "blind": _blind(request)})


async def _coded(request: Request) -> Response:
    keys = request.app.state.keys
    coder = keys.admit(request.scope["state"]["key_name"], Role.REVIEW)
    of = values_of(request, {"of"}).get("of", "")
    asked = {"id": request.path_params["id"], "coder": coder, "of": of, "blind": _blind(request)}
    return await _told(request, "coded-article", asked)


async def _finish(request: Request) -> Response:
    return await written(request, "finish-coding", Finished)


def _blind(request: Request) -> str:
    engine: Engine = request.app.state.engine
    return engine.settings.blind


async def _told(request: Request, name: str, arguments: dict[str, Json]) -> Response:
    try:
        return JSONResponse(await call(request, name, arguments), headers=_NO_STORE)
    except ClientLeft:
        return Response(status_code=499)
