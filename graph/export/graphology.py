"""graphology's serialisation for sigma and Gephi Lite: https://graphology.github.io/serialization.html."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from sayso.graph.export.colours import colour, place, stance_of
from sayso.graph.export.json_parts import JsonPart, dumped, write_list
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import Network

_EDGE_COLOURS = {"for": "#1b7837", "against": "#b2182b", "": "#bbbbbb"}


@dataclass(frozen=True, slots=True)
class Graphology:
    """Nodes have what sigma needs to draw them: x, y, size, label, color."""

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write the network; edges are written as they are read."""
        file = TextFile(output)
        told: JsonPart = {"name": content.attributes.get("title", "SaySo"), **content.attributes}
        options: JsonPart = {
            "type": "directed" if content.directed else "undirected",
            "multi": True,
            "allowSelfLoops": True,
        }
        file.write(f'{{"attributes": {dumped(told)},\n"options": {dumped(options)},\n"nodes": ')
        write_list(file, _nodes(content))
        file.write(',\n"edges": ')
        write_list(file, _edges(content))
        file.write("}\n")
        return file.notices()


def _nodes(network: Network) -> Iterator[dict[str, JsonPart]]:
    for number, node in enumerate(network.nodes):
        x, y = place(number)
        counts = (node.attributes.get(name, 0) for name in ("statements", "spoken_about", "frequency"))
        size = 3 + math.sqrt(sum(count for count in counts if isinstance(count, int | float)))
        drawn: dict[str, JsonPart] = {"x": x, "y": y, "size": round(size, 2), "color": colour(node.kind)}
        yield {
            "key": node.id,
            "attributes": {**node.attributes, "label": node.label, "kind": node.kind, **drawn},
        }


def _edges(network: Network) -> Iterator[dict[str, JsonPart]]:
    for edge in network.edges:
        drawn: dict[str, JsonPart] = {"label": edge.kind, **edge.attributes, "kind": edge.kind, "weight": edge.weight}
        drawn["color"] = _EDGE_COLOURS[stance_of(edge)]
        found: dict[str, JsonPart] = {"key": edge.id, "source": edge.source, "target": edge.target, "attributes": drawn}
        yield found if network.directed else {**found, "undirected": True}
