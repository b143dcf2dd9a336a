"""A process beside the service, seen from the service: it is started, given jobs, read from and killed."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.readers.failures import error_of
from graph.readers.frames import HEADER, LONGEST, Json, Kind, pack_json
from ontology.errors import StoreError

_START_SECONDS = 60
_END_SECONDS = 2
# Each further arena of the C library takes 64 MB of address space for a thread, and the limit counts them.
_ENVIRONMENT = {"MALLOC_ARENA_MAX": "1"}
_PIPE_BYTES = 1 << 18


class Worker:
    """One process that takes jobs and answers in frames; it never has more than one job."""

    def __init__(self, process: Process, jobs: asyncio.StreamWriter, frames: asyncio.StreamReader) -> None:
        self._process = process
        self._jobs = jobs
        self._frames = frames
        self.ready: dict[str, Json] = {}

    @classmethod
    async def start(cls, module: str, *arguments: str) -> Worker:
        """Start `python -m module` and wait until it is ready.

        Raises StoreError where it does not come up, or the error that it tells.
        """
        process = await asyncio.create_subprocess_exec(
            *_command(module, arguments),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            limit=_PIPE_BYTES,
            env={**os.environ, **_ENVIRONMENT},
        )
        if process.stdin is None or process.stdout is None:
            raise StoreError("a process of the service has no pipes")
        worker = cls(process, process.stdin, process.stdout)
        try:
            async with asyncio.timeout(_START_SECONDS):
                frame = await worker.receive()
        except BaseException:
            worker.kill()
            raise
        if frame is None or frame[0] is not Kind.READY:
            await worker.stop()
            if frame is not None and frame[0] is Kind.ERROR:
                raise error_of(json.loads(frame[1]))
            raise StoreError("a process of the service cannot be started: it ended at once")
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

    async def send(self, job: Mapping[str, Json]) -> bool:
        """Give a job; say whether the process was there to take it: an idle one may have been killed meanwhile."""
        try:
            self._jobs.write(pack_json(Kind.JOB, job))
            await self._jobs.drain()
        except (BrokenPipeError, ConnectionResetError):
            return False
        taken = await self.receive()
        return taken is not None and taken[0] is Kind.TAKEN

    async def receive(self) -> tuple[Kind, bytes] | None:
        """Return the next frame; None where the process is gone."""
        try:
            kind, length = HEADER.unpack(await self._frames.readexactly(HEADER.size))
            if length > LONGEST:
                return None
            return Kind(kind), await self._frames.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionResetError, ValueError):
            return None

    def kill(self) -> None:
        """End the process, whatever it does."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        self._jobs.close()

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
        # The pipe closes once it is read to its end.
        with contextlib.suppress(RuntimeError):
            await self._frames.read()
        await self._process.wait()


def _command(module: str, arguments: Sequence[str]) -> list[str]:
    # -P: no module of the folder where the service happens to be started goes before ours.
    root = str(Path(__file__).parent.parent.parent)
    start = f"import runpy, sys; sys.path.insert(0, {root!r}); runpy.run_module({module!r}, run_name='__main__')"
    return [sys.executable, "-P", "-c", start, *arguments]
