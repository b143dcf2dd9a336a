"""One CSV file with an edge a row: its ends by name first, then its attributes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from sayso.graph.export.nodes_edges import write_table
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import AttributeValue, Network


@dataclass(frozen=True, slots=True)
class EdgeList:
    """`source` and `target` are names, the two after their ids; `excel_safe` as for CSV."""

    excel_safe: bool = False

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write the edges as they are read."""
        return write_table(output, edge_rows(content), excel_safe=self.excel_safe)


def edge_columns(network: Network) -> list[str]:
    """Return the headings of the edges as a table."""
    told = [name for name in network.edge_fields if name not in ("kind", "weight", "label")]
    return ["source", "target", "weight", "kind", *told, "source_id", "target_id"]


def edge_rows(network: Network) -> Iterator[list[AttributeValue]]:
    """Yield the headings, then a row for each edge."""
    labels = {node.id: node.label for node in network.nodes}
    columns = edge_columns(network)
    told = columns[4:-2]
    yield [*columns]
    for edge in network.edges:
        values = (edge.attributes.get(name, "") for name in told)
        yield [labels[edge.source], labels[edge.target], edge.weight, edge.kind, *values, edge.source, edge.target]
