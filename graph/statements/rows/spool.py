"""A spool: what is read once and walked through several times, out of a temporary file and not out of memory."""

from __future__ import annotations

import os
import pickle
import struct
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator
from itertools import batched
from typing import Final

_AT_ONCE: Final = 500
_LENGTH: Final = struct.Struct(">Q")


class Spool[Item]:
    """Rows of a store, or edges; `make` is called at the first walk. The file has no name and goes with this object."""

    def __init__(self, make: Callable[[], Iterable[Item]]) -> None:
        self._make: Callable[[], Iterable[Item]] | None = make
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed with the object
        self._end = 0
        weakref.finalize(self, self._file.close)

    def __iter__(self) -> Iterator[Item]:
        """Yield the items."""
        self.fill()
        place = 0
        while place < self._end:
            (length,) = _LENGTH.unpack(os.pread(self._file.fileno(), _LENGTH.size, place))
            # Nobody but this object has ever written there.
            yield from pickle.loads(os.pread(self._file.fileno(), length, place + _LENGTH.size))  # noqa: S301
            place += _LENGTH.size + length

    def fill(self) -> None:
        """Make the items now, if nobody walked through them yet."""
        if self._make is None:
            return
        items, self._make = self._make(), None
        for batch in batched(items, _AT_ONCE):
            data = pickle.dumps(batch, pickle.HIGHEST_PROTOCOL)
            self._file.write(_LENGTH.pack(len(data)) + data)
        self._file.flush()
        self._end = self._file.tell()
