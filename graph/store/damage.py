"""Damage: what the engine says of a broken file, told as such, with the file and the way out."""

from __future__ import annotations

import re
from pathlib import Path

from sayso.ontology.errors import StoreDamaged

_SIGNS = re.compile(r"corrupt|checksum mismatch|no such file or directory: while open|sst file size", re.IGNORECASE)
# The engine's own lock, and no other word with these letters: "block checksum mismatch" is none.
_LOCK = re.compile(r"while lock file|lock hold by|/LOCK\b", re.IGNORECASE)
_FILE = re.compile(r"[^\s:;()]*?(\d{6,}\.(?:sst|log|blob)|MANIFEST-\d{6,}|CURRENT|IDENTITY|OPTIONS-\d{6,})")


def is_lock(message: str) -> bool:
    """Say whether the engine tells that another process has the database."""
    return _LOCK.search(message) is not None


def damage_of(error: Exception, folder: Path | None = None) -> StoreDamaged | None:
    """Return the damage that an error of the engine tells of, None where it tells of something else."""
    message = str(error)
    if is_lock(message) or not _SIGNS.search(message):
        return None
    # Of several the first is the broken one: at the end the engine suspects its list of files.
    name = found[1] if (found := _FILE.search(message)) else "its database"
    place = folder / "database" / name if folder is not None else Path(found[0] if found else name)
    return damaged(place, message)


def damaged(file: Path, why: str) -> StoreDamaged:
    """Return the error for a broken file of a store."""
    shown = " ".join(why.split())[:300]
    return StoreDamaged(
        f"damaged: {file}; `sayso restore BACKUP` puts a backup in the store's place, without one load the articles "
        f"into another folder ({shown})"
    )
