"""DOT for Graphviz: https://graphviz.org/doc/info/lang.html."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

from sayso.graph.export.colours import colour, stance_of
from sayso.graph.export.nodes_edges import written
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import AttributeValue, Network

_EDGE_COLOURS = {"for": "#1b7837", "against": "#b2182b", "": "#888888"}


class _DotFile(TextFile):
    """Graphviz is written in C: a NUL ends a string, and other control characters end up in pictures."""

    forbidden = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
    what = "control characters and half characters"

    def quoted(self, text: str) -> str:
        """Return a string of DOT. A backslash begins an escape in labels, and a line's end is one."""
        text = self.clean(text).replace("\\", "\\\\").replace('"', '\\"')
        return '"' + text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n") + '"'


@dataclass(frozen=True, slots=True)
class DotFile:
    """Statements against are dashed, those for anything drawn through; words and evidence are attributes."""

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write the network; edges are written as they are read."""
        file = _DotFile(output)
        file.write(f"{'digraph' if content.directed else 'graph'} sayso {{\n")
        file.write(f"graph [{_attributes(file, {**content.attributes, 'charset': 'UTF-8'})}];\n")
        file.write("node [shape=box, style=filled];\n")
        numbers = {node.id: f"n{number}" for number, node in enumerate(content.nodes, 1)}
        for node in content.nodes:
            own = {"label": node.label, "kind": node.kind, "iri": node.id, "fillcolor": colour(node.kind)}
            file.write(f"{numbers[node.id]} [{_attributes(file, {**node.attributes, **own})}];\n")
        arrow = "->" if content.directed else "--"
        for edge in content.edges:
            stance = stance_of(edge)
            own = {"label": str(edge.attributes.get("label", edge.kind)), "kind": edge.kind, "id": edge.id}
            drawn = {"color": _EDGE_COLOURS[stance], "style": "dashed" if stance == "against" else "solid"}
            # Graphviz' own "weight" must not be negative, which a difference may be.
            told = {**edge.attributes, **own, **drawn, "value": edge.weight}
            file.write(f"{numbers[edge.source]} {arrow} {numbers[edge.target]} [{_attributes(file, told)}];\n")
        file.write("}\n")
        return file.notices()


def _attributes(file: _DotFile, told: Mapping[str, AttributeValue]) -> str:
    # "URL" and "url" are links in pictures; ours is one, its title shows over it.
    return ", ".join(f"{name}={file.quoted(written(value))}" for name, value in told.items())
