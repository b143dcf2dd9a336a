"""A connection's way out, on which the head of an answer and what follows at once go together."""

from __future__ import annotations

import asyncio
from typing import Any

_HEAD = b"HTTP/1."


class Gathering:
    """A transport that holds the head of an answer back until something follows, or the loop has gone round."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._held = b""

    def write(self, data: bytes) -> None:
        """Write, or hold back what begins an answer."""
        if self._held:
            held, self._held = self._held, b""
            self._transport.writelines([held, data])
        elif data.startswith(_HEAD):
            self._held = data
            self._loop.call_soon(self._flush)
        else:
            self._transport.write(data)

    def write_eof(self) -> None:
        """Say that nothing follows, once all is written; the other side may still send."""
        self._flush()
        self._transport.write_eof()

    def close(self) -> None:
        """Close, once all is written."""
        self._flush()
        self._transport.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def _flush(self) -> None:
        if self._held:
            held, self._held = self._held, b""
            self._transport.write(held)
