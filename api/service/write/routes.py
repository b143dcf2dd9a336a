"""Writing over HTTP: updates, graphs, articles."""

from __future__ import annotations

from fastapi import FastAPI

from api.service.sparql import graph_store, update
from api.service.write.articles import post_articles, post_extract


def add_writes(app: FastAPI) -> None:
    """Add the routes."""
    app.post("/articles", tags=["writing"])(post_articles)
    app.post("/extract", tags=["writing"])(post_extract)
    for path in ("/sparql/update", "/sparql/update/"):
        app.add_route(path, update.sparql_update, methods=list(update.METHODS))
    for path in ("/graphs", "/graphs/{path:path}"):
        app.add_route(path, graph_store.graph_store, methods=list(graph_store.METHODS))
