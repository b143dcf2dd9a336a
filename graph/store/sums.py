"""The files of a snapshot, noted when it is published: their sizes and hashes, so that damage is told from data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

NOTE: Final = "files.json"
_DATABASE: Final = "database"


@dataclass(frozen=True, slots=True)
class Sum:
    """A file's size in bytes and its SHA-256."""

    size: int
    sha256: str


def sum_of(path: Path) -> Sum:
    """Read a file and sum it up. Raises OSError."""
    with path.open("rb") as stream:
        return Sum(path.stat().st_size, hashlib.file_digest(stream, "sha256").hexdigest())


def note(snapshot: Path, before: Path | None) -> None:
    """Note the files of a snapshot; those that it shares with the one `before` are not read again. Raises OSError."""
    known = sums(before) if before is not None else {}
    found: dict[str, Sum] = {}
    for path in sorted((snapshot / _DATABASE).iterdir()):
        same = known.get(path.name)
        shared = before is not None and same is not None and _same_file(path, before / _DATABASE / path.name)
        found[path.name] = same if shared and same is not None else sum_of(path)
    text = json.dumps({name: [each.size, each.sha256] for name, each in found.items()}, indent=0)
    (snapshot / NOTE).write_text(text, "utf-8")


def sums(snapshot: Path) -> Mapping[str, Sum]:
    """Return what was noted of a snapshot's files; nothing where an older release published it."""
    try:
        told = json.loads((snapshot / NOTE).read_bytes())
        return {str(name): Sum(int(size), str(sha256)) for name, (size, sha256) in told.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def broken_note(snapshot: Path) -> Path | None:
    """Return the list of a snapshot's files where it cannot be read; None where it can, or there never was one."""
    note = snapshot / NOTE
    return note if note.exists() and not sums(snapshot) else None


def torn(snapshot: Path) -> Path | None:
    """Return a file of a snapshot that is gone or has another size; None where all is there. It reads no contents."""
    database = snapshot / _DATABASE
    noted = sums(snapshot)
    if not noted and (note := broken_note(snapshot)) is not None:
        return note
    for name, each in noted.items():
        try:
            if (database / name).stat().st_size != each.size:
                return database / name
        except OSError:
            return database / name
    return None if (database / "CURRENT").is_file() else database / "CURRENT"


def broken(snapshot: Path) -> list[Path]:
    """Read all files of a snapshot; return those that are not what was published."""
    found = []
    for name, each in sums(snapshot).items():
        path = snapshot / _DATABASE / name
        try:
            whole = sum_of(path) == each
        except OSError:
            whole = False
        if not whole:
            found.append(path)
    return found


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
