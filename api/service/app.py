"""The service as an application: its routes, and what holds for every request."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from api.page.routes import add_page
from api.service.docs import add_docs
from api.service.engine import Engine
from api.service.fences import Fences
from api.service.health import healthz, metrics, readyz
from api.service.keys import Keys
from api.service.problems import on_error
from api.service.reconcile.routes import add_reconcile
from api.service.settings import ServiceSettings
from api.service.sparql.queries import delete_query, get_queries
from api.service.sparql.route import METHODS, sparql
from api.service.walk.linked import linked
from api.service.walk.listings import add_walks
from api.service.walk.networks import add_networks
from api.service.write.reviews import add_reviews
from api.service.write.routes import add_writes
from ontology.errors import SaysoError

_GZIP_FROM = 1024


def create_app(folder: Path, base: str, settings: ServiceSettings, address: str = "") -> FastAPI:
    """Make the service over the store in `folder`; nothing is opened or started before its lifespan begins.

    `address` is the URL at which others reach it: the store's lock names it.
    """
    engine = Engine(folder, base, settings, address)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        try:
            await engine.start()
            yield
        finally:
            await engine.close()

    # The pages of the framework load their scripts from elsewhere: /openapi.json stays, they do not.
    app = FastAPI(title="SaySo", lifespan=lifespan, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.engine = engine
    app.state.keys = Keys(settings.api_key)
    for error in (SaysoError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(error, on_error)
    for path in ("/sparql", "/sparql/"):
        app.add_route(path, sparql, methods=list(METHODS))
    # The page comes last: what no other route answers may be one of its files.
    for add in (add_networks, add_walks, add_writes, add_reviews, add_reconcile, add_docs):
        add(app)
    app.add_route("/id/{path:path}", linked, methods=["GET", "HEAD"])
    app.add_route("/queries", get_queries, methods=["GET"])
    app.add_route("/queries/{id}", delete_query, methods=["DELETE"])
    app.add_route("/healthz", healthz, methods=["GET"])
    app.add_route("/readyz", readyz, methods=["GET"])
    app.add_route("/metrics", metrics, methods=["GET"])
    add_page(app)
    app.add_middleware(GZipMiddleware, minimum_size=_GZIP_FROM, compresslevel=1)
    if origins := [origin.strip() for origin in settings.cors_origins.split(",") if origin.strip()]:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=origins,
            allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
            allow_headers=["Accept", "Authorization", "Content-Type", "If-None-Match"],
            expose_headers=["ETag", "Link", "X-Query-Id", "X-Request-Id", "Retry-After"],
        )
    app.add_middleware(Fences, hosts=settings.hosts)
    return app
