"""Answers that were given before, kept within a bound of memory; the one not asked for longest goes first."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

# A longer answer would push out many that are asked for more often.
MOST_SHARE = 16


@dataclass(frozen=True, slots=True)
class Kept:
    """A whole answer with its media type."""

    body: bytes
    media_type: str


class Cache:
    """Answers by key; a key holds the snapshot, so that nothing here grows old."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self.hits = 0

    @property
    def longest(self) -> int:
        """The longest answer that is kept, in bytes."""
        return self._most // MOST_SHARE

    def get(self, key: str) -> Kept | None:
        """Return what is kept under a key."""
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            self.hits += 1
        return kept

    def put(self, key: str, kept: Kept) -> None:
        """Keep an answer, and let go of others where there is no room."""
        if len(kept.body) > self.longest or key in self._kept:
            return
        self._kept[key] = kept
        self._bytes += len(kept.body) + len(key)
        while self._bytes > self._most:
            old, gone = self._kept.popitem(last=False)
            self._bytes -= len(gone.body) + len(old)
