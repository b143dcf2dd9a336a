"""Judgements: what persons decided about who is who. They have a graph of their own and outlive every load."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.store.store import Store
from sayso.ontology.iris import digest, judgements_graph
from sayso.ontology.namespaces import COMMENT, CREATED, CREATOR, IS_REPLACED_BY, TYPE, XSD_DATE_TIME
from sayso.ontology.terms import APPLIES_TO, JUDGEMENT, JUDGES, SAME

type ActorPair = tuple[NamedNode, NamedNode]

_KINDS = ("country", "organisation", "person")


@dataclass(frozen=True, slots=True)
class Decision:
    """By whom a judgement was made, when (an xsd:dateTime) and why."""

    by: str
    when: str
    why: str = ""

    def told(self) -> list[tuple[NamedNode, Literal]]:
        """Return it as properties of what was decided."""
        why = [(COMMENT, Literal(self.why))] if self.why else []
        return [(CREATOR, Literal(self.by)), (CREATED, Literal(self.when, datatype=XSD_DATE_TIME)), *why]


@dataclass(frozen=True, slots=True)
class IdentityJudgement:
    """Whether two actors, in the order of `pair_of`, are one.

    With an `article`, the one found there under the first one's IRI is the second; should the two be one after all,
    that has no effect but is not forgotten.
    """

    pair: ActorPair
    same: bool
    decision: Decision
    article: NamedNode | None = None

    def quads(self, base: str) -> set[Quad]:
        """Return it as quads of the judgements' graph; its IRI comes from the two actors alone."""
        one, other = self.pair
        node, graph = judgement_iri(self.pair, base), judgements_graph(base)
        told: list[tuple[NamedNode, NamedNode | Literal]] = [
            (TYPE, JUDGEMENT),
            (JUDGES, one),
            (JUDGES, other),
            (SAME, Literal(self.same)),
            *self.decision.told(),
        ]
        if self.article is not None:
            told.append((APPLIES_TO, self.article))
        return {Quad(node, predicate, value, graph) for predicate, value in told}


@dataclass(frozen=True, slots=True)
class Standing:
    """All judgements that stand, at most one about two actors, and whom they make of whom.

    `canonical` holds every actor that is another one; `clusters` holds, by its canonical actor, everyone who is it.
    """

    judgements: Mapping[ActorPair, IdentityJudgement]
    canonical: Mapping[NamedNode, NamedNode]
    clusters: Mapping[NamedNode, frozenset[NamedNode]]

    @classmethod
    def of(cls, judgements: Iterable[IdentityJudgement]) -> Standing:
        """Work out who is who; of two judgements about the same two actors the last one counts."""
        found = {judgement.pair: judgement for judgement in judgements}
        clusters = {canonical_of(group): group for group in groups(j.pair for j in found.values() if j.same)}
        canonical = {member: name for name, group in clusters.items() for member in group if member != name}
        return cls(found, canonical, clusters)

    def name(self, actor: NamedNode) -> NamedNode:
        """Return whom an actor is by the merges: itself where none concerns it."""
        return self.canonical.get(actor, actor)

    def cluster(self, actor: NamedNode) -> frozenset[NamedNode]:
        """Return everyone who is the same as an actor, itself too."""
        return self.clusters.get(self.name(actor), frozenset((actor,)))

    def apart(self, article: NamedNode) -> tuple[NamedNode, ...]:
        """List the actors whose name means somebody else in one article, sorted."""
        return tuple(sorted((j.pair[0] for j in self.judgements.values() if j.article == article), key=_by_iri))

    def judged(self, pair: ActorPair, same: bool, decision: Decision) -> IdentityJudgement:
        """Return a new judgement about two actors; that the second one was found in an article stays."""
        known = self.judgements.get(pair)
        return IdentityJudgement(pair, same, decision, known.article if known else None)

    def changed(self, new: Iterable[IdentityJudgement], without: Iterable[ActorPair] = ()) -> Standing:
        """Return what stands after some judgements are taken back and new ones made."""
        return Standing.of([*(self.judgements[pair] for pair in self.judgements.keys() - set(without)), *new])

    def quads(self, base: str) -> Iterator[Quad]:
        """Yield the judgements, and where each merged IRI leads: the whole judgements' graph."""
        for judgement in self.judgements.values():
            yield from judgement.quads(base)
        for actor, canonical in self.canonical.items():
            yield Quad(actor, IS_REPLACED_BY, canonical, judgements_graph(base))


def pair_of(one: NamedNode, other: NamedNode) -> ActorPair:
    """Return two actors in the order in which judgements name them."""
    return (one, other) if one.value <= other.value else (other, one)


def judgement_iri(pair: ActorPair, base: str) -> NamedNode:
    """Name the judgement about two actors, in the order of `pair_of`."""
    return NamedNode(f"{base}judgement/{digest(f'{pair[0].value} {pair[1].value}')}")


def discriminated(actor: NamedNode, article: NamedNode) -> NamedNode:
    """Name the one who goes by an actor's name in one article alone: "person/john-smith~1f0c3a9b"."""
    return NamedNode(f"{actor.value}~{article.value.rpartition('/')[2][:8]}")


def canonical_of(actors: Iterable[NamedNode]) -> NamedNode:
    """Choose the IRI that stands for all: a country's before an organisation's, then the one of the fuller name.

    It depends on the IRIs alone, so that neither the articles nor the order of merges shows in the choice.
    """
    return min(actors, key=_rank)


def groups(pairs: Iterable[ActorPair]) -> list[frozenset[NamedNode]]:
    """Gather those who hang together by pairs, however many steps apart."""
    neighbours: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
    for one, other in pairs:
        neighbours[one].add(other)
        neighbours[other].add(one)
    found, met = [], set[NamedNode]()
    for start in neighbours:
        if start in met:
            continue
        group, waiting = {start}, [start]
        while waiting:
            fresh = neighbours[waiting.pop()] - group
            group |= fresh
            waiting += fresh
        met |= group
        found.append(frozenset(group))
    return found


def standing(store: Store) -> Standing:
    """Read the judgements of a store."""
    told: defaultdict[str, defaultdict[NamedNode, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for quad in store.quads(judgements_graph(store.base)):
        if isinstance(quad.object, NamedNode | Literal):
            told[str(quad.subject)][quad.predicate].append(quad.object)
    found = (_read(values) for values in told.values() if JUDGEMENT in values[TYPE])
    return Standing.of(judgement for judgement in found if judgement is not None)


def _read(values: Mapping[NamedNode, list[NamedNode | Literal]]) -> IdentityJudgement | None:
    actors = [value for value in values[JUDGES] if isinstance(value, NamedNode)]
    articles = [value for value in values[APPLIES_TO] if isinstance(value, NamedNode)]
    if len(actors) != 2 or not values[SAME]:
        return None
    by, when, why = ((values[predicate] or [Literal("")])[0].value for predicate in (CREATOR, CREATED, COMMENT))
    same = values[SAME][0].value == "true"
    return IdentityJudgement(pair_of(*actors), same, Decision(by, when, why), articles[0] if articles else None)


def _rank(actor: NamedNode) -> tuple[int, bool, bool, int, int, str]:
    kind, _, slug = actor.value.rpartition("/")
    place = next((n for n, name in enumerate(_KINDS) if kind.endswith(name)), len(_KINDS))
    # an actor of one article stands for nobody of other articles
    return place, "/article/" in kind, "~" in slug, -slug.count("-"), -len(slug), actor.value


def _by_iri(node: NamedNode) -> str:
    return node.value
