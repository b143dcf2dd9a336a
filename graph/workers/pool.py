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
from sayso.graph.workers.answer import Hands, WorkerAnswer
from sayso.graph.workers.process import Worker
from sayso.graph.workers.turn import Lane, Turn
from sayso.graph.workers.turns import TurnOptions, Turns
from sayso.ontology.errors import BusyError, SaysoError

type Start = Callable[[], Awaitable[Worker]]


@dataclass(frozen=True, slots=True)
class PoolOptions:
    """How many work at once, how many wait for them and how long, and how long one answer may hold a worker.

    Of those who wait `client_queue` may be one client's. What takes longer than `quantum` seconds is a long query, and
    waits `long_seconds` longer than others; 0 where all are alike.
    """

    size: int = 2
    queue: int = 32
    queue_seconds: float = 10.0
    hold_seconds: float = 300.0
    client_queue: int = 32
    quantum: float = 0.0
    long_seconds: float = 0.0


class Pool:
    """Workers of one kind, started by `start`; belongs to one event loop."""

    def __init__(self, start: Start, options: PoolOptions) -> None:
        self._start = start
        self._options = options
        limits = (options.size, options.queue, options.client_queue, options.queue_seconds, options.quantum)
        self.turns = Turns(TurnOptions(*limits, options.queue_seconds + options.long_seconds))
        self._idle: deque[Worker] = deque()
        self._busy: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        # Each start is a task of the pool's own, and each process is known until it has ended: whoever asked for it may
        # leave in the middle, and the pool still waits for it when it closes.
        self._starting: set[asyncio.Task[Worker]] = set()
        self._known: set[Worker] = set()
        self._closed = False
        self.killed = 0

    @property
    def busy(self) -> int:
        """How many workers have a job."""
        return len(self._busy)

    @property
    def waiting(self) -> int:
        """How many requests wait for a worker."""
        return self.turns.waiting

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
            worker = await self._fresh()
            ready = worker.ready
            self._keep(worker)
        return ready

    async def run(
        self, job: Mapping[str, Json] | bytes, seconds: float, client: str = "", kind: str = ""
    ) -> WorkerAnswer:
        """Give a job (bytes: its JSON) to a worker and return its answer, not begun yet; the caller closes it.

        Who waits gets its turn by `client`, and by what is known of its queries of this `kind`. Raises BusyError where
        it does not come in time, TooManyError where that is the client's own doing.
        """
        told = job if isinstance(job, bytes) else json.dumps(job).encode()
        turn = await self.turns.take(client, kind)
        worker = await self._working(turn, told)
        hands = Hands(
            partial(self._give_back, turn),
            partial(self._again, turn, told),
            partial(self.turns.begin, turn),
            partial(self.turns.quit, turn),
        )
        answer = WorkerAnswer(worker, hands, seconds, self._options.hold_seconds)
        self.turns.begin(turn, answer)
        return answer

    async def ask(self, job: Mapping[str, Json], seconds: float, client: str = "", kind: str = "") -> bytes:
        """Give a job to a worker and return its whole answer. Raises as `run`, and what the answer raises."""
        answer = await self.run(job, seconds, client, kind)
        with contextlib.closing(answer):
            await answer.begin()
            return await answer.all()

    async def close(self) -> None:
        """End all workers."""
        self._closed = True
        while self._starting:
            await asyncio.wait(self._starting)
        for worker in self._known:
            worker.kill()
        # Whose answers these were may be told only later, when nobody waits for processes any more.
        await asyncio.gather(*(worker.end_signal() for worker in [*self._known]))
        while self._tasks or self._idle:
            # Taken out first: to wait for what has ended gives nobody a turn to take it out.
            tasks, idle = [*self._tasks], [*self._idle]
            self._tasks.clear()
            self._idle.clear()
            await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.gather(*(worker.stop() for worker in idle))

    async def _fresh(self) -> Worker:
        """Start a worker. Raises BusyError once the pool is closed: nobody would end it."""
        if not self._closed:
            starting = asyncio.ensure_future(self._start())
            self._starting.add(starting)
            starting.add_done_callback(self._started)
            try:
                worker = await asyncio.shield(starting)
            except asyncio.CancelledError:
                starting.add_done_callback(self._unclaimed)
                raise
            if not self._closed:
                return worker
            await worker.stop()
        raise BusyError("the service is being stopped; ask again in a moment")

    def _started(self, starting: asyncio.Task[Worker]) -> None:
        self._starting.discard(starting)
        self._known = {worker for worker in self._known if worker.alive}
        if not starting.cancelled() and starting.exception() is None:
            self._known.add(starting.result())

    def _unclaimed(self, starting: asyncio.Task[Worker]) -> None:
        # Who asked for it has left: it is there for the next one.
        if not starting.cancelled() and starting.exception() is None:
            self._keep(starting.result())

    def _rested(self, turn: Turn) -> Worker | None:
        short = turn.lane is not Lane.LONG
        while self._idle:
            # The one that worked last is the warmest; those that gave way to others are for long ones, if they have to.
            worker = next((worker for worker in reversed(self._idle) if worker.slow != short), self._idle[-1])
            self._idle.remove(worker)
            if worker.alive and (not short or worker.catch_up()):
                return worker
            self._background(worker.stop())
        return None

    async def _again(self, turn: Turn, job: bytes, dead: Worker) -> Worker:
        self._busy.discard(dead)
        self._background(dead.stop())
        if turn.evicted:
            await self.turns.again(turn)
        return await self._working(turn, job)

    async def _working(self, turn: Turn, job: bytes) -> Worker:
        """Give a job to a worker that rests, else to a new one; where there is none its turn is over."""
        try:
            worker = self._rested(turn) or await self._fresh()
        except BaseException:
            self.turns.done(turn)
            raise
        self._busy.add(worker)
        worker.give(job)
        return worker

    def _give_back(self, turn: Turn, worker: Worker, whole: bool) -> None:
        self._busy.discard(worker)
        self.turns.done(turn)
        if whole:
            self._keep(worker)
            return
        self.killed += 1
        worker.kill()
        self._background(self._replace(worker))

    def _keep(self, worker: Worker) -> None:
        # Two requests that find no worker start one each, and the one that replaces a killed one comes on top.
        if self._closed or len(self._idle) + len(self._busy) >= self._options.size + self.turns.sending:
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
        with contextlib.suppress(SaysoError):
            await self.fill()
