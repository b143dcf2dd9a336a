"""Snapshots are published whole, read beside a writer, and removed when nobody needs them."""

import shutil
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.store.snapshots import KEPT, Latest, latest, named, prune, publish
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, StoreError, StoreLocked

G, S, P = (NamedNode(f"http://example.org/{name}") for name in "gsp")


def said(text: str) -> list[Quad]:
    return [Quad(S, P, Literal(text), G)]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "snapshots").iterdir())


def test_a_store_publishes_what_was_written_when_it_closes(folder: Path) -> None:
    with Store.open(folder) as store:
        store.apply([], said("a"))
        assert latest(folder) is None
    first = latest(folder)
    assert first is not None
    with Store.open_snapshot(first) as snapshot:
        assert list(snapshot.quads(G)) == said("a")
    with Store.open(folder):
        pass
    assert latest(folder) == first


def test_a_snapshot_does_not_change(folder: Path) -> None:
    with Store.open(folder) as store:
        store.apply([], said("a"))
        store.publish()
        path = latest(folder)
        assert path is not None
        with Store.open_snapshot(path) as snapshot:
            store.apply(said("a"), said("b"))
            store.publish()
            assert list(snapshot.quads(G)) == said("a")
        later = latest(folder)
        assert later is not None
        with Store.open_snapshot(later) as snapshot:
            assert list(snapshot.quads(G)) == said("b")


def test_whoever_reads_beside_a_writer_gets_what_was_published_last(folder: Path) -> None:
    with Store.open(folder) as store:
        with pytest.raises(StoreLocked):
            Store.open(folder, read_only=True)
        store.apply([], said("a"))
        store.publish()
        store.apply([], said("b"))
        with Store.open(folder, read_only=True) as reader:
            assert list(reader.quads(G)) == said("a")


def test_what_a_killed_process_wrote_is_published_by_the_next(folder: Path) -> None:
    with Store.open(folder) as store:
        store.publish()
        before = latest(folder)
        store.apply([], said("a"))
        store._publishes = False  # as if it had been killed here
    assert latest(folder) == before
    with Store.open(folder):
        pass
    assert latest(folder) != before


def test_the_last_two_and_those_in_use_are_kept(folder: Path) -> None:
    with Store.open(folder) as store:
        first = publish(store.engine, folder)
        with Store.open_snapshot(first):
            later = [publish(store.engine, folder) for _ in range(3)]
            assert names(folder) == sorted(path.name for path in (first, *later[-KEPT:]))
        prune(folder)
        assert names(folder) == sorted(path.name for path in later[-KEPT:])


def test_half_a_snapshot_is_never_listed_and_cleared_by_the_next(folder: Path) -> None:
    with Store.open(folder) as store:
        unfinished = folder / "snapshots" / ".new-0"
        unfinished.mkdir(parents=True)
        assert latest(folder) is None
        published = publish(store.engine, folder)
        assert names(folder) == [published.name]


@pytest.mark.parametrize("name", ["00000009-00000000", "..", "../database", "", "x" * 300, "00000001-0000000\n"])
def test_a_snapshot_that_is_gone_or_none_is_said(folder: Path, name: str) -> None:
    with pytest.raises(NotFoundError):
        named(folder, name)


def test_a_disk_that_takes_no_snapshot_is_said(folder: Path) -> None:
    with Store.open(folder) as store:
        (folder / "snapshots").write_text("in the way")
        with pytest.raises(StoreError, match="snapshot"):
            publish(store.engine, folder)
        (folder / "snapshots").unlink()


def test_the_latest_is_found_at_once_however_quickly_they_follow(folder: Path) -> None:
    told, seen = Latest(folder), set[Path]()
    with Store.open(folder) as store:
        for number in range(20):
            store.apply([], said(str(number)))
            store.publish()
            found = told()
            assert found is not None
            assert found not in seen
            assert found == told() == latest(folder)
            seen.add(found)


def test_the_latest_of_no_store_is_none_until_there_is_one(tmp_path: Path) -> None:
    told = Latest(tmp_path / "later.store")
    assert told() is None
    Store.open(tmp_path / "later.store").close()
    assert told() == latest(tmp_path / "later.store")
    shutil.rmtree(tmp_path / "later.store" / "snapshots")
    assert told() is None
