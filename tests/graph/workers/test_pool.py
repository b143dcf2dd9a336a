"""Readers are processes: they answer, are killed past their limits, and are replaced."""

import asyncio
import contextlib
import csv
import io
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.graph.workers.job import QueryJob
from sayso.graph.workers.pool import Pool, PoolOptions
from sayso.graph.workers.process import Worker
from sayso.ontology.errors import (
    BusyError,
    LimitError,
    NotAcceptableError,
    QueryError,
    SaysoError,
    TimeLimitError,
)
from tests.sample import sample_quads

MEMORY = 600 << 20
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?statement a sayso:Statement }"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A snapshot of the sample."""
    folder = tmp_path_factory.mktemp("pool") / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    return str(latest(folder))


@contextlib.asynccontextmanager
async def pool(**options: float) -> AsyncIterator[Pool]:
    async def start() -> Worker:
        return await Worker.start("sayso.graph.workers.reader", str(MEMORY))

    opened = Pool(start, PoolOptions(**{"size": 1, **options}))  # type: ignore[arg-type]
    try:
        yield opened
    finally:
        await opened.close()


def run(act: Callable[[Pool], Awaitable[None]], **options: float) -> None:
    async def inside() -> None:
        async with pool(**options) as opened:
            await act(opened)

    asyncio.run(inside())


def test_a_reader_answers_in_the_format_that_is_asked_for(snapshot: str) -> None:
    async def act(pool: Pool) -> None:
        answer = json.loads(await pool.ask(QueryJob(snapshot, COUNT).told(), 60))
        assert answer["results"]["bindings"][0]["n"]["value"] == "6"
        text = (await pool.ask(QueryJob(snapshot, COUNT, results="csv").told(), 60)).decode()
        assert list(csv.reader(io.StringIO(text))) == [["n"], ["6"]]
        triples = await pool.ask(QueryJob(snapshot, "DESCRIBE sayso:Statement", triples="ntriples").told(), 60)
        assert b"<https://w3id.org/sayso/ontology#Statement>" in triples
        assert pool.killed == 0

    run(act)


@pytest.mark.parametrize(
    ("job", "error"),
    [
        ({"text": "SELECT"}, QueryError),
        ({"text": "SELECT * { SERVICE <http://127.0.0.1/> {} }"}, QueryError),
        ({"text": "ASK {}", "default_graphs": ("no iri",)}, QueryError),
        ({"text": "ASK {}", "results": None}, NotAcceptableError),
        ({"text": "CONSTRUCT WHERE { ?s ?p ?o }", "triples": None}, NotAcceptableError),
        ({"text": "SELECT * { ?s ?p ?o }", "rows": 5}, LimitError),
        ({"text": "CONSTRUCT WHERE { ?s ?p ?o }", "rows": 5}, LimitError),
        ({"text": "SELECT * { ?s ?p ?o }", "bytes": 500}, LimitError),
        ({"text": "ASK {}", "snapshot": "/nowhere"}, BusyError),
    ],
)
def test_a_failure_is_told_and_the_reader_stays(snapshot: str, job: dict[str, object], error: type[SaysoError]) -> None:
    async def act(pool: Pool) -> None:
        await pool.fill()
        pids = pool.pids()
        with pytest.raises(error) as raised:
            await pool.ask(QueryJob(**{"snapshot": snapshot, **job}).told(), 60)  # type: ignore[arg-type]
        assert type(raised.value) is error
        assert await pool.ask(QueryJob(snapshot, "ASK {}").told(), 60)
        assert pool.pids() == pids

    run(act)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (CROSS, TimeLimitError),
        ("SELECT * {" + "".join(f"?s{i} ?p{i} ?o{i} ." for i in range(320)) + "}", TimeLimitError),
        ("ASK { FILTER(" + "!" * 200_000 + "true) }", LimitError),
    ],
)
def test_a_query_that_would_not_end_costs_its_reader_and_no_other_query(
    snapshot: str, text: str, error: type[LimitError]
) -> None:
    async def act(pool: Pool) -> None:
        with pytest.raises(error):
            await pool.ask(QueryJob(snapshot, text).told(), 1)
        assert await pool.ask(QueryJob(snapshot, "ASK {}").told(), 60)
        assert pool.killed == 1

    run(act)


def test_a_reader_that_cannot_be_started_is_told_as_a_busy_machine(snapshot: str) -> None:
    async def start() -> Worker:
        return await Worker.start("sayso.graph.workers.reader", "no number")

    async def inside() -> None:
        opened = Pool(start, PoolOptions(size=1))
        with pytest.raises(BusyError, match="cannot be started"):
            await opened.ask(QueryJob(snapshot, "ASK {}").told(), 60)
        await opened.close()

    asyncio.run(inside())


def test_a_system_that_starts_no_process_is_told_as_a_busy_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    async def inside() -> None:
        with pytest.raises(BusyError, match="cannot be started"):
            await Worker.start("sayso.graph.workers.reader", str(MEMORY))

    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    asyncio.run(inside())


def test_a_query_that_takes_too_much_memory_ends_in_its_reader(snapshot: str) -> None:
    async def act(pool: Pool) -> None:
        sort = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
        with pytest.raises(LimitError, match="memory"):
            await pool.ask(QueryJob(snapshot, sort).told(), 120)
        assert await pool.ask(QueryJob(snapshot, "ASK {}").told(), 60)

    run(act)


