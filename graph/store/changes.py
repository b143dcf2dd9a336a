"""Changes to a store as one SPARQL update: the engine's unit of atomicity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Quad, RdfFormat, Triple, serialize


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
    graphs: defaultdict[object, list[Triple]] = defaultdict(list)
    for quad in quads:
        # A write may be of a million quads, so that nothing is asked of each but this.
        if BlankNode in (type(quad.subject), type(quad.object)):
            raise ValueError(f"blank node in {quad}")
        graphs[quad.graph_name].append(quad.triple)
    if unnamed := graphs.get(DefaultGraph()):
        raise ValueError(f"not in a named graph: {unnamed[0]}")
    ordered = sorted(graphs.items(), key=lambda item: str(item[0]))
    return "".join(f"GRAPH {graph} {{\n{_triples(triples)}}}\n" for graph, triples in ordered)


def _triples(triples: Iterable[Triple]) -> str:
    return (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
