"""RDF exports: everything that a store holds, in an order that depends on nothing but its content."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import IO, Final, Literal

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from sayso.graph.export.writer import Notices
from sayso.graph.statements.rows.dataset import Based, Dataset, Whole
from sayso.ontology.namespaces import PREFIXES

type ExportFormat = Literal["nquads", "trig", "turtle"]

FORMATS: Final[dict[ExportFormat, RdfFormat]] = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
}


@dataclass(frozen=True, slots=True)
class RdfWriter:
    """Writes a store, or a part of it, in one of the formats of RDF."""

    format: ExportFormat
    told: Mapping[str, str] = field(default=MappingProxyType({}))

    def write(self, content: Dataset, output: IO[bytes]) -> Notices:
        """Write articles, actors, judgements, ontology and schemes, as far as they are in it.

        Turtle, which has no graphs, gets their union. One graph is held in memory at a time. Comments at the beginning
        tell where it comes from.
        """
        for name, value in self.told.items():
            # As JSON, so that no value leaves its line.
            output.write(f"# {name}: {json.dumps(value)}\n".encode())
        # The engine's serialiser writes prefixes into formats that have none.
        prefixes = None if self.format == "nquads" else dict(PREFIXES)
        rows = merged(content) if self.format == "turtle" else every(content)
        serialize(rows, output, format=FORMATS[self.format], prefixes=prefixes)
        return ()


def export(store: Based, output: IO[bytes], format: ExportFormat) -> None:
    """Write everything but what loading remembers of this machine."""
    RdfWriter(format).write(Whole(store), output)


def quads(store: Based) -> Iterator[Quad]:
    """Yield every quad that is exported, graph by graph, sorted."""
    return every(Whole(store))


def graphs(store: Based) -> list[NamedNode]:
    """List the graphs that are exported, sorted."""
    return Whole(store).graphs()


def every(content: Dataset) -> Iterator[Quad]:
    """Yield every quad, graph by graph, sorted."""
    for graph in content.graphs():
        yield from content.quads(graph)


def merged(content: Dataset) -> Iterator[Triple]:
    """Yield every triple, graph by graph, sorted; what several graphs tell of one thing comes once.

    What an article tells of its own (spans, statements) no other repeats, so only the rest is remembered.
    """
    told: set[Triple] = set()
    for graph in content.graphs():
        own = f"{graph.value}/"
        for quad in content.quads(graph):
            triple = quad.triple
            if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(own):
                yield triple
            elif triple not in told:
                told.add(triple)
                yield triple
