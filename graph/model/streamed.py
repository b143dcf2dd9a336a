"""An answer that is a file: a head that is known before, and bytes that are written after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO


@dataclass(frozen=True, slots=True)
class FileHead:
    """How many edges or rows a file shows, of how many, and where it comes from; None where that is not counted."""

    shown: int | None = None
    total: int | None = None
    origin: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Streamed:
    """What a walk returns in place of something of the model; `head` goes before the bytes."""

    format: str
    head: FileHead
    write: Callable[[IO[bytes]], object]
