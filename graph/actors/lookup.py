"""Looking up: which actor or article somebody means by a name, an id or an IRI."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from sayso.graph.actors.resolver import resolve
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError
from sayso.ontology.iris import article_iri, iri_or_none, judgements_graph
from sayso.ontology.namespaces import IS_REPLACED_BY, LABEL, TYPE
from sayso.ontology.terms import ARTICLE, JUDGES, MENTION_OF


def find_actor(store: Store, text: str) -> NamedNode:
    """Return the actor that is meant, as `resolve` does; an IRI that was judged or merged is returned as it is.

    Raises as `resolve` does.
    """
    for node in (iri_or_none(text), iri_or_none(f"{store.base}{text}")):
        if node is not None and _judged(store, node):
            return node
    return NamedNode(resolve(store, text))


def find_article(store: Store, text: str) -> NamedNode:
    """Return the article that is meant, by its identifier or its IRI; raises NotFoundError where there is none."""
    for node in (iri_or_none(text), iri_or_none(f"{store.base}{text}"), article_iri(text, store.base)):
        if node is not None and _has(store, node, ARTICLE):
            return node
    raise NotFoundError(f"“{text}”: no article has this id; `sayso query articles` lists them")


def label(store: Store, actor: NamedNode) -> str:
    """Return an actor's name, or the id where the store tells none."""
    found = (quad.object for quad in store.engine.quads_for_pattern(actor, LABEL, None))
    return next((name.value for name in found if isinstance(name, Literal)), id_of(store, actor))


def id_of(store: Store, actor: NamedNode) -> str:
    """Return an actor's IRI without the base that all share."""
    return actor.value.removeprefix(store.base)


def told(store: Store, actor: NamedNode) -> str:
    """Tell an actor in a line: name, id and how often it is named."""
    mentions = sum(1 for _ in store.engine.quads_for_pattern(None, MENTION_OF, actor))
    return f"{label(store, actor)} ({id_of(store, actor)}, {mentions:,} mention{'s' * (mentions != 1)})"


def _has(store: Store, node: NamedNode, kind: NamedNode) -> bool:
    return next(store.engine.quads_for_pattern(node, TYPE, kind), None) is not None


def _judged(store: Store, node: NamedNode) -> bool:
    graph, find = judgements_graph(store.base), store.engine.quads_for_pattern
    patterns = ((node, IS_REPLACED_BY, None), (None, JUDGES, node))
    return any(next(find(s, p, o, graph), None) is not None for s, p, o in patterns)
