"""How much a snapshot holds: counted once, by a reader, and not at all where that takes long."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from sayso.api.service.engine import Engine
from sayso.graph.workers.job import QueryJob
from sayso.ontology.errors import BusyError, LimitError

_SECONDS = 5.0
# What nobody waits for may take longer.
_BESIDE_SECONDS = 30.0
_SOON = 0.5
STATEMENTS = "SELECT ?term (COUNT(*) AS ?count) { VALUES ?term { sayso:Statement } ?thing a ?term } GROUP BY ?term"
CLASSES = "SELECT ?term (COUNT(DISTINCT ?thing) AS ?count) { ?thing a ?term } GROUP BY ?term ORDER BY ?term"
# A triple that several graphs hold is one triple of their union, though the engine answers with it several times.
PROPERTIES = """SELECT ?term (COUNT(*) AS ?count) {
  SELECT DISTINCT ?thing ?term ?value { ?thing ?term ?value }
} GROUP BY ?term ORDER BY ?term"""

type Counted = Mapping[str, int]


class Counting:
    """Counts of the latest snapshot, each kept until there is another snapshot."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._kept: dict[str, tuple[Path, Counted]] = {}
        self._too_long: set[str] = set()
        self._one = asyncio.Lock()
        self._tasks: dict[str, asyncio.Task[Counted | None]] = {}

    async def soon(self, text: str) -> Counted | None:
        """Return the same numbers where they are known or soon counted; else None, and they are counted meanwhile."""
        task = self._tasks.get(text)
        if task is None:
            task = self._tasks[text] = asyncio.create_task(self._after_others(text))
            task.add_done_callback(partial(self._forget, text))
        await asyncio.wait({task}, timeout=_SOON)
        return task.result() if task.done() else None

    async def count(self, text: str, seconds: float = _SECONDS) -> Counted | None:
        """Return numbers by the IRIs that a query counts.

        None where the store lies elsewhere, where no reader is free, and, from then on, where it once took longer
        than `seconds`.
        Raises as `Engine.snapshot` does.
        """
        snapshot = self._engine.snapshot()
        if text in self._too_long or not snapshot.is_dir():
            return None
        if text in self._kept and self._kept[text][0] == snapshot:
            return self._kept[text][1]
        job = QueryJob(str(snapshot), text)
        try:
            told: Any = json.loads(
                await self._engine.pool.ask(job.told(), self._engine.seconds(seconds), "service", "counts")
            )
        except BusyError:
            return None
        except LimitError:
            self._too_long.add(text)
            return None
        rows = (row for row in told["results"]["bindings"] if row["term"]["type"] == "uri")
        found = {row["term"]["value"]: int(row["count"]["value"]) for row in rows}
        self._kept[text] = (snapshot, found)
        return found

    def _forget(self, text: str, done: asyncio.Task[Counted | None]) -> None:
        del self._tasks[text]
        if not done.cancelled():
            # The question may have been answered before.
            done.exception()

    async def _after_others(self, text: str) -> Counted | None:
        # One at a time: they go over the whole store, and the readers are there for those who ask.
        async with self._one:
            return await self.count(text, _BESIDE_SECONDS)
