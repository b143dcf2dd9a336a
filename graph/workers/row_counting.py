"""Counting rows in the bytes of an answer while they pass, whatever the format and wherever the chunks are cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

_ESCAPED = re.compile(rb"\\.", re.DOTALL)
_RESULT = b"<result>"


class Outside:
    """Takes the quoted strings out of a stream of bytes."""

    def __init__(self, *, escapes: bool) -> None:
        self._escapes = escapes
        self._inside = False
        self._half = b""

    def of(self, chunk: bytes) -> bytes:
        """Return what of this chunk stands outside of quotes."""
        if self._escapes:
            chunk, self._half = self._half + chunk, b""
            if b"\\" in chunk:
                chunk = _ESCAPED.sub(b"", chunk)
                if chunk.endswith(b"\\"):
                    chunk, self._half = chunk[:-1], b"\\"
        parts = chunk.split(b'"')
        outside = parts[1 if self._inside else 0 :: 2]
        self._inside ^= len(parts) % 2 == 0
        return b"".join(outside)


class JsonRows:
    """In SPARQL JSON a binding follows a colon, a row an opening bracket or a comma. `least`: the bytes of a row."""

    least = len("{},")

    def __init__(self) -> None:
        self.rows = 0
        self._outside = Outside(escapes=True)
        self._last = b""

    def feed(self, chunk: bytes) -> int:
        """Take the next bytes, return the rows begun so far."""
        text = self._last + self._outside.of(chunk)
        self.rows += text.count(b"[{") + text.count(b",{")
        self._last = text[-1:]
        return self.rows


class XmlRows:
    """In SPARQL XML a row opens with an element; text cannot hold its angle brackets."""

    least = len("<result></result>")

    def __init__(self) -> None:
        self.rows = 0
        self._last = b""

    def feed(self, chunk: bytes) -> int:
        """Take the next bytes, return the rows begun so far."""
        text = self._last + chunk
        self.rows += text.count(_RESULT)
        self._last = text[-len(_RESULT) + 1 :]
        return self.rows


class LineRows:
    """In CSV and TSV a row ends with a line feed outside of quotes; the first line is the header."""

    least = len("\n")

    def __init__(self, *, escapes: bool) -> None:
        self.rows = -1
        self._outside = Outside(escapes=escapes)

    def feed(self, chunk: bytes) -> int:
        """Take the next bytes, return the rows ended so far."""
        self.rows += self._outside.of(chunk).count(b"\n")
        return max(self.rows, 0)


type Rows = JsonRows | XmlRows | LineRows

COUNTERS: Final[Mapping[str, Callable[[], Rows]]] = MappingProxyType(
    {
        "json": JsonRows,
        "xml": XmlRows,
        "csv": lambda: LineRows(escapes=False),
        "tsv": lambda: LineRows(escapes=True),
    }
)
