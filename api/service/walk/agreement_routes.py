"""`POST /agreement`: a coder's table in, how far it agrees with the graph, or with another's, out."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any, Final

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sayso.api.service.asking import ClientLeft
from sayso.api.service.engine import Engine
from sayso.api.service.problems import RequestError
from sayso.api.service.sparql.protocol import media_type_of, read_body
from sayso.api.service.walk.calling import call
from sayso.api.service.walk.parameters import filters, values_of
from sayso.graph.model.json_value import Json

_CSV: Final = "words,speaker,act\nthat it has no plans to invade its western neighbor,Russia,deny\n"
_BODY: Final[MappingProxyType[str, Any]] = MappingProxyType(
    {
        "required": True,
        "description": "A table of codes as CSV; or two, under `codes` and `other`: docs/agreement.md.",
        "content": {
            "text/csv": {"schema": {"type": "string"}, "example": _CSV},
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["codes"],
                    "properties": {"codes": {"type": "string"}, "other": {"type": "string"}},
                    "example": {"codes": _CSV},
                }
            },
        },
    }
)
_ANSWER: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "`variables` with `units`, `equal`, Krippendorff's `alpha`; `disagreements`; units of one alone",
        "content": {"application/json": {"schema": {"type": "object"}}},
    }
}


def add_agreement(app: FastAPI) -> None:
    """Add the route."""
    extra = {"requestBody": dict(_BODY), "parameters": filters("status")}
    route = app.post("/agreement", summary="Compare codes", responses=_ANSWER, openapi_extra=extra)
    route(_agreement)


async def _agreement(request: Request) -> Response:
    """Compare a coder's table with the graph, or with another's; nothing is stored."""
    engine: Engine = request.app.state.engine
    values = values_of(request, ("status",))
    tables = _tables(media_type_of(request), await read_body(request, engine.settings.max_request_kb << 10))
    try:
        told = await call(request, "agreement", {**tables, "status": values.get("status", "")})
    except ClientLeft:
        return Response(status_code=499)
    return JSONResponse(told, headers={"Cache-Control": "no-store"})


def _tables(type_: str, body: bytes) -> dict[str, Json]:
    """Return the tables of a body. Raises RequestError for what holds none."""
    try:
        text = body.decode("utf-8-sig")
        if type_ == "text/csv":
            return {"codes": text}
        if type_ != "application/json":
            raise RequestError(415, "unsupported-media-type", "send the codes as text/csv, or two as application/json")
        match json.loads(text):
            case {"codes": str(codes), "other": str(other)}:
                return {"codes": codes, "other": other}
            case {"codes": str(codes), **rest} if not rest:
                return {"codes": codes}
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise RequestError(400, "usage", f"the body cannot be read: {error}"[:300]) from error
    raise RequestError(400, "usage", "the body has `codes` and perhaps `other`, both CSV as strings")
