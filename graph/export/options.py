"""What a user may choose about an export, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.graph.networks.around import Around


@dataclass(frozen=True, slots=True)
class Options:
    """`excel_safe` is for CSV, the two after it for networks; `around` is the part of the graph that is wanted."""

    excel_safe: bool = False
    aggregate: bool = False
    statements_as_nodes: bool = False
    around: Around = field(default=Around())
