"""Naming a reviewed statement: a rejected one is in no article's graph, and is still meant by its id."""

from __future__ import annotations

from pyoxigraph import NamedNode

from sayso.graph.store.store import Store
from sayso.ontology import terms
from sayso.ontology.iris import reviews_graph


def reviewed_statement(store: Store, text: str) -> NamedNode | None:
    """Return the reviewed statement that is meant by an IRI, an id, or an end of it that no other one has."""
    text = text.strip().strip("<>")
    quads = store.engine.quads_for_pattern(None, terms.REVIEWS, None, reviews_graph(store.base))
    found = {quad.object for quad in quads if isinstance(quad.object, NamedNode)}
    meant = [node for node in found if node.value in (text, store.base + text)] or [
        node for node in found if node.value.endswith(f"/{text.lstrip('/')}")
    ]
    return meant[0] if len(meant) == 1 else None
