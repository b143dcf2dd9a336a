"""Write jobs: what the writer is asked to do, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.graph.model.json_value import Json


@dataclass(frozen=True, slots=True)
class WriteJob:
    """One of the functions of `sayso.loaders.writer.calls`, its arguments (JSON) and the name of the key that asks."""

    name: str
    arguments: Mapping[str, Json] = field(default_factory=dict)
    by: str = ""

    def told(self) -> dict[str, Json]:
        """Return the job as JSON."""
        return {"name": self.name, "arguments": dict(self.arguments), "by": self.by}


def write_job_of(told: Mapping[str, Json]) -> WriteJob:
    """Read a job that `told` wrote."""
    arguments = told["arguments"]
    return WriteJob(str(told["name"]), arguments if isinstance(arguments, dict) else {}, str(told["by"]))
