"""The copies without texts follow the store, and end with the service."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from sayso.api.service.following import Following
from sayso.graph.store.store import Store
from sayso.graph.store.textless import textless
from tests.sample import sample_quads


def test_what_is_started_as_a_service_stops_is_ended_and_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
        base = store.base

    async def inside() -> None:
        before = _children()
        following = Following(folder, base)
        begun = asyncio.create_task(following.now())
        while not _children() - before and not begun.done():
            await asyncio.sleep(0)
        await following.close()
        await begun
        assert _children() == before
        # Nothing is begun afterwards.
        await following.now()
        assert _children() == before

    asyncio.run(inside())


def test_the_latest_snapshot_has_its_copy(tmp_path: Path) -> None:
    folder = tmp_path / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
        base = store.base

    async def inside() -> None:
        following = Following(folder, base)
        await following.start()
        await following.close()

    asyncio.run(inside())
    assert any((textless(folder) / "snapshots").iterdir())


def _children() -> set[int]:
    return {int(number) for number in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()}
