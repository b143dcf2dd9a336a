"""Discourse networks with the arithmetic of DNA (Leifeld's Discourse Network Analyzer 3).

a[i, j, k] is the number of codings of actor i on matter j with stance k, q_k the stance's value (against 0, for 1).
Actors and matters may be any two variables.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, Literal, get_args

from sayso.graph.networks.coding import RANGE, VALUES, Coding
from sayso.graph.networks.counts import PAIR, Counts, Stances, total
from sayso.graph.networks.edge_evidence import EVIDENCE, evidence
from sayso.graph.networks.network import AttributeValue, Edge, Fields, Network, Node
from sayso.graph.networks.variables import VariableName
from sayso.graph.statements.rows.row import Named
from sayso.ontology.errors import UsageError

type OneMode = Literal["ignore", "congruence", "conflict", "subtract"]
type OneModeNorm = Literal["none", "average", "jaccard", "cosine"]

NODE_FIELDS: Final[Fields] = {"frequency": "integer"}
_EDGE_FIELDS: Final[Fields] = {
    "sign": "integer",
    "shared": "integer",
    "about": "string",
    "agreeing": "integer",
    "opposing": "integer",
    **EVIDENCE,
}


def tie(one: Mapping[str, Stances], other: Mapping[str, Stances], kind: OneMode) -> float:
    """Return the tie of two actors, from their counts by matter and stance.

    ignore      Σ_j (Σ_k a_ijk) (Σ_k a_i'jk)
    congruence  Σ_j Σ_k Σ_l a_ijk a_i'jl (1 − |q_k − q_l| / range)
    conflict    Σ_j Σ_k Σ_l a_ijk a_i'jl |q_k − q_l| / range
    subtract    congruence − conflict
    """
    shared = sorted(one.keys() & other.keys())
    if kind == "ignore":
        return float(sum(sum(one[matter].values()) * sum(other[matter].values()) for matter in shared))
    near = far = 0.0
    for matter in shared:
        for stance, count in one[matter].items():
            for opposite, times in other[matter].items():
                distance = abs(VALUES[stance] - VALUES[opposite]) / RANGE
                near += count * times * (1 - distance)
                far += count * times * distance
    return {"congruence": near, "conflict": far, "subtract": near - far}[kind]


def divisor(
    one: Mapping[str, Stances],
    other: Mapping[str, Stances],
    norm: OneModeNorm,
    roots: tuple[Mapping[str, Stances], Mapping[str, Stances]] | None = None,
) -> float:
    """Return what a tie is divided by.

    average  (n_i + n_i') / 2
    jaccard  the codings of matter and stance that only one has, and the product where both have them
    cosine   n_i n_i', as DNA has it

    Where codings are weighed, n is the sum of weights; in a product each pair weighs the root of the product of its
    weights, as in a tie, so that even weights divide out. `roots` are then the counts by the roots of the weights.
    """
    if norm == "none":
        return 1.0
    first, second = roots or (one, other)
    if norm == "average":
        return (total(one) + total(other)) / 2
    if norm == "cosine":
        return float(total(first) * total(second))
    both = {
        (matter, stance)
        for matter in one.keys() & other.keys()
        for stance, count in one[matter].items()
        if count and other[matter].get(stance)
    }
    only = sum(
        count
        for cells in (one, other)
        for matter, stances in cells.items()
        for stance, count in stances.items()
        if (matter, stance) not in both
    )
    return float(only + sum(first[matter][stance] * second[matter][stance] for matter, stance in both))


def one_mode(
    codings: Iterable[Coding],
    kind: OneMode,
    norm: OneModeNorm = "none",
    isolates: Iterable[Named] = (),
    variables: tuple[VariableName, VariableName] = PAIR,
) -> Network:
    """Make the network of the values of the first variable tied by those of the second; ties of 0 are none.

    Values without a tie stay; `isolates` adds some that have no coding. Raises UsageError for an unknown
    normalisation.
    """
    known = get_args(OneModeNorm.__value__)
    if norm not in known:
        raise UsageError(f"normalisation {norm}: a network of one variable takes {', '.join(known)}")
    codings = list(codings)
    # Two codings tie by the square root of the product of their weights: DNA's kernel smoothing.
    counts = Counts.of(codings, variables, lambda coding: math.sqrt(coding.weight))
    numbers = counts if norm == "none" else Counts.of(codings, variables)
    edges: list[Edge] = []
    for source, target in _pairs(counts):
        one, other = counts.cells[source], counts.cells[target]
        weight = tie(one, other, kind) / divisor(numbers.cells[source], numbers.cells[target], norm, (one, other))
        if weight:
            edges.append(Edge(f"e{len(edges) + 1}", source, target, kind, weight, _told(counts, source, target, kind)))
    first, second = variables
    named = "Actors" if first == "actor" else first.capitalize()
    title = f"{named} by {kind}" + ("" if second == "matter" else f" over {second}")
    attributes = {"title": title + ("" if norm == "none" else f", {norm}"), **without(counts, variables)}
    return Network(value_nodes(counts, isolates), tuple(edges), False, attributes, NODE_FIELDS, _EDGE_FIELDS)


def _pairs(counts: Counts) -> list[tuple[str, str]]:
    """Return the pairs of values that share one of the other variable: with many values most pairs share none."""
    speaking: defaultdict[str, set[str]] = defaultdict(set)
    for one, cells in counts.cells.items():
        for other in cells:
            speaking[other].add(one)
    return sorted({pair for ones in speaking.values() for pair in combinations(sorted(ones), 2)})


def _told(counts: Counts, source: str, target: str, kind: OneMode) -> dict[str, AttributeValue]:
    shared = sorted(counts.cells[source].keys() & counts.cells[target].keys())
    told: dict[str, AttributeValue] = {
        "shared": len(shared),
        "about": "; ".join(sorted(counts.others[other].name for other in shared)),
    }
    mine, theirs = counts.behind[source], counts.behind[target]
    if kind != "ignore":
        agreeing = opposing = 0
        for other in shared:
            for stance, found in mine[other].items():
                for opposite, more in theirs[other].items():
                    pairs = len(found) * len(more)
                    agreeing, opposing = (
                        (agreeing + pairs, opposing) if stance == opposite else (agreeing, opposing + pairs)
                    )
        told |= {"agreeing": agreeing, "opposing": opposing}
        less = kind == "conflict" or (kind == "subtract" and opposing > agreeing)
        told["sign"] = -1 if less else 1
    behind = [*_behind(counts, source, target, kind), *_behind(counts, target, source, kind)]
    return {**told, **evidence(behind)}


def _behind(counts: Counts, one: str, other: str, kind: OneMode) -> Iterator[Coding]:
    """Yield the codings of one value that tie it to the other."""
    for shared in counts.behind[one].keys() & counts.behind[other].keys():
        theirs = counts.behind[other][shared]
        for stance, found in counts.behind[one][shared].items():
            same, opposite = stance in theirs, bool(theirs.keys() - {stance})
            if {"congruence": same, "conflict": opposite}.get(kind, True):
                yield from found


def value_nodes(counts: Counts, isolates: Iterable[Named]) -> tuple[Node, ...]:
    """Return a node for each value of the first variable with the number of its codings, sorted by IRI."""
    values = {**{value.iri: value for value in isolates}, **counts.ones}
    return tuple(
        Node(iri, values[iri].name, values[iri].kind, {"frequency": counts.frequency(iri) if iri in counts.ones else 0})
        for iri in sorted(values)
    )


def without(counts: Counts, variables: tuple[str, str]) -> dict[str, str]:
    """Tell how many codings have no value of one of the variables."""
    return {"left_out": f"{counts.without} without {' or '.join(variables)}"} if counts.without else {}
