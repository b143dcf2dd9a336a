"""Snapshots: immutable checkpoints of a store, published for those who read while somebody writes.

Each is a folder of its own inside the store's, `snapshots/<number>-<random>/`, laid out as a store is, so that the same
code opens it. A checkpoint consists of hard links: it takes milliseconds and hardly any room.
"""

from __future__ import annotations

import re
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from sayso.graph.store.beside import carry
from sayso.graph.store.damage import damage_of
from sayso.graph.store.lock import FolderLock
from sayso.graph.store.sums import note
from sayso.ontology.errors import NotFoundError, StoreError, StoreLocked

KEPT = 2
_TICK = 100_000_000

_NAME = re.compile(r"(\d{8})-[0-9a-f]{8}")


def publish(engine: ox.Store, folder: Path, touched: set[str] | None = None) -> Path:
    """Publish what the engine of the store in `folder` holds now as its latest snapshot, and return its folder.

    `touched` are the IRIs of what changed for an index of actors since the one before; None where anything may have.
    The last two and those in use stay, older ones are removed. Raises StoreError where it cannot be written.
    """
    home = folder / "snapshots"
    _clear_unfinished(home)
    unfinished = home / f".new-{secrets.token_hex(4)}"
    last = max((int(path.name[:8]) for path in _all(folder)), default=0)
    target = home / f"{last + 1:08}-{secrets.token_hex(4)}"
    try:
        unfinished.mkdir(parents=True)
        (unfinished / "lock").touch()
        engine.backup(str(unfinished / "database"))
        before = latest(folder)
        note(unfinished, before)
        if before is not None:
            carry(before, unfinished, touched)
        # Under its name only once it is whole: a listing of the folder never meets half a snapshot.
        unfinished.rename(target)
    except (OSError, RuntimeError) as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        if (damage := damage_of(error, folder)) is not None:
            raise damage from error
        raise StoreError(f"{home}: no snapshot can be written ({error}); check the room on the disk") from error
    prune(folder)
    return target


def latest(folder: Path) -> Path | None:
    """Return the folder of the latest snapshot of the store in `folder`, None where none was published."""
    return max(_all(folder), key=lambda path: path.name, default=None)


class Latest:
    """The latest snapshot of one store, looked for again only when the folder of its snapshots has changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._home = folder / "snapshots"
        self._found: Path | None = None
        self._changed = 0

    def __call__(self) -> Path | None:
        """Return it as `latest` does."""
        try:
            changed = self._home.stat().st_mtime_ns
        except OSError:
            return None
        if changed != self._changed:
            self._found = latest(self._folder)
            # A second change within one tick of the file system's clock would leave no trace.
            self._changed = changed if time.time_ns() - changed > _TICK else 0
        return self._found


def named(folder: Path, name: str) -> Path:
    """Return the folder of the snapshot of this name; raises NotFoundError where it is gone."""
    path = folder / "snapshots" / name
    if not _NAME.fullmatch(name) or not path.is_dir():
        raise NotFoundError(f"the snapshot {name!r} is gone; ask anew")
    return path


def prune(folder: Path) -> None:
    """Remove snapshots beyond the last two, those in use aside."""
    for path in sorted(_all(folder), key=lambda path: path.name)[:-KEPT]:
        try:
            with FolderLock(path, shared=False):
                doomed = path.with_name(f".old-{path.name}")
                path.rename(doomed)
        except StoreLocked:
            continue
        except (StoreError, OSError):
            # Another process removes it at this moment.
            continue
        shutil.rmtree(doomed, ignore_errors=True)


def _all(folder: Path) -> Iterator[Path]:
    home = folder / "snapshots"
    return (path for path in home.iterdir() if _NAME.fullmatch(path.name)) if home.is_dir() else iter(())


def _clear_unfinished(home: Path) -> None:
    # Only the one writer publishes, so what another run left unfinished belongs to nobody.
    for pattern in (".new-*", ".old-*"):
        for path in home.glob(pattern):
            shutil.rmtree(path, ignore_errors=True)
