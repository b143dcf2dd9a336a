"""Overlay: a store as it will be once a change is written, to work out what follows from the change.

What goes is left out and what comes is found, without a write: an article's new quads stand in for those that it has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad, Store

from sayso.graph.store.solutions import Term
from sayso.ontology.iris import derived_graph, loading_graph


class Overlay:
    """The quads of a store, but for those taken, and those put.

    `changed` articles hold other quads than the store's, of the predicates `read`, which are all that may be asked for.
    """

    def __init__(
        self,
        store: Store,
        base: str,
        changed: Mapping[NamedNode, Iterable[Quad]],
        read: Iterable[NamedNode] = (),
    ) -> None:
        self.store = store
        self.loading, self.derived = loading_graph(base), derived_graph(base)
        self.gone: set[Quad] = set()
        self.come: set[Quad] = set()
        self._taken: set[Quad] = set()
        self._changed = frozenset(changed)
        # Of other predicates the store's quads are all there are.
        self._overlaid: set[NamedNode] = set(read) if changed else set()
        self._fresh = Store()
        for quads in changed.values():
            self._fresh.extend(quads)

    def find(
        self, subject: Term | None, predicate: NamedNode, value: Term | None, graph: NamedNode | None = None
    ) -> list[Quad]:
        """List the quads of a pattern."""
        pattern = (cast("NamedNode | None", subject), predicate, value, graph)
        found = list(self.store.quads_for_pattern(*pattern))
        if predicate not in self._overlaid:
            return found
        if found:
            found = [quad for quad in found if quad.graph_name not in self._changed and quad not in self.gone]
        return [*found, *self._fresh.quads_for_pattern(*pattern)]

    def put(self, quad: Quad) -> None:
        """Have a quad there."""
        self._overlaid.add(quad.predicate)
        if quad in self.gone:
            self.gone.discard(quad)
        else:
            self.come.add(quad)
            self._fresh.add(quad)

    def take(self, quads: Iterable[Quad]) -> None:
        """Have quads that are there there no more."""
        for quad in quads:
            self._overlaid.add(quad.predicate)
            if quad in self.come:
                self.come.discard(quad)
                self._fresh.remove(quad)
            else:
                self.gone.add(quad)
                self._taken.add(quad)

    def derivation(self) -> tuple[set[Quad], set[Quad]]:
        """Return the fingerprints and links that were taken, and those that were put; some may be in both."""
        graphs = (self.loading, self.derived)
        taken, put = self._taken, self.come | (self._taken - self.gone)
        return {q for q in taken if q.graph_name in graphs}, {q for q in put if q.graph_name in graphs}

    def nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """List what a thing points to."""
        found = (quad.object for quad in self.find(subject, predicate, None))
        return [node for node in found if isinstance(node, NamedNode)]

    def text(self, subject: NamedNode, predicate: NamedNode) -> str:
        """Return a literal of a thing, "" where there is none."""
        found = (quad.object for quad in self.find(subject, predicate, None))
        return next((literal.value for literal in found if isinstance(literal, Literal)), "")

    def subjects(self, predicate: NamedNode, value: NamedNode, graph: NamedNode | None = None) -> list[NamedNode]:
        """List what points to a thing."""
        found = (quad.subject for quad in self.find(None, predicate, value, graph))
        return [node for node in found if isinstance(node, NamedNode)]
