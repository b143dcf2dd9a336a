"""How far a reading is: bytes, so that what is left can be told before all articles are counted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO


class Meter:
    """Counts the bytes of files that were read; of the file being read, those up to where its stream stands."""

    def __init__(self) -> None:
        self._before = 0
        self._stream: BinaryIO | None = None

    @contextmanager
    def reading(self, stream: BinaryIO) -> Iterator[None]:
        """Count a stream as long as the block lasts, and all of what was read of it afterwards."""
        self._stream = stream
        try:
            yield
        finally:
            self._before = self.done
            self._stream = None

    @property
    def done(self) -> int:
        """How many bytes were read so far; packed files count as they are on the disk."""
        return self._before + (self._stream.tell() if self._stream is not None and not self._stream.closed else 0)
