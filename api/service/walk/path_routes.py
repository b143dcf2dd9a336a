"""`/paths`: how two actors hang together."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.problems import RequestError
from sayso.api.service.walk.calling import answered
from sayso.api.service.walk.paging import read_limit
from sayso.api.service.walk.parameters import parameter, values_of
from sayso.api.service.walk.routing import add_get
from sayso.api.service.walk.shapes import Paths

_DEFAULT = 10
_MOST = 100
_PARAMETERS = (
    parameter("from", "an actor's id, IRI or name"),
    parameter("to", "another's"),
    parameter(
        "limit",
        f"how many of the shortest paths, {_MOST} at the most",
        schema={"type": "integer", "minimum": 1, "default": _DEFAULT},
    ),
)


def add_paths(app: FastAPI) -> None:
    """Add the route."""
    told = [{**each, "required": each["name"] != "limit"} for each in _PARAMETERS]
    summary = "The shortest paths between two actors over statements, each hop with a sentence"
    add_get(app, "/paths", _paths, summary=summary, parameters=told, shape=Paths)


async def _paths(request: Request) -> Response:
    values = values_of(request, ("from", "to"), ("limit",))
    if missing := [name for name in ("from", "to") if not values.get(name)]:
        raise RequestError(400, "usage", f"{missing[0]} is missing: an actor's id, IRI or name")
    limit = read_limit(request, _DEFAULT, _MOST)
    return await answered(request, "paths", {"source": values["from"], "target": values["to"], "limit": limit})
