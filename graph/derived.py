"""Derived links: what follows from two articles together, in a graph of its own.

`sayso:repeats` joins statements with the same words, `sayso:nearDuplicateOf` articles with nearly the same text, each
in both directions. Whether two are joined depends on these two and nothing else, so the order of loading leaves no
trace, and an article that is replaced or dropped takes its links along. Fingerprints of words, in the graph of what
loading remembers, lead to the few articles that are worth comparing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph import duplicates
from graph.wording import Wording, needed, same, wording
from ontology.iris import derived_graph
from ontology.namespaces import ARTICLE_BODY, MEMBER, MEMBERSHIP_ORGANIZATION
from ontology.terms import CONTENT, FORM, FORMS, IN_ARTICLE, NEAR_DUPLICATE_OF, REPEATS, SPEAKER

TEXT_PRINT = NamedNode("urn:sayso:loading:text-print")
WORDS_PRINT = NamedNode("urn:sayso:loading:words-print")
_FORMS = {concept: word for word, concept in FORMS.items()}


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as far as repeating goes. `bodies` are those that its speakers belong to, as its article tells."""

    wording: Wording
    speakers: frozenset[NamedNode]
    bodies: frozenset[NamedNode]


def derived(store: Store, article: NamedNode, loading: NamedNode, base: str) -> set[Quad]:
    """Return every quad that the store holds because of an article's words: fingerprints and links."""
    graph, nodes = derived_graph(base), (article, *_statements(store, article))
    found: set[Quad] = set()
    for node in nodes:
        for predicate in (TEXT_PRINT, WORDS_PRINT):
            found.update(store.quads_for_pattern(node, predicate, None, loading))
        for predicate in (NEAR_DUPLICATE_OF, REPEATS):
            found.update(store.quads_for_pattern(node, predicate, None, graph))
            found.update(store.quads_for_pattern(None, predicate, node, graph))
    return found


def derive(store: Store, article: NamedNode, quads: Iterable[Quad], loading: NamedNode, base: str) -> set[Quad]:
    """Return the fingerprints of an article that is to hold `quads`, and its links to the others in the store."""
    graph, fresh = derived_graph(base), Store()
    fresh.extend(quads)
    text = _text(fresh, article, ARTICLE_BODY)
    numbers = duplicates.sketch(text)
    found = _prints(article, TEXT_PRINT, numbers, loading)
    for other in _alike(store, article, TEXT_PRINT, numbers, duplicates.needed):
        if duplicates.nearly_same(text, _text(store, other, ARTICLE_BODY)):
            found |= _both(article, NEAR_DUPLICATE_OF, other, graph)
    for statement in _statements(fresh, article):
        said = _said(fresh, statement, article)
        numbers = said.wording.fingerprints
        found |= _prints(statement, WORDS_PRINT, numbers, loading)
        for other in _alike(store, article, WORDS_PRINT, numbers, needed):
            where = next(_nodes(store, other, IN_ARTICLE))
            if repeated(said, _said(store, other, where)):
                found |= _both(statement, REPEATS, other, graph)
    return found


def repeated(one: Said, other: Said) -> bool:
    """Say whether two statements repeat the same words of one speaker, or of speakers of whom one is not known.

    Somebody and the body that he speaks for are one speaker, two who speak for one body are not.
    """
    known = bool(one.speakers and other.speakers)
    agreed = one.speakers & (other.speakers | other.bodies) or one.bodies & other.speakers
    return bool(agreed or not known) and same(one.wording, other.wording, speaker_known=known)


def _alike(
    store: Store, article: NamedNode, print_: NamedNode, numbers: frozenset[int], needed: Callable[[int], int]
) -> Iterator[NamedNode]:
    """Yield what shares enough fingerprints; it takes `needed` of those of the one that has fewer."""
    own = article.value
    counts: Counter[NamedNode] = Counter()
    for number in numbers:
        for quad in store.quads_for_pattern(None, print_, Literal(number)):
            if isinstance(quad.subject, NamedNode) and not quad.subject.value.startswith(own):
                counts[quad.subject] += 1
    for other, shared in counts.items():
        if shared >= needed(len(numbers)) or shared >= needed(_size(store, other, print_)):
            yield other


def _size(store: Store, node: NamedNode, print_: NamedNode) -> int:
    return sum(1 for _ in store.quads_for_pattern(node, print_, None))


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


def _prints(node: NamedNode, print_: NamedNode, numbers: Iterable[int], loading: NamedNode) -> set[Quad]:
    return {Quad(node, print_, Literal(number), loading) for number in numbers}


def _both(one: NamedNode, predicate: NamedNode, other: NamedNode, graph: NamedNode) -> set[Quad]:
    return {Quad(one, predicate, other, graph), Quad(other, predicate, one, graph)}
