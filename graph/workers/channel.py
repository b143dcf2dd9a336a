"""The two pipes to a process, seen from the service: jobs go out, frames come in, without a task of their own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from array import array
from collections import deque

from sayso.graph.workers.frames import HEADER, LONGEST, FrameKind

if sys.platform != "win32":
    import fcntl
    import termios

type ChannelFrame = tuple[FrameKind, bytes]

# A pipe of this size takes an answer of most lengths in one go; the system may allow less.
_PIPE_BYTES = 1 << 20
_READ_BYTES = 1 << 18
# So much of an answer is kept here for a client that reads slowly; then the process has to wait.
_HIGH = 1 << 20


class Channel:
    """Reads and writes frames; belongs to the event loop it was made in."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        # The service keeps the end of the jobs' pipe that the process reads from, to see whether it has read.
        self.jobs_out, self._jobs = os.pipe()
        self._frames, self.frames_in = os.pipe()
        self._buffer = bytearray()
        self._queue: deque[ChannelFrame] = deque()
        self._queued = 0
        self._pending = bytearray()
        self._waiter: asyncio.Future[None] | None = None
        self._ended = False
        self._reading = False
        self._late = False
        for descriptor in (self._jobs, self._frames):
            os.set_blocking(descriptor, False)
            # Linux alone has pipes of a chosen size.
            with contextlib.suppress(OSError, AttributeError):
                fcntl.fcntl(descriptor, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)

    def begin(self) -> None:
        """Read from now on, once the process holds its own ends."""
        os.close(self.frames_in)
        self._resume()

    @property
    def untaken(self) -> bool:
        """Whether something of what was written has not been read by the process."""
        left = array("i", [0])
        fcntl.ioctl(self.jobs_out, termios.FIONREAD, left)
        return bool(self._pending) or left[0] > 0

    def write(self, data: bytes) -> None:
        """Write to the process; what does not fit yet follows."""
        if not self._pending and not self._ended:
            data = data[self._write(data) :]
            if not data:
                return
            self._loop.add_writer(self._jobs, self._flush)
        self._pending += data

    def take(self) -> ChannelFrame | None:
        """Return the next frame where it is there already."""
        if not self._queue:
            return None
        frame = self._queue.popleft()
        self._queued -= len(frame[1])
        if not self._reading and not self._ended and self._queued < _HIGH:
            self._resume()
        return frame

    async def receive(self, seconds: float | None = None) -> ChannelFrame | None:
        """Return the next frame; None where the process is gone. Raises TimeoutError where none comes in time."""
        if (frame := self.take()) is not None or self._ended:
            return frame
        # Each query waits here once: a timer of its own costs a fraction of `asyncio.timeout`.
        timer = None if seconds is None else self._loop.call_later(max(seconds, 0.0), self._give_up)
        self._late = False
        try:
            while frame is None and not self._ended:
                if self._late:
                    raise TimeoutError
                self._waiter = self._loop.create_future()
                await self._waiter
                frame = self.take()
        finally:
            self._waiter = None
            if timer is not None:
                timer.cancel()
        return frame

    def close(self) -> None:
        """Let go of the pipes."""
        self._end()
        for descriptor in (self._jobs, self._frames, self.jobs_out):
            os.close(descriptor)

    def _give_up(self) -> None:
        self._late = True
        self._wake()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _resume(self) -> None:
        self._reading = True
        self._loop.add_reader(self._frames, self._readable)

    def _readable(self) -> None:
        try:
            data = os.read(self._frames, _READ_BYTES)
        except (BlockingIOError, InterruptedError):
            return
        if not data or not self._split(data):
            self._end()
        elif self._queued >= _HIGH:
            self._reading = False
            self._loop.remove_reader(self._frames)
        self._wake()

    def _split(self, data: bytes) -> bool:
        """Part what was read into frames; say whether they are such."""
        self._buffer += data
        place = 0
        while len(self._buffer) - place >= HEADER.size:
            kind, length = HEADER.unpack_from(self._buffer, place)
            end = place + HEADER.size + length
            if length > LONGEST:
                return False
            if len(self._buffer) < end:
                break
            try:
                self._queue.append((FrameKind(kind), bytes(self._buffer[place + HEADER.size : end])))
            except ValueError:
                return False
            self._queued += length
            place = end
        del self._buffer[:place]
        return True

    def _write(self, data: bytes | bytearray) -> int:
        try:
            return os.write(self._jobs, data)
        except (BlockingIOError, InterruptedError):
            return 0
        except BrokenPipeError:
            return len(data)

    def _flush(self) -> None:
        del self._pending[: self._write(self._pending)]
        if not self._pending:
            self._loop.remove_writer(self._jobs)

    def _end(self) -> None:
        if not self._ended:
            self._ended = True
            self._loop.remove_reader(self._frames)
            self._loop.remove_writer(self._jobs)