def test_a_reader_that_was_killed_while_idle_costs_nobody_an_answer(snapshot: str) -> None:
    async def act(pool: Pool) -> None:
        await pool.fill()
        [pid] = pool.pids()
        os.kill(pid, signal.SIGKILL)
        assert await pool.ask(QueryJob(snapshot, "ASK {}").told(), 60)

    run(act)


def test_a_query_can_be_stopped(snapshot: str) -> None:
    async def act(pool: Pool) -> None:
        answer = await pool.run(QueryJob(snapshot, CROSS).told(), 60)
        waiting = asyncio.create_task(answer.begin())
        await asyncio.sleep(0)
        answer.stop("stopped by a test")
        with pytest.raises(LimitError, match="stopped by a test"):
            await waiting
        assert pool.busy == 0

    run(act)


def test_a_pool_that_is_closed_waits_for_all_its_processes_and_starts_no_more(snapshot: str) -> None:
    async def act(pool: Pool) -> None:
        answer = await pool.run(QueryJob(snapshot, CROSS).told(), 60)
        [pid] = pool.pids()
        await pool.close()
        # It was waited for: nobody of this number is there, not even as a dead one.
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
        with pytest.raises(BusyError, match="stopped"):
            await answer.begin()
        with pytest.raises(BusyError):
            await pool.ask(QueryJob(snapshot, "ASK {}").told(), 60)
        assert pool.pids() == []

    run(act)


def test_a_process_whose_client_left_while_it_started_is_kept_or_ended_with_the_pool(snapshot: str) -> None:
    async def act(pool: Pool) -> None:
        job = QueryJob(snapshot, "ASK {}").told()
        asks = asyncio.create_task(pool.ask(job, 60))
        while not children():
            await asyncio.sleep(0.001)
        asks.cancel()
        [pid] = children()
        # The next one does not start another.
        while not pool.pids():
            await asyncio.sleep(0.01)
        assert pool.pids() == [pid]
        assert b"true" in await pool.ask(job, 60)
        os.kill(pid, signal.SIGKILL)
        asks = asyncio.create_task(pool.ask(job, 60))
        while not children() - {pid}:
            await asyncio.sleep(0.001)
        asks.cancel()
        await pool.close()
        assert not children()

    def children() -> set[int]:
        return _children() - others

    others = _children()
    run(act)


def _children() -> set[int]:
    return {int(number) for number in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()}


def test_who_asks_when_all_are_busy_waits_or_is_sent_away(snapshot: str) -> None:
    async def act(pool: Pool) -> None:
        answer = await pool.run(QueryJob(snapshot, CROSS).told(), 60)
        waits = asyncio.create_task(pool.ask(QueryJob(snapshot, "ASK {}").told(), 60))
        while not pool.waiting:
            await asyncio.sleep(0.01)
        with pytest.raises(BusyError):
            await pool.ask(QueryJob(snapshot, "ASK {}").told(), 60)
        answer.close()
        assert b"true" in await waits

    run(act, queue=1, queue_seconds=60)


def test_who_waits_too_long_for_a_reader_is_told(snapshot: str) -> None:
    async def act(pool: Pool) -> None:
        answer = await pool.run(QueryJob(snapshot, CROSS).told(), 60)
        with pytest.raises(BusyError):
            await pool.ask(QueryJob(snapshot, "ASK {}").told(), 60)
        answer.close()

    run(act, queue_seconds=0.05)


def test_an_answer_that_grows_too_large_midway_does_not_end_like_a_whole_one(snapshot: str) -> None:
    async def act(pool: Pool) -> None:
        cross = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
        answer = await pool.run(QueryJob(snapshot, cross, bytes=1 << 20).told(), 60)
        await answer.begin()
        came = 0
        chunks = answer.chunks()
        with pytest.raises(LimitError):  # noqa: PT012
            while True:
                came += len(await anext(chunks))
        assert 0 < came <= 1 << 20
        assert await pool.ask(QueryJob(snapshot, "ASK {}").told(), 60)

    run(act)


def test_what_begins_again_as_a_long_one_leaves_the_processor_to_short_ones(snapshot: str) -> None:
    async def act(pool: Pool) -> None:
        await pool.fill()
        jobs = [pool.run(QueryJob(snapshot, CROSS).told(), 600, f"client-{number}") for number in range(2)]
        answers = [await job for job in jobs]
        begins = [asyncio.create_task(answer.begin()) for answer in answers]
        async with asyncio.timeout(300):
            while not (pool.turns.evicted and pool.waiting):
                assert await pool.ask(QueryJob(snapshot, "ASK {}").told(), 600, "short")
                await asyncio.sleep(0.01)
            while len(slow := giving_way(pool)) != 1:
                await asyncio.sleep(0.01)
            os.kill(slow[0], signal.SIGKILL)
            while pool.waiting or slow[0] in pool.pids() or len(giving_way(pool)) != 1:
                await asyncio.sleep(0.01)
        for answer in answers:
            answer.stop("it is over")
        assert all(isinstance(each, LimitError) for each in await asyncio.gather(*begins, return_exceptions=True))

    def giving_way(pool: Pool) -> list[int]:
        found = []
        for pid in pool.pids():
            # One that was ended just now may still be listed.
            with contextlib.suppress(ProcessLookupError):
                found += [pid] * (os.getpriority(os.PRIO_PROCESS, pid) == 19)
        return found

    run(act, size=2, quantum=0.2, queue_seconds=60, long_seconds=600)
