"""Adding routes that are read with GET, and with HEAD as HTTP wants it, described for OpenAPI."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response


def add_get(
    app: FastAPI,
    path: str,
    route: Callable[[Request], Awaitable[Response]],
    *,
    summary: str,
    parameters: Sequence[dict[str, Any]] = (),
) -> None:
    """Add a route for GET and HEAD."""
    extra = {"parameters": [*parameters]}
    app.add_api_route(path, route, summary=summary, openapi_extra=extra, response_class=Response)
    app.add_api_route(path, route, methods=["HEAD"], include_in_schema=False)
