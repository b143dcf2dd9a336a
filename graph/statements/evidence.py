"""Facts: what a store tells of things, asked one at a time, with the places in the text that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store

from sayso.ontology import namespaces as ns


@dataclass(frozen=True, slots=True, order=True)
class EvidencePlace:
    """Code points `start` to `end` (exclusive) of the article's text, and the words there."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class LabelledNode:
    """An actor, post or article with its name."""

    node: NamedNode
    name: str


class Facts:
    """The triples of a store, asked one thing at a time."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def subjects(self, predicate: NamedNode, value: NamedNode, graph: NamedNode | None = None) -> list[NamedNode]:
        """List what points to a thing, in one graph or in any, sorted."""
        return _nodes(quad.subject for quad in self.store.quads_for_pattern(None, predicate, value, graph))

    def nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """List what a thing points to, sorted."""
        return _nodes(quad.object for quad in self._quads(subject, predicate))

    def texts(self, subject: NamedNode, predicate: NamedNode) -> list[str]:
        """List the literals of a thing, sorted."""
        return sorted(
            {quad.object.value for quad in self._quads(subject, predicate) if isinstance(quad.object, Literal)}
        )

    def text(self, subject: NamedNode, predicate: NamedNode) -> str:
        """Return a literal of a thing, "" where there is none."""
        return next(iter(self.texts(subject, predicate)), "")

    def named(self, node: NamedNode) -> LabelledNode:
        """Return a thing with its label, its notation or, at last, the end of its IRI."""
        names = (self.text(node, p) for p in (ns.LABEL, ns.NOTATION, ns.TITLE, ns.IDENTIFIER))
        return LabelledNode(node, next(filter(None, names), node.value.rpartition("/")[2]))

    def names(self, nodes: Iterable[NamedNode]) -> tuple[str, ...]:
        """Return the names of things."""
        return tuple(self.named(node).name for node in nodes)

    def places(self, subject: NamedNode, predicate: NamedNode) -> tuple[EvidencePlace, ...]:
        """List the places in the text that a thing points to, in their order."""
        found = []
        for span in self.nodes(subject, predicate):
            selectors = self.nodes(span, ns.HAS_SELECTOR)
            start, end, exact = (
                next(filter(None, (self.text(selector, p) for selector in selectors)), "")
                for p in (ns.START, ns.END, ns.EXACT)
            )
            if start and end:
                found.append(EvidencePlace(int(start), int(end), exact))
        return tuple(sorted(found))

    def _quads(self, subject: NamedNode, predicate: NamedNode) -> Iterator[Quad]:
        return self.store.quads_for_pattern(subject, predicate, None)


def _nodes(values: Iterable[object]) -> list[NamedNode]:
    return sorted({value for value in values if isinstance(value, NamedNode)}, key=lambda node: node.value)
