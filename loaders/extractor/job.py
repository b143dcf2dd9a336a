"""Extraction jobs: one article as a request brings it, and what is to become of it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal

from sayso.graph.model.json_value import Json


@dataclass(frozen=True, slots=True)
class ExtractJob:
    """The bytes of one article and their format; `about` goes over what it tells of itself (title, id, …).

    With `purpose` "show" the answer is the article as it is shown, with "store" what the writer needs. `store` is
    the folder of the store whose latest snapshot is read, "" for none. `origin` says where the article comes from, ""
    where that is no place to come back to; `by` is the name of the key.
    """

    body: bytes
    format: str
    store: str
    base: str
    purpose: Literal["show", "store"] = "show"
    encoding: str | None = None
    about: Mapping[str, str] = field(default_factory=dict)
    origin: str = ""
    by: str = ""
    replace: bool = False
    again: bool = False
    any_language: bool = False
    max_characters: int = 1_000_000
    min_confidence: float = 0.0

    def told(self) -> dict[str, Json]:
        """Return the job as JSON."""
        return {**asdict(self), "about": dict(self.about), "body": base64.b64encode(self.body).decode()}


def extract_job_of(told: Mapping[str, Json]) -> ExtractJob:
    """Read a job that `told` wrote."""
    return ExtractJob(**{**told, "body": base64.b64decode(str(told["body"]))})  # type: ignore[arg-type]
