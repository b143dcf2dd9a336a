"""The desk: asks the service's own readers and extractor for an assistant, within their limits."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final

from mcp.server.mcpserver.exceptions import ToolError

from sayso.api.console import printable
from sayso.api.service.engine import Engine
from sayso.api.service.write.verdicts import verdicts
from sayso.graph.workers.job import CallJob, QueryJob
from sayso.loaders.extractor.job import ExtractJob
from sayso.ontology.errors import SaysoError

MOST_ROWS: Final = 200
_MOST_BYTES: Final = 1 << 20


class Desk:
    """Reads only; it belongs to one running engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def base(self) -> str:
        """The base of the IRIs."""
        return self._engine.base

    async def walk(self, name: str, arguments: Mapping[str, Any]) -> Any:
        """Return what a walk of `sayso.graph.answers.calls` answers. Raises ToolError, with the way out."""
        engine = self._engine
        with _told():
            job = CallJob(str(engine.snapshot()), name, arguments, engine.base)
            found = json.loads(await engine.pool.ask(job.told(), engine.settings.query_seconds))
        if isinstance(found, dict) and isinstance(moved := found.get("moved"), dict):
            raise ToolError(f"this actor was merged into another; ask for {', '.join(map(str, moved.values()))}")
        return found

    async def sparql(self, query: str) -> Any:
        """Return the SPARQL JSON results of a SELECT or ASK. Raises ToolError as `walk` does."""
        engine = self._engine
        with _told():
            job = QueryJob(str(engine.snapshot()), query, triples=None, rows=MOST_ROWS, bytes=_MOST_BYTES)
            return json.loads(await engine.pool.ask(job.told(), engine.settings.query_seconds))

    async def verdicts(self, text: str) -> dict[str, Any]:
        """Return which quotations of a text stand in the articles. Raises ToolError as `walk` does."""
        engine = self._engine
        settings = engine.settings
        with _told():
            job = ExtractJob(
                text.encode("utf-8", "replace"),
                "text",
                store="" if engine.remote else str(engine.served),
                base=engine.base,
                max_characters=settings.max_characters,
                min_confidence=settings.min_confidence,
            )
            claimed = await engine.extractor.ask_unkeyed(replace(job, purpose="claims"), "assistant")
            return await verdicts(engine, claimed)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except SaysoError as error:
        raise ToolError(printable(str(error)[:4_000])) from error
    except TimeoutError as error:
        raise ToolError("the process that answers took too long to start; ask again in a moment") from error
