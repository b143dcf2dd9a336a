"""Writing an answer: frames of bytes into a pipe, until it is whole or larger than it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pyoxigraph as ox

from sayso.graph.model.json_value import Json
from sayso.graph.workers.frames import FrameKind, pack, pack_json
from sayso.graph.workers.row_counting import COUNTERS, Rows
from sayso.ontology.errors import LimitError

CHUNK = 1 << 16

_END = pack_json(FrameKind.END, {})

type Send = Callable[[bytes], object]


class AnswerWriter:
    """Collects what the engine's serialiser writes into chunks, and counts its rows and bytes.

    The head of the answer goes out with its first chunk: an engine that fails before has answered nothing. Raising out
    of `write` is the one way to stop the engine.
    """

    def __init__(self, send: Send, head: dict[str, Json], most_bytes: int, most_rows: int, rows: Rows | None) -> None:
        self._send = send
        self._head: dict[str, Json] | None = head
        self._buffer = bytearray()
        self._written = 0
        self._most_bytes = most_bytes
        self._most_rows = most_rows
        self._rows = rows
        self._uncounted: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Take what the serialiser writes; raises LimitError past a limit."""
        self._buffer += data
        if len(self._buffer) >= CHUNK:
            self._send(self._chunk())
        return len(data)

    def flush(self) -> None:
        """Do nothing: the engine flushes at the end, which `finish` marks."""

    def finish(self) -> None:
        """Send the rest and the mark that the answer is whole; a short answer goes out in one piece."""
        self._send(self._chunk() + _END)

    def _chunk(self) -> bytes:
        chunk = bytes(self._buffer)
        self._buffer.clear()
        self._written += len(chunk)
        if self._written > self._most_bytes:
            raise LimitError(f"the answer is longer than {self._most_bytes:,} bytes; ask for less, or page with LIMIT")
        self._count(chunk)
        told = pack(FrameKind.DATA, chunk) if chunk else b""
        if self._head is not None:
            told = pack_json(FrameKind.HEAD, self._head) + told
            self._head = None
        return told

    def _count(self, chunk: bytes) -> None:
        """Count rows, once there are bytes enough for too many: that takes time, and most answers are short."""
        if self._rows is None:
            return
        self._uncounted.append(chunk)
        if self._written > self._most_rows * self._rows.least:
            for waiting in self._uncounted:
                if self._rows.feed(waiting) > self._most_rows:
                    raise _too_many(self._most_rows, "rows")
            self._uncounted.clear()


def counter(results: str) -> Rows:
    """Return the counter of rows for a format of results."""
    return COUNTERS[results]()


def bounded(triples: Iterator[ox.Triple], most: int) -> Iterator[ox.Triple]:
    """Pass on triples; raises LimitError past `most`."""
    for number, triple in enumerate(triples, 1):
        if number > most:
            raise _too_many(most, "triples")
        yield triple


def _too_many(most: int, what: str) -> LimitError:
    return LimitError(f"the answer has more than {most:,} {what}; ask for less, or page with LIMIT and OFFSET")
