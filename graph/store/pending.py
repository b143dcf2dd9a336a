"""Pending: what still has to go once other quads are in, noted with these so that no end of a process loses it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from sayso.ontology.iris import loading_graph

_NODE: Final = NamedNode("urn:sayso:pending")
_REMOVED: Final = NamedNode("urn:sayso:pending:removed")


def pending(removed: Iterable[Quad], base: str) -> Quad:
    """Return the quad, of the graph that `loading_graph` names, which tells of quads that are to be taken out."""
    text = (ox.serialize(removed, format=RdfFormat.N_QUADS) or b"").decode()
    return Quad(_NODE, _REMOVED, Literal(text), loading_graph(base))


def unfinished(engine: ox.Store, base: str) -> set[Quad]:
    """Return the quads that are still to be taken out, with what tells of them."""
    found: set[Quad] = set()
    for note in engine.quads_for_pattern(_NODE, _REMOVED, None, loading_graph(base)):
        found.add(note)
        if isinstance(note.object, Literal):
            found.update(ox.parse(note.object.value, format=RdfFormat.N_QUADS))
    return found
