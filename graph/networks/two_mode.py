"""Actors and the matters that they are for or against, or any two variables: DNA's two-mode networks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, get_args

from sayso.graph.networks.coding import Coding
from sayso.graph.networks.counts import PAIR, Counts, Stances
from sayso.graph.networks.discourse_networks import NODE_FIELDS, value_nodes, without
from sayso.graph.networks.edge_evidence import EVIDENCE, evidence
from sayso.graph.networks.network import AttributeValue, Edge, Fields, Network, Node
from sayso.graph.networks.variables import VariableName
from sayso.graph.statements.rows.row import Named
from sayso.ontology.errors import UsageError

type TwoMode = Literal["ignore", "subtract", "combine"]
type TwoModeNorm = Literal["none", "activity", "prominence"]

_EDGE_FIELDS: Final[Fields] = {
    "sign": "integer",
    "for": "integer",
    "against": "integer",
    **EVIDENCE,
    "sentence": "string",
    "url": "string",
    "statement": "string",
}


def two_mode(
    codings: Iterable[Coding],
    qualifier: TwoMode = "subtract",
    norm: TwoModeNorm = "none",
    isolates: Iterable[Named] = (),
    variables: tuple[VariableName, VariableName] = PAIR,
) -> Network:
    """Make the network of the values of two variables; ties of 0 are none.

    ignore counts codings, subtract takes those against from those for, combine is 1 for, 2 against, 3 both. activity
    divides by the number of the codings of the one, prominence by that of the other. Raises UsageError for an unknown
    normalisation.
    """
    known = get_args(TwoModeNorm.__value__)
    if norm not in known:
        raise UsageError(f"normalisation {norm}: a network of two variables takes {', '.join(known)}")
    counts = Counts.of(codings, variables)
    turned = counts.turned()
    prominence = {other: sum(coding.weight for coding in found) for other, found in turned.items()}
    # Who speaks may be spoken about too: then they are two nodes.
    apart = f"{variables[1]}:" if counts.ones.keys() & counts.others.keys() else ""
    edges: list[Edge] = []
    for one in sorted(counts.cells):
        for other in sorted(counts.cells[one]):
            by = {"none": 1.0, "activity": counts.activity(one), "prominence": prominence[other]}[norm]
            weight = _weight(counts.cells[one][other], qualifier) / by
            if weight:
                told = _told(counts.behind[one][other])
                edges.append(Edge(f"e{len(edges) + 1}", one, apart + other, qualifier, weight, told))
    ones = value_nodes(counts, isolates)
    others = tuple(
        Node(apart + iri, value.name, value.kind, {"frequency": len(turned[iri])})
        for iri, value in sorted(counts.others.items())
    )
    title = "Actors and matters" if variables == PAIR else f"{variables[0].capitalize()} and {variables[1]}"
    attributes = {
        "title": f"{title}, {qualifier}" + ("" if norm == "none" else f", {norm}"),
        **without(counts, variables),
    }
    return Network(ones + others, tuple(edges), False, attributes, NODE_FIELDS, _EDGE_FIELDS, len(ones))


def _weight(stances: Stances, qualifier: TwoMode) -> float:
    if qualifier == "ignore":
        return float(sum(stances.values()))
    if qualifier == "subtract":
        return float(stances.get("for", 0) - stances.get("against", 0))
    return float((stances.get("for", 0) > 0) + 2 * (stances.get("against", 0) > 0))


def _told(stances: Mapping[str, Sequence[Coding]]) -> dict[str, AttributeValue]:
    every = [coding for found in stances.values() for coding in found]
    first = min(every, key=lambda coding: (coding.day or "9999", coding.row.iri))
    likes, dislikes = len(stances.get("for", ())), len(stances.get("against", ()))
    told: dict[str, AttributeValue] = {
        "sign": (likes > dislikes) - (likes < dislikes),
        "for": likes,
        "against": dislikes,
        **evidence(every),
        "sentence": first.row.sentence,
        "statement": first.row.iri,
    }
    return {**told, **({"url": first.row.article.url} if first.row.article.url else {})}
