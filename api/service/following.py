"""Following a store without showing its texts: a copy of each new snapshot, made by a process beside the service."""

from __future__ import annotations

import asyncio
import contextlib
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

from sayso.graph.store.snapshots import latest
from sayso.graph.store.textless import textless
from sayso.graph.workers.process import beside
from sayso.ontology.errors import StoreError

_EVERY_SECONDS = 1.0


class Following:
    """Copies for the store in `folder`; `start` before use, `close` at the end."""

    def __init__(self, folder: Path, base: str) -> None:
        self._base = base
        self._folder = folder
        self._turn = asyncio.Lock()
        self._process: Process | None = None
        self._task: asyncio.Task[None] | None = None
        self._closed = False

    async def start(self) -> None:
        """Make sure that the latest snapshot has its copy, and see to the next ones. Raises StoreError."""
        await self.now()
        self._task = asyncio.create_task(self._follow())

    async def close(self) -> None:
        """End what runs, and wait for it."""
        self._closed = True
        self._kill()
        async with self._turn:  # a process that is just being started is nobody's until then
            if self._task is not None:
                self._task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await self._task

    def _kill(self) -> None:
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()

    async def _follow(self) -> None:
        while True:
            await asyncio.sleep(_EVERY_SECONDS)
            # A copy that cannot be made now is tried again; until then the one before is answered from.
            with contextlib.suppress(StoreError):
                await self.now()

    async def now(self) -> None:
        """Make sure that the latest snapshot has its copy. Raises StoreError where it cannot be made."""
        async with self._turn:
            await self._derive()

    async def _derive(self) -> None:
        found = latest(self._folder)
        if self._closed or found is None or (textless(self._folder) / "snapshots" / found.name).is_dir():
            return
        command = beside("sayso.graph.store.textless", str(self._folder), self._base)
        self._process = await asyncio.create_subprocess_exec(*command, stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE)
        if self._closed:
            self._kill()
        _, told = await self._process.communicate()
        if self._process.returncode and not self._closed:
            raise StoreError(told.decode("utf-8", "replace").strip()[-1000:] or "no copy without texts could be made")
