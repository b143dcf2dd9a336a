"""Derived links: what follows from two articles together, in a graph of its own.

`sayso:repeats` joins statements with the same words, `sayso:nearDuplicateOf` articles with nearly the same text, each
in both directions. Whether two are joined depends on these two and nothing else, so the order of loading leaves no
trace, and an article that is replaced or dropped takes its links along. Fingerprints of words, in the graph of what
loading remembers, lead to the few articles that are worth comparing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad, Store

from sayso.graph.statements import duplicates
from sayso.graph.statements.repetition import needed, same
from sayso.graph.statements.wording import Wording, wording
from sayso.graph.store.solutions import Term
from sayso.ontology.iris import article_of, derived_graph, loading_graph
from sayso.ontology.namespaces import ARTICLE_BODY, MEMBER, MEMBERSHIP_ORGANIZATION
from sayso.ontology.terms import CONTENT, FORM, FORMS, IN_ARTICLE, NEAR_DUPLICATE_OF, REPEATS, SPEAKER

TEXT_PRINT = NamedNode("urn:sayso:loading:text-print")
WORDS_PRINT = NamedNode("urn:sayso:loading:words-print")
_READ = frozenset((ARTICLE_BODY, IN_ARTICLE, CONTENT, FORM, SPEAKER, MEMBER, MEMBERSHIP_ORGANIZATION))
_WHO = (SPEAKER, MEMBER, MEMBERSHIP_ORGANIZATION)
_FORMS = {concept: word for word, concept in FORMS.items()}


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as far as repeating goes. `bodies` are those that its speakers belong to, as its article tells."""

    wording: Wording
    speakers: frozenset[NamedNode]
    bodies: frozenset[NamedNode]


@dataclass(frozen=True, slots=True)
class _View:
    """The store as it will be: some articles, and the fingerprints of their words, come from `fresh`."""

    store: Store
    fresh: Store
    changed: frozenset[NamedNode]
    loading: NamedNode
    graph: NamedNode

    def of(self, article: NamedNode) -> Store:
        """Return where an article's quads are."""
        return self.fresh if article in self.changed else self.store

    def having(self, print_: NamedNode, number: Term, without: NamedNode) -> Iterator[tuple[NamedNode, NamedNode]]:
        """Yield whatever has a fingerprint, with its article, leaving one article out."""
        for source in (self.store, self.fresh):
            for quad in source.quads_for_pattern(None, print_, number, self.loading):
                node = cast(NamedNode, quad.subject)
                article = node if print_ == TEXT_PRINT else NamedNode(article_of(node.value))
                if article != without and self.of(article) is source:
                    yield node, article


def relinked(store: Store, changed: Mapping[NamedNode, Iterable[Quad]], base: str) -> tuple[set[Quad], set[Quad]]:
    """Return the fingerprints and links that articles have, and those that they have once they hold other quads.

    An article that is to hold none is dropped.
    """
    view = _View(store, Store(), frozenset(changed), loading_graph(base), derived_graph(base))
    old = {quad for article in changed for quad in _derived(view, article)}
    for quads in changed.values():
        view.fresh.extend(quad for quad in quads if quad.predicate in _READ)
    prints = {quad for article in changed for quad in _prints(view, article)}
    view.fresh.extend(prints)
    new = prints.union(*(_links(view, article) for article in changed))
    return old, new


def respoken(store: Store, removed: set[Quad], added: set[Quad], base: str) -> tuple[set[Quad], set[Quad]]:
    """Return what `relinked` does for the articles in which a change of quads concerns who speaks, and for whom."""
    concerned = {quad.graph_name for quad in removed | added if quad.predicate in _WHO}
    graphs = [article for article in concerned if isinstance(article, NamedNode)]
    changed = {article: set(store.quads_for_pattern(None, None, None, article)) - removed for article in graphs}
    for quad in added:
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name in changed:
            changed[quad.graph_name].add(quad)
    return relinked(store, changed, base)


