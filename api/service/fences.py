"""What holds for every request before any route sees it: the host it names, an id, safe headers."""

from __future__ import annotations

import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.service.problems import problem

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})


class Fences:
    """Refuses hosts that are not ours (a page elsewhere may have its own name lead here), and numbers the answers."""

    def __init__(self, app: ASGIApp, hosts: str) -> None:
        self._app = app
        self._hosts = _LOOPBACK | {host.strip().lower() for host in hosts.split(",") if host.strip()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 421 where it names another host."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        id_ = uuid.uuid4().hex

        async def numbered(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = id_
                headers["X-Content-Type-Options"] = "nosniff"
            await send(message)

        if "*" not in self._hosts and _name(Headers(scope=scope).get("host", "")) not in self._hosts:
            refused = problem(421, "misdirected", "this host is not served here; SAYSO_HOSTS lists those that are")
            await refused(scope, receive, numbered)
            return
        await self._app(scope, receive, numbered)


def _name(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()
