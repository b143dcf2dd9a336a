"""Point look-ups, which the service answers itself: to ask a reader would take several times as long as they do."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from sayso.graph.answers.points.point_lookup import answer_points
from sayso.graph.answers.points.shape import points_of
from sayso.graph.store.store import Store
from sayso.ontology.errors import SaysoError

# An open snapshot is not removed: one that nobody asks is let go.
_REST_SECONDS = 30.0


class Lookups:
    """Keeps the latest snapshot open while it is asked; belongs to one event loop, whose thread alone asks it."""

    def __init__(self) -> None:
        self._store: Store | None = None
        self._opening: asyncio.Task[None] | None = None
        self._snapshot = ""
        self._asked = 0.0

    def answer(self, snapshot: str, text: str, most_rows: int) -> bytes | None:
        """Return a look-up's answer as SPARQL JSON; None for what a reader has to answer.

        That is every other query, what is long, and what comes while a new snapshot is being opened.
        """
        asked = points_of(text)
        if asked is None:
            return None
        self._asked = time.monotonic()
        if self._store is None or self._snapshot != snapshot:
            if self._opening is None:
                self._opening = asyncio.create_task(self._open(snapshot))
            return None
        return answer_points(self._store.engine, asked, most_rows)

    async def close(self) -> None:
        """Let go of the snapshot."""
        if self._opening is not None:
            await self._opening
        self._let_go()

    async def _open(self, snapshot: str) -> None:
        try:
            # Beside the event loop, for it reads files; the store itself may go from thread to thread, its results not.
            store = await asyncio.to_thread(Store.open_snapshot, Path(snapshot))
        except SaysoError:
            # It was removed meanwhile, so there are later ones.
            return
        finally:
            self._opening = None
        self._let_go()
        self._store, self._snapshot = store, snapshot
        asyncio.get_running_loop().call_later(_REST_SECONDS, self._rest, store)

    def _rest(self, store: Store) -> None:
        if self._store is not store:
            return
        if time.monotonic() - self._asked >= _REST_SECONDS:
            self._let_go()
        else:
            asyncio.get_running_loop().call_later(_REST_SECONDS, self._rest, store)

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
