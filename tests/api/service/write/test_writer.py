"""The writer is one process: it writes whole or not at all, publishes, is killed past its limits and replaced."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from sayso.api.service.write.writer import StoreWriter, WriterOptions
from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.loaders.writer.job import WriteJob
from sayso.ontology.errors import LimitError, QueryError, StoreLocked, TimeLimitError
from sayso.ontology.iris import BASE

MEMORY = 1 << 30
INSERT = "INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 } }"


def run(folder: Path, act: Callable[[StoreWriter], Awaitable[None]], **options: float) -> None:
    async def inside() -> None:
        writer = StoreWriter(folder, BASE, "http://127.0.0.1:1", WriterOptions(MEMORY, **options))  # type: ignore[arg-type]
        try:
            await writer.start()
            await act(writer)
        finally:
            await writer.close()

    asyncio.run(inside())


def update(text: str) -> WriteJob:
    return WriteJob("update", {"text": text}, by="tester")


def holds(folder: Path) -> int:
    """Count what the last snapshot holds besides the ontology, and who wrote last."""
    path = latest(folder)
    assert path is not None
    with Store.open_snapshot(path) as snapshot:
        beside = {f"{BASE}graph/ontology", f"{BASE}graph/loading"}
        return sum(1 for quad in snapshot.engine if getattr(quad.graph_name, "value", "") not in beside)


def test_each_write_is_published(folder: Path) -> None:
    async def act(writer: StoreWriter) -> None:
        before = latest(folder)
        assert before is not None
        await writer.ask(update(INSERT))
        assert latest(folder) != before
        assert holds(folder) == 1

    run(folder, act)


def test_an_error_comes_back_and_nothing_is_published(folder: Path) -> None:
    async def act(writer: StoreWriter) -> None:
        before = latest(folder)
        with pytest.raises(QueryError, match="line 1, column"):
            await writer.ask(update("INSERT"))
        with pytest.raises(QueryError, match="SERVICE and LOAD"):
            await writer.ask(update("LOAD <http://127.0.0.1:9/>"))
        assert latest(folder) == before

    run(folder, act)


def test_a_write_past_its_time_is_ended_and_the_next_one_done(folder: Path) -> None:
    async def act(writer: StoreWriter) -> None:
        first = writer.pid
        many = " ".join(f"<urn:{i}> <urn:p> {i} ." for i in range(300))
        await writer.ask(update(f"INSERT DATA {{ {many} }}"))
        with pytest.raises(TimeLimitError):
            await writer.ask(update("INSERT { ?a <urn:q> ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"))
        await writer.ask(update(INSERT))
        assert writer.pid != first
        assert holds(folder) == 301

    run(folder, act, seconds=3)


def test_a_write_that_breaks_its_process_is_told_and_the_next_one_done(folder: Path) -> None:
    grown = "".join(f" BIND(CONCAT({f'?x{i - 1}, ' * 9}?x{i - 1}) AS ?x{i})" for i in range(1, 12))

    async def act(writer: StoreWriter) -> None:
        with pytest.raises(LimitError):
            await writer.ask(update('INSERT { <urn:s> <urn:p> ?x11 } WHERE { BIND("a" AS ?x0)' + grown + " }"))
        await writer.ask(update(INSERT))
        assert holds(folder) == 1

    run(folder, act)


def test_a_writer_that_was_killed_while_idle_is_replaced(folder: Path) -> None:
    async def act(writer: StoreWriter) -> None:
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        await writer.ask(update(INSERT))
        assert holds(folder) == 1

    run(folder, act)


def test_writes_are_done_one_after_the_other(folder: Path) -> None:
    async def act(writer: StoreWriter) -> None:
        await writer.ask(update("INSERT DATA { <urn:n> <urn:is> 0 }"))
        found = "<urn:n> <urn:is> ?n BIND(?n + 1 AS ?m)"
        count = f"DELETE {{ <urn:n> <urn:is> ?n }} INSERT {{ <urn:n> <urn:is> ?m }} WHERE {{ {found} }}"
        await asyncio.gather(*(writer.ask(update(count)) for _ in range(20)))
        path = latest(folder)
        assert path is not None
        with Store.open_snapshot(path) as snapshot:
            assert snapshot.query("ASK { <urn:n> <urn:is> 20 }") is True

    run(folder, act)


def test_a_store_that_is_served_says_where(folder: Path) -> None:
    async def act(_: StoreWriter) -> None:
        with pytest.raises(StoreLocked, match=r"sayso load --to http://127\.0\.0\.1:1 "):
            Store.open(folder)

    run(folder, act)
    with Store.open(folder):
        pass


def test_a_store_that_another_process_writes_to_is_not_served_for_writing(folder: Path) -> None:
    async def act(_: StoreWriter) -> None:
        raise AssertionError

    with Store.open(folder), pytest.raises(StoreLocked):
        run(folder, act)


def test_who_wrote_is_noted_beside_the_graph(folder: Path) -> None:
    async def act(writer: StoreWriter) -> None:
        await writer.ask(update(INSERT))

    run(folder, act)
    assert '"by": "tester"' in (folder / "writes.jsonl").read_text("utf-8")
