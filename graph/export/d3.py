"""Node-link JSON for D3's force layout, which asks for `links`: https://d3js.org/d3-force/link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from sayso.graph.export.json_parts import JsonPart, dumped, write_list
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import Network


@dataclass(frozen=True, slots=True)
class D3:
    """`value` is the weight; `key` is what networkx' node_link_graph(…, edges="links") tells parallel edges by."""

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write the network; edges are written as they are read."""
        file = TextFile(output)
        file.write(f'{{"directed": {dumped(content.directed)}, "multigraph": true,\n')
        file.write(f'"graph": {dumped(content.attributes)},\n"nodes": ')
        write_list(file, _nodes(content))
        file.write(',\n"links": ')
        write_list(file, _links(content))
        file.write("}\n")
        return file.notices()


def _nodes(network: Network) -> Iterator[dict[str, JsonPart]]:
    for node in network.nodes:
        yield {**node.attributes, "id": node.id, "label": node.label, "kind": node.kind}


def _links(network: Network) -> Iterator[dict[str, JsonPart]]:
    for edge in network.edges:
        ends: dict[str, JsonPart] = {"source": edge.source, "target": edge.target, "key": edge.id}
        yield {**edge.attributes, **ends, "kind": edge.kind, "value": edge.weight}
