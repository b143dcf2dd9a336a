"""A network as a matrix in CSV: square, or in two-mode networks with the first mode as rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from sayso.graph.export.labels import unique
from sayso.graph.export.nodes_edges import write_table
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import AttributeValue, Network


@dataclass(frozen=True, slots=True)
class MatrixCells:
    """Rows and columns by label, no two the same, and what is not 0 by row and column; `notices` say what changed.

    Parallel edges are summed; without directions a tie stands in both places.
    """

    rows: Sequence[str]
    columns: Sequence[str]
    weights: Mapping[int, Mapping[int, float]]
    notices: Notices = ()

    @classmethod
    def of(cls, network: Network) -> MatrixCells:
        """Return the matrix of a network."""
        nodes = list(network.nodes)
        split = network.first_mode
        rows, told = unique(node.label for node in (nodes[:split] if split else nodes))
        columns, more = unique(node.label for node in nodes[split:]) if split else (rows, ())
        numbers = {node.id: number for number, node in enumerate(nodes)}
        weights: defaultdict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
        for edge in network.edges:
            one, other = numbers[edge.source], numbers[edge.target]
            weights[one][other - split] += edge.weight
            if not (split or network.directed or one == other):
                weights[other][one] += edge.weight
        return cls(rows, columns, weights, tuple(dict.fromkeys((*told, *more))))


@dataclass(frozen=True, slots=True)
class MatrixFile:
    """The first column and the first line are names; what is no tie is 0. `excel_safe` as for CSV."""

    excel_safe: bool = False

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write the matrix, a row at a time; one number for each pair is in memory."""
        cells = MatrixCells.of(content)
        return (*write_table(output, _lines(cells), excel_safe=self.excel_safe), *cells.notices)


def _lines(cells: MatrixCells) -> Iterator[list[AttributeValue]]:
    yield ["", *cells.columns]
    for number, label in enumerate(cells.rows):
        weights = cells.weights.get(number, {})
        yield [label, *(weights.get(column, 0) for column in range(len(cells.columns)))]
