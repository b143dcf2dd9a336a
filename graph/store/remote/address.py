"""Where a remote store is: the addresses of its endpoints, and what opens them."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit, urlunsplit

from sayso.ontology.errors import UsageError

# A shell's or library's path has only one slash left of two.
_URL = re.compile(r"(https?):/{1,2}(?=[^/])", re.IGNORECASE)
SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Address:
    """A SPARQL 1.1 server: `query` and `update` are its addresses, without user and password.

    `update` is None where nobody named one: it is never guessed. `authorization` is the header that opens them, and
    shows in no message. `seconds` bounds each answer.
    """

    query: str
    update: str | None = None
    authorization: str | None = field(default=None, repr=False)
    seconds: float = SECONDS

    def __str__(self) -> str:
        return self.query

    def told(self) -> dict[str, str | float | None]:
        """Return it as JSON, for a process of our own."""
        return {name: getattr(self, name) for name in self.__slots__}


def is_address(text: str) -> bool:
    """Say whether a store's name is an address rather than a folder."""
    return _URL.match(text) is not None


def address(query: str, update: str | None = None, authorization: str | None = None) -> Address:
    """Read the addresses; a user and password in the first become the header that goes to both.

    Raises UsageError for what is no address, or an update address on another host with credentials of the first.
    """
    where, own = _parted(query)
    to = _parted(update)[0] if update else None
    given = authorization or own
    if to and given and urlsplit(to).netloc != urlsplit(where).netloc:
        raise UsageError("SAYSO_STORE_UPDATE: on another host than SAYSO_STORE, which is not told the credentials")
    return Address(where, to, given)


def _parted(text: str) -> tuple[str, str | None]:
    try:
        parts = urlsplit(_URL.sub(r"\1://", text, count=1))
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(f"this is no address of a store: {error}") from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise UsageError("the address of a store begins with http:// or https:// and a host")
    name = f"[{host}]" if ":" in host else host
    netloc = name if port is None else f"{name}:{port}"
    authorization = None
    if parts.username is not None:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        authorization = f"Basic {base64.b64encode(pair.encode()).decode()}"
    return urlunsplit((parts.scheme.lower(), netloc, parts.path, parts.query, "")), authorization
