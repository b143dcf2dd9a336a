"""The writer of a service whose store is on another server: it writes nothing."""

from __future__ import annotations

from sayso.api.service.write.writer import StoreWriter
from sayso.graph.model.json_value import Json
from sayso.loaders.writer.job import WriteJob
from sayso.ontology.errors import UsageError


class Elsewhere(StoreWriter):
    """Stands in for the process that would hold a store here."""

    async def start(self) -> None:
        """Do nothing."""

    async def ask(self, job: WriteJob) -> Json:
        """Raise UsageError: what else writes to that server is not to be held off from here."""
        raise UsageError("the store is on another server: write to it there, or with `sayso load --store ADDRESS`")
