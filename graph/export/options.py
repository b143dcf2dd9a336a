"""What a user may choose about an export, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from sayso.graph.networks.around import Around


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """`excel_safe` is for CSV, the two after it for networks; `around` is the part of the graph that is wanted."""

    excel_safe: bool = False
    aggregate: bool = False
    statements_as_nodes: bool = False
    around: Around = field(default=Around())


def told_options(options: ExportOptions) -> dict[str, str]:
    """Return what a network is a part of and how it is made, what is as where nothing is said left out."""
    around, plain = options.around, Around()
    told = {
        "actor": ", ".join(around.actors),
        "depth": str(around.depth) if around.actors else "",
        "kinds": ", ".join(sorted(around.kinds)) if around.kinds != plain.kinds else "",
        "between": "true" if around.between else "",
        **{one.name: _told(getattr(around.keep, one.name)) for one in fields(around.keep)},
        "status": around.keep.status or "said",
        "core": str(around.core or ""),
        "size": str(around.size or ""),
        "aggregate": "true" if options.aggregate else "",
        "statements-as-nodes": "true" if options.statements_as_nodes else "",
    }
    return {name: value for name, value in told.items() if value}


def _told(value: object) -> str:
    if isinstance(value, frozenset):
        return ", ".join(sorted(value))
    return str(value) if value else ""
