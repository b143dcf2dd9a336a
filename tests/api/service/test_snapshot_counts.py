"""Counts are waited for only shortly, made once for each snapshot, and left out where they take long."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sayso.api.service.engine import Engine
from sayso.api.service.settings import read_service_settings
from sayso.api.service.snapshot_counts import CLASSES, PROPERTIES, STATEMENTS, Counting
from sayso.graph.workers.job import QueryJob
from sayso.ontology.iris import BASE

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_nobody_waits_for_counts_while_the_readers_are_busy(sample_folder: Path) -> None:
    async def ask() -> None:
        engine = Engine(sample_folder, BASE, read_service_settings(readers=1, reader_memory_mb=600))
        await engine.start()
        try:
            counting, snapshot = Counting(engine), str(engine.snapshot())
            busy = await engine.pool.run(QueryJob(snapshot, ENDLESS).told(), 60)
            assert await counting.soon(CLASSES) is None
            assert await counting.soon(PROPERTIES) is None
            busy.close()
            for text in (CLASSES, PROPERTIES):
                while (found := await counting.soon(text)) is None:
                    await asyncio.sleep(0.05)
                assert sum(found.values()) > 0
            jobs = engine.pool.busy
            assert await counting.soon(CLASSES) == await counting.count(CLASSES)
            assert engine.pool.busy == jobs == 0
            assert await counting.count(STATEMENTS) == {f"{BASE.removesuffix('id/')}ontology#Statement": 6}
        finally:
            await engine.close()

    asyncio.run(ask())


def test_a_count_that_nobody_waits_for_any_more_ends_with_the_service(sample_folder: Path) -> None:
    async def ask() -> None:
        engine = Engine(sample_folder, BASE, read_service_settings(readers=1, reader_memory_mb=600))
        await engine.start()
        counting = Counting(engine)
        busy = await engine.pool.run(QueryJob(str(engine.snapshot()), ENDLESS).told(), 60)
        assert await counting.soon(CLASSES) is None
        busy.close()
        await engine.close()

    asyncio.run(ask())
