"""Revisions: what reviews changed in an article's graph, kept so that what was extracted can be told again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from sayso.graph.actors.rewriting import Naming
from sayso.graph.reviews.applying import reviewed
from sayso.graph.reviews.review import Review
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.iris import reviews_graph


def told(store: Store, article: NamedNode) -> set[Quad]:
    """Return what the reviews' graph tells that follows from an article: its revision, what its reviews are about."""
    graph, find = reviews_graph(store.base), store.engine.quads_for_pattern
    found = set(find(_node(article, store.base), None, None, graph))
    for quad in find(None, terms.APPLIES_TO, article, graph):
        found |= set(find(quad.subject, terms.REVIEWS, None, graph))
    return found


def extracted(store: Store, article: NamedNode, quads: set[Quad]) -> set[Quad]:
    """Return an article's quads as they were before reviews changed them."""
    node, graph = _node(article, store.base), reviews_graph(store.base)
    removed, added = (
        {quad for text in store.engine.quads_for_pattern(node, predicate, None, graph) for quad in _read(text, article)}
        for predicate in (terms.REMOVED, terms.ADDED)
    )
    return (quads - added) | removed


def revised(quads: set[Quad], reviews: Sequence[Review], naming: Naming, base: str) -> tuple[set[Quad], set[Quad]]:
    """Apply reviews to what was extracted; return the article's quads, and those that `told` will find."""
    if not reviews or not quads:
        return quads, set()
    result = reviewed(quads, reviews, naming, base)
    node, graph = _node(naming.article, base), reviews_graph(base)
    by_number = {review.number: review.node(base) for review in reviews}
    found = {Quad(by_number[number], terms.REVIEWS, statement, graph) for number, statement in result.about.items()}
    if result.quads != quads:
        found.add(Quad(node, ns.TYPE, terms.REVISION, graph))
        found.add(Quad(node, terms.APPLIES_TO, naming.article, graph))
        for predicate, changed in ((terms.REMOVED, quads - result.quads), (terms.ADDED, result.quads - quads)):
            if changed:
                found.add(Quad(node, predicate, Literal(_text(changed)), graph))
    return result.quads, found


def revisions_naming(store: Store, actors: Iterable[NamedNode]) -> set[NamedNode]:
    """Return the articles of which reviews, or what reviews changed, mean one of these actors."""
    graph, find = reviews_graph(store.base), store.engine.quads_for_pattern
    actors = list(actors)
    nodes = {
        quad.subject
        for predicate in (terms.REMOVED, terms.ADDED)
        for quad in find(None, predicate, None, graph)
        if isinstance(quad.object, Literal) and any(str(actor) in quad.object.value for actor in actors)
    }
    corrections = {
        quad.subject
        for actor in actors
        for predicate in (terms.BECOMES, ns.SUBJECT)
        for quad in find(None, predicate, actor, graph)
    }
    nodes |= {quad.subject for node in corrections for quad in find(None, terms.CORRECTS, node, graph)}
    found = (quad.object for node in nodes for quad in find(node, terms.APPLIES_TO, None, graph))
    return {article for article in found if isinstance(article, NamedNode)}


def _node(article: NamedNode, base: str) -> NamedNode:
    return NamedNode(f"{base}revision/{article.value.rpartition('/')[2]}")


def _text(quads: Iterable[Quad]) -> str:
    return (serialize(sorted((q.triple for q in quads), key=str), format=RdfFormat.N_TRIPLES) or b"").decode()


def _read(told: Quad, article: NamedNode) -> Iterable[Quad]:
    if isinstance(told.object, Literal):
        for quad in parse(told.object.value, format=RdfFormat.N_TRIPLES):
            yield Quad(quad.subject, quad.predicate, quad.object, article)
