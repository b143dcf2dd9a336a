"""A format: its name, the tool that opens it, and its writer."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.graph.export.writer import Writer


@dataclass(frozen=True, slots=True)
class Format[Content]:
    """`name` is what `--format` takes, `ending` that of its files without the dot.

    `notes` says whether its files have room to tell where they come from; else that goes into a file beside.
    """

    name: str
    ending: str
    media_type: str
    opens_in: str
    writer: Writer[Content]
    notes: bool = True
