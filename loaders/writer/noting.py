"""The journal of writes: `writes.jsonl` in the store's folder, two lines for each, before it is written and after."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sayso.graph.model.json_value import Json
from sayso.graph.store.room import written
from sayso.graph.store.signature import Signature, signed_ids
from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.loaders.writer.job import WriteJob

JOURNAL: Final = "writes.jsonl"
BEGUN: Final = "begun"
NOTHING: Final = "nothing written"
_LONGEST = 500
# Then the journal becomes the old one, in the place of the one before.
_MOST_BYTES = 1 << 26
# No two lines are longer: names of keys and of arguments are short, and their values are cut.
_TAIL = 1 << 17


def begin(store: Store, job: WriteJob, id_: str) -> Signature:
    """Note who is about to write what; return what the write itself has to tell of it. Raises StoreFull."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    if store.folder is not None:
        journal = store.folder / JOURNAL
        with written(store.folder):
            if journal.is_file() and journal.stat().st_size > _MOST_BYTES:
                journal.rename(journal.with_suffix(".old.jsonl"))
        arguments: Json = {name: _short(value) for name, value in job.arguments.items()}
        _append(store, _entry(store, id_, BEGUN, job.by, job.name, now) | {"arguments": arguments})
    return Signature(id_, job.by, now, job.name)


def end(store: Store, job: WriteJob, id_: str, state: str) -> None:
    """Note what became of a write, as far as the store tells, and the snapshot that shows it. Raises StoreFull."""
    if store.folder is None:
        return
    # What was not published before this write says nothing of it, and an error not that nothing was written.
    state = state if id_ in signed_ids(store.engine, store.base) else NOTHING
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    _append(store, _entry(store, id_, state, job.by, job.name, now))


def settle(store: Store) -> None:
    """Note what became of the last write where a kill or a full disk came before that: the store tells it.

    Raises StoreFull.
    """
    last = _last(store.folder / JOURNAL) if store.folder is not None else None
    if last is None or last.get("state") != BEGUN:
        return
    id_, by, name = (str(last.get(key, "")) for key in ("id", "by", "write"))
    state = "done" if id_ in signed_ids(store.engine, store.base) else NOTHING
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    _append(store, _entry(store, id_, state, by, name, now) | {"settled": True})


def _entry(store: Store, id_: str, state: str, by: str, name: str, when: str) -> dict[str, Json]:
    snapshot = latest(store.folder) if store.folder is not None else None
    shown = snapshot.name if snapshot else None
    return {"when": when, "id": id_, "state": state, "by": by, "write": name, "snapshot": shown}


def _append(store: Store, entry: Mapping[str, Json]) -> None:
    if store.folder is None:
        return
    line = json.dumps(entry, ensure_ascii=False) + "\n"
    with written(store.folder), (store.folder / JOURNAL).open("a+b") as journal:
        # A line that a kill or a full disk cut off stays alone.
        if journal.tell():
            journal.seek(-1, os.SEEK_END)
            line = line if journal.read(1) == b"\n" else f"\n{line}"
        journal.write(line.encode("utf-8", "backslashreplace"))
        journal.flush()
        os.fsync(journal.fileno())


def _last(journal: Path) -> Mapping[str, Json] | None:
    """Return the last whole line of a journal, None where there is none."""
    if not journal.is_file():
        return None
    with journal.open("rb") as stream:
        stream.seek(max(0, journal.stat().st_size - _TAIL))
        lines = stream.read().splitlines()
    for line in reversed(lines):
        try:
            found = json.loads(line)
        except ValueError:
            continue
        if isinstance(found, dict):
            return found
    return None


def _short(value: Json) -> Json:
    if isinstance(value, str):
        return value if len(value) <= _LONGEST else value[:_LONGEST] + "…"
    return value if isinstance(value, bool | int | float) or value is None else f"({len(value)} items)"
