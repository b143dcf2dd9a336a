"""An answer that is no JSON: a head that is known before, and bytes that are written after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO

from sayso.graph.model.json_value import Json


@dataclass(frozen=True, slots=True)
class Streamed:
    """What a walk returns in place of JSON; `head` goes before the bytes, beside `form` and `format`."""

    format: str
    head: Mapping[str, Json]
    write: Callable[[IO[bytes]], object]
