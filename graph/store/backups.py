"""Backups of a store: each whole in a folder of its own, though files that stay the same lie on the disk once.

A backup holds the last snapshot, the journal and the mark of the layout. The engine never changes a file that it has
finished, so that one with the same hash in the backup before is linked instead of copied, where the file system links.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sayso.graph.store.damage import damaged
from sayso.graph.store.lock import FolderLock
from sayso.graph.store.snapshots import latest
from sayso.graph.store.sums import Sum, sum_of
from sayso.graph.store.version import CURRENT, MARK, UNMARKED, refuse_newer, version_of
from sayso.ontology.errors import NotFoundError, StoreError

NOTE: Final = "backup.json"
_NAME: Final = re.compile(r"\d{8}T\d{6}(-\d+)?")
BESIDE: Final = ("writes.jsonl", "writes.old.jsonl")


@dataclass(frozen=True, slots=True)
class Backup:
    """What was made: where, how many bytes it holds, and how many of these were copied."""

    folder: Path
    size: int
    copied: int


def back_up(store: Path, target: Path) -> Backup:
    """Back up what the store in a folder published last, into a new folder inside `target`.

    A service may go on meanwhile. Raises NotFoundError where nothing is published, StoreDamaged where the snapshot is
    broken, StoreError where the backup cannot be written.
    """
    snapshot = latest(store)
    if snapshot is None:
        raise NotFoundError(f"{store}: nothing is published here; load articles, or serve the store once")
    if target.resolve().is_relative_to(store.resolve()):
        raise StoreError(f"{target}: a backup inside the store is lost with it; name another folder")
    with FolderLock(snapshot, shared=True):
        try:
            return _write(store, snapshot, target)
        except OSError as error:
            raise StoreError(f"{target}: no backup can be written ({error}); check the room on the disk") from error


def backups(target: Path) -> list[Path]:
    """List the backups in a folder, the oldest first; a backup itself stands for itself."""
    if (target / NOTE).is_file():
        return [target]
    found = (path for path in target.iterdir() if _NAME.fullmatch(path.name)) if target.is_dir() else ()
    return sorted(path for path in found if (path / NOTE).is_file())


def restore(target: Path, store: Path) -> Path:
    """Put the last backup of a folder, or a backup itself, into a store's place; return the backup.

    What was in the place is kept beside it, under the name with `.before-` and the time. Raises NotFoundError where
    there is no backup, StoreDamaged where the backup is, StoreLocked where the store is in use, StoreError where
    nothing can be written.
    """
    found = backups(target)
    if not found:
        raise NotFoundError(f"{target}: there is no backup here; `sayso backup {target}` makes one")
    source = found[-1]
    refuse_newer(source)
    verify(source)
    unfinished = store.with_name(f".{store.name}.restored-{os.getpid()}")
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        for name in noted(source):
            _copy(source / name, unfinished / name)
        (unfinished / "lock").touch()
        if store.exists():
            with FolderLock(store, shared=False):
                store.rename(store.with_name(f"{store.name}.before-{_now()}"))
        unfinished.rename(store)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise StoreError(f"{store}: cannot be restored ({error}); check the room on the disk") from error
    return source


def verify(backup: Path) -> None:
    """Read a backup. Raises StoreDamaged where a file is not what was backed up."""
    for name, each in noted(backup).items():
        try:
            whole = sum_of(backup / name) == each
        except OSError:
            whole = False
        if not whole:
            raise damaged(backup / name, "the backup is broken; take an older one")


def noted(backup: Path) -> Mapping[str, Sum]:
    """Return the files of a backup by their paths in it. Raises StoreDamaged where its note cannot be read."""
    try:
        told = json.loads((backup / NOTE).read_bytes())["files"]
        found = {str(name): Sum(int(size), str(sha256)) for name, (size, sha256) in told.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise damaged(backup / NOTE, str(error)) from error
    # A note from elsewhere may name what it wants.
    if any(Path(name).is_absolute() or ".." in Path(name).parts for name in found):
        raise damaged(backup / NOTE, "it names files outside of the backup")
    return found


def write_note(backup: Path, files: Mapping[str, Sum]) -> None:
    """Write down what a backup holds."""
    told = {"format": CURRENT, "made": _now(), "files": {n: [s.size, s.sha256] for n, s in sorted(files.items())}}
    with (backup / NOTE).open("w", encoding="utf-8") as stream:
        json.dump(told, stream, indent=0)
        stream.flush()
        os.fsync(stream.fileno())


def _write(store: Path, snapshot: Path, target: Path) -> Backup:
    made_before = backups(target)
    before = made_before[-1] if made_before else None
    known = {each: before / name for name, each in noted(before).items()} if before is not None else {}
    target.mkdir(parents=True, exist_ok=True)
    unfinished = target / f".new-{os.getpid()}"
    shutil.rmtree(unfinished, ignore_errors=True)
    files: dict[str, Sum] = {}
    copied = 0
    for name, path in _sources(store, snapshot):
        found = sum_of(path)
        same = known.get(found) if name.endswith(".sst") else None
        copied += _take(path, unfinished / name, same)
        files[name] = sum_of(unfinished / name) if same is None else found
    (unfinished / MARK).write_text(f"{version_of(store) or UNMARKED}\n", "ascii")
    files[MARK] = sum_of(unfinished / MARK)
    write_note(unfinished, files)
    made = target / _now()
    number = 1
    while made.exists():
        number += 1
        made = target / f"{_now()}-{number}"
    unfinished.rename(made)
    return Backup(made, sum(each.size for each in files.values()), copied)


def _sources(store: Path, snapshot: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted((snapshot / "database").iterdir()):
        # What the engine tells of itself, and its lock, are no data.
        if not path.name.startswith("LO"):
            yield f"database/{path.name}", path
    for name in BESIDE:
        if (store / name).is_file():
            yield name, store / name


def _take(path: Path, place: Path, same: Path | None) -> int:
    if same is not None:
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(same, place)
        except OSError:
            pass
        else:
            return 0
    return _copy(path, place)


def _copy(path: Path, place: Path) -> int:
    place.parent.mkdir(parents=True, exist_ok=True)
    with path.open("rb") as source, place.open("wb") as copy:
        shutil.copyfileobj(source, copy)
        copy.flush()
        os.fsync(copy.fileno())
        return copy.tell()


def _now() -> str:
    return time.strftime("%Y%m%dT%H%M%S", time.gmtime())
