"""A process beside the service, seen from the service: it is started, given jobs, read from and killed."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Mapping
from pathlib import Path

import sayso
from sayso.graph.model.json_value import Json
from sayso.graph.workers.channel import Channel, ChannelFrame
from sayso.graph.workers.failures import error_of
from sayso.graph.workers.frames import FrameKind, pack, pack_json
from sayso.graph.workers.limits import NICENESS, PR_SET_PDEATHSIG
from sayso.ontology.errors import BusyError

_START_SECONDS = 60
_END_SECONDS = 2
_LAST = 19
_NOT_STARTED = "the process that answers cannot be started; ask again in a moment"
# First of all it is tied to the service: one that is killed while this one comes up could not end it later.
_START = f"""
import ctypes, os, runpy, sys
ctypes.CDLL(None).prctl({PR_SET_PDEATHSIG}, {signal.SIGKILL.value})
if os.getppid() != {{parent}}:
    os._exit(1)
sys.path.insert(0, {{root!r}})
runpy.run_module({{module!r}}, run_name="__main__")
"""
# Each further arena of the C library takes 64 MB of address space for a thread, and the limit counts them.
_ENVIRONMENT = {"MALLOC_ARENA_MAX": "1"}


class Worker:
    """One process that takes jobs and answers in frames; it never has more than one job."""

    def __init__(self, process: Process, channel: Channel) -> None:
        self._process = process
        self._channel = channel
        self._closed = False
        # Whether it gives way to the others: those that answer short queries.
        self.slow = False
        self.ready: dict[str, Json] = {}

    @classmethod
    async def start(cls, module: str, *arguments: str) -> Worker:
        """Start `python -m module` and wait until it is ready.

        Raises BusyError where it does not come up (the machine may be short of memory or of processes), or the error
        that it tells.
        """
        channel = Channel()
        try:
            process = await asyncio.create_subprocess_exec(
                *beside(module, *arguments),
                stdin=channel.jobs_out,
                stdout=channel.frames_in,
                stderr=DEVNULL,
                env={**os.environ, **_ENVIRONMENT},
            )
        except BaseException as error:
            channel.begin()
            channel.close()
            if isinstance(error, OSError):
                raise BusyError(f"{_NOT_STARTED} ({error.strerror})") from error
            raise
        channel.begin()
        worker = cls(process, channel)
        try:
            frame = await worker.receive(_START_SECONDS)
        except TimeoutError as error:
            await worker.stop()
            raise BusyError(f"{_NOT_STARTED} (not ready in {_START_SECONDS} seconds)") from error
        except BaseException:
            await worker.stop()
            raise
        if frame is None or frame[0] is not FrameKind.READY:
            await worker.stop()
            if frame is not None and frame[0] is FrameKind.ERROR:
                raise error_of(json.loads(frame[1]))
            raise BusyError(f"{_NOT_STARTED} (it ended at once)")
        worker.ready = json.loads(frame[1])
        return worker

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process has not ended, as far as is known."""
        return self._process.returncode is None

    @property
    def untaken(self) -> bool:
        """Whether the last job was not read: of one that has ended, nothing of the job was begun."""
        return self._channel.untaken

    def worked(self) -> float:
        """Return the processor's seconds that the process has used; 0 where the system does not tell."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_bytes().rpartition(b")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError, IndexError):
            return 0.0

    def give_way(self) -> None:
        """Let the others go first; there may be no way back from that."""
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _LAST)
            self.slow = True

    def catch_up(self) -> bool:
        """Go with the others again; say whether the system allows it."""
        if self.slow:
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self.pid, NICENESS)
                self.slow = False
        return not self.slow

    def give(self, job: bytes) -> None:
        """Give a job, as JSON, without waiting until it is taken."""
        self._channel.write(pack(FrameKind.JOB, job))

    async def send(self, job: Mapping[str, Json]) -> bool:
        """Give a job to a process that tells when it has taken it; say whether it was there to take it."""
        self._channel.write(pack_json(FrameKind.JOB, job))
        taken = await self.receive()
        return taken is not None and taken[0] is FrameKind.TAKEN

    def take(self) -> ChannelFrame | None:
        """Return the next frame where it is there already."""
        return self._channel.take()

    async def receive(self, seconds: float | None = None) -> ChannelFrame | None:
        """Return the next frame; None where the process is gone. Raises TimeoutError where none comes in time."""
        return await self._channel.receive(seconds)

    def kill(self) -> None:
        """End the process, whatever it does."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def end_signal(self) -> str:
        """Wait until the process has ended, and say by which signal."""
        try:
            async with asyncio.timeout(_END_SECONDS):
                code = await self._process.wait()
        except TimeoutError:
            self.kill()
            code = await self._process.wait()
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"

    async def stop(self) -> None:
        """End the process and wait for it."""
        self.kill()
        if not self._closed:
            self._closed = True
            self._channel.close()
        await self._process.wait()


def beside(module: str, *arguments: str) -> list[str]:
    """Return the command that runs one of our modules as a process beside this one, and ends it with this one."""
    root = str(Path(sayso.__file__).parents[1])
    # -P: no module of the folder where the service happens to be started goes before ours.
    return [sys.executable, "-P", "-c", _START.format(root=root, module=module, parent=os.getpid()), *arguments]
