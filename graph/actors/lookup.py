"""Looking up: which actor or article somebody means by a name, an id or an IRI."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from sayso.graph.actors.rewriting import kind_of
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, UsageError
from sayso.ontology.iris import actors_graph, article_iri, judgements_graph
from sayso.ontology.namespaces import ALT_LABEL, IS_REPLACED_BY, LABEL, TYPE
from sayso.ontology.terms import ACTOR, ARTICLE, JUDGES, MENTION_OF


def find_actor(store: Store, text: str) -> NamedNode:
    """Return the actor that is meant: by IRI, by id ("person/jens-stoltenberg") or by name, in any case.

    A label goes before another name. An IRI that was merged into another is returned as it is. Raises NotFoundError
    where nobody is meant, UsageError, with the ids to choose from, where several are.
    """
    if (actor := _by_id(store, text)) is not None:
        return actor
    for predicate in (LABEL, ALT_LABEL):
        found = _by_name(store, text, predicate)
        if len(found) == 1:
            return found[0]
        if found:
            listed = "\n".join(f"  {told(store, actor)}" for actor in found)
            raise UsageError(f"“{text}” is the name of {len(found)} actors; say which one by its id:\n{listed}")
    raise NotFoundError(f"“{text}”: no actor has this name or id; `sayso query actors` lists them")


def find_article(store: Store, text: str) -> NamedNode:
    """Return the article that is meant, by its identifier or its IRI; raises NotFoundError where there is none."""
    for node in (_node(text), _node(f"{store.base}{text}"), article_iri(text, store.base)):
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


def _by_id(store: Store, text: str) -> NamedNode | None:
    for node in (_node(text), _node(f"{store.base}{text}")):
        if node is not None and (_has(store, node, ACTOR) or _judged(store, node)):
            return node
    return None


def _by_name(store: Store, text: str, predicate: NamedNode) -> list[NamedNode]:
    graph, find = actors_graph(store.base), store.engine.quads_for_pattern
    quads = list(find(None, predicate, Literal(text), graph)) or [
        quad
        for quad in find(None, predicate, None, graph)
        if isinstance(quad.object, Literal) and quad.object.value.casefold() == text.strip().casefold()
    ]
    actors = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
    return sorted((actor for actor in actors if kind_of(actor, store.base)), key=lambda actor: actor.value)


def _has(store: Store, node: NamedNode, kind: NamedNode) -> bool:
    return next(store.engine.quads_for_pattern(node, TYPE, kind), None) is not None


def _judged(store: Store, node: NamedNode) -> bool:
    graph, find = judgements_graph(store.base), store.engine.quads_for_pattern
    patterns = ((node, IS_REPLACED_BY, None), (None, JUDGES, node))
    return any(next(find(s, p, o, graph), None) is not None for s, p, o in patterns)


def _node(text: str) -> NamedNode | None:
    try:
        return NamedNode(text)
    except ValueError:
        return None
