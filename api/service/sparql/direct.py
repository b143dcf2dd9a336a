"""`/sparql` ahead of the framework: the ways through it, and through compression, cost more than most queries."""

from __future__ import annotations

from starlette.middleware.errors import ServerErrorMiddleware
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.api.service.packing import packing
from sayso.api.service.problems import of_error, on_error
from sayso.api.service.sparql.route import METHODS, sparql
from sayso.ontology.errors import SaysoError

PATHS = ("/sparql", "/sparql/")


class Direct:
    """Answers requests of the SPARQL protocol itself and passes on all others."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._plain = ServerErrorMiddleware(_answer, handler=on_error)
        self._packed = packing(self._plain)
        self._routes = {path: Route(path, sparql, methods=list(METHODS)) for path in PATHS}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on: one of another method is refused as everywhere."""
        if scope["type"] != "http" or scope["path"] not in self._routes or scope["method"] not in METHODS:
            await self._app(scope, receive, send)
            return
        scope["route"] = self._routes[scope["path"]]
        takes_gzip = any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"])
        await (self._packed if takes_gzip else self._plain)(scope, receive, send)


async def _answer(scope: Scope, receive: Receive, send: Send) -> None:
    try:
        response = await sparql(Request(scope, receive, send))
    except SaysoError as error:
        response = of_error(error)
    await response(scope, receive, send)
