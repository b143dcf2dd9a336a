"""Loading a server over HTTP: requests made beforehand, as many connections as wanted, one thread.

It takes some 40 microseconds a request, so that a server which answers faster is not seen to. Its own time is the same
for every server that is measured.
"""

from __future__ import annotations

import re
import selectors
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote_plus

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)
_LAST_CHUNK = b"\r\n0\r\n\r\n"
_TAIL = len(_LAST_CHUNK)


@dataclass(frozen=True, slots=True)
class Target:
    """An endpoint on the loopback."""

    name: str
    port: int
    path: str

    def request(self, query: str) -> bytes:
        """Write a GET of a query."""
        return (
            f"GET {self.path}?query={quote_plus(query)} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
            "Accept: application/sparql-results+json\r\n\r\n"
        ).encode()


@dataclass(frozen=True, slots=True)
class Load:
    """What came of it: each answer's seconds, in order, and the seconds of all."""

    times: tuple[float, ...]
    wall: float

    @property
    def each(self) -> float:
        """The seconds that an answer takes when all clients are busy."""
        return self.wall / len(self.times)

    def percentile(self, share: float) -> float:
        """Return the seconds within which this share of the answers came."""
        return sorted(self.times)[min(int(len(self.times) * share), len(self.times) - 1)]


class Connection:
    """One client: it asks, reads the answer to its end, and asks again."""

    def __init__(self, target: Target) -> None:
        self.socket = socket.create_connection(("127.0.0.1", target.port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._buffer = bytearray(1 << 18)
        self.asked = 0.0

    def ask(self, request: bytes) -> None:
        """Send a request."""
        self._head = b""
        self._left: int | None = None
        self._tail = b""
        self.asked = time.perf_counter()
        self.socket.sendall(request)

    def read(self) -> bool:
        """Read what there is; say whether the answer is whole. Raises RuntimeError for one that is no success."""
        count = self.socket.recv_into(self._buffer)
        if not count:
            raise RuntimeError("the server closed the connection in the middle of an answer")
        if self._left is None and not self._tail:
            self._head += self._buffer[:count]
            head, found, body = self._head.partition(b"\r\n\r\n")
            if not found:
                return False
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(self._head[:500].decode("utf-8", "replace"))
            if length := _LENGTH.search(head):
                self._left = int(length[1]) - len(body)
                return self._left == 0
            if not _CHUNKED.search(head):
                raise RuntimeError("an answer has neither length nor chunks")
            self._tail = b"\r\n" + body[-_TAIL:]
        elif self._left is not None:
            self._left -= count
            return self._left == 0
        else:
            self._tail += self._buffer[max(0, count - _TAIL) : count]
        self._tail = self._tail[-_TAIL:]
        return self._tail == _LAST_CHUNK


def load(target: Target, requests: Iterator[bytes], clients: int, seconds: float) -> Load:
    """Ask for so many seconds, each client as soon as it has its answer; who has asked still gets it."""
    connections = [Connection(target) for _ in range(clients)]
    times: list[float] = []
    with selectors.DefaultSelector() as selector:
        for connection in connections:
            selector.register(connection.socket, selectors.EVENT_READ, connection)
        started = time.perf_counter()
        for connection in connections:
            connection.ask(next(requests))
        waiting = clients
        while waiting:
            for key, _ in selector.select():
                connection = key.data
                if not connection.read():
                    continue
                now = time.perf_counter()
                times.append(now - connection.asked)
                if now - started < seconds:
                    connection.ask(next(requests))
                else:
                    # While the others' answers are awaited, a server may end a connection that nobody uses any more.
                    selector.unregister(connection.socket)
                    waiting -= 1
        wall = time.perf_counter() - started
    for connection in connections:
        connection.socket.close()
    return Load(tuple(times), wall)
