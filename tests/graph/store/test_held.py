"""A snapshot that somebody was told of stays until he had the time to open it."""

from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.store.held import HeldSnapshots
from sayso.graph.store.snapshots import Latest, latest, prune
from sayso.graph.store.store import Store

G, S, P = (NamedNode(f"http://example.org/{name}") for name in "gsp")


def publish(store: Store, times: int) -> None:
    for number in range(times):
        store.apply([], [Quad(S, P, Literal(f"{store.unpublished()} {number} {len(store.engine)}"), G)])
        store.publish()


def test_what_was_told_outlives_later_ones(folder: Path) -> None:
    with Store.open(folder) as store:
        publish(store, 1)
        held = HeldSnapshots(Latest(folder), seconds=60)
        first = held()
        assert first == latest(folder)
        publish(store, 4)
        second = held()
        assert second == latest(folder) != first
        publish(store, 4)
        assert first is not None
        assert second is not None
        for path in (first, second):
            Store.open_snapshot(path).close()
        held.close()
        publish(store, 3)
        assert not first.exists()
        assert not second.exists()


def test_it_is_let_go_of_after_its_time(folder: Path) -> None:
    with Store.open(folder) as store:
        publish(store, 1)
        held = HeldSnapshots(Latest(folder), seconds=-1)
        first = held()
        publish(store, 3)
        held()
        publish(store, 3)
        assert first is not None
        assert not first.exists()
        held.close()


def test_no_snapshot_is_none(folder: Path) -> None:
    assert HeldSnapshots(Latest(folder), 1)() is None


def test_what_was_in_use_goes_without_another_write(folder: Path) -> None:
    with Store.open(folder) as store:
        publish(store, 1)
        now = [0.0]
        held = HeldSnapshots(Latest(folder), seconds=60, clock=lambda: now[0])
        first = held()
        publish(store, 1)
        held()
        publish(store, 3)
        assert first is not None
        assert first.exists()
        now[0] = 61
        held.tidy()
        prune(folder)
        assert not first.exists()
        held.close()
