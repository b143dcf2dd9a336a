"""RDF exports: everything that a store holds, in an order that depends on nothing but its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Final, Literal

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from graph.export.writer import Notices
from graph.store import Store
from ontology.iris import loading_graph
from ontology.namespaces import PREFIXES

type ExportFormat = Literal["nquads", "trig", "turtle"]

FORMATS: Final[dict[ExportFormat, RdfFormat]] = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
}


@dataclass(frozen=True, slots=True)
class RdfWriter:
    """Writes a store in one of the formats of RDF."""

    format: ExportFormat

    def write(self, content: Store, output: IO[bytes]) -> Notices:
        """Write articles, actors, judgements, ontology and schemes."""
        export(content, output, self.format)
        return ()


def export(store: Store, output: IO[bytes], format: ExportFormat) -> None:
    """Write articles, actors, judgements, ontology and schemes; Turtle, which has no graphs, gets their union.

    What loading remembers of this machine stays out. One graph (for Turtle: one subject) is held in memory at a time.
    """
    # The engine's serialiser writes prefixes into formats that have none.
    prefixes = None if format == "nquads" else dict(PREFIXES)
    rows = merged(store) if format == "turtle" else quads(store)
    serialize(rows, output, format=FORMATS[format], prefixes=prefixes)


def quads(store: Store) -> Iterator[Quad]:
    """Yield every quad that is exported, graph by graph, sorted."""
    for graph in graphs(store):
        yield from sorted(store.quads(graph), key=_order)


def merged(store: Store) -> Iterator[Triple]:
    """Yield every triple that is exported, each once whatever the number of its graphs, sorted."""
    exported = set(graphs(store))
    subjects = {quad.subject for graph in exported for quad in store.quads(graph)}
    for subject in sorted(subjects, key=str):
        found = store.engine.quads_for_pattern(subject, None, None)
        yield from sorted({quad.triple for quad in found if quad.graph_name in exported}, key=str)


def graphs(store: Store) -> list[NamedNode]:
    """List the graphs that are exported, sorted."""
    hidden = loading_graph(store.base)
    named = (graph for graph in store.engine.named_graphs() if isinstance(graph, NamedNode))
    return sorted((graph for graph in named if graph != hidden), key=str)


def _order(quad: Quad) -> str:
    return str(quad.triple)
