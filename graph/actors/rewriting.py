"""Rewriting: an article's graph with the actors that judgements say, and the way back.

What the extraction told stays readable. A mention and a naming keep the actor that was found (`sayso:originally`), a
statement the speaker (`sayso:originalSpeaker`), and so on (`terms.ORIGINALS`); a triple whose subject is somebody else
now is told as it was, as an `rdf:Statement`. Where several triples became one, all of them are told, the unchanged one
too. So the original triples follow from a graph and the judgements that it was written with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from pyoxigraph import NamedNode, Quad, Store

from sayso.graph.actors.judgements import discriminated
from sayso.graph.store.predicates import ByPredicate
from sayso.graph.store.solutions import Term
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.iris import digest

# A person and an organisation are never one; a state and the body that speaks for it may be. No group is merged.
TYPES = {kind.lower(): types for kind, types in terms.ACTOR_TYPES.items() if kind != "Group"}
_PARTS = (ns.RDF_SUBJECT, ns.RDF_PREDICATE, ns.RDF_OBJECT)
# A node has one value of these, so that the original value says all.
_NAMING = (terms.MENTION_OF, terms.NAMES)
_NAMED = frozenset((terms.NAMES, terms.ORIGINALLY))
_PLAIN = {original: plain for plain, original in terms.ORIGINALS.items()}
# To go through all records of an article takes less time than to ask for each of so many.
_MANY_RECORDS = 8


@dataclass(frozen=True, slots=True)
class Naming:
    """Who is meant by an actor's IRI in one article: `merged` tells it for all articles, `apart` is about this one."""

    article: NamedNode
    merged: Callable[[NamedNode], NamedNode]
    apart: tuple[NamedNode, ...] = ()

    def name(self, actor: NamedNode) -> NamedNode:
        """Return the IRI that the article's graph carries for an actor."""
        canonical = self.merged(actor)
        for other in self.apart:
            if self.merged(other) == canonical:
                return self.merged(discriminated(other, self.article))
        return canonical


def kind_of(actor: NamedNode, base: str) -> str | None:
    """Return "person", "organisation" or "country" for the IRI of an actor that can be merged, else None.

    That is every actor that articles share, and a person whom one article alone knows (`own_article`), but no group.
    """
    if not actor.value.startswith(base):
        return None
    # It is asked of every node of an article, most of which are longer.
    parts = actor.value[len(base) :].split("/", 4)
    if len(parts) == 4 and parts[0] == "article" and parts[2] == "person":
        parts = parts[2:]
    return parts[0] if len(parts) == 2 and parts[0] in TYPES and parts[1] else None


def own_article(actor: NamedNode, base: str) -> NamedNode | None:
    """Return the article under which a person without a warrant lives, None for any other actor."""
    parts = actor.value.removeprefix(base).split("/")
    if actor.value.startswith(base) and len(parts) == 4 and parts[0] == "article" and parts[2] == "person":
        return NamedNode(f"{base}article/{parts[1]}")
    return None


def rewritten(originals: Iterable[Quad], naming: Naming, base: str) -> set[Quad]:
    """Return an article's quads as the judgements have them, with the way back."""
    originals = set(originals)
    names = _names(originals, naming, base)
    if not names:
        return originals
    moved = {quad for quad in originals if quad.subject in names or quad.object in names}
    sources: defaultdict[Quad, set[Quad]] = defaultdict(set)
    for quad in moved:
        sources[_image(quad, names)].add(quad)
    found = originals - moved
    for image, quads in sources.items():
        told = quads | {image} if image in found else quads
        for quad in told:
            found.update(_way_back(quad, moved_subject=quad.subject in names))
    return found.union(sources)


def restored(quads: Iterable[Quad], naming: Naming, base: str) -> set[Quad]:
    """Return the quads that `rewritten` made these of, under the same naming."""
    plain: set[Quad] = set()
    originals: set[Quad] = set()
    quads = list(quads)
    records: dict[Term, dict[NamedNode, Quad]] = {q.subject: {} for q in quads if q.predicate == ns.RDF_SUBJECT}
    namings = {quad.subject for quad in quads if quad.predicate == terms.NAMES}
    for quad in quads:
        if quad.subject in records:
            records[quad.subject][quad.predicate] = quad
        elif quad.predicate == terms.ORIGINALLY:
            pointing = terms.NAMES if quad.subject in namings else terms.MENTION_OF
            originals.add(Quad(quad.subject, pointing, quad.object, quad.graph_name))
        elif quad.predicate in _PLAIN:
            originals.add(Quad(quad.subject, _PLAIN[quad.predicate], quad.object, quad.graph_name))
        else:
            plain.add(quad)
    for parts in records.values():
        subject, predicate, value = (parts[part].object for part in _PARTS)
        graph = parts[ns.RDF_SUBJECT].graph_name
        originals.add(Quad(cast(NamedNode, subject), cast(NamedNode, predicate), value, graph))
    names = _names(originals, naming, base)
    return originals | (plain - {_image(quad, names) for quad in originals})


