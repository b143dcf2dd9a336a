"""Keys: who may write and stop queries. They are compared in constant time and never logged."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re

from starlette.requests import Request

from sayso.api.service.problems import RequestError
from sayso.api.service.roles import ALL, Role, role_of, roles_of
from sayso.ontology.errors import UsageError

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_KEY = re.compile(r"[!-~]{8,512}")
_DEFAULT = "default"


class Keys:
    """The keys of SAYSO_API_KEY by name: `name=key,…`; a bare key is named default.

    `name:role+role=key` gives a key some roles, else it has all.

    Raises UsageError for a setting that is malformed; the message never holds what may be a key.
    """

    def __init__(self, setting: str) -> None:
        self._digests: dict[str, bytes] = {}
        self._roles: dict[str, frozenset[Role]] = {}
        parts = setting.split(",") if setting.strip() else []
        for number, part in enumerate(parts, 1):
            name, roles, key = _read(part.strip(), number)
            if name in self._digests:
                raise UsageError(f"SAYSO_API_KEY: the name {name} stands there twice")
            if _digest(key) in self._digests.values():
                raise UsageError(f"SAYSO_API_KEY: key {number} ({name}) is another's too; give each a key of its own")
            self._digests[name] = _digest(key)
            self._roles[name] = roles

    def __bool__(self) -> bool:
        return bool(self._digests)

    def name_of(self, authorization: str) -> str | None:
        """Return the name of the key that an Authorization header holds, None where it is none of ours.

        As Bearer it is the key itself; as Basic, which SPARQL clients know, the key's name and the key.
        """
        scheme, _, key = authorization.partition(" ")
        user = None
        if scheme.lower() == "basic":
            user, key = _user_and_key(key)
        given = _digest(key.strip())
        # Every key is compared, so that the time tells nothing.
        matches = [name for name, digest in self._digests.items() if hmac.compare_digest(digest, given)]
        if not matches or scheme.lower() not in ("bearer", "basic"):
            return None
        return matches[0] if user in (None, matches[0]) else None

    def admit(self, name: str | None, role: Role) -> str:
        """Return the name of a key that may do what a role may. Raises RequestError (401, 403) where it may not."""
        if not self:
            raise RequestError(403, "forbidden", "this service is read-only; start it with SAYSO_API_KEY set")
        if name is None:
            message = "send the service's key: Authorization: Bearer …"
            raise RequestError(401, "unauthorized", message, {"WWW-Authenticate": 'Bearer realm="SaySo"'})
        if role not in self._roles[name]:
            raise RequestError(403, "forbidden", f"the key {name} has not the role {role}")
        return name

    def require(self, request: Request) -> str:
        """Return the name of the request's key. Raises RequestError (401, 403) where it may not do this."""
        role = role_of(request.method, request.scope["path"]) or Role.READ
        request.state.key = name = self.admit(request.scope["state"]["key_name"], role)
        return name


def first_key(setting: str) -> str:
    """Return the first key of a setting like the service's, for a client to send. Raises UsageError as `Keys` does."""
    return _read(setting.partition(",")[0].strip(), 1)[2]


def _read(part: str, number: int) -> tuple[str, frozenset[Role], str]:
    name, equals, key = part.partition("=")
    if not equals:
        name, key = _DEFAULT, part
    name, colon, told = name.partition(":")
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"SAYSO_API_KEY: the name of key {number} is malformed; "
            "write name=key or name:role+role=key, the name of letters, digits, . _ -"
        )
    if not _KEY.fullmatch(key):
        raise UsageError(
            f"SAYSO_API_KEY: key {number} is malformed; a key has 8 to 512 printable ASCII characters, no "
            "blanks and no commas, and one that holds = needs a name before it: name=key"
        )
    roles = roles_of(told, f"SAYSO_API_KEY: key {number}") if colon else ALL
    return name, roles, key


def _user_and_key(credentials: str) -> tuple[str, str]:
    try:
        user, _, key = base64.b64decode(credentials.strip(), validate=True).decode().partition(":")
    except ValueError:
        return "", ""
    return user, key


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()
