"""The frame of one mapping: the document, its IRI and how things under it are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from sayso.loaders.document import Document
from sayso.loaders.facts import Span
from sayso.ontology import iris
from sayso.ontology import namespaces as ns

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]

CONTEXT = 32
GAP = " … "


@dataclass(frozen=True, slots=True)
class Frame:
    """One document being mapped: `article` is its IRI, which is its graph's too."""

    document: Document
    article: NamedNode
    base: str = iris.BASE

    def under(self, *path: str) -> NamedNode:
        """Name something of this article."""
        return NamedNode("/".join((self.article.value, *path)))

    def actor(self, key: str) -> NamedNode:
        """Name an actor by its key; a group's is under the article."""
        return iris.actor_iri(key, self.article, self.base)

    def words(self, spans: Iterable[Span]) -> str:
        """Return the text of the spans, an ellipsis between those that stand apart."""
        return GAP.join(self.document.text[span.start : span.end] for span in spans)

    def span(self, span: Span) -> NamedNode:
        """Name a place in the text."""
        return self.under("span", offsets([span]))

    def place(self, span: Span) -> Iterator[Triple]:
        """Describe a place in the text by its offsets (code points, end exclusive) and by its words.

        Raises ValueError for offsets that are not in the text.
        """
        text = self.document.text
        if not 0 <= span.start <= span.end <= len(text):
            raise ValueError(f"{span} is not in the text of {self.document.id!r}, which has {len(text)} code points")
        node = self.span(span)
        position, quote = NamedNode(f"{node.value}/position"), NamedNode(f"{node.value}/quote")
        yield node, ns.TYPE, ns.SPECIFIC_RESOURCE
        yield node, ns.HAS_SOURCE, self.article
        yield node, ns.HAS_SELECTOR, position
        yield position, ns.TYPE, ns.POSITION_SELECTOR
        yield position, ns.START, Literal(span.start)
        yield position, ns.END, Literal(span.end)
        yield node, ns.HAS_SELECTOR, quote
        yield quote, ns.TYPE, ns.QUOTE_SELECTOR
        yield quote, ns.EXACT, Literal(text[span.start : span.end])
        yield quote, ns.PREFIX, Literal(text[max(0, span.start - CONTEXT) : span.start])
        yield quote, ns.SUFFIX, Literal(text[span.end : span.end + CONTEXT])

    def point(self, node: NamedNode, predicate: NamedNode, spans: Iterable[Span]) -> Iterator[Triple]:
        """Point from a thing to places in the text, and describe them."""
        for span in spans:
            yield node, predicate, self.span(span)
            yield from self.place(span)

    def link(self, node: NamedNode, predicate: NamedNode, keys: Iterable[str]) -> Iterator[Triple]:
        """Link a thing to actors by their keys."""
        for key in keys:
            yield node, predicate, self.actor(key)


def offsets(spans: Iterable[Span]) -> str:
    """Write spans as a part of an IRI: "21-104_130-140"."""
    return "_".join(f"{span.start}-{span.end}" for span in spans)


def numbered(names: Iterable[str]) -> list[str]:
    """Tell equal names apart: the second "a" becomes "a.2"."""
    counts: dict[str, int] = {}
    found = []
    for name in names:
        counts[name] = counts.get(name, 0) + 1
        found.append(name if counts[name] == 1 else f"{name}.{counts[name]}")
    return found
