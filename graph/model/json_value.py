"""JSON: what goes to a client or between processes, before it is text."""

from __future__ import annotations

type Json = bool | int | float | str | list[Json] | dict[str, Json] | None
