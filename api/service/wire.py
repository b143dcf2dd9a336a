"""HTTP on the wire: connections, and requests until they are whole; what is no request never reaches the routes.

A client that sends slowly, sends without end or does not read what it asked for costs a connection for a while, and
nobody else anything.
"""

from __future__ import annotations

import asyncio
import uuid
from typing import ClassVar, Final

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from sayso.api.service.gathering import Gathering
from sayso.api.service.problems import problem
from sayso.api.service.settings import ServiceSettings

# The parser takes addresses to this length and no longer.
_LONGEST_ADDRESS: Final = (1 << 16) - 1
_MOST_HEAD: Final = 1 << 17
# A colon, a blank and the end of the line.
_AROUND: Final = 4
_LINGER_SECONDS: Final = 2.0
_INSIDE: Final = {"X-Content-Type-Options": "nosniff", "Connection": "close"}

type Fault = tuple[int, str, str]

_BROKEN: Final[Fault] = (400, "usage", "this is no HTTP request")
_LONG: Final[Fault] = (414, "too-large", f"an address may have {_LONGEST_ADDRESS:,} bytes; send long queries by POST")
_HEAVY: Final[Fault] = (431, "too-large", f"the head of a request may have {_MOST_HEAD:,} bytes")
_SLOW: Final[Fault] = (408, "too-slow", "the request did not become whole in time")
_FULL: Final[Fault] = (503, "busy", "too many connections; ask again in a moment")


class Wire(HttpToolsProtocol):
    """Uvicorn's protocol within limits; `wire` sets these.

    A request has `seconds` to become whole, and its client as long to take what is ready for it. Of more than `most`
    connections the one whose request has been unfinished for longest is ended; where all are finished, the new one.
    """

    seconds: ClassVar[float] = 60.0
    most: ClassVar[int] = 512

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin a connection."""
        super().connection_made(Gathering(transport, self.loop))  # type: ignore[arg-type]
        # How much came beside bodies since the last whole head; a long body lets its own frames be long.
        self._beside = 0
        self._headed = False
        self._head = 0
        self._fault: Fault | None = None
        self._over = False
        self._since = 0.0
        self._sending: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None
        self._await_request()
        if len(self.connections) > self.most:
            self._make_room()

    def connection_lost(self, exc: Exception | None) -> None:
        """End a connection."""
        self._stop_waiting()
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came, as long as it can become a request."""
        if self._over:
            return
        self._beside += len(data)
        super().data_received(data)
        if self._beside > _MOST_HEAD and not self._over:
            self._refuse(_HEAVY)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header; those that follow a body came too late to be any."""
        if not self._headed:
            self._head += len(name) + len(value) + _AROUND
            super().on_header(name, value)

    def on_message_begin(self) -> None:
        """Begin a request."""
        self._headed, self._head = False, 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Hand over a request; its body may follow."""
        self._beside, self._headed = 0, True
        if len(self.url) > _LONGEST_ADDRESS:
            self._fault = _LONG
            raise ValueError(_LONG[2])
        # What comes whole in one piece is over before the pieces are counted.
        if self._head + len(self.url) > _MOST_HEAD:
            self._fault = _HEAVY
            raise ValueError(_HEAVY[2])
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Take a piece of a body."""
        self._beside = max(self._beside - 2 * len(body), -_MOST_HEAD)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """Note that a request is whole."""
        self._stop_waiting()
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """Note that an answer is whole; the next request has its time from now on."""
        super().on_response_complete()
        if self.cycle.response_complete or self.cycle.more_body:
            self._await_request()

    def pause_writing(self) -> None:
        """Wait for the client, who has not taken what is ready, and not for ever."""
        super().pause_writing()
        self._taking = self._taking or self.loop.call_later(self.seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on writing."""
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no request, as a problem like all others."""
        self._refuse(self._fault or _BROKEN)

    def _should_upgrade_to_ws(self) -> bool:
        return False

    def _unsupported_upgrade_warning(self) -> None:
        # A client that asks for another protocol, as curl --http2 does, is answered in this one.
        pass

    def _await_request(self) -> None:
        self._stop_waiting()
        if not self.transport.is_closing():
            self._since = self.loop.time()
            self._sending = self.loop.call_later(self.seconds, self._give_up)

    def _stop_waiting(self) -> None:
        if self._sending is not None:
            self._sending.cancel()
            self._sending = None

    def _give_up(self) -> None:
        self._sending = None
        begun = self._beside > 0 or (self.cycle is not None and self.cycle.more_body)
        self._refuse(_SLOW if begun else None)

    def _make_room(self) -> None:
        others = (one for one in self.connections if isinstance(one, Wire) and one is not self and one._sending)
        # Those that were refused already, and only linger, go first.
        oldest = min(others, key=lambda one: (not one._over, one._since), default=None)
        if oldest is None:
            self._refuse(_FULL)
        elif oldest._over:
            oldest.transport.abort()
        else:
            oldest._give_up()

    def _refuse(self, fault: Fault | None) -> None:
        """End the connection, with a problem where nothing else is being answered."""
        if self.transport.is_closing():
            return
        self._over = True
        self._stop_waiting()
        self._unset_keepalive_if_required()
        cycle = self.cycle
        within = cycle is not None and cycle.more_body and not cycle.response_started
        if cycle is not None and not cycle.response_complete and not within:
            # The answer to a request before goes out first.
            cycle.keep_alive = False
            return
        if fault is not None and not self.pipeline and not (cycle is not None and cycle.more_body and not within):
            self.transport.write(_told(fault, self.server_state.default_headers))
        if within:
            cycle.disconnected = True
            cycle.message_event.set()
        # To close at once, while the client still sends, would take the answer from it.
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self._sending = self.loop.call_later(min(self.seconds, _LINGER_SECONDS), self.transport.abort)


def wire(settings: ServiceSettings) -> type[Wire]:
    """Return the protocol with the limits of these settings."""
    return type("Wire", (Wire,), {"seconds": settings.client_seconds, "most": settings.connections})


def _told(fault: Fault, usual: list[tuple[bytes, bytes]]) -> bytes:
    status, type_, detail = fault
    retry = {"Retry-After": "2"} if type_ == "busy" else {}
    response = problem(status, type_, detail, {**_INSIDE, "X-Request-Id": uuid.uuid4().hex, **retry})
    head = b"".join(b"%b: %b\r\n" % pair for pair in (*usual, *response.raw_headers))
    return b"".join((STATUS_LINE[status], head, b"\r\n", bytes(response.body)))
