"""Unread articles: many at once as lines of N-Quads that the engine alone reads, none of which the store holds yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat

from sayso.graph.actors.names import Told, entering
from sayso.graph.statements.copies import recopied
from sayso.graph.statements.derived import READ
from sayso.graph.statements.fresh import Known, Prints, entangled, worded
from sayso.graph.statements.overlay import Overlay
from sayso.graph.statements.repeating import restated
from sayso.graph.statements.wording import Wording
from sayso.graph.store.store import Store
from sayso.ontology.iris import article_of, judgements_graph, matters_graph, names_statement, reviews_graph
from sayso.ontology.terms import ABOUT, CONTENT, FORM, MENTION_OF, SPEAKER

_METADATA: Final = b"> <urn:sayso:loading:metadata> "
_MOST_WORDINGS: Final = 100_000  # some 200 MB
_COUNTED: Final = (SPEAKER, ABOUT, MENTION_OF)


@dataclass(frozen=True, slots=True)
class UnreadArticle:
    """An article's graph as lines of N-Quads, and what has to be known of it without reading them.

    `remembered` are lines, too: what loading remembers, with the fingerprints. `names` tells for each thing that it
    names a predicate of its naming and the value, as N-Quads has them.
    """

    article: NamedNode
    lines: bytes
    remembered: bytes
    names: frozenset[tuple[bytes, bytes, bytes]]
    prints: Prints

    def actors(self) -> Iterator[str]:
        """Yield the IRIs of those who are counted in it."""
        return (line.split(b"> <", 3)[2].partition(b">")[0].decode() for line in _telling(self.lines, _COUNTED))

    def quads(self) -> set[Quad]:
        """Read the article's graph. Raises SyntaxError and ValueError where these are no N-Quads."""
        return set(ox.parse(self.lines, format=RdfFormat.N_QUADS))

    def told(self, node: str, predicates: Iterable[NamedNode]) -> list[Quad]:
        """Read the quads of a few predicates of one thing that the article tells of."""
        return list(ox.parse(b"".join(_told_of(self.lines, node, predicates)), format=RdfFormat.N_QUADS))

    def read(self, predicates: Iterable[NamedNode]) -> list[Quad]:
        """Read the quads of a few predicates."""
        return list(ox.parse(b"".join(_telling(self.lines, predicates)), format=RdfFormat.N_QUADS))


def _told_of(lines: bytes, node: str, predicates: Iterable[NamedNode]) -> Iterator[bytes]:
    """Yield the lines of a few predicates of one thing, none of which is the first."""
    for predicate in predicates:
        begin = b"\n<%s> %s " % (node.encode(), str(predicate).encode())
        at = lines.find(begin)
        while at >= 0:
            end = lines.index(b"\n", at + 1)
            yield lines[at + 1 : end + 1]
            at = lines.find(begin, end)


def _telling(lines: bytes, predicates: Iterable[NamedNode]) -> Iterator[bytes]:
    """Yield the lines of a few predicates."""
    for predicate in predicates:
        # Looking for what tells them is several times as fast as looking at each line.
        mark = b"> %s " % str(predicate).encode()
        at = lines.find(mark)
        while at >= 0:
            start, end = lines.rfind(b"\n", 0, at) + 1, lines.index(b"\n", at) + 1
            # A literal may hold it, too.
            if lines.find(b">", start) == at:
                yield lines[start:end]
            at = lines.find(mark, end)


def takes_unread(store: Store) -> bool:
    """Say whether articles come into a store as they are: it is one in a folder, and nobody has decided anything."""
    graphs = (judgements_graph(store.base), reviews_graph(store.base), matters_graph(store.base))
    return isinstance(store.engine, ox.Store) and not any(store.engine.contains_named_graph(one) for one in graphs)


def add_unread(store: Store, articles: Sequence[UnreadArticle], known: Known) -> None:
    """Write articles that are not in the store, all of them or nothing; `takes_unread` has to hold.

    The store is then as if each had been written by itself. Raises SyntaxError and ValueError where some lines are no
    N-Quads.
    """
    with store.writing():
        removed, added = entering(store, _votes(articles))
        prints = {node: numbers for one in articles for node, numbers in one.prints.items()}
        linking = entangled(prints, known, _Words(store, articles, known.wordings))
        unlinked, linked = _linked(store, articles, linking)
        added |= linked
        lines = (part for one in articles for part in (one.lines, _standing(one, linking)))
        store.take_in(lines, removed | unlinked, added, (actor for one in articles for actor in one.actors()))
        known.add(prints)


def _standing(article: UnreadArticle, linking: set[str]) -> bytes:
    """Return what loading remembers of an article, but for the fingerprints of what is linked with others."""
    if linking.isdisjoint(article.prints):
        return article.remembered
    lines = article.remembered.splitlines(keepends=True)
    return b"".join(line for line in lines if _METADATA in line or line[1 : line.index(b">")].decode() not in linking)


def _votes(articles: Sequence[UnreadArticle]) -> dict[NamedNode, Counter[Told]]:
    """Count how many articles tell what of each thing."""
    counted = Counter(told for one in articles for told in one.names)
    # Each once through the engine's own reader, as a made-up quad.
    lines = b"".join(b"%s %s %s .\n" % told for told in counted)
    found: defaultdict[NamedNode, Counter[Told]] = defaultdict(Counter)
    for triple, count in zip(ox.parse(lines, format=RdfFormat.N_QUADS), counted.values(), strict=True):
        if isinstance(triple.subject, NamedNode):
            found[triple.subject][triple.predicate, triple.object] = count
    return found


def _linked(store: Store, articles: Sequence[UnreadArticle], linking: set[str]) -> tuple[set[Quad], set[Quad]]:
    """Return the links and fingerprints that go, and those that come, where articles share words with others."""
    if not linking:
        return set(), set()
    concerned = {article_of(node) for node in linking}
    read = {one.article: one.read(READ) for one in articles if one.article.value in concerned}
    view = Overlay(store.engine, store.base, read, READ)
    restated(view, (), (NamedNode(node) for node in linking if names_statement(node)))
    recopied(view, [NamedNode(node) for node in sorted(linking) if not names_statement(node)])
    return view.derivation()


class _Words:
    """The words of statements that come, and of those in the store, as they are asked for; `found` were before."""

    def __init__(self, store: Store, articles: Sequence[UnreadArticle], found: dict[str, Wording]) -> None:
        self._store = store.engine
        self._articles: Mapping[str, UnreadArticle] = {one.article.value: one for one in articles}
        self._found = found
        if len(found) > _MOST_WORDINGS:
            found.clear()

    def __call__(self, statement: str) -> Wording:
        if statement not in self._found:
            self._found.update(worded(self._quads(statement)))
        return self._found.setdefault(statement, Wording((), quoted=False))

    def _quads(self, statement: str) -> Iterator[Quad]:
        article = article_of(statement)
        if article in self._articles:
            yield from self._articles[article].told(statement, (CONTENT, FORM))
            return
        for predicate in (CONTENT, FORM):
            yield from self._store.quads_for_pattern(NamedNode(statement), predicate, None, NamedNode(article))
