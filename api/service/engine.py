"""What answers behind the routes: readers and their snapshot, writer and extractor, the cache, the running queries."""

from __future__ import annotations

import asyncio
import contextlib
import json
from pathlib import Path

from sayso.api.service.following import Following
from sayso.api.service.settings import ServiceSettings
from sayso.api.service.sparql.cache import Cache
from sayso.api.service.sparql.points import Lookups
from sayso.api.service.sparql.running import Register
from sayso.api.service.write.elsewhere import Elsewhere
from sayso.api.service.write.extractor_pool import ExtractionProcesses
from sayso.api.service.write.writer import StoreWriter, writer_options
from sayso.graph.model.json_value import Json
from sayso.graph.store.held import HeldSnapshots
from sayso.graph.store.remote.address import Address
from sayso.graph.store.snapshots import Latest, latest, named, prune
from sayso.graph.store.store import Store
from sayso.graph.store.sums import torn
from sayso.graph.store.textless import textless
from sayso.graph.workers.pool import Pool, PoolOptions
from sayso.graph.workers.process import Worker
from sayso.ontology.errors import StoreError, UsageError

_READER = "sayso.graph.workers.reader"
# What a request may take from its turn in the queue until its snapshot is open.
_OPENING_SECONDS = 20
_TIDY_SECONDS = 30.0
# Stands where a store here has a snapshot.
_REMOTE = Path("remote")


class Engine:
    """Belongs to one running service; `start` before use, `close` at the end."""

    def __init__(self, folder: Path | Address, base: str, settings: ServiceSettings, address: str = "") -> None:
        self.remote = folder if isinstance(folder, Address) else None
        self.folder = folder = _REMOTE if isinstance(folder, Address) else folder
        self.base = base
        self.settings = settings
        if self.remote and settings.full_text == "off":
            raise UsageError("SAYSO_FULL_TEXT=off needs the store here, not at an address")
        # Nobody tells when something was written on another server: what was answered before may be old.
        self.cache = Cache(0 if self.remote else settings.cache_mb << 20)
        self.running = Register()
        self.lookups = Lookups()
        # Answers come from these snapshots alone; without full texts they are copies that hold none.
        self.served = folder if settings.full_text == "on" else textless(folder)
        self._following = None if settings.full_text == "on" else Following(folder, base)
        # A long query waits until one that runs has come to its end.
        waiting = settings.queue_seconds + settings.query_seconds + _OPENING_SECONDS
        self._latest = HeldSnapshots(Latest(self.served), waiting)
        self._tidying: asyncio.Task[None] | None = None
        self.ready: dict[str, Json] = {}
        memory = str(settings.reader_memory_mb << 20)
        options = PoolOptions(
            settings.readers,
            settings.queue,
            settings.queue_seconds,
            settings.answer_seconds,
            settings.client_queue,
            settings.short_seconds,
            settings.query_seconds,
        )
        self._memory = memory
        self.pool = Pool(self._reader, options)
        self.extractor = ExtractionProcesses(settings)
        self.writer = (Elsewhere if self.remote else StoreWriter)(folder, base, address, writer_options(settings))

    async def start(self) -> None:
        """Make sure that there is a snapshot, take the store where keys may write to it, and start the readers."""
        prepare(self.remote or self.folder, self.base)
        if self.settings.api_key:
            await self.writer.start()
        if self._following is not None:
            await self._following.start()
            self.writer.after = self._following.now
        self.ready = await self.pool.fill()
        if self.remote is None:
            self._tidying = asyncio.create_task(self._tidy())

    async def close(self) -> None:
        """End the readers and the writer."""
        if self._tidying is not None:
            self._tidying.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._tidying
        await self.pool.close()
        await self.lookups.close()
        await self.extractor.close()
        if self._following is not None:
            await self._following.close()
        await self.writer.close()
        self._latest.close()

    def snapshot(self) -> Path:
        """Return the snapshot to answer from: the last that was published."""
        found = _REMOTE if self.remote else self._latest()
        if found is None:
            raise StoreError("the store's snapshots are gone; start the service again")
        return found

    def named(self, name: str) -> Path:
        """Return the snapshot of this name. Raises NotFoundError where it is gone."""
        return _REMOTE if self.remote and name == _REMOTE.name else named(self.served, name)

    def seconds(self, wanted: float | None) -> float:
        """Return how long a query may take: what the client wants, within the service's limit."""
        return min(wanted or self.settings.query_seconds, self.settings.query_seconds)

    async def _tidy(self) -> None:
        # Who publishes removes what is old and not in use; what was in use then has to go without another write.
        while True:
            await asyncio.sleep(_TIDY_SECONDS)
            self._latest.tidy()
            for home in {self.folder, self.served}:
                with contextlib.suppress(OSError):
                    await asyncio.to_thread(prune, home)

    async def _reader(self) -> Worker:
        if self.remote is None:
            return await Worker.start(_READER, self._memory)
        worker = await Worker.start(_READER, self._memory, "remote")
        # Through the pipe, where no list of processes shows what it holds.
        worker.give(json.dumps({"remote": self.remote.told()}).encode())
        await worker.receive()
        return worker


def prepare(folder: Path | Address, base: str, *, writes: bool = False) -> None:
    """Publish a snapshot of a store where there is none, or the last is torn; an absent store is made.

    With `writes` the store has to be free for writing, too. A remote one has to be there, and filled. Raises as
    `Store.open` does.
    """
    if isinstance(folder, Address):
        Store.open(folder, read_only=True, base=base).close()
        return
    found = latest(folder)
    afresh = found is None or torn(found) is not None
    if writes or afresh:
        with Store.open(folder, base=base) as store:
            store.publish(always=afresh)
    elif found is not None:
        Store.open_snapshot(found, base).close()
