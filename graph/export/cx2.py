"""CX2 for Cytoscape 3.10, Cytoscape Web and NDEx: https://cytoscape.org/cx/cx2/specification/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Final

from sayso.graph.export.colours import place
from sayso.graph.export.json_parts import JsonPart, dumped, write_list
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import AttributeValue, Network

_SCALE: Final = 10


@dataclass(frozen=True, slots=True)
class Cx2:
    """Aspects in one fragment each; nodes and edges are numbered, `represents` keeps a node's IRI."""

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write the network; edges are written as they are read."""
        file = TextFile(output)
        told: dict[str, str] = {"name": content.attributes.get("title", "SaySo"), **content.attributes}
        head: list[JsonPart] = [
            {"CXVersion": "2.0", "hasFragments": False},
            {"metaData": _sizes(len(content.nodes), len(content.edges))},
            {"attributeDeclarations": [_declared(content, told)]},
            {"networkAttributes": [told]},
        ]
        file.write("[" + ",\n".join(map(dumped, head)))
        numbers = {node.id: number for number, node in enumerate(content.nodes)}
        for aspect_name, values in (("nodes", _nodes(content)), ("edges", _edges(content, numbers))):
            file.write(f',\n{{"{aspect_name}": ')
            write_list(file, values)
            file.write("}")
        file.write(',\n{"status": [{"error": "", "success": true}]}]\n')
        return file.notices()


def _sizes(nodes: int, edges: int) -> list[JsonPart]:
    sizes = {"attributeDeclarations": 1, "networkAttributes": 1, "nodes": nodes, "edges": edges}
    return [{"name": name, "elementCount": size} for name, size in sizes.items()]


def _declared(network: Network, told: Mapping[str, str]) -> JsonPart:
    nodes = {"name": "string", "represents": "string", "kind": "string", **network.node_fields}
    edges = {"interaction": "string", "weight": "double", **network.edge_fields}
    return {
        "networkAttributes": {name: {"d": "string"} for name in told},
        "nodes": {name: {"d": type} for name, type in nodes.items()},
        "edges": {name: {"d": type} for name, type in edges.items()},
    }


def _nodes(network: Network) -> Iterator[dict[str, JsonPart]]:
    for number, node in enumerate(network.nodes):
        x, y = place(number)
        own: dict[str, AttributeValue] = {"name": node.label, "represents": node.id, "kind": node.kind}
        yield {"id": number, "x": x * _SCALE, "y": y * _SCALE, "v": {**node.attributes, **own}}


def _edges(network: Network, numbers: Mapping[str, int]) -> Iterator[dict[str, JsonPart]]:
    for number, edge in enumerate(network.edges):
        own: dict[str, AttributeValue] = {"interaction": edge.kind, "weight": edge.weight}
        yield {"id": number, "s": numbers[edge.source], "t": numbers[edge.target], "v": {**edge.attributes, **own}}
