"""Pages: how many items, from which on, and of which snapshot, so that a page and the next fit together."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from starlette.requests import Request

from sayso.api.service.engine import Engine
from sayso.api.service.problems import RequestError
from sayso.ontology.errors import NotFoundError

DEFAULT = 100
MOST = 1000


@dataclass(frozen=True, slots=True)
class ListingPage:
    """A page of a listing."""

    snapshot: Path
    limit: int
    offset: int

    def following(self, request: Request) -> str:
        """Return the address of the page after this one."""
        told = json.dumps([self.snapshot.name, self.offset + self.limit]).encode()
        cursor = base64.urlsafe_b64encode(told).decode()
        kept = [one for one in request.query_params.multi_items() if one[0] not in ("limit", "cursor")]
        return f"{quote(request.url.path)}?{urlencode([*kept, ('limit', self.limit), ('cursor', cursor)])}"


def read_page(request: Request, engine: Engine) -> ListingPage:
    """Read `limit` and `cursor`; a limit over the most is lowered to it.

    Raises RequestError for what is no number or no cursor, and (410) where the cursor's snapshot is gone.
    """
    limit = read_limit(request, DEFAULT, MOST)
    cursor = request.query_params.get("cursor")
    if cursor is None:
        return ListingPage(engine.snapshot(), limit, 0)
    name, offset = _read(cursor)
    try:
        return ListingPage(engine.named(name), limit, offset)
    except NotFoundError as error:
        raise RequestError(410, "gone", "the snapshot that this cursor names is gone; begin anew") from error


def read_limit(request: Request, default: int, most: int) -> int:
    """Read `limit`; one over the most is lowered to it. Raises RequestError for what is no number over 0."""
    limit = request.query_params.get("limit", str(default))
    if not (limit.isascii() and limit.isdigit() and 0 < len(limit) < 10 and int(limit) > 0):
        raise RequestError(400, "usage", "limit is a whole number over 0")
    return min(int(limit), most)


def _read(cursor: str) -> tuple[str, int]:
    try:
        told = json.loads(base64.b64decode(cursor, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise RequestError(400, "usage", "this is no cursor; take it from the page before") from error
    match told:
        case [str(name), int(offset)] if 0 <= offset < 2**31 - 1 - MOST and not isinstance(offset, bool):
            return name, offset
    raise RequestError(400, "usage", "this is no cursor; take it from the page before")
