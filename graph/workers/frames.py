"""Frames: what the service and its processes tell each other through pipes, each with a kind and a length."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from enum import Enum
from typing import BinaryIO, Final

from sayso.graph.model.json_value import Json

HEADER: Final = struct.Struct(">cI")
# A longer frame than any that is written means that the other side is broken.
LONGEST: Final = 1 << 28


class FrameKind(Enum):
    """READY once after the start, HEAD before the DATA of an answer, END or ERROR after it; a writer tells TAKEN."""

    READY = b"r"
    TAKEN = b"t"
    HEAD = b"h"
    DATA = b"d"
    END = b"e"
    ERROR = b"x"
    JOB = b"j"


def pack(kind: FrameKind, payload: bytes) -> bytes:
    """Return a frame as bytes."""
    return HEADER.pack(kind.value, len(payload)) + payload


def pack_json(kind: FrameKind, value: Mapping[str, Json]) -> bytes:
    """Return a frame that holds JSON."""
    return pack(kind, json.dumps(value).encode())


def read_frame(stream: BinaryIO) -> tuple[FrameKind, bytes] | None:
    """Read the next frame of a buffered stream; None where the other side is gone."""
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    kind, length = HEADER.unpack(header)
    payload = stream.read(length)
    return (FrameKind(kind), payload) if len(payload) == length else None
