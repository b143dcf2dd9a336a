"""UCINET DL as a list of edges: https://www.analytictech.com/ucinet/, "DL files"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from sayso.graph.export.labels import unique
from sayso.graph.export.nodes_edges import written
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import Network, Node


@dataclass(frozen=True, slots=True)
class Ucinet:
    """A matrix holds one number for each pair: parallel edges are summed. Undirected edges stand in both directions.

    Of a two-mode network rows and columns are labelled apart, and numbered apart in the list.
    """

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write labels and the sums; these are held in memory, one for each pair of nodes."""
        nodes = list(content.nodes)
        split = content.first_mode
        file = TextFile(output)
        # Readers of our own day want the size on a line of its own.
        if split:
            file.write(f"dl nr={split} nc={len(nodes) - split}\r\nformat=edgelist2\r\n")
            notices = _labels(file, "row labels", nodes[:split]) + _labels(file, "column labels", nodes[split:])
        else:
            file.write(f"dl n={len(nodes)}\r\nformat=edgelist1\r\n")
            notices = _labels(file, "labels", nodes)
        sums, parallel = _sums(content, {node.id: number for number, node in enumerate(nodes, 1)})
        file.write("data:\r\n")
        for (source, target), weight in sorted(sums.items()):
            file.write(f"{source} {target} {written(weight)}\r\n")
        told = (
            (f"{parallel:,} parallel edges were added to others: UCINET keeps one number a pair",) if parallel else ()
        )
        return (*file.notices(), *dict.fromkeys(notices), *told)


def _labels(file: TextFile, heading: str, nodes: Sequence[Node]) -> Notices:
    labels, notices = unique(node.label.replace('"', "”") for node in nodes)
    file.write(f"{heading}:\r\n" + "".join(f'"{label}"\r\n' for label in labels))
    return notices


def _sums(network: Network, numbers: Mapping[str, int]) -> tuple[dict[tuple[int, int], float], int]:
    """Return the sum of each pair, and how many edges were added to others."""
    sums: defaultdict[tuple[int, int], float] = defaultdict(float)
    both_ways = not (network.directed or network.first_mode)
    count = 0
    for edge in network.edges:
        pair = numbers[edge.source], numbers[edge.target] - network.first_mode
        count += 1
        for one in {pair, pair[::-1]} if both_ways else {pair}:
            sums[one] += edge.weight
    pairs = sum(source <= target for source, target in sums) if both_ways else len(sums)
    return dict(sums), count - pairs
