"""Writing over HTTP: updates, graphs, articles."""

from __future__ import annotations

from fastapi import FastAPI

from api.service.sparql import graph_store, update


def add_writes(app: FastAPI) -> None:
    """Add the routes."""
    for path in ("/sparql/update", "/sparql/update/"):
        app.add_route(path, update.sparql_update, methods=list(update.METHODS))
    for path in ("/graphs", "/graphs/{path:path}"):
        app.add_route(path, graph_store.graph_store, methods=list(graph_store.METHODS))
