"""Changes to a store as one SPARQL update: the engine's unit of atomicity."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, serialize


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
    ordered = sorted(quads, key=lambda quad: str(quad.graph_name))
    return "".join(
        f"GRAPH {graph} {{\n{_triples(group)}}}\n"
        for graph, group in groupby(ordered, key=lambda quad: str(quad.graph_name))
    )


def _triples(quads: Iterable[Quad]) -> str:
    triples: list[Triple] = []
    for quad in quads:
        if isinstance(quad.graph_name, DefaultGraph):
            raise ValueError(f"not in a named graph: {quad}")
        if any(str(term).startswith("_:") for term in quad.triple):
            raise ValueError(f"blank node in {quad}")
        triples.append(quad.triple)
    return (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
