"""The pool: so many workers at once, so many requests that wait for one, and a new worker for each that was killed."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from functools import partial

from sayso.graph.model.json_value import Json
from sayso.graph.workers.answer import Answer, Hands
from sayso.graph.workers.process import Worker
from sayso.ontology.errors import BusyError, StoreError

type Start = Callable[[], Awaitable[Worker]]


@dataclass(frozen=True, slots=True)
class PoolOptions:
    """How many work at once, how many wait for them and how long, and how long one answer may hold a worker."""

    size: int = 2
    queue: int = 32
    queue_seconds: float = 10.0
    hold_seconds: float = 300.0


class Pool:
    """Workers of one kind, started by `start`; belongs to one event loop."""

    def __init__(self, start: Start, options: PoolOptions) -> None:
        self._start = start
        self._options = options
        self._free = asyncio.Semaphore(options.size)
        self._waiting = 0
        self._idle: deque[Worker] = deque()
        self._busy: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False
        self.killed = 0

    @property
    def busy(self) -> int:
        """How many workers have a job."""
        return len(self._busy)

    @property
    def waiting(self) -> int:
        """How many requests wait for a worker."""
        return self._waiting

    @property
    def replacing(self) -> bool:
        """Whether a worker that has ended is being replaced."""
        return bool(self._tasks)

    def pids(self) -> list[int]:
        """List the processes, idle and busy."""
        return [worker.pid for worker in (*self._idle, *self._busy)]

    async def fill(self) -> dict[str, Json]:
        """Start the workers that are missing; return what the last one told when it was ready."""
        ready: dict[str, Json] = {}
        while not self._closed and len(self._idle) + len(self._busy) < self._options.size:
            worker = await self._start()
            ready = worker.ready
            self._keep(worker)
        return ready

    async def run(self, job: Mapping[str, Json] | bytes, seconds: float) -> Answer:
        """Give a job (bytes: its JSON) to a worker and return its answer, not begun yet; the caller closes it.

        Raises BusyError where none is free in time.
        """
        told = job if isinstance(job, bytes) else json.dumps(job).encode()
        await self._slot()
        try:
            worker = self._rested() or await self._start()
        except BaseException:
            self._free.release()
            raise
        self._busy.add(worker)
        worker.give(told)
        hands = Hands(self._give_back, partial(self._again, told))
        return Answer(worker, hands, seconds, self._options.hold_seconds)

    async def ask(self, job: Mapping[str, Json], seconds: float) -> bytes:
        """Give a job to a worker and return its whole answer."""
        answer = await self.run(job, seconds)
        with contextlib.closing(answer):
            await answer.begin()
            return await answer.all()

    async def close(self) -> None:
        """End all workers."""
        self._closed = True
        for worker in self._busy:
            worker.kill()
        while self._tasks or self._idle:
            # Taken out first: to wait for what has ended gives nobody a turn to take it out.
            tasks, idle = [*self._tasks], [*self._idle]
            self._tasks.clear()
            self._idle.clear()
            await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.gather(*(worker.stop() for worker in idle))

    async def _slot(self) -> None:
        if not self._free.locked():
            await self._free.acquire()
            return
        if self._waiting >= self._options.queue:
            raise BusyError("too many queries wait already; ask again in a moment")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._options.queue_seconds):
                await self._free.acquire()
        except TimeoutError as error:
            raise BusyError("no reader became free in time; ask again in a moment") from error
        finally:
            self._waiting -= 1

    def _rested(self) -> Worker | None:
        # The one that worked last is the warmest.
        while self._idle:
            worker = self._idle.pop()
            if worker.alive:
                return worker
            self._background(worker.stop())
        return None

    async def _again(self, job: bytes, dead: Worker) -> Worker:
        self._busy.discard(dead)
        self._background(dead.stop())
        try:
            worker = await self._start()
        except BaseException:
            self._free.release()
            raise
        self._busy.add(worker)
        worker.give(job)
        return worker

    def _give_back(self, worker: Worker, whole: bool) -> None:
        self._busy.discard(worker)
        self._free.release()
        if whole:
            self._keep(worker)
            return
        self.killed += 1
        worker.kill()
        self._background(self._replace(worker))

    def _keep(self, worker: Worker) -> None:
        # Two requests that find no worker start one each, and the one that replaces a killed one comes on top.
        if self._closed or len(self._idle) + len(self._busy) >= self._options.size:
            self._background(worker.stop())
        else:
            self._idle.append(worker)

    def _background(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _replace(self, dead: Worker) -> None:
        await dead.stop()
        if self._closed:
            return
        # Where none can be started, the next request tries again and tells its client.
        with contextlib.suppress(StoreError, OSError, TimeoutError):
            await self.fill()
