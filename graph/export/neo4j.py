"""CSV for `neo4j-admin database import`: https://neo4j.com/docs/operations-manual/current/import/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Final
from zipfile import ZipFile

from sayso.graph.export.archive import entry, forward
from sayso.graph.export.nodes_edges import write_table
from sayso.graph.export.origin_file import add_origin
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import AttributeValue, FieldType, Network

_TYPES: Final[dict[FieldType, str]] = {"string": "", "integer": ":long", "double": ":double", "boolean": ":boolean"}
_HOW: Final = """\
Unpack this, then, with the database stopped:

neo4j-admin database import full --nodes=nodes.csv --relationships=edges.csv --multiline-fields=true neo4j
"""


@dataclass(frozen=True, slots=True)
class Neo4j:
    """A node's label is its kind, an edge's type its kind in capitals; words may go over lines."""

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write nodes, edges and the command that imports them into a zip."""
        with ZipFile(forward(output), "w") as archive:
            with entry(archive, "nodes.csv") as file:
                nodes = write_table(file, _nodes(content))
            with entry(archive, "edges.csv") as file:
                edges = write_table(file, _edges(content))
            with entry(archive, "import.txt") as file:
                file.write(_HOW.encode())
            add_origin(archive, content)
        return tuple(dict.fromkeys(nodes + edges))


def _nodes(network: Network) -> Iterator[list[AttributeValue]]:
    yield ["iri:ID", "name", ":LABEL", *(name + _TYPES[type] for name, type in network.node_fields.items())]
    for node in network.nodes:
        values = (node.attributes.get(name, "") for name in network.node_fields)
        yield [node.id, node.label, _word(node.kind) or "Node", *values]


def _edges(network: Network) -> Iterator[list[AttributeValue]]:
    fields = network.edge_fields
    heads = (name + _TYPES[type] for name, type in fields.items())
    yield [":START_ID", ":END_ID", ":TYPE", "id", "weight:double", *heads]
    for edge in network.edges:
        kind = _word(edge.kind).upper() or "EDGE"
        values = (edge.attributes.get(name, "") for name in fields)
        yield [edge.source, edge.target, kind, edge.id, edge.weight, *values]


def _word(kind: str) -> str:
    return re.sub(r"\W+", "_", kind).strip("_")