def neighbourhood(engine: Store, graph: NamedNode, actors: Iterable[NamedNode]) -> set[Quad]:
    """Return the quads of one graph that mean these actors, or posts in them, now or originally."""
    found: set[Quad] = set()
    met: set[Term] = set()
    waiting: list[Term] = list(actors)
    while waiting:
        nodes = [node for node in dict.fromkeys(waiting) if isinstance(node, NamedNode) and node not in met]
        met.update(nodes)
        near = _around(engine, graph, nodes) if nodes else set()
        found |= near
        posts = {quad.subject for quad in near if quad.predicate == terms.POST_OF}
        waiting = [q.object for q in near if q.predicate in _NAMED and q.subject in posts]
    return found


def _around(engine: Store, graph: NamedNode, nodes: Iterable[NamedNode]) -> set[Quad]:
    """Return the quads with one of some nodes, and all of each record and naming that has it."""
    find = engine.quads_for_pattern
    near: set[Quad] = set()
    for node in nodes:
        near.update(find(node, None, None, graph))
        near.update(find(None, None, node, graph))
    parts = ByPredicate(near)
    whole: set[Term] = {quad.subject for quad in parts.of(terms.NAMES, terms.POST_OF)}
    # Of a mention, all that a judgement may change has mostly been met.
    mentions = {quad.subject for quad in parts.of(terms.MENTION_OF)}
    whole |= {quad.subject for quad in parts.of(terms.ORIGINALLY)} - mentions
    records = _records(engine, graph, parts)
    changed = {q.subject for q in records if (q.predicate, q.object) == (ns.RDF_PREDICATE, terms.POST_OF)}
    if changed:
        whole |= {q.object for q in (*records, *near) if q.predicate == ns.RDF_SUBJECT and q.subject in changed}
    return near.union(records, *(find(cast(NamedNode, one), None, None, graph) for one in whole))


def _records(engine: Store, graph: NamedNode, near: ByPredicate) -> list[Quad]:
    """Return what has not been met of the records of which a part has."""
    find = engine.quads_for_pattern
    by_value = {quad.subject for quad in near.of(ns.RDF_OBJECT)}
    nodes = by_value.union(quad.subject for quad in near.of(ns.RDF_SUBJECT))
    if len(nodes) < _MANY_RECORDS:
        return [quad for one in nodes for quad in find(cast(NamedNode, one), None, None, graph)]
    # Each part of so many is asked for at once, and not where it is known.
    parts = _PARTS[:2] if nodes == by_value else _PARTS
    told = (quad for part in parts for quad in find(None, part, None, graph) if quad.subject in nodes)
    return [*told, *(Quad(cast(NamedNode, one), ns.TYPE, ns.RDF_STATEMENT, graph) for one in nodes)]


def _names(quads: Iterable[Quad], naming: Naming, base: str) -> dict[Term, NamedNode]:
    """Return what each actor and post is called instead, as far as that differs."""
    quads = list(quads)
    nodes = {node for quad in quads for node in (quad.subject, quad.object) if isinstance(node, NamedNode)}
    names: dict[Term, NamedNode] = {}
    for node in nodes:
        if kind_of(node, base) and (name := naming.name(node)) != node:
            names[node] = name
    named = {quad.subject: quad.object for quad in quads if quad.predicate == terms.NAMES}
    told = [quad for quad in quads if quad.predicate == terms.POST_OF and quad.object in names]
    for quad in sorted(told, key=str):
        post, organisation = named.get(quad.subject), quad.object
        if isinstance(post, NamedNode) and isinstance(organisation, NamedNode):
            names[post] = moved(post, organisation, names[organisation], base)
    return names


def moved(post: NamedNode, old: NamedNode, new: NamedNode, base: str) -> NamedNode:
    """Return what a post is called once its organisation is another one."""
    start = f"{base}post/{old.value.rpartition('/')[2]}/"
    if not post.value.startswith(start):
        return post
    return NamedNode(f"{base}post/{new.value.rpartition('/')[2]}/{post.value[len(start) :]}")


def _image(quad: Quad, names: Mapping[Term, NamedNode]) -> Quad:
    subject, value = names.get(quad.subject, quad.subject), names.get(quad.object, quad.object)
    return Quad(subject, quad.predicate, value, quad.graph_name)


def _way_back(quad: Quad, *, moved_subject: bool) -> Iterator[Quad]:
    graph = cast(NamedNode, quad.graph_name)
    told = terms.ORIGINALLY if quad.predicate in _NAMING else terms.ORIGINALS.get(quad.predicate)
    if told is not None and not moved_subject:
        yield Quad(quad.subject, told, quad.object, graph)
        return
    node = NamedNode(f"{graph.value}/original/{digest(str(quad.triple))}")
    yield Quad(node, ns.TYPE, ns.RDF_STATEMENT, graph)
    for part, value in zip(_PARTS, (quad.subject, quad.predicate, quad.object), strict=True):
        yield Quad(node, part, value, graph)
