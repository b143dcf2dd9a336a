"""`/healthz`, `/readyz` and `/metrics`: for those who watch over the service."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from api.service.engine import Engine
from ontology.errors import SaysoError


async def healthz(_: Request) -> Response:
    """Say that the process answers."""
    return JSONResponse({"status": "ok"})


async def readyz(request: Request) -> Response:
    """Say whether queries can be answered: the snapshot, and whether readers are cut off from the network."""
    engine: Engine = request.app.state.engine
    try:
        snapshot = engine.snapshot().name
    except SaysoError as error:
        return JSONResponse({"status": "not ready", "reason": str(error)}, 503)
    isolated = engine.ready.get("isolated", False)
    return JSONResponse({"status": "ready", "snapshot": snapshot, "readersCutOffFromNetwork": isolated})


async def metrics(request: Request) -> Response:
    """Return counts in the text format of Prometheus."""
    engine: Engine = request.app.state.engine
    values = {
        "sayso_readers_busy": ("gauge", "Readers that answer a query now", engine.pool.busy),
        "sayso_queries_waiting": ("gauge", "Queries that wait for a reader", engine.pool.waiting),
        "sayso_readers_killed_total": ("counter", "Readers ended before their answer was whole", engine.pool.killed),
        "sayso_cache_hits_total": ("counter", "Answers that came from the cache", engine.cache.hits),
    }
    lines = [
        f"# HELP {name} {text}\n# TYPE {name} {kind}\n{name} {value}" for name, (kind, text, value) in values.items()
    ]
    return PlainTextResponse("\n".join(lines) + "\n", media_type="text/plain; version=0.0.4")
