"""What an endpoint replies: results, triples, or an error in one of the ways that servers have of telling one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from api.notebook.markup import shortened
from graph.answers import Answer, answer_of
from ontology.errors import (
    BusyError,
    LimitError,
    NotFoundError,
    QueryError,
    SaysoError,
    StoreError,
    TimeLimitError,
    UsageError,
)

_PROBLEMS: Final = {
    error.type: error
    for error in (UsageError, QueryError, NotFoundError, StoreError, LimitError, TimeLimitError, BusyError)
}
_STATUSES: Final[Mapping[int, type[SaysoError]]] = {
    400: QueryError,
    404: NotFoundError,
    408: TimeLimitError,
    429: BusyError,
    503: BusyError,
    504: TimeLimitError,
}
_RESULTS: Final = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
}
_LONGEST: Final = 500


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply over HTTP, its body read to the end; `location` is where a redirection leads."""

    status: int
    content_type: str
    body: bytes
    location: str = ""

    @property
    def media_type(self) -> str:
        """The type of the body, without parameters."""
        return self.content_type.partition(";")[0].strip().lower()


def answer_in(url: str, reply: Reply) -> Answer:
    """Return the answer that a reply holds. Raises StoreError where it holds none."""
    try:
        if format := _RESULTS.get(reply.media_type):
            return answer_of(ox.parse_query_results(reply.body, format))
        if triples := ox.RdfFormat.from_media_type(reply.media_type):
            return tuple(quad.triple for quad in ox.parse(reply.body, format=triples))
    except (SyntaxError, ValueError, OSError) as error:
        raise StoreError(f"{url}: the answer breaks off or is malformed ({shortened(str(error), _LONGEST)})") from error
    told = reply.media_type or "something without a type"
    raise StoreError(f"{url}: this answers with {told}, as no SPARQL endpoint does; give the endpoint's full address")


def error_in(url: str, reply: Reply, before: int) -> SaysoError:
    """Return the error that a reply tells; `before` characters of its first line were put before the query."""
    if 300 <= reply.status < 400:
        return UsageError(f"{url}: this points elsewhere; open {reply.location or 'the new address'}")
    type_, detail = _problem(reply)
    detail = _moved(detail, before)
    if reply.status in (401, 403):
        return UsageError(f"{url}: a key is needed, or this one is not taken ({detail or reply.status}); give key=…")
    kind = _PROBLEMS.get(type_) or _STATUSES.get(reply.status) or (UsageError if reply.status < 500 else StoreError)
    return kind(detail if kind is QueryError and detail else f"{url}: {reply.status} {detail}".strip())


def _problem(reply: Reply) -> tuple[str, str]:
    if reply.media_type == "application/problem+json":
        try:
            told = json.loads(reply.body)
        except ValueError:
            told = None
        if isinstance(told, dict):
            return str(told.get("type", "")).rpartition("/")[2], str(told.get("detail", ""))
    if reply.media_type.startswith("text/plain"):
        return "", shortened(reply.body[:4000].decode("utf-8", "replace"), _LONGEST)
    return "", ""


def _moved(detail: str, before: int) -> str:
    place = re.match(r"line 1, column (\d+)", detail)
    if place is None or int(place[1]) <= before:
        return detail
    return f"line 1, column {int(place[1]) - before}{detail[place.end() :]}"
