"""What holds for every request before any route sees it: the host it names, an id, safe headers, an end."""

from __future__ import annotations

import asyncio
import re
import secrets

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.api.service.hosts import host_of, served_hosts
from sayso.api.service.problems import problem

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")
# Monitoring reaches the service by an address that nobody lists; these two tell no secrets.
_FOR_ALL_HOSTS = frozenset({"/healthz", "/readyz"})
# What no route says of itself.
_OURS = frozenset({b"x-request-id", b"accept-ranges"})
_BACK_SECONDS = "10"
# A route that knows better has set its own before.
_ONLY_READ = frozenset({"GET", "HEAD", "OPTIONS"})
_SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Fences:
    """Refuses hosts that are not ours (a page elsewhere may have its own name lead here) and what pages elsewhere send.

    It numbers the answers, too, and answers those who wait still when the service is stopped.

    A request's id is what the client sent as `X-Request-Id` where that is well-formed, else a new one.
    """

    def __init__(self, app: ASGIApp, hosts: str, origins: tuple[str, ...] = ()) -> None:
        self._app = app
        self._hosts = served_hosts(hosts)
        # A proxy may let us know another host than the page's; the loopback has many pages that are not ours.
        self._named = self._hosts - served_hosts("")
        self._origins = frozenset(origins)
        # Where any page may read, any may show: a picture or a script is less than that.
        safe = {**_SAFE, "Cross-Origin-Resource-Policy": "cross-origin"} if "*" in origins else _SAFE
        self._safe = [(name.lower().encode(), value.encode()) for name, value in safe.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 421 where it names another host."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # No answer goes out in parts: files are short, others are made as they go. HTTP lets a server ignore the wish.
        scope["headers"] = [header for header in scope["headers"] if header[0] != b"range"]
        headers = Headers(scope=scope)
        id_ = request_id(headers.getlist("x-request-id"))
        scope.setdefault("state", {})["request_id"] = id_

        begun = False

        async def numbered(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                told = [header for header in message["headers"] if header[0] not in _OURS]
                names = {name for name, _ in told}
                told += (header for header in self._safe if header[0] not in names)
                message["headers"] = [*told, (b"x-request-id", id_.encode())]
            await send(message)

        app = self._app
        if not self._serves(scope["path"], headers.getlist("host")):
            app = problem(421, "misdirected", "this host is not served here; SAYSO_HOSTS lists those that are")
        elif scope["method"] not in _ONLY_READ and not self._may_send(headers):
            app = problem(403, "forbidden", "pages of this origin may not send here; SAYSO_CORS_ORIGINS lists who may")
        try:
            await app(scope, receive, numbered)
        except asyncio.CancelledError:
            # Only the end of the service cancels a request: that is nobody's fault, and no 500.
            if begun:
                raise
            await stopped(scope["method"])(scope, receive, numbered)

    def _serves(self, path: str, named: list[str]) -> bool:
        if "*" in self._hosts or path in _FOR_ALL_HOSTS:
            return True
        return len(named) == 1 and host_of(named[0].strip()) in self._hosts

    def _may_send(self, headers: Headers) -> bool:
        """Say whether what sends is no page elsewhere: a browser tells the page's origin, whatever the page wants."""
        origin = headers.get("origin", "").lower()
        if not origin or "*" in self._origins or origin in self._origins:
            return True
        scheme, _, authority = origin.partition("://")
        own = authority == headers.get("host", "").lower()
        return scheme in ("http", "https") and (own or host_of(authority) in self._named)


def stopped(method: str) -> Response:
    """Return what one is told whose request the end of the service came into."""
    told = "the service is being stopped; ask again once it is back"
    told += "" if method in _ONLY_READ else "; what was sent is written whole or not at all, look which"
    return problem(503, "busy", told, {"Retry-After": _BACK_SECONDS, "Connection": "close"})


def request_id(given: list[str]) -> str:
    """Return the id that a client gave where it is one, and well-formed, else a new one."""
    return given[0] if len(given) == 1 and _ID.fullmatch(given[0]) else secrets.token_hex(16)
