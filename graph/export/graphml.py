"""GraphML, http://graphml.graphdrawing.org: plain for networkx, igraph, visone, Cytoscape, or drawn for yEd."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO, Final

from sayso.graph.export.nodes_edges import written
from sayso.graph.export.text import XmlFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import AttributeValue, Edge, Fields, Network, Node

_TYPES: Final = {"string": "string", "integer": "int", "double": "double", "boolean": "boolean"}
_NODE: Final[Fields] = {"label": "string", "kind": "string"}
_EDGE: Final[Fields] = {"kind": "string", "weight": "double"}
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'


@dataclass(frozen=True, slots=True)
class GraphMl:
    """Typed keys for all attributes of nodes and edges."""

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write the network; edges are written as they are read."""
        return write_graphml(content, XmlFile(output))


def write_graphml(
    content: Network,
    file: XmlFile,
    head: str = "",
    keys: str = "",
    drawn_node: Callable[[XmlFile, Node, int], str] = lambda file, node, number: "",
    drawn_edge: Callable[[XmlFile, Edge], str] = lambda file, edge: "",
) -> Notices:
    """Write GraphML; a flavour adds namespaces to the head, keys of its own and what is drawn for nodes and edges."""
    node_fields, edge_fields = {**_NODE, **content.node_fields}, {**_EDGE, **content.edge_fields}
    nodes = {name: f"n{number}" for number, name in enumerate(node_fields)}
    edges = {name: f"e{number}" for number, name in enumerate(edge_fields)}
    file.write(f"{_HEAD}{head}>\n")
    for of, names, fields in (("node", nodes, node_fields), ("edge", edges, edge_fields)):
        for name, key in names.items():
            file.write(f'<key id="{key}" for="{of}" attr.name={file.attribute(name)}')
            file.write(f' attr.type="{_TYPES[fields[name]]}"/>\n')
    for number, name in enumerate(content.attributes):
        file.write(f'<key id="g{number}" for="graph" attr.name={file.attribute(name)} attr.type="string"/>\n')
    file.write(keys)
    file.write(f'<graph id="sayso" edgedefault="{"directed" if content.directed else "undirected"}">\n')
    for number, value in enumerate(content.attributes.values()):
        file.write(f'<data key="g{number}">{file.text(value)}</data>\n')
    for number, node in enumerate(content.nodes):
        file.write(f"<node id={file.attribute(node.id)}>")
        _data(file, nodes, {"label": node.label, "kind": node.kind, **node.attributes})
        file.write(f"{drawn_node(file, node, number)}</node>\n")
    for edge in content.edges:
        ends = f"source={file.attribute(edge.source)} target={file.attribute(edge.target)}"
        file.write(f"<edge id={file.attribute(edge.id)} {ends}>")
        _data(file, edges, {"kind": edge.kind, "weight": edge.weight, **edge.attributes})
        file.write(f"{drawn_edge(file, edge)}</edge>\n")
    file.write("</graph>\n</graphml>\n")
    return file.notices()


def _data(file: XmlFile, keys: Mapping[str, str], attributes: Mapping[str, AttributeValue]) -> None:
    for name, value in attributes.items():
        if name in keys:
            file.write(f'<data key="{keys[name]}">{file.text(written(value))}</data>')
