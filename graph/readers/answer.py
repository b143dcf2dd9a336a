"""An answer on its way: the head first, then bytes, within its time; ending early ends its process."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable

from graph.readers.failures import error_of
from graph.readers.frames import Json, Kind
from graph.readers.process import Worker
from ontology.errors import LimitError, SaysoError, TimeLimitError


class Answer:
    """What a worker answers to one job. `head` is there once `begin` has returned.

    The time limit counts only while the worker is waited for: a slow client does not make a query slow. `hold` bounds
    the whole, so that a client that stops reading cannot keep a worker for ever.
    """

    def __init__(self, worker: Worker, seconds: float, hold: float, done: Callable[[Worker, bool], None]) -> None:
        self._worker = worker
        self._left = seconds
        self._seconds = seconds
        self._until = time.monotonic() + max(hold, seconds)
        self._done = done
        self._stopped: str | None = None
        self._finished = False
        self.head: dict[str, Json] = {}
        self._first: tuple[Kind, bytes] | None = None

    async def begin(self) -> None:
        """Wait for the head of the answer and its first bytes.

        Raises the error that the worker tells, TimeLimitError past the time, LimitError where the worker broke.
        """
        kind, payload = await self._next()
        if kind is Kind.HEAD:
            self.head = json.loads(payload)
            self._first = await self._next()
        else:
            self._first = (kind, payload)

    async def chunks(self) -> AsyncIterator[bytes]:
        """Yield the answer's bytes; raises as `begin` does, and then what came so far is no answer."""
        frame = self._first or await self._next()
        while frame[0] is Kind.DATA:
            yield frame[1]
            frame = await self._next()

    async def all(self) -> bytes:
        """Return the whole answer."""
        return b"".join([chunk async for chunk in self.chunks()])

    def stop(self, reason: str) -> None:
        """End the worker in the middle of its job; whoever waits for the answer gets a LimitError."""
        if not self._finished:
            self._stopped = reason
            self._worker.kill()

    def close(self) -> None:
        """Give the worker back where the answer is whole, and end it where it is not."""
        if not self._finished:
            self._finish(whole=False)

    async def _next(self) -> tuple[Kind, bytes]:
        started = time.monotonic()
        try:
            async with asyncio.timeout(min(self._left, self._until - started)):
                frame = await self._worker.receive()
        except TimeoutError as error:
            self._finish(whole=False)
            raise TimeLimitError(
                f"the query took longer than {self._seconds:g} seconds and was ended; ask for less, or more precisely"
            ) from error
        self._left -= time.monotonic() - started
        if frame is None:
            raise await self._broken()
        kind, payload = frame
        if kind is Kind.ERROR:
            self._finish(whole=True)
            raise error_of(json.loads(payload))
        if kind is Kind.END:
            self._finish(whole=True)
        return kind, payload

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
        self._finished = True
        self._done(self._worker, whole)
