"""The part of the graph around some actors as a network: statement by statement, summed, or statements as nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, Literal

from graph.networks.actors import EDGE_FIELDS, told
from graph.networks.around import Around
from graph.networks.network import Edge, Fields, Network, Node, Value
from graph.networks.statements import statement_network
from graph.networks.summed import EDGE_FIELDS as SUMMED_FIELDS
from graph.networks.summed import summed
from graph.networks.walking import Step, Walked, counts, walk
from graph.rows.names import Names
from graph.rows.reading import Answering, rows_of
from graph.rows.row import Row
from ontology.terms import ABOUT, MENTION_OF, SPEAKER

type Form = Literal["edges", "summed", "nodes"]

_NODE_FIELDS: Final[Fields] = {
    "statements": "integer",
    "spoken_about": "integer",
    "mentions": "integer",
    "distance": "integer",
}
_ROLES: Final = {"statements": SPEAKER, "spoken_about": ABOUT, "mentions": MENTION_OF}
_MORE_FIELDS: Final[Fields] = {"tie": "string", "matter": "string"}


def subgraph(store: Answering, around: Around, form: Form = "edges") -> Network:
    """Return the network around some actors; its attributes say how many edges of how many are `shown`.

    `form` says what an edge is: a statement that ties two actors, all of a pair summed, or (nodes) what ties a
    statement, which is a node, to an actor. The ties are held in memory, without their words; those that are shown,
    with them. Raises UsageError as `Around` does.
    """
    walked = walk(store, around, enough=around.size, summed=form == "summed")
    if form == "summed":
        found, total = _summed(store, walked, around.size)
    else:
        steps = _latest(walked, around.size)
        found, total = _network(store, walked, steps, nodes=form == "nodes"), len(walked.steps)
    shown = sum(1 for _ in found.edges) if form == "summed" else min(total, around.size or total)
    attributes = {"title": "Who speaks about whom", "shown": str(shown), "total": str(total)}
    if not walked.whole:
        attributes["further"] = "not all steps were gone: there were more edges than size before"
    return replace(found, attributes=attributes)


def _latest(walked: Walked, size: int | None) -> list[Step]:
    """Return the steps that are shown: the nearest, of these the latest."""
    steps = sorted(walked.steps.values(), key=lambda step: step.key)
    steps.sort(key=lambda step: step.row.day, reverse=True)
    steps.sort(key=lambda step: step.depth)
    return steps[:size]


def _network(store: Answering, walked: Walked, steps: list[Step], *, nodes: bool) -> Network:
    wanted = {step.row.iri for step in steps}
    full = sorted(rows_of(store, Names(store), sorted(wanted)), key=_order)
    if nodes:
        return statement_network(lambda: full)
    rows = {row.iri: row for row in full}
    place = {row.iri: number for number, row in enumerate(full)}
    steps = sorted((step for step in steps if step.row.iri in rows), key=lambda step: (place[step.row.iri], step.key))
    edges = tuple(_edge(number, step, rows[step.row.iri]) for number, step in enumerate(steps, 1))
    fields: Fields = {**EDGE_FIELDS, **_MORE_FIELDS}
    return Network(_nodes(store, walked, edges), edges, True, {}, _NODE_FIELDS, fields)


def _order(row: Row) -> tuple[str, str, tuple[tuple[int, int], ...], str]:
    return row.article.issued, row.article.identifier, row.offsets, row.iri


def _edge(number: int, step: Step, row: Row) -> Edge:
    tie = step.tie
    more: dict[str, Value] = {"tie": tie.relation}
    if tie.matter:
        more["matter"] = tie.matter
    return Edge(f"e{number}", tie.source.iri, tie.target.iri, tie.kind, 1.0, {**told(row, tie.stance), **more})


def _nodes(store: Answering, walked: Walked, edges: Iterable[Edge]) -> tuple[Node, ...]:
    """Return a node for each end of an edge and each actor asked for, with what the whole store counts of it."""
    wanted = {iri for edge in edges for iri in (edge.source, edge.target)}
    wanted |= {iri for iri, far in walked.distance.items() if far == 0 and iri in walked.actors}
    counted = {name: counts(store, wanted, role) for name, role in _ROLES.items()}
    found = []
    for iri in sorted(wanted, key=lambda iri: (walked.distance[iri], iri)):
        actor = walked.actors[iri]
        attributes: dict[str, Value] = {name: count.get(iri, 0) for name, count in counted.items()}
        found.append(Node(iri, actor.name, actor.kind, {**attributes, "distance": walked.distance[iri]}))
    return tuple(found)


def _summed(store: Answering, walked: Walked, size: int | None) -> tuple[Network, int]:
    light = Network((), tuple(_light(walked)), True, {}, {}, EDGE_FIELDS)
    every = summed(light)
    near: dict[tuple[str, str], int] = {}
    for step in walked.steps.values():
        pair = step.tie.source.iri, step.tie.target.iri
        near[pair] = min(step.depth, near.get(pair, step.depth))
    edges = sorted(
        every.edges, key=lambda edge: (near[edge.source, edge.target], -edge.weight, edge.source, edge.target)
    )
    kept = edges[:size]
    best = {str(edge.attributes["statement"]) for edge in kept}
    words = {row.iri: row for row in rows_of(store, Names(store), sorted(best))}
    told_of = tuple(_with_words(edge, words) for edge in kept)
    return Network(_nodes(store, walked, told_of), told_of, True, {}, _NODE_FIELDS, SUMMED_FIELDS), len(edges)


def _light(walked: Walked) -> Iterator[Edge]:
    for number, (_, step) in enumerate(sorted(walked.steps.items()), 1):
        yield _edge(number, step, step.row)


def _with_words(edge: Edge, rows: dict[str, Row]) -> Edge:
    row = rows.get(str(edge.attributes["statement"]))
    return replace(edge, attributes={**edge.attributes, "sentence": row.sentence}) if row else edge
