"""`/healthz` and `/readyz`: for those who watch over the service."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sayso.api.service.engine import Engine
from sayso.graph.store.sums import torn
from sayso.ontology.errors import SaysoError

_FRESH = {"Cache-Control": "no-store"}


async def healthz(_: Request) -> Response:
    """Say that the process answers."""
    return JSONResponse({"status": "ok"}, headers=_FRESH)


async def readyz(request: Request) -> Response:
    """Say whether queries can be answered: a snapshot and readers are there, and whether these have a network."""
    engine: Engine = request.app.state.engine
    try:
        found = engine.snapshot()
    except SaysoError as error:
        return _not_ready(str(error))
    if not engine.remote and (file := torn(found)) is not None:
        return _not_ready(f"damaged: {file.name} of the snapshot {found.name}; start again, or `sayso restore`")
    snapshot = found.name
    # Idle or at work: where all were killed and none can be started, nobody is left to answer.
    if not engine.pool.pids() and not engine.pool.replacing:
        return _not_ready("no reader runs; the next query tries to start one")
    isolated = engine.ready.get("isolated", False)
    told = {"status": "ready", "snapshot": snapshot, "readersCutOffFromNetwork": isolated}
    return JSONResponse(told, headers=_FRESH)


def _not_ready(reason: str) -> Response:
    return JSONResponse({"status": "not ready", "reason": reason}, 503, _FRESH)
