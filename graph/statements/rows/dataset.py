"""Quads by graph: all that a store holds, or what it tells of some statements, whatever store answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import batched, chain
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.statements.rows.reading import Answering, table
from sayso.graph.store.solutions import Term, text_of
from sayso.graph.store.store import Store
from sayso.ontology.iris import article_of, loading_graph
from sayso.ontology.namespaces import WAS_DERIVED_FROM
from sayso.ontology.terms import IN_ARTICLE, PART_OF, REPEATS, SAME_WORDS_AS
from sayso.queries.parts.parts import part

_AT_ONCE = 500
# They lead to other statements, which are not asked for.
_AWAY = frozenset({PART_OF, REPEATS, SAME_WORDS_AS, WAS_DERIVED_FROM, IN_ARTICLE})


class Based(Answering, Protocol):
    """A store, wherever it is, that knows under which base its IRIs are."""

    @property
    def base(self) -> str:
        """The base of its IRIs."""
        ...


class Dataset(Protocol):
    """Graphs and what they hold."""

    def graphs(self) -> list[NamedNode]:
        """List the graphs, sorted."""
        ...

    def quads(self, graph: NamedNode) -> list[Quad]:
        """List what a graph holds, sorted."""
        ...


class Whole:
    """All that a store holds but for what loading remembers of its machine; a graph at a time is in memory."""

    def __init__(self, store: Based) -> None:
        self._store = store

    def graphs(self) -> list[NamedNode]:
        """List the graphs, sorted."""
        hidden = loading_graph(self._store.base)
        if isinstance(self._store, Store):
            found: Iterable[object] = self._store.engine.named_graphs()
        else:
            found = chain.from_iterable(table(self._store, part("graphs")))
        return sorted((graph for graph in found if isinstance(graph, NamedNode) and graph != hidden), key=str)

    def quads(self, graph: NamedNode) -> list[Quad]:
        """List what a graph holds, sorted."""
        if isinstance(self._store, Store):
            return sorted(self._store.quads(graph), key=_order)
        rows = table(self._store, part("triples", graph=[graph]))
        return sorted((_quad(thing, property_, value, graph) for thing, property_, value in rows), key=_order)


class Part:
    """What a store tells of some statements: their words and places, what they express, who and what is in them.

    Of their articles everything but the text. It is held in memory.
    """

    def __init__(self, store: Based, statements: Iterable[str]) -> None:
        self._found: defaultdict[NamedNode, set[Quad]] = defaultdict(set)
        asked = {NamedNode(iri) for iri in statements}
        for batch in batched(sorted(asked, key=str), _AT_ONCE):
            rows = table(store, part("derived", statement=batch))
            asked |= {NamedNode(text_of(row[0])) for row in rows}
            asked |= {NamedNode(article_of(iri.value)) for iri in batch}
        known: set[NamedNode] = set()
        while asked:
            known |= asked
            asked = {node for quad in self._read(store, asked) for node in _leads(quad, store.base)} - known

    def graphs(self) -> list[NamedNode]:
        """List the graphs, sorted."""
        return sorted(self._found, key=str)

    def quads(self, graph: NamedNode) -> list[Quad]:
        """List what is told in a graph, sorted."""
        return sorted(self._found[graph], key=_order)

    def _read(self, store: Based, things: set[NamedNode]) -> Iterator[Quad]:
        for batch in batched(sorted(things, key=str), _AT_ONCE):
            for graph, thing, property_, value in table(store, part("told-of", thing=batch)):
                # A blank node came by an update, and cannot be asked for by what it is called.
                if isinstance(graph, NamedNode) and isinstance(value, NamedNode | Literal):
                    quad = _quad(thing, property_, value, graph)
                    self._found[graph].add(quad)
                    yield quad


def _leads(quad: Quad, base: str) -> Iterator[NamedNode]:
    """Yield the node that a quad leads to, where it belongs to what is told."""
    if isinstance(quad.object, NamedNode) and quad.predicate not in _AWAY and quad.object.value.startswith(base):
        yield quad.object


def _quad(thing: Term | None, property_: Term | None, value: Term | None, graph: NamedNode) -> Quad:
    if not (isinstance(thing, NamedNode) and isinstance(property_, NamedNode)):
        raise TypeError("a store of SaySo names everything that it tells of")
    if not isinstance(value, NamedNode | Literal):
        raise TypeError("a store of SaySo tells of named things and literals")
    return Quad(thing, property_, value, graph)


def _order(quad: Quad) -> str:
    return str(quad.triple)
