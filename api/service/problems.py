"""Errors as RFC 9457 problem+json: one shape for all of them."""

from __future__ import annotations

import json
from collections.abc import Mapping

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.asking import ClientLeft
from sayso.ontology.errors import AmbiguousName, BusyError, SaysoError, TooManyError, UsageError

TYPES = "https://w3id.org/sayso/problem/"
_RETRY_SECONDS = "2"
_GREEDY_RETRY_SECONDS = "10"
_TYPES_OF_STATUS = {404: "not-found", 405: "method-not-allowed", 413: "too-large", 415: "unsupported-media-type"}
_TITLES = {
    "usage": "The request cannot be understood",
    "query": "The query cannot be answered",
    "not-acceptable": "No such format",
    "ambiguous-name": "Several actors bear this name",
    "merged": "This actor was merged into another",
    "not-found": "Not found",
    "rejected-input": "The article cannot be loaded",
    "identifier-taken": "The identifier belongs to another article",
    "store-locked": "The store is in use",
    "store": "The store cannot be read",
    "full": "No room on the disk",
    "not-published": "Stored, not yet published",
    "store-damaged": "The store is damaged",
    "model": "The model is not what was trained",
    "limit": "Past a limit",
    "time-limit": "Past the time limit",
    "busy": "Too many queries at once",
    "too-many": "More than one client's share",
    "gone": "No longer there",
    "unauthorized": "A key is needed",
    "forbidden": "Not allowed",
    "method-not-allowed": "No such method here",
    "too-large": "The request is too long",
    "too-slow": "The request came too slowly",
    "unsupported-media-type": "This media type is not read here",
    "misdirected": "This host is not served here",
}


class RequestError(UsageError):
    """A request that HTTP itself has a status for."""

    def __init__(self, status: int, type_: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.told = (status, type_)
        self.headers = dict(headers or {})


def problem(status: int, type_: str, detail: str, headers: Mapping[str, str] | None = None, **more: object) -> Response:
    """Return an error's response; `more` are extension members."""
    body = {"type": TYPES + type_, "title": _TITLES.get(type_, "Error"), "status": status, "detail": detail, **more}
    told = {"Cache-Control": "no-store", **(headers or {})}
    # A lone surrogate, which a client can send, has no bytes of its own.
    text = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    return Response(text, status, told, "application/problem+json")


def of_error(error: SaysoError) -> Response:
    """Return the response for an error of our tree."""
    if isinstance(error, RequestError):
        return problem(*error.told, str(error), error.headers)
    if isinstance(error, AmbiguousName):
        return problem(error.status, error.type, str(error), candidates=list(error.candidates))
    seconds = _GREEDY_RETRY_SECONDS if isinstance(error, TooManyError) else _RETRY_SECONDS
    headers = {"Retry-After": seconds} if isinstance(error, BusyError) else {}
    return problem(error.status, error.type, str(error), headers)


async def on_error(request: Request, error: Exception) -> Response:
    """Answer an error that a route raised."""
    if isinstance(error, SaysoError):
        return of_error(error)
    if isinstance(error, ClientLeft):
        return Response(status_code=499)
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        return problem(400, "usage", f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
    if isinstance(error, HTTPException):
        type_ = _TYPES_OF_STATUS.get(error.status_code, "usage")
        return problem(error.status_code, type_, error.detail, error.headers)
    return problem(500, "internal", "something went wrong in the service; its log says more")
