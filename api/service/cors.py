"""Which other origins' pages may read the answers: those of a setting, and no others."""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp

from sayso.api.service.problems import problem
from sayso.ontology.errors import UsageError

_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:[0-9]{1,5})?|null")
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
# What YASGUI, Comunica and others ask for besides: a browser does not send the request where one is left out.
_TAKEN = (
    "Accept", "Authorization", "Content-Type", "If-Match", "If-None-Match", "X-Request-Id", "X-Requested-With",
    "Accept-Datetime", "Cache-Control", "If-Modified-Since", "Pragma", "Prefer", "Range", "User-Agent",
)  # fmt: skip
_SHOWN = (
    "ETag", "Link", "Location", "Retry-After", "Content-Disposition", "X-Query-Id", "X-Request-Id", "X-Total-Edges",
    "X-Shown-Edges",
)  # fmt: skip


def origins_of(setting: str) -> tuple[str, ...]:
    """Return the origins of SAYSO_CORS_ORIGINS. Raises UsageError for what is no origin."""
    found = tuple(origin.strip().lower().removesuffix("/") for origin in setting.split(",") if origin.strip())
    for origin in found:
        if origin != "*" and not _ORIGIN.fullmatch(origin):
            raise UsageError(f"SAYSO_CORS_ORIGINS: {origin!r} is no origin; write it as http://127.0.0.1:3333, or *")
    return found


class Cors(CORSMiddleware):
    """Starlette's, with our methods and headers, and a refusal in the shape of all errors."""

    def __init__(self, app: ASGIApp, origins: tuple[str, ...]) -> None:
        super().__init__(
            app, allow_origins=origins, allow_methods=_METHODS, allow_headers=_TAKEN, expose_headers=_SHOWN
        )

    def preflight_response(self, request_headers: Headers) -> Response:
        """Answer what a browser asks before it sends a request."""
        response = super().preflight_response(request_headers)
        if response.status_code < 400:
            return response
        told = {
            name: response.headers[name] for name in ("vary", "access-control-allow-origin") if name in response.headers
        }
        return problem(400, "usage", bytes(response.body).decode(), told)
