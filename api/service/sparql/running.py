"""The queries that run now, each under an id, so that they can be listed and stopped."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.graph.model.json_value import Json
from sayso.graph.workers.answer import WorkerAnswer
from sayso.ontology.errors import NotFoundError


@dataclass(slots=True)
class Running:
    """A query; `answer` is None while it waits for a reader."""

    id: str
    text: str
    started: float = field(default_factory=time.time)
    answer: WorkerAnswer | None = None

    def told(self) -> dict[str, Json]:
        """Return it as JSON."""
        seconds = round(time.time() - self.started, 3)
        state = "waiting" if self.answer is None else "running"
        return {"id": self.id, "state": state, "seconds": seconds, "query": self.text}


class Register:
    """All that run, by id."""

    def __init__(self) -> None:
        self._running: dict[str, Running] = {}

    def __iter__(self) -> Iterator[Running]:
        return iter(tuple(self._running.values()))

    def enter(self, id_: str, text: str) -> Running:
        """Note a query that begins."""
        self._running[id_] = Running(id_, text)
        return self._running[id_]

    def leave(self, id_: str) -> None:
        """Note that a query has ended."""
        self._running.pop(id_, None)

    def stop(self, id_: str) -> None:
        """End a query. Raises NotFoundError where none of this id has a reader."""
        running = self._running.get(id_)
        if running is None or running.answer is None:
            raise NotFoundError(f"no query {id_!r} runs; GET /queries lists those that do")
        running.answer.stop("the query was stopped by somebody who holds a key")


def new_id() -> str:
    """Return an id for a query."""
    return secrets.token_hex(16)
