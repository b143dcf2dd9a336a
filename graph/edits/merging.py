"""Merging and splitting: a judgement and all that follows from it, in one atomic write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import batched
from typing import cast

from pyoxigraph import NamedNode, Quad

from sayso.graph.actors.judgements import (
    ActorPair,
    Decision,
    IdentityJudgement,
    Standing,
    discriminated,
    groups,
    pair_of,
    standing,
)
from sayso.graph.actors.names import contributed, settle
from sayso.graph.actors.rewriting import Naming, kind_of, neighbourhood, own_article, restored, rewritten
from sayso.graph.reviews.review import reviews_of
from sayso.graph.reviews.revision import extracted, revised, revisions_naming, told
from sayso.graph.statements.derived import respoken
from sayso.graph.store.asking import walk_query
from sayso.graph.store.predicates import is_plain
from sayso.graph.store.solutions import Table
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, UsageError
from sayso.ontology.iris import judgements_graph
from sayso.ontology.namespaces import IS_REPLACED_BY
from sayso.ontology.terms import APPLIES_TO, JUDGES
from sayso.queries.catalogue import bind

_AT_ONCE = 200
# From so many quads on the engine's bulk load takes a third of the time of its update. Taking away knows no such way.
_MANY = 50_000


@dataclass(frozen=True, slots=True)
class Change:
    """What a judgement did: everyone who is `actor` now, whom it took apart, and the judgements that it took back."""

    actor: NamedNode
    members: frozenset[NamedNode]
    apart: tuple[NamedNode, ...] = ()
    taken_back: tuple[IdentityJudgement, ...] = ()
    changed: bool = True


def naming(store: Store, article: NamedNode) -> Naming:
    """Return who is meant by an actor's IRI in an article, by the judgements that stand in the store."""
    graph, find = judgements_graph(store.base), store.engine.quads_for_pattern

    def merged(actor: NamedNode) -> NamedNode:
        found = (quad.object for quad in find(actor, IS_REPLACED_BY, None, graph))
        return next((name for name in found if isinstance(name, NamedNode)), actor)

    judgements = [quad.subject for quad in find(None, APPLIES_TO, article, graph)]
    judged = (sorted(str(q.object)[1:-1] for q in find(node, JUDGES, None, graph)) for node in judgements)
    return Naming(article, merged, tuple(NamedNode(names[0]) for names in sorted(judged) if names))


def merge(store: Store, one: NamedNode, other: NamedNode, decision: Decision, *, anyway: bool = False) -> Change:
    """Judge that two actors are one; the triples of both carry the canonical IRI from then on, whatever is loaded.

    A judgement that these two are different is taken back. Raises UsageError for a person and what is none, for groups,
    and, unless `anyway`, where others of the two were judged to be different.
    """
    kinds = tuple(kind_of(actor, store.base) for actor in (one, other))
    if None in kinds:
        raise UsageError(
            f"{(one, other)[kinds.index(None)].value}: a group belongs to its article and cannot be merged"
        )
    if kinds[0] != kinds[1] and "person" in kinds:
        raise UsageError(f"{one.value} and {other.value}: a {kinds[0]} and a {kinds[1]} are never one")
    with store.writing():
        old = standing(store)
        if old.name(one) == old.name(other):
            return Change(old.name(one), old.cluster(one), changed=False)
        pair, sides = pair_of(one, other), {old.name(one), old.name(other)}
        against = [j for j in old.judgements.values() if not j.same and {old.name(a) for a in j.pair} == sides]
        others = [j for j in against if j.pair != pair and set(j.pair) != sides]
        if others and not anyway:
            raise UsageError(_contradiction(others[0]))
        agreed = [pair, *(j.pair for j in against if j.article)]
        new = old.changed((old.judged(p, True, decision) for p in agreed), without=[j.pair for j in against])
        _write(store, old, new)
        return Change(new.name(one), new.cluster(one), taken_back=tuple(against))


def split(store: Store, actor: NamedNode, decision: Decision) -> Change:
    """Judge that those merged into an actor are others: all come apart, and no two of them are proposed."""
    with store.writing():
        old = standing(store)
        name = old.name(actor)
        members = old.cluster(actor)
        undone = [j.pair for j in old.judgements.values() if j.same and old.name(j.pair[0]) == name]
        pairs = dict.fromkeys([*undone, *(pair_of(name, member) for member in members if member != name)])
        new = old.changed(old.judged(pair, False, decision) for pair in pairs)
        _write(store, old, new)
        return Change(name, frozenset((name,)), tuple(sorted(members - {name}, key=str)), changed=bool(pairs))


def tell_apart(store: Store, one: NamedNode, other: NamedNode, decision: Decision) -> Change:
    """Judge that two actors are different; where they were merged, the one that is not canonical comes out alone."""
    if one == other:
        raise UsageError(f"{one.value}: an actor is not different from itself")
    with store.writing():
        old = standing(store)
        name, members = old.name(one), old.cluster(one)
        pair = pair_of(one, other)
        if other not in members:
            known = old.judgements.get(pair)
            if known is None:
                _write(store, old, old.changed([old.judged(pair, False, decision)]))
            return Change(name, members, changed=known is None)
        leaving = one if other == name else other
        new = _without(old, leaving, pair, decision)
        _write(store, old, new)
        return Change(name, new.cluster(name), (leaving,))


def take_back_judgement(store: Store, pair: ActorPair) -> Change:
    """Take the judgement about two actors back: all is as if it had not been made.

    Raises NotFoundError where there is none.
    """
    with store.writing():
        old = standing(store)
        if pair not in old.judgements:
            raise NotFoundError(f"{pair[0].value} and {pair[1].value}: nobody judged whether they are one")
        name = old.name(pair[0])
        new = old.changed((), without=[pair])
        _write(store, old, new)
        left = new.cluster(name)
        return Change(name, left, tuple(sorted(old.cluster(name) - left, key=str)))


