"""The gate: a request without the role that it needs is turned away before any route sees it."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.api.service.keys import Keys
from sayso.api.service.problems import of_error, problem
from sayso.api.service.roles import Role, role_of
from sayso.ontology.errors import SaysoError

_WINDOW_SECONDS: Final = 60.0
_MOST_WRONG: Final = 30
_MOST_REMEMBERED: Final = 4096


class Gate:
    """Lets through what is public and what a request's key is good for; of guesses, only so many."""

    def __init__(self, app: ASGIApp, keys: Keys, public: frozenset[Role]) -> None:
        self._app = app
        self._keys = keys
        self._public = public
        self._wrong: OrderedDict[str, list[float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it with 401, 403 or 429."""
        app: ASGIApp = self._app
        if scope["type"] == "http":
            state = scope["state"]
            role = role_of(scope["method"], scope["path"])
            if state["wrong_key"] and self._is_guessing(state["network"]):
                headers = {"Retry-After": f"{_WINDOW_SECONDS:.0f}"}
                app = problem(429, "too-many", "too many wrong keys came from this address; wait a minute", headers)
            elif role is not None and role not in self._public:
                try:
                    self._keys.admit(state["key_name"], role)
                except SaysoError as error:
                    app = of_error(error)
        await app(scope, receive, send)

    def _is_guessing(self, network: str) -> bool:
        now = time.monotonic()
        recent = [when for when in self._wrong.get(network, ()) if now - when < _WINDOW_SECONDS]
        guessing = len(recent) >= _MOST_WRONG
        if not guessing:
            recent.append(now)
        self._wrong[network] = recent
        self._wrong.move_to_end(network)
        if len(self._wrong) > _MOST_REMEMBERED:
            self._wrong.popitem(last=False)
        return guessing
