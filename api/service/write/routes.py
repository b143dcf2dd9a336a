"""Writing over HTTP: updates, graphs, articles."""

from __future__ import annotations

from enum import Enum

from fastapi import FastAPI

from sayso.api.service.sparql import graph_store_routes, update
from sayso.api.service.write.article_writes import delete_article, post_articles, post_extract
from sayso.api.service.write.described import ARTICLE_BODY, EXTRACTED, STORED, VERIFIED
from sayso.api.service.write.verdicts import post_verify


def add_writes(app: FastAPI) -> None:
    """Add the routes."""
    body = dict(ARTICLE_BODY)
    tags: list[str | Enum] = ["writing"]
    app.post("/articles", summary="Store an article", responses=STORED, openapi_extra=body, tags=tags)(post_articles)
    app.post("/extract", summary="Extract an article", responses=EXTRACTED, openapi_extra=body, tags=tags)(post_extract)
    app.post("/verify", summary="Look for quotations", responses=VERIFIED, openapi_extra=body, tags=tags)(post_verify)
    app.delete("/articles/{id:path}", summary="Drop an article", status_code=204, tags=tags)(delete_article)
    for path in ("/sparql/update", "/sparql/update/"):
        app.add_route(path, update.sparql_update, methods=list(update.METHODS))
    for path in ("/graphs", "/graphs/{path:path}"):
        app.add_route(path, graph_store_routes.graph_store, methods=list(graph_store_routes.METHODS))
