"""Asking a reader on behalf of a request: in its client's turn, and no longer than the client waits."""

from __future__ import annotations

import asyncio
import contextlib
import json

from starlette.requests import Request
from starlette.types import Receive

from sayso.graph.workers.answer import WorkerAnswer
from sayso.graph.workers.job import CallJob, QueryJob
from sayso.graph.workers.pool import Pool

_SOON = 0.02


class ClientLeft(Exception):
    """The client is gone; nobody reads what would be answered."""


async def run(
    request: Request, job: QueryJob | CallJob | bytes, seconds: float, *, kind: str = "query"
) -> WorkerAnswer:
    """Give a job to a reader once it is the client's turn; raises as `Pool.run`, and ClientLeft.

    `kind` says what a job of bytes is; one of a call has the call's name.
    """
    pool: Pool = request.app.state.engine.pool
    if isinstance(job, CallJob):
        kind = job.name
    told = job if isinstance(job, bytes) else json.dumps(job.told()).encode()
    return await give(request, pool, told, seconds, kind)


async def give(request: Request, pool: Pool, job: bytes, seconds: float, kind: str) -> WorkerAnswer:
    """Give a job to one of a pool's workers, as `run`."""
    client = client_of(request)
    if pool.turns.free(client, kind):
        return await pool.run(job, seconds, client, kind)
    # To watch the client costs more than most queries: it is done where there is something to wait for.
    running = asyncio.create_task(pool.run(job, seconds, client, kind))
    leaving = asyncio.create_task(until_left(request.receive))
    try:
        await asyncio.wait({running, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            raise ClientLeft
        return running.result()
    finally:
        leaving.cancel()
        if not running.done():
            running.cancel()
            running.add_done_callback(_let_go)


async def ask(request: Request, job: CallJob, seconds: float) -> bytes:
    """Return a reader's whole answer; raises as `run`, and what the answer raises."""
    answer = await run(request, job, seconds)
    with contextlib.closing(answer):
        await begin(answer, request)
        return await answer.all()


async def begin(answer: WorkerAnswer, request: Request) -> None:
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


def client_of(request: Request) -> str:
    """Return whose request it is."""
    return str(getattr(request.state, "client", ""))


async def until_left(receive: Receive) -> None:
    """Return once the client has left."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _begin_watched(answer: WorkerAnswer, receive: Receive) -> None:
    beginning = asyncio.create_task(answer.begin())
    leaving = asyncio.create_task(until_left(receive))
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


def _let_go(task: asyncio.Task[WorkerAnswer]) -> None:
    if not task.cancelled() and task.exception() is None:
        task.result().close()
