"""The part of the graph around some actors as a network: statement by statement, summed, or statements as nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from heapq import nsmallest
from typing import Final, Literal

from sayso.graph.networks.actors import EDGE_FIELDS, sides, told
from sayso.graph.networks.around import Around
from sayso.graph.networks.network import AttributeValue, Edge, Fields, Network, Node
from sayso.graph.networks.pair_counts import pair_counts, shown, steps_of, tied
from sayso.graph.networks.statements import statement_network
from sayso.graph.networks.summed import EDGE_FIELDS as SUMMED_FIELDS
from sayso.graph.networks.summed import sums
from sayso.graph.networks.walking import Step, Walked, counts, detail_for, everything, walk
from sayso.graph.statements.rows.names import Names
from sayso.graph.statements.rows.reading import Answering, rows, rows_of
from sayso.graph.statements.rows.row import Row
from sayso.ontology.terms import ABOUT, MENTION_OF, SPEAKER

type Form = Literal["edges", "summed", "nodes"]

_NODE_FIELDS: Final[Fields] = {
    "statements": "integer",
    "spoken_about": "integer",
    "mentions": "integer",
    "distance": "integer",
}
_ROLES: Final = {"statements": SPEAKER, "spoken_about": ABOUT, "mentions": MENTION_OF}
_MORE_FIELDS: Final[Fields] = {"tie": "string", "matter": "string"}
_TITLE: Final = "Who speaks about whom"


def subgraph(store: Answering, around: Around, form: Form = "edges") -> Network:
    """Return the network around some actors; its attributes say how many edges of how many are `shown`.

    `form` says what an edge is: a statement that ties two actors, all of a pair summed, or (nodes) what ties a
    statement, which is a node, to an actor; there `shown` and `total` are statements. Of everything, pairs are held in
    memory; around actors, ties without their words; what is shown, with them. Raises UsageError as `Around` does.
    """
    if form == "nodes":
        full, total, whole = statements(store, around)
        return _titled(statement_network(lambda: full), len(full), total, whole)
    if form == "summed" and not around.actors and (around.size is not None or around.core is not None):
        return _strongest(store, around)
    if around.actors:
        walked = walk(store, around, enough=around.size, summed=form == "summed")
        steps: Iterable[Step] = walked.steps.values()
    else:
        walked = Walked()
        steps = everything(store, around, walked)
    edges, total = (_summed if form == "summed" else _single)(store, steps, around.size)
    fields: Fields = SUMMED_FIELDS if form == "summed" else {**EDGE_FIELDS, **_MORE_FIELDS}
    found = Network(_nodes(store, walked, edges, around.actors), edges, True, {}, _NODE_FIELDS, fields)
    return _titled(found, len(edges), total, walked.whole)


def _strongest(store: Answering, around: Around) -> Network:
    """Return the strongest summed edges of all; only these are read where the store can count them."""
    walked, every = Walked(), list[Edge]()
    counted = pair_counts(store, around)
    if counted is None:
        every = sums(_light(everything(store, around, walked)), directed=True)
        counted = {(edge.source, edge.target): int(edge.weight) for edge in every}
    pairs, total = shown(counted, around)
    place = {pair: number for number, pair in enumerate(pairs)}
    every = every or sums(_light(steps_of(store, around.keep, place, walked)), directed=True)
    kept = sorted(
        (edge for edge in every if (edge.source, edge.target) in place),
        key=lambda edge: place[edge.source, edge.target],
    )
    edges = with_sentences(store, kept)
    found = Network(_nodes(store, walked, edges, ()), edges, True, {}, _NODE_FIELDS, SUMMED_FIELDS)
    more = {} if around.core is None else {"actors": str(tied(counted))}
    titled = _titled(found, len(edges), total, True)
    return replace(titled, attributes={**titled.attributes, **more})


def statements(store: Answering, around: Around) -> tuple[list[Row], int, bool]:
    """Return the statements around some actors in the order of articles and words, how many there are, and if all.

    Of more than `size` the nearest stay, of these the latest; False where the walk ended early.
    """
    walked = Walked()
    if around.actors:
        walked = walk(store, around, enough=around.size)
        found: Iterable[tuple[Row, int]] = walked.rows.values()
    else:
        found = ((row, 0) for row in rows(store, around.keep, detail_for(around)))
    near = ((row.iri, row.day, depth) for row, depth in found)
    kept, total = _first(near, around.size, lambda one: (one[2], _later(one[1]), one[0]))
    full = rows_of(store, Names(store), [iri for iri, _, _ in kept])
    return sorted(full, key=_order), total, walked.whole


def _titled(network: Network, shown: int, total: int, whole: bool) -> Network:
    attributes = {"title": _TITLE, "shown": str(shown), "total": str(total)}
    if not whole:
        attributes["further"] = "the walk ended early, for there were as many edges as were asked for"
    return replace(network, attributes=attributes)


def _single(store: Answering, steps: Iterable[Step], size: int | None) -> tuple[tuple[Edge, ...], int]:
    kept, total = _first(steps, size, lambda step: (step.depth, _later(step.row.day), step.key))
    full = sorted(rows_of(store, Names(store), sorted({step.row.iri for step in kept})), key=_order)
    place = {row.iri: number for number, row in enumerate(full)}
    kept = sorted((step for step in kept if step.row.iri in place), key=lambda step: (place[step.row.iri], step.key))
    return tuple(_edge(number, step, full[place[step.row.iri]]) for number, step in enumerate(kept, 1)), total


def _first[Item](
    items: Iterable[Item], size: int | None, order: Callable[[Item], tuple[object, ...]]
) -> tuple[list[Item], int]:
    """Return the first items in an order, so many of them, and how many there were; no more are held in memory."""
    total = 0

    def passing() -> Iterator[Item]:
        nonlocal total
        for item in items:
            total += 1
            yield item

    kept = sorted(passing(), key=order) if size is None else nsmallest(size, passing(), key=order)
    return kept, total


def _later(day: str) -> tuple[int, ...]:
    """Return what sorts later days first, and those without one last."""
    return tuple(-ord(character) for character in day) or (1,)


def _order(row: Row) -> tuple[str, str, tuple[tuple[int, int], ...], str]:
    return row.article.issued, row.article.identifier, row.offsets, row.iri


def _edge(number: int, step: Step, row: Row) -> Edge:
    tie = step.tie
    more: dict[str, AttributeValue] = {"tie": tie.relation}
    if tie.matter:
        more["matter"] = tie.matter
    on = sides(row, tie.source, tie.target) if tie.relation == "speaks-of" else ""
    return Edge(f"e{number}", tie.source.iri, tie.target.iri, tie.kind, 1.0, {**told(row, tie.stance, on), **more})


def _nodes(store: Answering, walked: Walked, edges: Iterable[Edge], asked: Iterable[str]) -> tuple[Node, ...]:
    """Return a node for each end of an edge and each actor asked for, with what the whole store counts of it."""
    wanted = {iri for edge in edges for iri in (edge.source, edge.target)}
    wanted.update(asked)
    counted = {name: counts(store, wanted, role) for name, role in _ROLES.items()}
    found = []
    for iri in sorted(wanted, key=lambda iri: (walked.distance[iri], iri)):
        actor = walked.actors[iri]
        attributes: dict[str, AttributeValue] = {name: count.get(iri, 0) for name, count in counted.items()}
        found.append(Node(iri, actor.name, actor.kind, {**attributes, "distance": walked.distance[iri]}))
    return tuple(found)


def _summed(store: Answering, steps: Iterable[Step], size: int | None) -> tuple[tuple[Edge, ...], int]:
    near: dict[tuple[str, str], int] = {}

    def passing() -> Iterator[Step]:
        for step in steps:
            pair = step.tie.source.iri, step.tie.target.iri
            near[pair] = min(step.depth, near.get(pair, step.depth))
            yield step

    every = sums(_light(passing()), directed=True)
    every.sort(key=lambda edge: (near[edge.source, edge.target], -edge.weight, edge.source, edge.target))
    return with_sentences(store, every[:size]), len(every)


def _light(steps: Iterable[Step]) -> Iterator[Edge]:
    return (_edge(number, step, step.row) for number, step in enumerate(steps, 1))


def with_sentences(store: Answering, edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """Return edges with the sentence of the statement that each names, numbered anew; read only now."""
    edges = list(edges)
    wanted = sorted({str(edge.attributes["statement"]) for edge in edges if "statement" in edge.attributes})
    words = {row.iri: row.sentence for row in rows_of(store, Names(store), wanted)}
    found = []
    for number, edge in enumerate(edges, 1):
        sentence = words.get(str(edge.attributes.get("statement", "")))
        attributes = {**edge.attributes, "sentence": sentence} if sentence else edge.attributes
        found.append(replace(edge, id=f"e{number}", attributes=attributes))
    return tuple(found)
