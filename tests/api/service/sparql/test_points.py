"""The snapshot that look-ups are answered from: the latest, in use while it is open, and let go."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pyoxigraph as ox

from sayso.api.service.sparql.points import Lookups
from sayso.graph.store.snapshots import KEPT, latest
from sayso.graph.store.store import Store

THING, IS = ox.NamedNode("http://example.org/thing"), ox.NamedNode("http://example.org/is")
TEXT = f"SELECT ?o {{ {THING} {IS} ?o }}"


def publish(store: Store, value: str) -> str:
    """Have the thing be one more, and return the snapshot that tells."""
    graph = ox.NamedNode("http://example.org/g")
    store.apply([], [ox.Quad(THING, IS, ox.Literal(value), graph)])
    store.publish()
    assert store.folder is not None
    found = latest(store.folder)
    assert found is not None
    return str(found)


async def answered(lookups: Lookups, snapshot: str) -> bytes:
    """Ask until the snapshot is open."""
    while (found := lookups.answer(snapshot, TEXT, 100)) is None:
        await asyncio.sleep(0.01)
    return found


def test_each_look_up_is_of_the_snapshot_that_it_names(tmp_path: Path) -> None:
    async def ask() -> None:
        lookups = Lookups()
        with Store.open(tmp_path / "some.store") as store:
            for value in ("one", "two", "three"):
                snapshot = publish(store, value)
                assert lookups.answer(snapshot, TEXT, 100) is None
                assert f'"{value}"'.encode() in await answered(lookups, snapshot)
        await lookups.close()

    asyncio.run(ask())


def test_an_open_snapshot_is_in_use_until_the_end(tmp_path: Path) -> None:
    async def ask() -> None:
        lookups = Lookups()
        with Store.open(tmp_path / "some.store") as store:
            first = publish(store, "first")
            await answered(lookups, first)
            for number in range(KEPT + 1):
                publish(store, str(number))
            assert Path(first).is_dir()
            assert b'"first"' in await answered(lookups, first)
            await lookups.close()
            publish(store, "last")
            assert not Path(first).is_dir()

    asyncio.run(ask())


def test_a_snapshot_that_is_gone_is_left_to_the_readers(tmp_path: Path) -> None:
    async def ask() -> None:
        lookups = Lookups()
        for _ in range(3):
            assert lookups.answer(str(tmp_path / "snapshots" / "00000001-00000000"), TEXT, 100) is None
            await asyncio.sleep(0.05)
        await lookups.close()

    asyncio.run(ask())


def test_what_is_no_look_up_opens_nothing(tmp_path: Path) -> None:
    async def ask() -> None:
        lookups = Lookups()
        with Store.open(tmp_path / "some.store") as store:
            first = publish(store, "first")
            assert lookups.answer(first, "SELECT * { ?s ?p ?o }", 100) is None
            await asyncio.sleep(0.05)
            for number in range(KEPT + 1):
                publish(store, str(number))
            assert not Path(first).is_dir()
        await lookups.close()

    asyncio.run(ask())
