"""Sending an answer while it is computed: whole, or broken off so that the client notices; never cut off quietly."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from sayso.api.service.asking import until_left
from sayso.graph.workers.answer import WorkerAnswer
from sayso.ontology.errors import LimitError

# The most that is remembered of an answer for the cache, while it passes.
_REMEMBERED = 1 << 22


class AnswerResponse(Response):
    """An answer that has begun. What fails from here on raises, and the server breaks the connection."""

    def __init__(
        self, answer: WorkerAnswer, headers: Mapping[str, str], seconds: float, done: Callable[[bytes], None]
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
        leaving = asyncio.create_task(until_left(receive))
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
