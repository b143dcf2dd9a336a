"""Cytoscape.js JSON (.cyjs) for Cytoscape desktop and for pages: https://js.cytoscape.org/#notation/elements-json."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from sayso.graph.export.json_parts import JsonPart, dumped, write_list
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import Network


@dataclass(frozen=True, slots=True)
class Cyjs:
    """`directed`, `multigraph`, `key` and a node's `value` are what networkx reads beside."""

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write the network; edges are written as they are read."""
        file = TextFile(output)
        name = content.attributes.get("title", "SaySo")
        data: JsonPart = {**content.attributes, "name": name, "shared_name": name}
        file.write(f'{{"format_version": "1.0", "generated_by": "sayso", "data": {dumped(data)},\n')
        file.write(f'"directed": {dumped(content.directed)}, "multigraph": true,\n"elements": {{\n"nodes": ')
        write_list(file, _nodes(content))
        file.write(',\n"edges": ')
        write_list(file, _edges(content))
        file.write("}}\n")
        return file.notices()


def _nodes(network: Network) -> Iterator[dict[str, JsonPart]]:
    for node in network.nodes:
        named = {"name": node.label, "label": node.label, "shared_name": node.label, "kind": node.kind}
        yield {"data": {**node.attributes, **named, "id": node.id, "value": node.id}}


def _edges(network: Network) -> Iterator[dict[str, JsonPart]]:
    for edge in network.edges:
        ends: dict[str, JsonPart] = {"id": edge.id, "source": edge.source, "target": edge.target}
        yield {
            "data": {**edge.attributes, **ends, "interaction": edge.kind, "weight": edge.weight, "key": edge.id},
        }
