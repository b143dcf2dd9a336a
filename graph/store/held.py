"""The latest snapshot, marked as in use for those who were told of it and have not opened it yet."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from sayso.graph.store.lock import FolderLock
from sayso.ontology.errors import StoreError, StoreLocked

# Each costs an open file.
_MOST = 256
_TRIES = 5


class HeldSnapshots:
    """Asks `latest`, and holds each snapshot for so many seconds after a later one was told.

    A writer that publishes many a second would otherwise remove one before a request that waits for a reader has it.
    """

    def __init__(
        self, latest: Callable[[], Path | None], seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._latest = latest
        self._clock = clock
        self._seconds = seconds
        self._newest: tuple[Path, FolderLock] | None = None
        self._older: deque[tuple[float, FolderLock]] = deque()

    def __call__(self) -> Path | None:
        """Return the latest snapshot, None where there is none."""
        found = self._latest()
        # To compare paths takes longer than all else here, and mostly it is the very same.
        if self._newest is None or (found is not self._newest[0] and found != self._newest[0]):
            found = self._hold(found)
        return found

    def tidy(self) -> None:
        """Let go of those whose time is over."""
        now = self._clock()
        while self._older and (self._older[0][0] < now or len(self._older) > _MOST):
            self._older.popleft()[1].release()

    def close(self) -> None:
        """Let go of all."""
        for _, lock in self._older:
            lock.release()
        if self._newest is not None:
            self._newest[1].release()
        self._older.clear()
        self._newest = None

    def _hold(self, found: Path | None) -> Path | None:
        for _ in range(_TRIES):
            if found is None:
                return None
            try:
                lock = FolderLock(found, shared=True)
            except (StoreLocked, StoreError):
                # It is being removed, so there are later ones.
                found = self._latest()
                continue
            now = self._clock()
            if self._newest is not None:
                self._older.append((now + self._seconds, self._newest[1]))
            self._newest = found, lock
            self.tidy()
            return found
        return found
