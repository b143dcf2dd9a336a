"""What a user may choose about an export, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """`excel_safe` is for CSV; the others are for networks."""

    excel_safe: bool = False
    aggregate: bool = False
    statements_as_nodes: bool = False
