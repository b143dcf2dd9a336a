"""Writing a database anew, so that nothing is left in its files of what was taken out."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from sayso.graph.store.damage import damage_of
from sayso.graph.store.lock import FolderLock
from sayso.ontology.errors import StoreError

WHOLE: Final = ".database-rewritten"


def rewrite(folder: Path) -> None:
    """Copy a store's quads into a new database, and put it in the old one's place.

    It needs as much room again. Raises StoreLocked where the store is in use, StoreDamaged where it cannot be read,
    StoreError where the copy cannot be written; then the old one stays.
    """
    unfinished = folder / ".database-new"
    with FolderLock(folder, shared=False):
        shutil.rmtree(unfinished, ignore_errors=True)
        try:
            ox.Store(str(unfinished)).bulk_extend(ox.Store.read_only(str(folder / "database")))
            unfinished.rename(folder / WHOLE)
            finish(folder)
        except (OSError, RuntimeError) as error:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise damage_of(error, folder) or StoreError(f"{folder}: cannot be written anew ({error})") from error


def is_rewritten(folder: Path) -> bool:
    """Say whether a database that was written anew waits to take its place."""
    return (folder / WHOLE).is_dir()


def finish(folder: Path) -> None:
    """Put a database that was written anew in the old one's place, where a kill came between. Raises OSError."""
    whole, database = folder / WHOLE, folder / "database"
    if whole.is_dir():
        if database.exists():
            shutil.rmtree(database)
        whole.rename(database)
