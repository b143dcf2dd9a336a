"""`/queries`: what runs now, and how to end it; both with a key, for a query's text is its author's."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sayso.api.service.engine import Engine


async def get_queries(request: Request) -> Response:
    """List the queries that run or wait."""
    request.app.state.keys.require(request)
    engine: Engine = request.app.state.engine
    return JSONResponse({"queries": [running.told() for running in engine.running]})


async def delete_query(request: Request) -> Response:
    """End a query; the client that waits for it gets a problem."""
    request.app.state.keys.require(request)
    engine: Engine = request.app.state.engine
    engine.running.stop(request.path_params["id"])
    return Response(status_code=204)
