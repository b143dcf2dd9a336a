"""JSON written piece by piece, so that a list may be longer than memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sayso.graph.export.text import TextFile

type JsonPart = str | int | float | bool | list[JsonPart] | Mapping[str, JsonPart] | None


def dumped(value: JsonPart) -> str:
    """Return JSON on one line; raises ValueError for numbers that JSON does not have."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, default=dict)  # mappings of all sorts


def write_list(file: TextFile, values: Iterable[Mapping[str, JsonPart]]) -> None:
    """Write a list, a line for each of its objects."""
    file.write("[")
    for number, value in enumerate(values):
        file.write((",\n" if number else "\n") + dumped(value))
    file.write("\n]")
