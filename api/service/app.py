"""The service as an application: its routes, and what holds for every request."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from sayso.api.page.page_routes import add_page
from sayso.api.service.asking import ClientLeft
from sayso.api.service.cors import origins_of
from sayso.api.service.docs import add_docs
from sayso.api.service.engine import Engine
from sayso.api.service.health import healthz, readyz
from sayso.api.service.keys import Keys
from sayso.api.service.meters import Meters
from sayso.api.service.metrics import metrics
from sayso.api.service.problems import on_error
from sayso.api.service.reconcile.reconcile_routes import add_reconcile
from sayso.api.service.roles import roles_of
from sayso.api.service.settings import ServiceSettings
from sayso.api.service.shell import Shell
from sayso.api.service.snapshot_counts import Counting
from sayso.api.service.sparql.description import well_known
from sayso.api.service.sparql.direct import PATHS
from sayso.api.service.sparql.queries import delete_query, get_queries
from sayso.api.service.sparql.route import METHODS, sparql
from sayso.api.service.walk.agreement_routes import add_agreement
from sayso.api.service.walk.linked import linked
from sayso.api.service.walk.listings import add_walks
from sayso.api.service.walk.network_routes import add_networks
from sayso.api.service.write.coding_routes import add_codings
from sayso.api.service.write.journal import get_writes
from sayso.api.service.write.matter_routes import add_matters
from sayso.api.service.write.review_routes import add_reviews
from sayso.api.service.write.routes import add_writes
from sayso.graph.store.remote.address import Address
from sayso.ontology.errors import SaysoError


def create_app(folder: Path | Address, base: str, settings: ServiceSettings, address: str = "") -> FastAPI:
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
    app = Shell(title="SaySo", lifespan=lifespan, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.engine = engine
    app.state.keys = Keys(settings.api_key)
    app.state.public = roles_of(settings.public, "SAYSO_PUBLIC")
    app.state.origins = origins_of(settings.cors_origins)
    app.state.meters = Meters()
    app.state.counting = Counting(engine)
    for error in (SaysoError, ClientLeft, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(error, on_error)
    for path in PATHS:
        app.add_route(path, sparql, methods=list(METHODS))
    # The page comes last: what no other route answers may be one of its files.
    for add in (
        add_networks,
        add_agreement,
        add_walks,
        add_writes,
        add_reviews,
        add_codings,
        add_matters,
        add_reconcile,
        add_docs,
    ):
        add(app)
    app.add_route("/.well-known/void", well_known, methods=["GET", "HEAD"])
    app.add_route("/id/{path:path}", linked, methods=["GET", "HEAD"])
    app.add_route("/writes", get_writes, methods=["GET", "HEAD"])
    app.add_route("/queries", get_queries, methods=["GET"])
    app.add_route("/queries/{id}", delete_query, methods=["DELETE"])
    app.add_route("/healthz", healthz, methods=["GET", "HEAD"])
    app.add_route("/readyz", readyz, methods=["GET", "HEAD"])
    app.add_route("/metrics", metrics, methods=["GET", "HEAD"])
    add_page(app)
    return app