def separate(store: Store, actor: NamedNode, article: NamedNode, decision: Decision) -> Change:
    """Judge that the one who goes by an actor's name in one article is somebody else, with an IRI of their own.

    Raises NotFoundError where the article's graph does not name the actor, UsageError for a group.
    """
    with store.writing():
        old = standing(store)
        name = old.name(actor)
        if kind_of(name, store.base) is None or own_article(name, store.base) is not None:
            raise UsageError(f"{name.value}: this actor belongs to its article already")
        known = [discriminated(other, article) for other in old.apart(article) if old.name(other) == name]
        if known and old.name(known[0]) != name:
            return Change(name, old.cluster(name), (old.name(known[0]),), changed=False)
        found = next(store.engine.quads_for_pattern(None, None, name, article), None) or next(
            store.engine.quads_for_pattern(name, None, None, article), None
        )
        if found is None:
            raise NotFoundError(f"{name.value}: the article {article.value} does not name this actor")
        for other in old.apart(article):
            if old.name(discriminated(other, article)) == name:
                return tell_apart(store, discriminated(other, article), name, decision)
        alone = discriminated(name, article)
        new = old.changed([IdentityJudgement(pair_of(name, alone), False, decision, article)])
        _write(store, old, new)
        return Change(name, new.cluster(name), (alone,))


def _contradiction(judgement: IdentityJudgement) -> str:
    one, other = (actor.value for actor in judgement.pair)
    by, when, why = judgement.decision.by, judgement.decision.when, judgement.decision.why
    return (
        f"{one} and {other} would become one, but {by} judged on {when[:10]} that they are not"
        f"{f' ({why})' if why else ''}; --anyway takes that back"
    )


def _without(old: Standing, leaving: NamedNode, pair: ActorPair, decision: Decision) -> Standing:
    """Take one actor out of those that are one; those merged by way of it stay merged."""
    name = old.name(leaving)
    ours = [j for j in old.judgements.values() if j.same and old.name(j.pair[0]) == name]
    # Those who bear the actor's name in one article and were judged to be the actor leave along.
    cut = [j for j in ours if leaving in j.pair and not (j.article and j.pair[0] == leaving)]
    alone = [(actor, actor) for j in cut for actor in j.pair if actor != leaving]
    parts = groups([(name, name), *alone, *(j.pair for j in ours if j not in cut)])
    linked = [pair_of(name, min(part, key=str)) for part in parts if name not in part and leaving not in part]
    different = {pair, pair_of(name, leaving), *(j.pair for j in cut if j.article)}
    new = [*(old.judged(p, True, decision) for p in linked), *(old.judged(p, False, decision) for p in different)]
    return old.changed(new, without=[j.pair for j in cut])


def _write(store: Store, old: Standing, new: Standing) -> None:
    removed, added = set[Quad](), set[Quad]()
    before, after = set[Quad](), set[Quad]()
    changed = {a for a in old.canonical.keys() | new.canonical.keys() if old.name(a) != new.name(a)}
    told_apart = [j for j in new.judgements.values() if j.article and j.pair not in old.judgements]
    actors = _concerned(changed.union(*(j.pair for j in told_apart)), old, new)
    for article in _articles(store, changed, told_apart, new):
        was, will = Naming(article, old.name, old.apart(article)), Naming(article, new.name, new.apart(article))
        reviews = reviews_of(store, article)
        # Reviews change an article as judgements left it: it is taken back to that, and they are applied again.
        current = set(store.quads(article)) if reviews else neighbourhood(store.engine, article, actors)
        originals = restored(extracted(store, article, current), was, store.base)
        wanted, revision = revised(rewritten(originals, will, store.base), reviews, will, store.base)
        known = told(store, article)
        removed |= known - revision
        added |= revision - known
        removed |= current - wanted
        added |= wanted - current
        before |= contributed(current)
        after |= contributed(wanted)
    lost, won = settle(store, before, after)
    stood, standing_now = set(old.quads(store.base)), set(new.quads(store.base))
    unlinked, linked = respoken(store, removed, added)
    gone, made = stood - standing_now, standing_now - stood
    removed |= lost | gone | unlinked
    added |= won | made | linked
    by_bulk = len(added) > max(_MANY, len(removed)) and is_plain(added)
    (store.exchange if by_bulk else store.apply)(removed, added)


def _concerned(changed: Iterable[NamedNode], old: Standing, new: Standing) -> set[NamedNode]:
    """Return everyone whose triples may stand where those of the changed actors stood, or will stand."""
    linked = (j.pair for standing in (old, new) for j in standing.judgements.values() if j.same or j.article)
    group_of = {actor: group for group in groups(linked) for actor in group}
    return {member for actor in changed for member in group_of.get(actor, (actor,))}


def _articles(
    store: Store, changed: set[NamedNode], told_apart: Iterable[IdentityJudgement], new: Standing
) -> list[NamedNode]:
    """List the articles whose graphs mean one of the changed actors, now or originally."""
    start = f"{store.base}article/"
    found: set[object] = set()
    for batch in batched(sorted(changed, key=str), _AT_ONCE):
        answer = store.query(bind(walk_query("graphs-with"), {"thing": batch}))
        found.update(row[0] for row in cast(Table, answer).rows)
    found |= {j.article for j in new.judgements.values() if j.article and changed & set(j.pair)}
    found |= {j.article for j in told_apart if j.article}
    found |= revisions_naming(store, changed)
    named = {node for node in found if isinstance(node, NamedNode) and node.value.startswith(start)}
    return sorted(named, key=str)
