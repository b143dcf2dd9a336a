"""Sending an answer while it is computed: whole, or broken off so that the client notices; never cut off quietly."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from sayso.graph.workers.answer import Answer
from sayso.ontology.errors import LimitError

# The most that is remembered of an answer for the cache, while it passes.
_REMEMBERED = 1 << 22
_SOON = 0.02


class ClientLeft(Exception):
    """The client is gone; nobody reads what would be answered."""


class AnswerResponse(Response):
    """An answer that has begun. What fails from here on raises, and the server breaks the connection."""

    def __init__(
        self, answer: Answer, headers: Mapping[str, str], seconds: float, done: Callable[[bytes], None]
    ) -> None:
        self._answer = answer
        self._seconds = seconds
        self._done = done
        self._whole = b""
        self.status_code = 200
        self.background = None
        # No length: without a body here, none is said, and the answer goes out in chunks.
        self.init_headers(headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer; a client that leaves, or reads for too long, ends the query."""
        leaving = asyncio.create_task(_until_left(receive))
        leaving.add_done_callback(lambda task: None if task.cancelled() else self._answer.stop("the client left"))
        try:
            async with asyncio.timeout(self._seconds):
                await self._send(send)
        except LimitError:
            # Where nobody is left to notice, it is no fault.
            if not leaving.done():
                raise
        finally:
            leaving.cancel()
            self._answer.close()
            self._done(self._whole)

    async def _send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        whole = bytearray()
        async for chunk in self._answer.chunks():
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
            whole += chunk if len(whole) < _REMEMBERED else b""
        await send({"type": "http.response.body", "body": b""})
        self._whole = bytes(whole) if len(whole) < _REMEMBERED else b""


async def begin(answer: Answer, request: Request) -> None:
    """Wait for an answer's head. Raises what the answer raises, and ClientLeft where the client does not wait."""
    try:
        # To watch the client takes longer than most queries: only those that take their time are worth it.
        if await answer.soon(_SOON):
            await answer.begin()
        else:
            await _begin_watched(answer, request.receive)
    except BaseException:
        answer.close()
        raise


async def _begin_watched(answer: Answer, receive: Receive) -> None:
    beginning = asyncio.create_task(answer.begin())
    leaving = asyncio.create_task(_until_left(receive))
    try:
        await asyncio.wait({beginning, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not beginning.done():
            answer.stop("the client left")
            await asyncio.wait({beginning})
            beginning.exception()
            raise ClientLeft
        beginning.result()
    finally:
        beginning.cancel()
        leaving.cancel()


async def _until_left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
