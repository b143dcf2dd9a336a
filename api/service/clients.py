"""Who asks: a client is a key, else an address; of IPv6 the first 64 bits, for one customer has all that follow."""

from __future__ import annotations

import ipaddress
from functools import lru_cache
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.api.service.keys import Keys

_UNKNOWN: Final = "unknown"
_PREFIX: Final = 64
_SCHEMES: Final = frozenset({"http", "https"})


class Clients:
    """Notes in each request's state whose it is: its `client`, `key_name` and `network`, and whether its key is wrong.

    `header` is the one in which a proxy before the service says where a request came from, empty where there is none:
    a client that reaches the service past that proxy could call itself anything.
    """

    def __init__(self, app: ASGIApp, keys: Keys, header: str) -> None:
        self._app = app
        self._keys = keys
        self._header = header.strip().lower()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            state = scope.setdefault("state", {})
            authorization = headers.get("authorization", "")
            # A browser sends Basic by itself, wherever a page leads it: that is no page's own will.
            if authorization.lower().startswith("basic") and "origin" in headers:
                authorization = ""
            state["key_name"] = name = self._keys.name_of(authorization) if authorization else None
            state["wrong_key"] = name is None and bool(authorization) and bool(self._keys)
            state["network"] = self._network(scope, headers)
            state["client"] = state["network"] if name is None else f"key:{name}"
            if self._header and (scheme := headers.get("x-forwarded-proto", "").strip().lower()) in _SCHEMES:
                scope["scheme"] = scheme
        await self._app(scope, receive, send)

    def _network(self, scope: Scope, headers: Headers) -> str:
        if self._header and (told := headers.getlist(self._header)):
            # The proxy adds what it sees at the end; what stands before came from outside.
            return network_of(told[-1].rpartition(",")[2])
        return network_of(scope["client"][0]) if scope.get("client") else _UNKNOWN


@lru_cache(maxsize=256)
def network_of(address: str) -> str:
    """Return the part of an address that is one client's: IPv4 whole, of IPv6 the first 64 bits; ports are left out."""
    text = address.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ipaddress.ip_address(text)
    except ValueError:
        return _UNKNOWN
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((int(found), _PREFIX), strict=False))
