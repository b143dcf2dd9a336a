"""Actors and the matters that they are for or against: DNA's two-mode networks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, Literal, get_args

from sayso.graph.networks.coding import Coding
from sayso.graph.networks.discourse import NODE_FIELDS, Counts, actor_nodes
from sayso.graph.networks.network import Edge, Fields, Network, Node, Value
from sayso.graph.statements.rows.row import Named
from sayso.ontology.errors import UsageError

type TwoMode = Literal["ignore", "subtract", "combine"]
type TwoModeNorm = Literal["none", "activity", "prominence"]

_EDGE_FIELDS: Final[Fields] = {
    "sign": "integer",
    "for": "integer",
    "against": "integer",
    "start": "string",
    "end": "string",
    "sentence": "string",
    "url": "string",
    "statement": "string",
}


def two_mode(
    codings: Sequence[Coding],
    qualifier: TwoMode = "subtract",
    norm: TwoModeNorm = "none",
    isolates: Iterable[Named] = (),
) -> Network:
    """Make the network of actors and matters; ties of 0 are none.

    ignore counts codings, subtract takes those against from those for, combine is 1 for, 2 against, 3 both. activity
    divides by the number of the actor's codings, prominence by that of the matter's. Raises UsageError for an unknown
    normalisation.
    """
    known = get_args(TwoModeNorm.__value__)
    if norm not in known:
        raise UsageError(f"--normalisation {norm}: a network of actors and matters takes {', '.join(known)}")
    counts = Counts.of(codings)
    prominence = Counter(coding.matter.iri for coding in codings)
    matters = {coding.matter.iri: coding.matter for coding in codings}
    first: dict[tuple[str, str], Coding] = {}
    last: dict[tuple[str, str], Coding] = {}
    for coding in codings:
        pair = (coding.actor.iri, coding.matter.iri)
        first.setdefault(pair, coding)
        last[pair] = coding
    edges: list[Edge] = []
    for actor, matter in sorted(first):
        stances = counts.cells[actor][matter]
        by = {"none": 1, "activity": counts.activity(actor), "prominence": prominence[matter]}[norm]
        weight = _weight(stances, qualifier) / by
        if weight:
            pair = actor, matter
            told = _told(stances, first[pair], last[pair])
            edges.append(Edge(f"e{len(edges) + 1}", actor, matter, qualifier, weight, told))
    nodes = actor_nodes(codings, isolates) + tuple(
        Node(iri, matters[iri].name, "Matter", {"frequency": prominence[iri]}) for iri in sorted(matters)
    )
    title = f"Actors and matters, {qualifier}" + ("" if norm == "none" else f", {norm}")
    return Network(nodes, tuple(edges), False, {"title": title}, NODE_FIELDS, _EDGE_FIELDS)


def _weight(stances: Counter[str], qualifier: TwoMode) -> float:
    if qualifier == "ignore":
        return stances.total()
    if qualifier == "subtract":
        return stances["for"] - stances["against"]
    return (stances["for"] > 0) + 2 * (stances["against"] > 0)


def _told(stances: Counter[str], first: Coding, last: Coding) -> dict[str, Value]:
    difference = stances["for"] - stances["against"]
    told: dict[str, Value] = {
        "sign": (difference > 0) - (difference < 0),
        "for": stances["for"],
        "against": stances["against"],
        "sentence": first.row.sentence,
        "statement": first.row.iri,
    }
    more = {"start": first.day, "end": last.day, "url": first.row.article.url}
    return {**told, **{name: value for name, value in more.items() if value}}
