"""Two CSV files, nodes and edges, under the headings that Gephi's import of spreadsheets knows.

Ends come first, and a node's id: R's graph_from_data_frame(edges, vertices = nodes) takes them by their place.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO
from zipfile import ZipFile

from sayso.graph.export.archive import entry, forward
from sayso.graph.export.csv_rows import safe
from sayso.graph.export.origin_file import add_origin
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import AttributeValue, Network


@dataclass(frozen=True, slots=True)
class NodesEdges:
    """`nodes.csv` and `edges.csv` in a zip; `excel_safe` as for CSV."""

    excel_safe: bool = False

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write both files."""
        with ZipFile(forward(output), "w") as archive:
            with entry(archive, "nodes.csv") as file:
                nodes = write_table(file, self._nodes(content), excel_safe=self.excel_safe)
            with entry(archive, "edges.csv") as file:
                edges = write_table(file, self._edges(content), excel_safe=self.excel_safe)
            add_origin(archive, content)
        return tuple(dict.fromkeys(nodes + edges))

    def _nodes(self, network: Network) -> Iterator[list[AttributeValue]]:
        yield ["Id", "Label", "Kind", *network.node_fields]
        for node in network.nodes:
            yield [node.id, node.label, node.kind, *(node.attributes.get(name, "") for name in network.node_fields)]

    def _edges(self, network: Network) -> Iterator[list[AttributeValue]]:
        kind = "Directed" if network.directed else "Undirected"
        # Gephi takes "Label" and "Weight" for its own, whatever their case.
        fields = [name for name in network.edge_fields if name != "label"]
        yield ["Source", "Target", "Id", "Type", "Kind", "Weight", *fields]
        for edge in network.edges:
            values = (edge.attributes.get(name, "") for name in fields)
            yield [edge.source, edge.target, edge.id, kind, edge.kind, edge.weight, *values]


def write_table(output: IO[bytes], rows: Iterable[list[AttributeValue]], *, excel_safe: bool = False) -> Notices:
    """Write rows as CSV after RFC 4180."""
    file = TextFile(output)
    if excel_safe:
        file.write("\ufeff")
    line = io.StringIO(newline="")
    table = csv.writer(line)
    for row in rows:
        table.writerow([safe(cell) if excel_safe and isinstance(cell, str) else written(cell) for cell in row])
        file.write(line.getvalue())
        line.seek(0)
        line.truncate()
    return file.notices()


def written(value: AttributeValue) -> str:
    """Return a value as files of tables have it: whole numbers without a fraction, true and false in lower case."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)
