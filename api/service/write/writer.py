"""The writer as the service sees it: one process that holds the store, one job at a time, replaced when it dies."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from sayso.api.service.settings import ServiceSettings
from sayso.graph.model.json_value import Json
from sayso.graph.workers.failures import error_of
from sayso.graph.workers.frames import FrameKind
from sayso.graph.workers.process import Worker
from sayso.loaders.writer.job import WriteJob
from sayso.ontology.errors import BusyError, LimitError, TimeLimitError

_PROCESS = "sayso.loaders.writer.writer"


@dataclass(frozen=True, slots=True)
class WriterOptions:
    """The memory of the process in bytes, how long a write may take, how many wait for theirs and how long."""

    memory: int
    seconds: float = 60.0
    queue: int = 32
    queue_seconds: float = 60.0


def writer_options(settings: ServiceSettings) -> WriterOptions:
    """Return what the settings say of the writer."""
    return WriterOptions(
        settings.writer_memory_mb << 20, settings.write_seconds, settings.queue, settings.write_seconds
    )


class StoreWriter:
    """Belongs to one event loop; `start` takes the store's lock, `close` lets go of it."""

    def __init__(self, folder: Path, base: str, address: str, options: WriterOptions) -> None:
        self._arguments = (str(folder), base, str(options.memory), address or "-")
        self._options = options
        self._worker: Worker | None = None
        self._turn = asyncio.Lock()
        self._waiting = 0
        # Awaited after each write, before its answer: what else has to follow the snapshot that it published.
        self.after: Callable[[], Awaitable[None]] | None = None

    @property
    def pid(self) -> int | None:
        """The process's number, None while there is none."""
        return self._worker.pid if self._worker is not None and self._worker.alive else None

    async def start(self) -> None:
        """Start the process. Raises StoreLocked where another process holds the store, StoreError as `Store.open`."""
        async with self._turn:
            await self._ready()

    async def ask(self, job: WriteJob) -> Json:
        """Do a job, and publish a snapshot after it; return what its function returns.

        Raises what its function raises, TimeLimitError and LimitError where the process had to be ended or broke (what
        was asked is then written whole or not at all), BusyError where too many wait.
        """
        async with self._slot():
            worker = await self._ready()
            if not await worker.send(job.told()):
                # It had died since its last job; nothing of this one was begun.
                worker = await self._ready(afresh=True)
                if not await worker.send(job.told()):
                    raise BusyError("the process that writes ended at once; nothing was written; ask again")
            try:
                async with asyncio.timeout(self._options.seconds):
                    found = await self._answer(worker)
            except TimeoutError as error:
                await self._end()
                raise TimeLimitError(
                    f"the write took longer than {self._options.seconds:g} seconds and was ended; ask for less at once"
                ) from error
            except asyncio.CancelledError:
                worker.kill()
                raise
        if self.after is not None:
            await self.after()
        return found

    async def close(self) -> None:
        """End the process. What was written is published already."""
        async with self._turn:
            await self._end()

    async def _answer(self, worker: Worker) -> Json:
        answer = bytearray()
        while (frame := await worker.receive()) is not None:
            kind, payload = frame
            if kind is FrameKind.ERROR:
                raise error_of(json.loads(payload))
            if kind is FrameKind.END:
                found: Json = json.loads(answer)
                return found
            answer += payload
        ended = await worker.end_signal()
        await self._end()
        raise LimitError(
            f"the write broke the process that did it ({ended}): it needs more memory than it may have, or nests too "
            "deep; nothing is half written; write less at once"
        )

    async def _ready(self, *, afresh: bool = False) -> Worker:
        if afresh or self._worker is None or not self._worker.alive:
            await self._end()
            self._worker = await Worker.start(_PROCESS, *self._arguments)
        return self._worker

    async def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            # Until it has ended it holds the lock.
            await worker.stop()

    @contextlib.asynccontextmanager
    async def _slot(self) -> AsyncIterator[None]:
        if self._turn.locked() and self._waiting >= self._options.queue:
            raise BusyError("too many writes wait already; ask again in a moment")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._options.queue_seconds):
                await self._turn.acquire()
        except TimeoutError as error:
            raise BusyError("the writes before this one took too long; ask again in a moment") from error
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._turn.release()
