"""How much a snapshot holds: counted once, by a reader, and not at all where that takes long."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api.service.engine import Engine
from graph.readers.job import QueryJob
from ontology.errors import BusyError, LimitError
from ontology.terms import STATEMENT

_SECONDS = 5.0
_CLASSES = "SELECT ?term (COUNT(DISTINCT ?thing) AS ?count) { ?thing a ?term } GROUP BY ?term ORDER BY ?term"
_PROPERTIES = "SELECT ?term (COUNT(*) AS ?count) { ?thing ?term ?value } GROUP BY ?term ORDER BY ?term"


@dataclass(frozen=True, slots=True)
class Counts:
    """Things by the IRI of their class, triples by that of their property."""

    classes: dict[str, int]
    properties: dict[str, int]

    @property
    def triples(self) -> int:
        """How many triples the union of all graphs has."""
        return sum(self.properties.values())

    @property
    def statements(self) -> int:
        """How many statements there are: who said what."""
        return self.classes.get(STATEMENT.value, 0)


class Counting:
    """The counts of the snapshot that was asked for last; None where counting took too long."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._snapshot: Path | None = None
        self._counts: Counts | None = None

    async def counts(self) -> Counts | None:
        """Return the counts of the latest snapshot. Raises as `Engine.snapshot` does."""
        snapshot = self._engine.snapshot()
        if snapshot == self._snapshot:
            return self._counts
        try:
            found = Counts(await self._count(snapshot, _CLASSES), await self._count(snapshot, _PROPERTIES))
        except BusyError:
            # It may be counted later: others are answered first.
            return None
        except LimitError:
            found = None
        self._snapshot, self._counts = snapshot, found
        return found

    async def _count(self, snapshot: Path, text: str) -> dict[str, int]:
        job = QueryJob(str(snapshot), text)
        told: Any = json.loads(await self._engine.pool.ask(job.told(), self._engine.seconds(_SECONDS)))
        return {row["term"]["value"]: int(row["count"]["value"]) for row in told["results"]["bindings"]}
