"""A store's folder: made, opened by the engine, cleared of what a kill left behind."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pyoxigraph as ox

from sayso.graph.store.damage import damage_of, damaged, is_lock
from sayso.graph.store.lock import locked
from sayso.graph.store.rewriting import is_rewritten
from sayso.graph.store.room import is_full
from sayso.graph.store.version import MARK
from sayso.ontology.errors import StoreError, StoreFull, StoreLocked

DATABASE: Final = "database"


def make(folder: Path) -> None:
    """Make the folder of a store. Raises StoreError where it holds other things or cannot be made."""
    made = (folder / DATABASE).is_dir() or is_rewritten(folder)
    if folder.is_dir() and not made and any(f.name not in ("lock", MARK) for f in folder.iterdir()):
        raise StoreError(f"{folder}: this folder holds other things and no store; name another one with --store")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: the store's folder cannot be made ({error.strerror})") from error


def opened(folder: Path, *, read_only: bool) -> ox.Store:
    """Open the engine of the store in a folder. Raises StoreLocked, StoreFull, StoreDamaged and StoreError."""
    database = folder / DATABASE
    try:
        # To open what has lost its beginning would make another one in its place.
        if database.is_dir() and any(database.glob("*.sst")) and not (database / "CURRENT").is_file():
            raise damaged(database / "CURRENT", "the file is gone")
        return ox.Store.read_only(str(database)) if read_only else ox.Store(str(database))
    except (OSError, RuntimeError, ValueError) as error:
        if is_full(error):
            raise StoreFull(f"{folder}: the disk is full; nothing was written; make room and try again") from error
        if is_lock(str(error)):
            raise StoreLocked(locked(folder)) from error
        if (damage := damage_of(error, folder)) is not None:
            raise damage from error
        raise StoreError(
            f"{folder}: the store cannot be opened ({error}); load the articles into another folder"
        ) from error


def clear_leftovers(folder: Path) -> None:
    """Remove what a bulk load that was killed left behind; only with the engine's lock, when nobody writes it."""
    for leftover in (folder / DATABASE).glob("bulk-*.sst"):
        leftover.unlink(missing_ok=True)


def is_store(folder: Path) -> bool:
    """Say whether a folder is a store (or was made to be one)."""
    return (folder / DATABASE / "CURRENT").is_file()
