"""Walking the graph: JSON over the questions of the catalogue, in pages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from types import MappingProxyType
from typing import Final

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.walk.actor_routes import add_actors
from sayso.api.service.walk.answer_shapes import add_answers
from sayso.api.service.walk.article_routes import add_documents
from sayso.api.service.walk.calling import page_of
from sayso.api.service.walk.parameters import described, values_of
from sayso.api.service.walk.path_routes import add_paths
from sayso.api.service.walk.routing import add_get
from sayso.api.service.walk.shapes import Page
from sayso.api.service.walk.table_routes import TABLES, add_files, described_sorts, is_sorted, sorted_page
from sayso.api.service.walk.timeline_routes import add_timeline
from sayso.queries.catalogue import get

LISTINGS: Final = MappingProxyType(
    {
        "/said": "who-said-what-about-whom",
        "/demands": "demands",
        "/positions": "positions",
        "/posts": "posts",
        "/articles": "articles",
        "/contradictions": "contradictions",
    }
)


def add_walks(app: FastAPI) -> None:
    """Add the routes."""
    for path, query in LISTINGS.items():
        parameters = [*described_sorts(query), *described(get(query), several=query in TABLES)]
        add_get(app, path, _listing(query), summary=get(query).title, parameters=parameters, shape=Page)
    add_actors(app)
    add_answers(app)
    add_documents(app)
    add_paths(app)
    add_files(app)
    add_timeline(app)


def _listing(query: str) -> Callable[[Request], Awaitable[Response]]:
    async def route(request: Request) -> Response:
        if is_sorted(request, query):
            return await sorted_page(request, query)
        values = values_of(request, set(get(query).parameter_names) - {"limit", "offset"})
        return await page_of(request, "listing", {"query": query, "values": {**values}})

    return route
