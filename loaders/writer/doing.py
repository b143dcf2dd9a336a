"""Doing a write job: the function, its entry in the journal, and the snapshot that shows it."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from sayso.graph.model.json_value import Json
from sayso.graph.store.room import written
from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.loaders.writer.calls import WRITES
from sayso.loaders.writer.job import WriteJob
from sayso.ontology.errors import StoreDamaged, StoreError, StoreFull, UnpublishedError

JOURNAL = "writes.jsonl"
_LONGEST = 500
# Then the journal becomes the old one, in the place of the one before.
_MOST_BYTES = 1 << 26


def do(store: Store, job: WriteJob) -> Json:
    """Do a job and publish what it wrote. Raises what its function raises, StoreError where nothing is published."""
    id_ = secrets.token_hex(8)
    _record(store, job, id_, "begun")
    wrote, state = False, "failed"
    try:
        answer = WRITES[job.name](store, by=job.by, **job.arguments)
        state = "done"
    finally:
        # A function that fails after it has written leaves what it wrote: readers see what the next writer would.
        wrote = store.unpublished()
        try:
            store.publish()
        except StoreDamaged:
            raise
        except StoreError as error:
            raise UnpublishedError(
                f"this is stored, but not yet published, so that no query sees it ({error}); make room: "
                "the next write, or the next start, publishes it"
            ) from error
        finally:
            with contextlib.suppress(StoreFull):
                _record(store, job, id_, state if wrote else "nothing written")
    return answer


def _record(store: Store, job: WriteJob, id_: str, state: str) -> None:
    """Note who writes what, when, in the store's folder; before it is written, too, so that no write is nobody's."""
    if store.folder is None:
        return
    snapshot = latest(store.folder)
    entry: dict[str, Json] = {
        "when": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "id": id_,
        "state": state,
        "by": job.by,
        "write": job.name,
        "snapshot": snapshot.name if snapshot else None,
    }
    if state == "begun":
        entry["arguments"] = {name: _short(value) for name, value in job.arguments.items()}
    with written(store.folder):
        _write(store.folder / JOURNAL, entry)


def _write(journal_path: Path, entry: Mapping[str, Json]) -> None:
    if journal_path.is_file() and journal_path.stat().st_size > _MOST_BYTES:
        journal_path.rename(journal_path.with_suffix(".old.jsonl"))
    with journal_path.open("a", encoding="utf-8", errors="backslashreplace") as journal:
        journal.write(json.dumps(entry, ensure_ascii=False) + "\n")
        journal.flush()
        os.fsync(journal.fileno())


def _short(value: Json) -> Json:
    if isinstance(value, str):
        return value if len(value) <= _LONGEST else value[:_LONGEST] + "…"
    return value if isinstance(value, bool | int | float) or value is None else f"({len(value)} items)"
