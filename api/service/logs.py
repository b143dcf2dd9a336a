"""One line a request: what was asked for, by whom, how it ended and how long it took.

Never in a line: a query's text (its length and a digest are), a path with the names in it (the route's template is), a
key or any other header, an address of a client.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.api.service.meters import Meters
from sayso.graph.model.json_value import Json

type Style = Literal["json", "text", "off"]
_UNKNOWN = "-"
_SHOWN_DIGITS = 16


class Logs:
    """Writes the lines, and counts for /metrics. `snapshot` tells the name of the one that is answered from."""

    def __init__(self, app: ASGIApp, style: Style, meters: Meters, snapshot: Callable[[], str | None]) -> None:
        self._app = app
        self._style = style
        self._meters = meters
        self._snapshot = snapshot

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and note how it ended."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, seen = time.perf_counter(), _Seen()

        async def counted(message: Message) -> None:
            await send(message)
            seen.note(message)

        self._meters.running += 1
        try:
            await self._app(scope, receive, counted)
        finally:
            self._meters.running -= 1
            seconds = time.perf_counter() - started
            route = template(scope)
            self._meters.count(scope["method"], route, seen.told, seconds, seen.bytes)
            if self._style != "off":
                self._write(line(scope, route, seen, seconds, self._snapshot()))

    def _write(self, told: Mapping[str, Json]) -> None:
        if self._style == "json":
            text = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
        else:
            text = " ".join(str(_UNKNOWN if value is None else value) for value in told.values())
        sys.stderr.write(f"{text}\n")


class _Seen:
    """What went to the client so far."""

    def __init__(self) -> None:
        self.status = 0
        self.bytes = 0
        self.whole = False
        self.query_id: str | None = None

    def note(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.query_id = next((value.decode() for name, value in message["headers"] if name == b"x-query-id"), None)
        elif message["type"] == "http.response.body":
            self.bytes += len(message.get("body", b""))
            self.whole = not message.get("more_body", False)

    @property
    def told(self) -> str:
        """The status; "broken" where the answer was cut off on its way."""
        return str(self.status) if self.whole else "broken"


def note_digest(scope: Scope, digest: tuple[int, str]) -> None:
    """Have the request's line say which query it was, by length and digest and not by its text."""
    scope.setdefault("state", {})["query"] = digest


def digest_of(text: str) -> tuple[int, str]:
    """Return a query's length in characters and a digest."""
    return len(text), hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_SHOWN_DIGITS]


def template(scope: Scope) -> str | None:
    """Return the template of the route that a request met, without what stood in the path's places."""
    route: Any = scope.get("route")
    if route is None and (endpoint := scope.get("endpoint")) is not None:
        # The framework remembers only routes of its own making.
        route = next((each for each in scope["app"].routes if _leads(each, endpoint, scope["path"])), None)
    path = getattr(route, "path", None)
    return path if isinstance(path, str) else None


def _leads(route: Any, endpoint: object, path: str) -> bool:
    ends = (getattr(route, "endpoint", None), getattr(route, "app", None))
    return endpoint in ends and route.path_regex.match(path) is not None


def line(scope: Scope, route: str | None, seen: _Seen, seconds: float, snapshot: str | None) -> dict[str, Json]:
    """Return what the log says of a request."""
    state = scope.get("state", {})
    length, digest = state.get("query", (None, None))
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "time": now,
        "request": state.get("request_id"),
        "method": scope["method"],
        "route": route,
        "status": seen.status,
        "whole": seen.whole,
        "seconds": round(seconds, 6),
        "bytes": seen.bytes,
        "key": state.get("key"),
        "snapshot": snapshot,
        "query": seen.query_id,
        "queryLength": length,
        "queryDigest": digest,
    }
