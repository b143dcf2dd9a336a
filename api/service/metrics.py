"""`/metrics`: what the service does, in the text format of Prometheus."""

from __future__ import annotations

import time
from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.engine import Engine
from sayso.api.service.meters import Meters, family
from sayso.api.service.snapshot_counts import STATEMENTS, Counted, Counting
from sayso.ontology.errors import SaysoError

_TYPE = "text/plain; version=0.0.4; charset=utf-8"


async def metrics(request: Request) -> Response:
    """Return the counts."""
    engine: Engine = request.app.state.engine
    meters: Meters = request.app.state.meters
    counting: Counting = request.app.state.counting
    try:
        counts = await counting.count(STATEMENTS)
    except SaysoError:
        counts = None
    lines = [*meters.lines(), *_engine_lines(engine), *_snapshot_lines(engine, counts)]
    return Response("\n".join(lines) + "\n", headers={"Content-Type": _TYPE, "Cache-Control": "no-store"})


def _engine_lines(engine: Engine) -> Iterator[str]:
    pool, cache = engine.pool, engine.cache
    for name, kind, text, value in (
        ("sayso_readers", "gauge", "Readers that run", len(pool.pids())),
        ("sayso_readers_busy", "gauge", "Readers that answer a query now", pool.busy),
        ("sayso_queries_waiting", "gauge", "Queries that wait for a reader", pool.waiting),
        ("sayso_readers_killed_total", "counter", "Readers ended before their answer was whole", pool.killed),
        (
            "sayso_queries_moved_total",
            "counter",
            "Long queries begun again to let short ones by",
            pool.turns.evicted,
        ),
        ("sayso_cache_hits_total", "counter", "Answers that came from the cache", cache.hits),
    ):
        yield from family(name, kind, text, [({}, value)])


def _snapshot_lines(engine: Engine, counts: Counted | None) -> Iterator[str]:
    try:
        snapshot = engine.snapshot()
        age = max(0.0, time.time() - snapshot.stat().st_mtime)
    except (SaysoError, OSError):
        return
    told = [({"snapshot": snapshot.name}, 1.0)]
    yield from family("sayso_snapshot_info", "gauge", "The snapshot that is answered from", told)
    yield from family("sayso_snapshot_age_seconds", "gauge", "Seconds since it was published", [({}, age)])
    if counts is not None:
        yield from family("sayso_statements", "gauge", "Statements in it", [({}, sum(counts.values()))])
