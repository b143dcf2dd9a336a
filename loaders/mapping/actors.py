"""Actors as triples: what they are and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from sayso.loaders.facts import Actor
from sayso.loaders.mapping.frame import Triple
from sayso.ontology import iris, terms
from sayso.ontology import namespaces as ns


def is_local(actor: Actor) -> bool:
    """Say whether the actor belongs to one article: a group, a person without a warrant."""
    return actor.key.startswith(("group/", "here/"))


def describe(node: NamedNode, actor: Actor) -> Iterator[Triple]:
    """Tell an actor's types, label, other names and links."""
    for type_ in terms.ACTOR_TYPES[actor.kind]:
        yield node, ns.TYPE, type_
    yield node, ns.LABEL, Literal(actor.name)
    for name in sorted(actor.names - {actor.name}):
        yield node, ns.ALT_LABEL, Literal(name)
    for other in actor.same_as:
        yield node, ns.SAME_AS, NamedNode(other)


def actor_quads(actors: Iterable[Actor], base: str = iris.BASE) -> Iterator[Quad]:
    """Yield the actors' names and types for the graph of the actors, in the order of their keys.

    Those who belong to an article are left out: `article_quads` tells of them. Raises ValueError for a key or a link
    that is no IRI.
    """
    graph = iris.actors_graph(base)
    for actor in sorted((a for a in actors if not is_local(a)), key=lambda a: a.key):
        node = iris.actor_iri(actor.key, graph, base)
        for subject, predicate, value in describe(node, actor):
            yield Quad(subject, predicate, value, graph)
