"""Pajek .net: http://mrvar.fdv.uni-lj.si/pajek/pajekman.pdf.

The format has no escapes: what ends a label early is replaced by what looks like it. Lines that begin with % are
notes. There is no mark of UTF-8 at the beginning: many readers take it for a part of the first word.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import IO

from sayso.graph.export.labels import one_line, unique
from sayso.graph.export.nodes_edges import written
from sayso.graph.export.origin_file import told_origin
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import Network

_LOOKALIKES = str.maketrans({'"': "”", "\\": "∖"})


@dataclass(frozen=True, slots=True)
class Pajek:
    """Vertices with their labels, arcs or edges with their weights; parallel ones stay.

    Of a two-mode network the second number of the first line says how many vertices are of the first mode.
    """

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write the network; edges are written as they are read."""
        labels, notices = unique(node.label.translate(_LOOKALIKES) for node in content.nodes)
        file = TextFile(output)
        for name, value in told_origin(content).items():
            file.write(f"% {name}: {one_line(value)}\r\n")
        modes = f" {content.first_mode}" if content.first_mode else ""
        file.write(f"*Vertices {len(content.nodes)}{modes}\r\n")
        numbers = {node.id: number for number, node in enumerate(content.nodes, 1)}
        for number, label in enumerate(labels, 1):
            file.write(f'{number} "{label}"\r\n')
        file.write("*Arcs\r\n" if content.directed else "*Edges\r\n")
        for edge in content.edges:
            kind = one_line(edge.kind.translate(_LOOKALIKES))
            line = f"{numbers[edge.source]} {numbers[edge.target]} {written(edge.weight)}"
            file.write(f'{line} l "{kind}"\r\n' if kind else f"{line}\r\n")
        changed = Counter(node.label != label for node, label in zip(content.nodes, labels, strict=True))[True]
        return (*file.notices(), *notices, *_told(changed))


def _told(changed: int) -> Notices:
    return (
        (f"{changed:,} labels were changed: Pajek has no quotation marks and line ends in labels",) if changed else ()
    )
