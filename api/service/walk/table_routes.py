"""Listings sorted by a column, each row with its statement's card, and their statements as files."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.problems import RequestError
from sayso.api.service.walk.calling import page_of
from sayso.api.service.walk.files import FORMATS, file_of, format_of
from sayso.api.service.walk.parameters import asked_of, described, parameter, values_of
from sayso.api.service.walk.routing import add_get
from sayso.graph.answers.sorting import SORTS, sort_of
from sayso.graph.answers.statement_files import SHAPES
from sayso.graph.answers.tables import LATEST, POST_COLUMNS
from sayso.graph.model.json_value import Json
from sayso.graph.store.asking import walk_query
from sayso.ontology.errors import UsageError
from sayso.queries.catalogue import get
from sayso.queries.query import Query

# Some hundred statements are read in a second where the machine is busy.
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {**{name: tuple(columns) for name, columns in SORTS.items()}, "posts": POST_COLUMNS}
)
# Those of which a page is always a table, sorted or not: its rows have the same columns.
TABLES: Final = frozenset({"demands", "positions"})
_FILE: Final = MappingProxyType(
    {
        "size": "the most statements; all where nothing is said, or 0",
        "shape": f"of networks: one of {', '.join(SHAPES)}; an edge for each statement, one for all of a pair, or "
        "statements as nodes",
        "excel-safe": "true: in CSV, what a spreadsheet would compute gets a ' before it",
    }
)


def described_sorts(listing: str) -> list[dict[str, Any]]:
    """Describe for OpenAPI what `sorted_page` takes besides the listing's own parameters."""
    if listing not in COLUMNS:
        return []
    words = [sign + name for name in COLUMNS[listing] for sign in ("", "-")]
    return [parameter("sort", "the column to sort by, - before it for downwards; rows have their `card` then", words)]


def is_sorted(request: Request, listing: str) -> bool:
    """Say whether a request wants what `sorted_page` answers."""
    return listing in TABLES or (listing in COLUMNS and "sort" in request.query_params)


async def sorted_page(request: Request, listing: str) -> Response:
    """Answer with a page of a listing in the order of a column, which says how many rows there are in all."""
    sort = _sort(request, listing)
    if listing == "posts":
        values = values_of(request, filters_of(listing), ("sort",))
        return await page_of(request, "table-posts", {"values": {**values}, "sort": sort})
    asked = asked_of(request, filters_of(listing), ("sort",))
    return await page_of(request, "table", {"listing": listing, "values": asked, "sort": sort})


def add_files(app: FastAPI) -> None:
    """Add the routes that write the statements of a table in every format."""
    ending = {"name": "ending", "in": "path", "required": True, "schema": {"type": "string", "enum": [*FORMATS]}}
    for listing, summary in (
        ("statements", "Statements as a file of any format, those that the filters leave, in their order"),
        ("demands", "The statements that express demands, as a file of any format"),
        ("positions", "The statements that express positions, as a file of any format"),
    ):
        own = [parameter(name, description) for name, description in _FILE.items()]
        # A file has no pages.
        told = [*described_sorts(listing), *described(query_of(listing), several=True)[:-2], *own]
        add_get(app, f"/{listing}.{{ending}}", _file(listing), summary=summary, parameters=[ending, *told])


def _file(listing: str) -> Callable[[Request], Awaitable[Response]]:
    async def route(request: Request) -> Response:
        values = asked_of(request, filters_of(listing), ("sort", *_FILE))
        given = request.query_params
        if paged := [name for name in ("limit", "cursor") if name in given]:
            raise RequestError(400, "usage", f"{paged[0]}: a file has no pages; size says how many statements")
        size, shape, safe = given.get("size", "0"), given.get("shape", SHAPES[0]), given.get("excel-safe", "")
        if not (size.isascii() and size.isdigit() and 0 < len(size) < 10):
            raise RequestError(400, "usage", "size is a whole number")
        if shape not in SHAPES:
            raise RequestError(400, "usage", f"shape: one of {', '.join(SHAPES)}")
        if safe not in ("", "true", "false"):
            raise RequestError(400, "usage", "excel-safe is true or false")
        arguments: dict[str, Json] = {"listing": listing, "values": values, "sort": _sort(request, listing)}
        options: dict[str, Json] = {"size": int(size), "shape": shape, "excel_safe": safe == "true"}
        return await file_of(request, "statement-file", {"format": format_of(request), **arguments, **options})

    return route


def _sort(request: Request, listing: str) -> str:
    sort = request.query_params.get("sort", COLUMNS[listing][0] if listing == "posts" else LATEST)
    try:
        sort_of(sort, COLUMNS[listing])
    except UsageError as error:
        raise RequestError(400, "usage", str(error)) from error
    return sort


def query_of(listing: str) -> Query:
    """Return the query whose parameters restrict a listing."""
    return walk_query("statements-of") if listing == "statements" else get(listing)


def filters_of(listing: str) -> set[str]:
    """Return the names of what restricts a listing."""
    return {*query_of(listing).parameter_names} - {"limit", "offset"}
