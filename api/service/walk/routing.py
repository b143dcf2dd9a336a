"""Adding routes that are read with GET, and with HEAD as HTTP wants it, described for OpenAPI."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.walk.examples import EXAMPLES


def add_get(
    app: FastAPI,
    path: str,
    route: Callable[[Request], Awaitable[Response]],
    *,
    summary: str,
    parameters: Sequence[dict[str, Any]] = (),
    shape: type[BaseModel] | None = None,
) -> None:
    """Add a route for GET and HEAD; `shape` is that of its answers where they are JSON."""
    extra: dict[str, Any] = {"parameters": [*parameters]}
    if shape is None:
        app.add_api_route(path, route, summary=summary, openapi_extra=extra, response_class=Response)
    else:
        if example := EXAMPLES.get(shape.__name__):
            extra["responses"] = {"200": {"content": {"application/json": {"example": example}}}}
        app.add_api_route(path, route, summary=summary, openapi_extra=extra, response_model=shape)
    app.add_api_route(path, route, methods=["HEAD"], include_in_schema=False)
