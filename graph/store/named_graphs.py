"""Named graphs: which are there."""

from __future__ import annotations

from pyoxigraph import NamedNode

from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, UsageError


def has_graph(store: Store, graph: str) -> bool:
    """Say whether there is a named graph of this name. Raises UsageError where it is no IRI."""
    return store.engine.contains_named_graph(named(graph))


def named(graph: str) -> NamedNode:
    """Return a graph's name as a node. Raises UsageError where it is no IRI."""
    try:
        return NamedNode(graph)
    except ValueError as error:
        raise UsageError(f"a graph's name is no IRI: {error}") from error


def absent(graph: str) -> NotFoundError:
    """Return the error for a graph that is not there."""
    return NotFoundError(f"there is no graph {graph!r}; SELECT DISTINCT ?g {{ GRAPH ?g {{}} }} lists them")
