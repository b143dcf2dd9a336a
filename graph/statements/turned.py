"""Turned statements: those that a change of speakers may bring together with others, or part from them.

Where one speaker takes the place of another in very many statements, hardly any of them is concerned: each two of them
had one speaker before and have one afterwards, and whoever was somebody else than the old one is none of the new one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import cast

from pyoxigraph import NamedNode, Quad

from sayso.graph.store.asking import walk_query
from sayso.graph.store.solutions import Table
from sayso.graph.store.store import Store
from sayso.ontology.iris import article_of
from sayso.ontology.namespaces import MEMBER
from sayso.ontology.terms import SPEAKER
from sayso.queries.catalogue import bind

type _Speakers = frozenset[NamedNode]


def turned(store: Store, gone: set[Quad], come: set[Quad], statements: Collection[NamedNode]) -> set[NamedNode]:
    """Return of the statements that a change concerns, and of all others, those whose ties it may alter.

    `gone` and `come` are quads of speakers and memberships. A tie of two statements, neither of which is returned,
    stays as it is. The change is not written yet.
    """
    lost, won = _speakers(gone), _speakers(come)
    places: defaultdict[tuple[_Speakers, _Speakers], list[NamedNode]] = defaultdict(list)
    for one in lost.keys() & won.keys():
        place = frozenset(lost[one]), frozenset(won[one])
        # Whoever belongs to one article is nobody for the others: to say who speaks there alters all ties.
        if not any(actor.value.startswith(f"{store.base}article/") for actors in place for actor in actors):
            places[place].append(one)
    if not places:
        return set(statements)
    old, new = max(places, key=lambda place: len(places[place]))
    uneven = {graph.value for graph in _uneven(store, gone, come, old, new)}
    kept = {one for one in places[old, new] if article_of(one.value) not in uneven}
    answer = store.query(bind(walk_query("said-near"), {"actor": tuple(sorted(old | new, key=str))}))
    near = {node for (node,) in cast(Table, answer).rows if isinstance(node, NamedNode)}
    return near.union(statements) - kept


def _speakers(quads: Iterable[Quad]) -> dict[NamedNode, set[NamedNode]]:
    found: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
    for quad in quads:
        if quad.predicate == SPEAKER and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            found[quad.subject].add(quad.object)
    return found


def _uneven(store: Store, gone: set[Quad], come: set[Quad], old: _Speakers, new: _Speakers) -> Iterator[NamedNode]:
    """Yield the articles in which the new speakers may belong to other bodies than the old ones did."""
    find = store.engine.quads_for_pattern
    for quad in (quad for actor in (*old, *new) for quad in find(None, MEMBER, actor, None)):
        if quad not in gone:
            yield cast(NamedNode, quad.graph_name)
    places: Counter[tuple[object, object]] = Counter()
    for quads, actors, step in ((gone, old, 1), (come, new, -1)):
        for quad in quads:
            if quad.predicate == SPEAKER:
                continue
            if quad.predicate != MEMBER or quad.object not in actors:
                yield cast(NamedNode, quad.graph_name)
            places[quad.graph_name, quad.subject] += step
    yield from (cast(NamedNode, graph) for (graph, _), count in places.items() if count)
