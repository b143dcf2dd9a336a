"""The index as a file beside a snapshot: whoever reads the snapshot opens it in milliseconds and counts nothing.

A snapshot takes the file of the one before along, with a list of the things that were named, or spoke, since. Who
reads it asks anew for those alone. A file that is broken, or of another snapshot, is as good as none.
"""

from __future__ import annotations

import json
import mmap
import os
import secrets
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from sayso.graph.actors.search.index import PARTS, Index
from sayso.graph.store.beside import INDEX, Carried, carried

_FORMAT: Final = 1
_MOST_HEAD: Final = 4096


def read(snapshot: Path, base: str) -> tuple[Index, frozenset[str]] | None:
    """Open the index beside a snapshot; with it come the IRIs of what has changed since it was made.

    None where there is none that fits.
    """
    try:
        with (snapshot / INDEX).open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = json.loads(data[: data.find(b"\n", 0, _MOST_HEAD)])
        at, told = data.find(b"\n", 0, _MOST_HEAD) + 1, carried(snapshot) or Carried(snapshot.name, frozenset())
        sizes = [int(size) for size in head["sizes"]]
        fits = head["format"] == _FORMAT and head["base"] == base and head["of"] == told.of
        if not fits or len(sizes) != len(PARTS) or at + sum(sizes) != len(data) or zlib.crc32(data[at:]) != head["crc"]:
            return None
        return Index.of(data, sizes, at), told.changed
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(index: Index, snapshot: Path, base: str) -> None:
    """Put the index of a snapshot beside it; where that fails, each reader makes its own."""
    parts = index.parts()
    head = {"format": _FORMAT, "of": snapshot.name, "base": base, "sizes": [len(part) for part in parts]}
    body = b"".join(parts)
    told = json.dumps({**head, "crc": zlib.crc32(body)}).encode() + b"\n"
    unfinished = snapshot / f".{INDEX}-{secrets.token_hex(4)}"
    with suppress(OSError):
        try:
            _write(unfinished, (told, body))
            # What had changed since the old one goes after it: in between the two do not fit, and the old is not used.
            unfinished.replace(snapshot / INDEX)
            Carried(snapshot.name, frozenset()).write(snapshot)
        finally:
            unfinished.unlink(missing_ok=True)


def _write(path: Path, parts: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        for part in parts:
            file.write(part)
        file.flush()
        os.fsync(file.fileno())
