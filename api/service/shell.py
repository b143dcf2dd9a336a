"""The application with what stands around it, around its last resort for errors too: these are seen as others are."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.types import ASGIApp

from sayso.api.service.clients import Clients
from sayso.api.service.cors import Cors
from sayso.api.service.engine import Engine
from sayso.api.service.fences import Fences
from sayso.api.service.gate import Gate
from sayso.api.service.logs import Logs
from sayso.api.service.packing import packing
from sayso.api.service.sparql.direct import Direct
from sayso.ontology.errors import StoreError


class Shell(FastAPI):
    """A FastAPI whose `state` holds the engine, the keys, the meters and the origins that may read."""

    def build_middleware_stack(self) -> ASGIApp:
        """Build what a request passes: log, fences, clients, CORS, gate; then `/sparql` or the framework."""
        engine: Engine = self.state.engine
        settings, origins = engine.settings, self.state.origins

        def snapshot() -> str | None:
            try:
                return engine.snapshot().name
            except StoreError:
                return None

        app: ASGIApp = Gate(Direct(packing(super().build_middleware_stack())), self.state.keys, self.state.public)
        if origins:
            app = Cors(app, origins)
        app = Clients(app, self.state.keys, settings.client_header)
        return Logs(Fences(app, settings.hosts, origins), settings.log, self.state.meters, snapshot)
