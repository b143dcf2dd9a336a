"""An answer on its way: the head first, then bytes, within its time; ending early ends its process."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from sayso.graph.model.json_value import Json
from sayso.graph.workers.channel import ChannelFrame
from sayso.graph.workers.failures import error_of
from sayso.graph.workers.frames import FrameKind
from sayso.graph.workers.process import Worker
from sayso.graph.workers.turn import Holder
from sayso.ontology.errors import LimitError, SaysoError, TimeLimitError


@dataclass(frozen=True, slots=True)
class Hands:
    """Who a worker comes from: `done` takes it back, whole or not; `again` gives the job to another in its place.

    `begun` is told once the answer has that other; `quit` lets nobody wait for it any longer.
    """

    done: Callable[[Worker, bool], None]
    again: Callable[[Worker], Awaitable[Worker]]
    begun: Callable[[Holder], None]
    quit: Callable[[], None]


class WorkerAnswer:
    """What a worker answers to one job. `head` is there once `begin` has returned.

    The time limit counts only while the worker is waited for: a slow client does not make a query slow. `hold` bounds
    the whole, so that a client that stops reading cannot keep a worker for ever.
    """

    def __init__(self, worker: Worker, hands: Hands, seconds: float, hold: float) -> None:
        self._worker = worker
        self._hands = hands
        self._left = seconds
        self._seconds = seconds
        self._until = time.monotonic() + max(hold, seconds)
        self._stopped: str | None = None
        self._finished = False
        self._given_again = False
        self._evicted = False
        self.begun = False
        self.head: dict[str, Json] = {}
        self._ahead: deque[ChannelFrame] = deque()

    async def soon(self, seconds: float) -> bool:
        """Wait no longer than this for the worker's first word; say whether it came, so that `begin` need not wait."""
        try:
            if (frame := await self._received_within(seconds)) is not None and not self._evicted:
                self._ahead.append(frame)
        except TimeoutError:
            return False
        return True

    async def begin(self) -> None:
        """Wait for the head of the answer and its first bytes.

        Raises the error that the worker tells, TimeLimitError past the time, LimitError where the worker broke.
        """
        while (frame := await self._next())[0] is FrameKind.HEAD:
            self.head = json.loads(frame[1])
        self._ahead.appendleft(frame)
        self.begun = True

    @property
    def started(self) -> bool:
        """Whether the worker has read the job."""
        return not self._worker.untaken

    def worked(self) -> float:
        """Return the processor's seconds that the worker has used so far."""
        return self._worker.worked()

    def give_way(self) -> None:
        """Let the workers of short queries go first."""
        self._worker.give_way()

    def evict(self) -> None:
        """Lose the worker before anything was answered; the job is given to another, once that is to be had."""
        self._evicted = True
        self._ahead.clear()
        self._worker.kill()

    def whole(self) -> bytes | None:
        """Return all of an answer that has begun, where all of it is there already; else None, and it goes on."""
        if self._ahead[0][0] is FrameKind.END:
            return b""
        if (frame := self._worker.take()) is not None:
            self._ahead.append(frame)
        if len(self._ahead) < 2 or self._ahead[1][0] is not FrameKind.END:
            return None
        self._finish(whole=True)
        return self._ahead[0][1]

    async def chunks(self) -> AsyncIterator[bytes]:
        """Yield the answer's bytes; raises as `begin` does, and then what came so far is no answer."""
        while (frame := await self._next())[0] is FrameKind.DATA:
            yield frame[1]

    async def all(self) -> bytes:
        """Return the whole answer."""
        return b"".join([chunk async for chunk in self.chunks()])

    def stop(self, reason: str) -> None:
        """End the worker in the middle of its job; who waits for the answer gets a LimitError."""
        if not self._finished:
            self._stopped = reason
            self._worker.kill()
            self._hands.quit()

    def close(self) -> None:
        """Give the worker back where the answer is whole, and end it where it is not."""
        self._finish(whole=False)

    async def _next(self) -> ChannelFrame:
        kind, payload = self._ahead.popleft() if self._ahead else await self._received()
        if kind is FrameKind.ERROR:
            self._finish(whole=True)
            raise error_of(json.loads(payload))
        if kind is FrameKind.END:
            self._finish(whole=True)
        return kind, payload

    async def _received(self) -> ChannelFrame:
        # What a worker said that was evicted, another says again.
        while (frame := self._worker.take() or await self._wait()) is None or self._evicted:
            if frame is not None:
                continue
            untaken = self._worker.untaken and not self._given_again
            if self._stopped is not None or not (self._evicted or untaken):
                raise await self._broken()
            # It had died before it read the job, or made way: that does not cost the request its answer.
            if self._evicted:
                self._evicted, self._left = False, self._seconds
            else:
                self._given_again = True
            try:
                self._worker = await self._hands.again(self._worker)
            except BaseException:
                self._finished = True
                raise
            self._hands.begun(self)
            if self._stopped is not None:
                self._worker.kill()
        return frame

    async def _wait(self) -> ChannelFrame | None:
        try:
            return await self._received_within(min(self._left, self._until - time.monotonic()))
        except TimeoutError as error:
            self._finish(whole=False)
            raise TimeLimitError(
                f"the query took longer than {self._seconds:g} seconds and was ended; ask for less, or more precisely"
            ) from error

    async def _received_within(self, seconds: float) -> ChannelFrame | None:
        started = time.monotonic()
        try:
            return await self._worker.receive(seconds)
        finally:
            self._left -= time.monotonic() - started

    async def _broken(self) -> SaysoError:
        ended = await self._worker.end_signal()
        self._finish(whole=False)
        if self._stopped is not None:
            return LimitError(self._stopped)
        return LimitError(
            f"the query broke the process that answered it ({ended}): it needs more memory than it may have, "
            "or nests too deep; ask for less, or write it flatter"
        )

    def _finish(self, *, whole: bool) -> None:
        if not self._finished:
            self._finished = True
            self._hands.done(self._worker, whole)