def _derived(view: _View, article: NamedNode) -> Iterator[Quad]:
    """Yield every quad that the store holds because of an article's words: fingerprints and links."""
    find = view.store.quads_for_pattern
    for node in (article, *_statements(view.store, article)):
        for print_ in (TEXT_PRINT, WORDS_PRINT):
            yield from find(node, print_, None, view.loading)
        for predicate in (NEAR_DUPLICATE_OF, REPEATS):
            yield from find(node, predicate, None, view.graph)
            yield from find(None, predicate, node, view.graph)


def _prints(view: _View, article: NamedNode) -> Iterator[Quad]:
    for number in duplicates.sketch(_text(view.fresh, article, ARTICLE_BODY)):
        yield Quad(article, TEXT_PRINT, Literal(number), view.loading)
    for statement in _statements(view.fresh, article):
        for number in _said(view.fresh, statement, article).wording.fingerprints:
            yield Quad(statement, WORDS_PRINT, Literal(number), view.loading)


def _links(view: _View, article: NamedNode) -> Iterator[Quad]:
    text = _text(view.fresh, article, ARTICLE_BODY)
    for other, _ in _alike(view, article, article, TEXT_PRINT, duplicates.needed):
        if duplicates.nearly_same(text, _text(view.of(other), other, ARTICLE_BODY)):
            yield Quad(article, NEAR_DUPLICATE_OF, other, view.graph)
            yield Quad(other, NEAR_DUPLICATE_OF, article, view.graph)
    for statement in _statements(view.fresh, article):
        said = _said(view.fresh, statement, article)
        for other, where in _alike(view, statement, article, WORDS_PRINT, needed):
            if repeated(said, _said(view.of(where), other, where)):
                yield Quad(statement, REPEATS, other, view.graph)
                yield Quad(other, REPEATS, statement, view.graph)


def repeated(one: Said, other: Said) -> bool:
    """Say whether two statements repeat the same words of one speaker, or of speakers of whom one is not known.

    Somebody and the body that he speaks for are one speaker, two who speak for one body are not.
    """
    known = bool(one.speakers and other.speakers)
    agreed = one.speakers & (other.speakers | other.bodies) or one.bodies & other.speakers
    return bool(agreed or not known) and same(one.wording, other.wording, speaker_known=known)


def _alike(
    view: _View, node: NamedNode, article: NamedNode, print_: NamedNode, needed: Callable[[int], int]
) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Yield what shares enough fingerprints with a node, and its article; the one with fewer decides what is enough."""
    numbers = [quad.object for quad in view.fresh.quads_for_pattern(node, print_, None)]
    shared = Counter(other for number in numbers for other in view.having(print_, number, article))
    for (other, where), count in shared.items():
        size = sum(1 for _ in view.of(where).quads_for_pattern(other, print_, None))
        if count >= needed(min(size, len(numbers))):
            yield other, where


def _said(store: Store, statement: NamedNode, article: NamedNode) -> Said:
    forms = (_FORMS[form] for form in _nodes(store, statement, FORM) if form in _FORMS)
    # A group is a group of its own article: who the "observers" are is not known in another one.
    own = f"{article.value}/"
    speakers = {one for one in _nodes(store, statement, SPEAKER) if not one.value.startswith(own)}
    memberships = (
        quad.subject
        for speaker in speakers
        for quad in store.quads_for_pattern(None, MEMBER, speaker, article)
        if isinstance(quad.subject, NamedNode)
    )
    bodies = {body for membership in memberships for body in _nodes(store, membership, MEMBERSHIP_ORGANIZATION)}
    words = wording(_text(store, statement, CONTENT), next(forms, "indirect"))
    return Said(words, frozenset(speakers), frozenset(bodies))


def _statements(store: Store, article: NamedNode) -> list[NamedNode]:
    found = store.quads_for_pattern(None, IN_ARTICLE, article, article)
    return [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]


def _nodes(store: Store, subject: NamedNode, predicate: NamedNode) -> Iterator[NamedNode]:
    found = (quad.object for quad in store.quads_for_pattern(subject, predicate, None))
    return (node for node in found if isinstance(node, NamedNode))


def _text(store: Store, subject: NamedNode, predicate: NamedNode) -> str:
    found = (quad.object for quad in store.quads_for_pattern(subject, predicate, None))
    return next((literal.value for literal in found if isinstance(literal, Literal)), "")
