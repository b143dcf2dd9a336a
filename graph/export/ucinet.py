"""UCINET DL as a list of edges: https://www.analytictech.com/ucinet/, "DL files"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import IO

from sayso.graph.export.labels import unique
from sayso.graph.export.nodes_edges import written
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import Network


@dataclass(frozen=True, slots=True)
class Ucinet:
    """A matrix holds one number for each pair: parallel edges are summed. Undirected edges stand in both directions."""

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write labels and the sums; these are held in memory, one for each pair of nodes."""
        labels, notices = unique(node.label.replace('"', "”") for node in content.nodes)
        numbers = {node.id: number for number, node in enumerate(content.nodes, 1)}
        sums: defaultdict[tuple[int, int], float] = defaultdict(float)
        count = 0
        for edge in content.edges:
            pair = numbers[edge.source], numbers[edge.target]
            count += 1
            for one in {pair} if content.directed else {pair, pair[::-1]}:
                sums[one] += edge.weight
        file = TextFile(output)
        file.write(f"dl n={len(labels)} format=edgelist1\r\nlabels:\r\n")
        file.write("".join(f'"{label}"\r\n' for label in labels))
        file.write("data:\r\n")
        for (source, target), weight in sorted(sums.items()):
            file.write(f"{source} {target} {written(weight)}\r\n")
        pairs = len(sums) if content.directed else sum(source <= target for source, target in sums)
        parallel = count - pairs
        told = (
            (f"{parallel:,} parallel edges were added to others: UCINET keeps one number a pair",) if parallel else ()
        )
        return (*file.notices(), *notices, *told)
