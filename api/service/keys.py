"""Keys: who may write and stop queries. They are compared in constant time and never logged."""

from __future__ import annotations

import hashlib
import hmac

from starlette.requests import Request

from api.service.problems import RequestError


class Keys:
    """The keys of SAYSO_API_KEY by name: `name=key,…`; a bare key is named default."""

    def __init__(self, setting: str) -> None:
        self._digests: dict[str, bytes] = {}
        for part in filter(None, (part.strip() for part in setting.split(","))):
            name, equals, key = part.partition("=")
            self._digests[name if equals else "default"] = _digest(key if equals else part)

    def __bool__(self) -> bool:
        return bool(self._digests)

    def require(self, request: Request) -> str:
        """Return the name of the request's key. Raises RequestError (401, 403) where it may not do this."""
        if not self:
            raise RequestError(403, "forbidden", "this service is read-only; start it with SAYSO_API_KEY set")
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        given = _digest(key.strip())
        # Every key is compared, so that the time tells nothing.
        matches = [name for name, digest in self._digests.items() if hmac.compare_digest(digest, given)]
        if scheme.lower() != "bearer" or not matches:
            message = "send the service's key: Authorization: Bearer …"
            raise RequestError(401, "unauthorized", message, {"WWW-Authenticate": "Bearer"})
        return matches[0]


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()
