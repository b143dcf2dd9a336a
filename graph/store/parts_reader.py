"""Parts: bytes that lie in many pieces, read as one file without being put together."""

from __future__ import annotations

import io
from collections.abc import Iterable


class PartsReader(io.RawIOBase):
    """A file of pieces of bytes, one after the other; each is let go once it is read."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._parts = iter(parts)
        self._part = memoryview(b"")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Return what comes next, no more than `size` bytes; nothing at the end."""
        if size < 0:
            return self.readall()
        while size and not self._part:
            if (part := next(self._parts, None)) is None:
                return b""
            self._part = memoryview(part)
        found, self._part = self._part[:size], self._part[size:]
        return bytes(found)
