"""A full disk: a clear word, nothing half, and reading goes on."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode

from sayso.graph.store import room, snapshots
from sayso.graph.store.room import check_room, is_full
from sayso.graph.store.store import Store
from sayso.loaders.writer.doing import do
from sayso.loaders.writer.job import WriteJob
from sayso.ontology.errors import StoreFull, UnpublishedError
from tests.sample import sample_quads

INSERT = "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } }"
ASK = "ASK { GRAPH <urn:g> { <urn:a> <urn:p> 1 } }"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 48 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("a small disk needs root")
    command = [mount, "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this system mounts no small disk")
    yield place
    subprocess.run([shutil.which("umount") or "umount", "-l", str(place)], check=False)


def fill(place: Path, leave: int) -> Path:
    ballast = place / "ballast"
    with ballast.open("wb") as stream:
        left = shutil.disk_usage(place).free - leave
        for _ in range(left >> 16):
            stream.write(bytes(1 << 16))
    return ballast


def test_a_nearly_full_disk_is_told_before_anything_is_written_and_reading_goes_on(small: Path) -> None:
    folder = small / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
        store.publish()
        ballast = fill(small, 1 << 20)
        with pytest.raises(StoreFull, match="nothing was written"):
            store.update(INSERT)
        with pytest.raises(StoreFull):
            do(store, WriteJob("update", {"text": INSERT}, "me"))
        assert store.query(ASK) is False
        assert store.query("ASK { ?s a sayso:Statement }") is True
        ballast.unlink()
        store.update(INSERT)
        assert store.query(ASK) is True
    with Store.open(folder, read_only=True) as store:
        assert store.query(ASK) is True


def test_what_is_stored_and_not_published_is_told_as_that(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with Store.open(folder) as store:
        store.publish(always=True)
        with monkeypatch.context() as patched:
            patched.setattr(snapshots, "note", full)
            with pytest.raises(UnpublishedError, match="stored, but not yet published"):
                do(store, WriteJob("update", {"text": INSERT}, "me"))
        assert store.unpublished()
        assert store.query(ASK) is True
    snapshot = snapshots.latest(folder)
    assert snapshot is not None
    with Store.open_snapshot(snapshot) as store:
        assert store.query(ASK) is True


class Failing:
    """An engine whose n-th call of a function fails, as on a full disk."""

    def __init__(self, engine: Any, name: str) -> None:
        self._engine, self._name = engine, name

    def __getattr__(self, name: str) -> Any:
        if name == self._name:
            raise OSError(errno.ENOSPC, "No space left on device")
        return getattr(self._engine, name)


WRITES: dict[str, Callable[[Store], None]] = {
    "update": lambda store: store.update(INSERT),
    "bulk_load": lambda store: store.fill(NamedNode("urn:g"), b"<urn:a> <urn:p> <urn:b> ."),
}


@pytest.mark.parametrize("name", WRITES)
def test_an_engine_that_meets_a_full_disk_writes_nothing(folder: Path, name: str) -> None:
    with Store.open(folder) as store:
        engine = store._engine
        store._engine = Failing(engine, name)  # type: ignore[assignment]
        with pytest.raises(StoreFull):
            WRITES[name](store)
        store._engine = engine
        assert store.query("ASK { GRAPH <urn:g> { ?s ?p ?o } }") is False


def test_a_full_disk_is_known_by_its_number_or_its_words() -> None:
    assert is_full(OSError(errno.ENOSPC, "x"))
    assert is_full(RuntimeError("IO error: No space left on device: While appending to file"))
    assert not is_full(OSError(errno.EIO, "x"))
    check_room(Path("/nowhere/at/all"))
    assert room._RESERVE > 1 << 20


@pytest.mark.parametrize("arguments", [["ontology"], ["queries"], ["--help"]])
def test_no_traceback_goes_out_where_nothing_can_be_written(arguments: list[str]) -> None:
    code = "from sayso.api.command import main; main()"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert "no room is left" in done.stderr
    assert "Traceback" not in done.stderr
