"""Reading requests of the SPARQL 1.1 Protocol."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from starlette.datastructures import URL
from starlette.requests import ClientDisconnect, Request

from sayso.api.service.problems import RequestError
from sayso.api.service.sparql.form_fields import fields_of, values_of
from sayso.api.service.sparql.negotiation import NAMES, accept_of
from sayso.graph.store.guard import is_update

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"


@dataclass(frozen=True, slots=True)
class ProtocolRequest:
    """What a request asks: a text (None at the bare endpoint), the protocol's dataset, a time limit of its own.

    `accept` stands for the header of that name, where `format=` does; `update` is what came in the place of a query.
    """

    text: str | None
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    timeout: float | None = None
    accept: str | None = None
    update: Update | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """An update: a text, and the graphs that its patterns are matched against."""

    text: str
    using: tuple[str, ...] = ()
    using_named: tuple[str, ...] = ()


async def read_query(request: Request, most: int) -> ProtocolRequest:
    """Read a query by GET, by POST of a form or by POST of the query itself; an update by POST of a form, too.

    Raises RequestError where the request is none of these, says two things at once or has a body over `most` bytes.
    """
    fields = fields_of(request.scope["query_string"])
    text: str | None = None
    if request.method == "POST":
        kind = media_type_of(request)
        if kind == FORM:
            fields += fields_of((await read_text(request, most)).encode())
        elif kind == QUERY:
            text = await read_text(request, most)
        else:
            raise RequestError(415, "unsupported-media-type", f"POST a form ({FORM}) or the query itself ({QUERY})")
    if any(name == "update" for name, _ in fields):
        if request.method != "POST":
            raise RequestError(400, "usage", "an update goes into the body of a POST, with a key")
        return ProtocolRequest(None, update=update_of(fields))
    queries = [value for name, value in fields if name == "query"] + ([text] if text is not None else [])
    if len(queries) > 1:
        raise RequestError(400, "usage", f"one query at a time; this request holds {len(queries)}")
    if not queries and request.method == "POST":
        raise RequestError(400, "usage", "the field `query` is missing")
    default, named = (values_of(fields, name) for name in ("default-graph-uri", "named-graph-uri"))
    for name, graphs in (("default-graph-uri", default), ("named-graph-uri", named)):
        if "" in graphs:
            message = f"{name} is empty; name a graph, or leave it out: then a query sees the union of all graphs"
            raise RequestError(400, "usage", message)
    text = queries[0] if queries else None
    if text is not None and is_update(text):
        raise RequestError(400, "usage", "this is an update; send it by POST as the field `update`, with a key")
    accept = _accept(fields)
    if not default and not named:
        return ProtocolRequest(text, timeout=_timeout(fields), accept=accept)
    return ProtocolRequest(text, default, named, _timeout(fields), accept)


def update_of(fields: list[tuple[str, str]]) -> Update:
    """Return the update of a form. Raises RequestError where it holds none, several, or a query too."""
    updates = values_of(fields, "update")
    if len(updates) != 1:
        raise RequestError(400, "usage", f"one field `update` at a time; this request holds {len(updates)}")
    if values_of(fields, "query"):
        raise RequestError(400, "usage", "a query or an update, one at a time")
    return Update(updates[0], values_of(fields, "using-graph-uri"), values_of(fields, "using-named-graph-uri"))


def _accept(fields: list[tuple[str, str]]) -> str | None:
    values = values_of(fields, "format") or values_of(fields, "output")
    if not values or not values[-1]:
        return None
    if (accept := accept_of(values[-1])) is None:
        raise RequestError(400, "usage", f"format: a media type, or one of {', '.join(NAMES)}")
    return accept


async def read_text(request: Request, most: int) -> str:
    """Read a body as UTF-8 text. Raises RequestError where it is longer than `most` bytes, or something else."""
    charset = parameter_of(request, "charset")
    if charset not in ("", "utf-8", "utf8"):
        raise RequestError(415, "unsupported-media-type", "the body has to be UTF-8")
    body = await read_body(request, most)
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise RequestError(400, "usage", f"the body is no UTF-8 (byte {error.start})") from error


async def read_body(request: Request, most: int) -> bytes:
    """Read a body. Raises RequestError once it is longer than `most` bytes, and where it is packed or breaks off."""
    if request.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        # What a small body unpacks to has no bounds.
        message = "send the body as it is, without a Content-Encoding"
        raise RequestError(415, "unsupported-media-type", message, {"Accept-Encoding": "identity"})
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > most:
                raise RequestError(413, "too-large", f"the body of a request may have {most:,} bytes")
    except ClientDisconnect as error:
        # Nobody reads this; the log tells of a request that was none.
        raise RequestError(400, "usage", "the request broke off") from error
    return bytes(body)


def _timeout(fields: list[tuple[str, str]]) -> float | None:
    values = values_of(fields, "timeout")
    if not values:
        return None
    try:
        seconds = float(values[-1])
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e9:
        raise RequestError(400, "usage", "timeout is a number of seconds over 0")
    return seconds


def address_of(request: Request) -> str:
    """Return a request's address without its query, escaped as it was sent: IRIs are told apart letter by letter."""
    scope = request.scope
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    return _address(scope["scheme"], request.headers.get("host"), scope.get("server"), raw)


@lru_cache(64)
def _address(scheme: str, host: str | None, server: tuple[str, int | None] | None, raw: bytes) -> str:
    headers = [] if host is None else [(b"host", host.encode("latin-1"))]
    url = URL(scope={"scheme": scheme, "server": server, "path": "/", "headers": headers})
    return f"{url.scheme}://{url.netloc}{raw.partition(b'?')[0].decode('ascii', 'replace')}"


def media_type_of(request: Request) -> str:
    """Return the media type of a request's body, without its parameters, in small letters; empty where none is told."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def parameter_of(request: Request, name: str) -> str:
    """Return a parameter of the Content-Type header in small letters, empty where it is not told."""
    for part in request.headers.get("content-type", "").split(";")[1:]:
        key, _, value = part.partition("=")
        if key.strip().lower() == name:
            return value.strip().strip('"').lower()
    return ""
