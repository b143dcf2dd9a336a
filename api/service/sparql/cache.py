"""Answers that were given before, kept within a bound of memory; the one not asked for longest goes first."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

# A longer answer would push out many that are asked for more often.
MOST_SHARE = 16
_MOST_FRONTS = 2048
_LONGEST_FRONT = 4096


@dataclass(frozen=True, slots=True)
class Kept:
    """A whole answer with its media type and its ETag; `query` is what the log says of the query."""

    body: bytes
    media_type: str
    etag: str
    query: tuple[int, str]


# What tells a request from others before it is read: the snapshot, its target, its headers.
type Front = tuple[str | bytes, ...]


class Cache:
    """Answers by key; a key holds the snapshot, so that nothing here grows old."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._fronts: OrderedDict[Front, str] = OrderedDict()
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

    def recall(self, front: Front) -> Kept | None:
        """Return the answer to a request that was the same to the letter."""
        key = self._fronts.get(front)
        kept = self.get(key) if key is not None else None
        if kept is None and key is not None:
            del self._fronts[front]
        return kept

    def note(self, front: Front | None, key: str) -> None:
        """Remember which key a request came to; those of long requests are not worth it."""
        if front is not None and sum(map(len, front)) <= _LONGEST_FRONT:
            self._fronts[front] = key
            if len(self._fronts) > _MOST_FRONTS:
                self._fronts.popitem(last=False)

    def put(self, key: str, kept: Kept) -> None:
        """Keep an answer, and let go of others where there is no room."""
        if len(kept.body) > self.longest or key in self._kept:
            return
        self._kept[key] = kept
        self._bytes += len(kept.body) + len(key)
        while self._bytes > self._most:
            old, gone = self._kept.popitem(last=False)
            self._bytes -= len(gone.body) + len(old)
