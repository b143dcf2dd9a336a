"""Changes to a store as one SPARQL update: the engine's unit of atomicity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Quad, RdfFormat, serialize


def change(removed: Iterable[Quad], added: Iterable[Quad]) -> str:
    """Return the update that takes away `removed` and puts in `added`; an empty text where nothing changes.

    Every term is written by the engine's own serialiser. Raises ValueError on a blank node: DELETE DATA cannot name
    one, and each load would add it anew.
    """
    gone, new = set(removed), set(added)
    operations = [
        f"{keyword} DATA {{\n{block}}}"
        for keyword, block in (("DELETE", _block(gone - new)), ("INSERT", _block(new - gone)))
        if block
    ]
    return " ;\n".join(operations)


def _block(quads: Iterable[Quad]) -> str:
    quads = list(quads)
    # A write may be of half a million quads, so that of each nothing else is asked.
    if DefaultGraph() in {quad.graph_name for quad in quads}:
        raise ValueError(f"not in a named graph: {next(q.triple for q in quads if q.graph_name == DefaultGraph())}")
    lines = serialize(quads, format=RdfFormat.N_QUADS) or b""
    if b"_:" in lines and (unnamed := [q for q in quads if BlankNode in (type(q.subject), type(q.object))]):
        raise ValueError(f"blank node in {unnamed[0]}")
    graphs: defaultdict[bytes, list[bytes]] = defaultdict(list)
    for line in lines.removesuffix(b" .\n").split(b" .\n"):
        # The graph's name stands last, and no IRI holds a space.
        triple, _, graph = line.rpartition(b" ")
        graphs[graph].append(triple)
    blocks = (b"GRAPH %s {\n%s .\n}\n" % (graph, b" .\n".join(graphs[graph])) for graph in sorted(graphs) if graph)
    return b"".join(blocks).decode()
