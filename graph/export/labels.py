"""Labels for formats that know a node by its label, on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.graph.export.writer import Notices

_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")


def one_line(label: str) -> str:
    """Return a label without line ends, tabs and other control characters."""
    return _BREAKS.sub(" ", label).strip()


def unique(labels: Iterable[str]) -> tuple[list[str], Notices]:
    """Return each label on one line and no two the same, a number behind those that would be; say how many."""
    found: dict[str, None] = {}
    renamed = 0
    for label in labels:
        name = base = one_line(label) or "unnamed"
        number = 1
        while name in found:
            number += 1
            name = f"{base} ({number})"
        renamed += number > 1
        found[name] = None
    return list(found), ((f"{renamed:,} labels got a number: two nodes had the same",) if renamed else ())
