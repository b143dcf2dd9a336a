"""The lock on a store's folder: many read, or one writes."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import Self

from sayso.graph.store.system_lock import locks
from sayso.ontology.errors import StoreError, StoreLocked


class FolderLock:
    """A lock that the system lets go of when its process ends, however it ends.

    flock, unlike the engine's own fcntl lock, belongs to the opened file: a second one inside the same process is
    noticed, and closing another handle does not drop it.
    """

    def __init__(self, folder: Path, *, shared: bool, holder: str = "") -> None:
        """Take the lock on `folder`; `holder`, "ADDRESS PROCESS", says to others where the one who writes can be asked.

        Raises StoreLocked where somebody else holds it, StoreError where the folder cannot be used.
        """
        path = folder / "lock"
        try:
            self._handle = os.open(path, os.O_RDONLY if shared else os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise StoreError(f"{folder}: the store cannot be opened ({error.strerror}); check the folder") from error
        if not locks(self._handle, shared=shared):
            os.close(self._handle)
            raise StoreLocked(locked(folder, shared=shared))
        if not shared:
            # Others are told where to ask, where there is room for that.
            with contextlib.suppress(OSError):
                os.ftruncate(self._handle, 0)
                os.write(self._handle, holder.encode())

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
    if address := serving(folder):
        return (
            f"{folder}: `sayso serve` at {address} holds this store; write through it, with its key: "
            f"sayso load --to {address} PATH; or stop it, or name another folder with --store"
        )
    doing = "writing to" if shared else "using"
    return (
        f"{folder}: another process is {doing} this store; wait until it is done, stop it, "
        "or name another folder with --store"
    )


def serving(folder: Path) -> str | None:
    """Return the address of the service that holds a store for writing, None where none is known to."""
    try:
        address, _, process = (folder / "lock").read_text("utf-8").partition(" ")
        # What a killed one left behind says nothing. Windows has no question of that kind: 0 would be an interrupt.
        if sys.platform != "win32":
            os.kill(int(process), 0)
    except (OSError, ValueError):
        return None
    return address if address.startswith("http") else None
