"""Answering jobs inside a reader: which snapshots are open, and how a failure is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import IO, cast

from sayso.graph.model.json_value import Json
from sayso.graph.model.rendering import as_json
from sayso.graph.model.streamed import Streamed
from sayso.graph.store.damage import damage_of
from sayso.graph.store.remote.address import Address
from sayso.graph.store.store import Store
from sayso.graph.workers.evaluation import evaluate
from sayso.graph.workers.failures import failure
from sayso.graph.workers.frames import FrameKind, pack_json
from sayso.graph.workers.job import CallJob, job_of
from sayso.graph.workers.writing import CHUNK, AnswerWriter, Send
from sayso.ontology.errors import BusyError, SaysoError

_MOST_OPEN = 2


class OpenSnapshots:
    """Keeps the last snapshots open, the latest for queries and the one before for those who page through it."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._open: dict[str, Store] = {}
        self._remote: Store | None = None

    def at(self, address: dict[str, Json]) -> None:
        """Answer from a store on another server from now on: it has no snapshots."""
        # Here, for it takes as long to import as all else, and most readers never need it.
        from sayso.graph.store.remote.remote_store import RemoteStore

        self._remote = RemoteStore(Address(**address))  # type: ignore[arg-type]

    def answer(self, told: dict[str, Json]) -> None:
        """Answer one job, or tell why not."""
        job = job_of(told)
        try:
            store = self.open(job.snapshot)
            if isinstance(job, CallJob):
                self._call(store, job)
            else:
                evaluate(store, job, self._send)
        except SaysoError as error:
            self._send(pack_json(FrameKind.ERROR, failure(error)))
        except RuntimeError as error:
            if (damage := damage_of(error)) is None:
                raise
            self._send(pack_json(FrameKind.ERROR, failure(damage)))

    def open(self, snapshot: str) -> Store:
        """Return a snapshot's store by its path, opened if need be. Paths as keys would cost as much as a query."""
        if self._remote is not None:
            return self._remote
        store = self._open.pop(snapshot, None)
        if store is None:
            while len(self._open) >= _MOST_OPEN:
                self._open.pop(next(iter(self._open))).close()
            if not (folder := Path(snapshot)).is_dir():
                raise BusyError("what this was to be answered from is gone, for later writes came first; ask again")
            store = Store.open_snapshot(folder)
        self._open[snapshot] = store
        return store

    def _call(self, store: Store, job: CallJob) -> None:
        from sayso.graph.answers.calls import CALLS

        store.base = job.base or store.base
        value = CALLS[job.name](store, **job.arguments)
        if isinstance(value, Streamed):
            head: dict[str, Json] = {**as_json(value.head), "form": "file", "format": value.format}
            file = AnswerWriter(self._send, head, job.bytes, 0, None)
            value.write(cast(IO[bytes], file))
            file.finish()
            return
        writer = AnswerWriter(self._send, {"form": "json", "format": "json"}, job.bytes, 0, None)
        text = json.dumps(as_json(value), ensure_ascii=False, separators=(",", ":")).encode()
        for start in range(0, len(text), CHUNK):
            writer.write(text[start : start + CHUNK])
        writer.finish()
