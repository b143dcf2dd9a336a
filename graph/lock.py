"""The lock on a store's folder: many read, or one writes."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import Self

from ontology.errors import StoreError, StoreLocked


class FolderLock:
    """A lock that the system lets go of when its process ends, however it ends.

    flock, unlike the engine's own fcntl lock, belongs to the opened file: a second one inside the same process is
    noticed, and closing another handle does not drop it.
    """

    def __init__(self, folder: Path, *, shared: bool) -> None:
        """Take the lock on `folder`.

        Raises StoreLocked where somebody else holds it, StoreError where the folder cannot be used.
        """
        path = folder / "lock"
        try:
            self._handle = os.open(path, os.O_RDONLY if shared else os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise StoreError(f"{folder}: the store cannot be opened ({error.strerror}); check the folder") from error
        try:
            fcntl.flock(self._handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._handle)
            raise StoreLocked(locked(folder, shared=shared)) from error

    def release(self) -> None:
        """Let go of the lock; a second call does nothing."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def locked(folder: Path, *, shared: bool = False) -> str:
    """Say that a store is in use, and what to do about it."""
    doing = "writing to" if shared else "using"
    return (
        f"{folder}: another process is {doing} this store; wait until it is done, stop it, "
        "or name another folder with --store"
    )
