"""Discourse networks with the arithmetic of DNA (Leifeld's Discourse Network Analyzer 3).

a[i, j, k] is the number of codings of actor i on matter j with stance k, q_k the stance's value (against 0, for 1).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal, get_args

from sayso.graph.networks.coding import RANGE, VALUES, Coding
from sayso.graph.networks.network import Edge, Fields, Network, Node, Value
from sayso.graph.statements.rows.row import Named
from sayso.ontology.errors import UsageError

type OneMode = Literal["ignore", "congruence", "conflict", "subtract"]
type OneModeNorm = Literal["none", "average", "jaccard", "cosine"]

NODE_FIELDS: Final[Fields] = {"frequency": "integer"}
_EDGE_FIELDS: Final[Fields] = {"sign": "integer", "matters": "integer", "about": "string"}


@dataclass(frozen=True, slots=True)
class Counts:
    """a[i, j, k]: for each actor and matter, by IRI, how many codings of each stance."""

    codings: Sequence[Coding]
    cells: Mapping[str, Mapping[str, Counter[str]]]

    @classmethod
    def of(cls, codings: Sequence[Coding]) -> Counts:
        """Count codings."""
        cells: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for coding in codings:
            cells[coding.actor.iri][coding.matter.iri][coding.stance] += 1
        return cls(codings, cells)

    def activity(self, actor: str) -> int:
        """Return n_i, the number of an actor's codings."""
        return sum(stances.total() for stances in self.cells[actor].values())


def tie(one: Mapping[str, Counter[str]], other: Mapping[str, Counter[str]], kind: OneMode) -> float:
    """Return the tie of two actors, from their counts by matter and stance.

    ignore      Σ_j (Σ_k a_ijk) (Σ_k a_i'jk)
    congruence  Σ_j Σ_k Σ_l a_ijk a_i'jl (1 − |q_k − q_l| / range)
    conflict    Σ_j Σ_k Σ_l a_ijk a_i'jl |q_k − q_l| / range
    subtract    congruence − conflict
    """
    shared = sorted(one.keys() & other.keys())
    if kind == "ignore":
        return float(sum(one[matter].total() * other[matter].total() for matter in shared))
    near = far = 0.0
    for matter in shared:
        for stance, count in one[matter].items():
            for opposite, times in other[matter].items():
                distance = abs(VALUES[stance] - VALUES[opposite]) / RANGE
                near += count * times * (1 - distance)
                far += count * times * distance
    return {"congruence": near, "conflict": far, "subtract": near - far}[kind]


def divisor(one: Mapping[str, Counter[str]], other: Mapping[str, Counter[str]], norm: OneModeNorm) -> float:
    """Return what a tie is divided by.

    average  (n_i + n_i') / 2
    jaccard  the codings of matter and stance that only one has, and the product where both have them
    cosine   n_i n_i', as DNA has it
    """
    if norm == "none":
        return 1.0
    n_one, n_other = (sum(stances.total() for stances in counts.values()) for counts in (one, other))
    if norm == "average":
        return (n_one + n_other) / 2
    if norm == "cosine":
        return float(n_one * n_other)
    both = [
        (count, other[matter][stance])
        for matter in one.keys() & other.keys()
        for stance, count in one[matter].items()
        if other[matter][stance]
    ]
    only_one = n_one - sum(count for count, _ in both)
    only_other = n_other - sum(count for _, count in both)
    return float(only_one + only_other + sum(count * times for count, times in both))


def one_mode(
    codings: Sequence[Coding], kind: OneMode, norm: OneModeNorm = "none", isolates: Iterable[Named] = ()
) -> Network:
    """Make the network of actors tied by the matters that they speak about; ties of 0 are none.

    Actors without a tie stay; `isolates` adds actors that have no coding. Raises UsageError for an unknown
    normalisation.
    """
    known = get_args(OneModeNorm.__value__)
    if norm not in known:
        raise UsageError(f"--normalisation {norm}: a network of actors takes {', '.join(known)}")
    counts = Counts.of(codings)
    # Only who shares a matter can have a tie: with many actors most pairs share none.
    speaking: defaultdict[str, set[str]] = defaultdict(set)
    for coding in codings:
        speaking[coding.matter.iri].add(coding.actor.iri)
    pairs = {pair for actors in speaking.values() for pair in combinations(sorted(actors), 2)}
    labels = {coding.matter.iri: coding.matter.name for coding in codings}
    edges: list[Edge] = []
    for source, target in sorted(pairs):
        one, other = counts.cells[source], counts.cells[target]
        weight = tie(one, other, kind) / divisor(one, other, norm)
        if weight:
            shared = sorted(labels[matter] for matter in one.keys() & other.keys())
            told: dict[str, Value] = {"matters": len(shared), "about": "; ".join(shared)}
            if kind != "ignore":
                told["sign"] = (1 if weight > 0 else -1) * (-1 if kind == "conflict" else 1)
            edges.append(Edge(f"e{len(edges) + 1}", source, target, kind, weight, told))
    title = f"Actors by {kind}" + ("" if norm == "none" else f", {norm}")
    nodes = actor_nodes(codings, isolates)
    return Network(nodes, tuple(edges), False, {"title": title}, NODE_FIELDS, _EDGE_FIELDS)


def actor_nodes(codings: Iterable[Coding], isolates: Iterable[Named]) -> tuple[Node, ...]:
    """Return a node for each actor with the number of its codings, sorted by IRI."""
    codings = list(codings)
    frequency = Counter(coding.actor.iri for coding in codings)
    actors = {actor.iri: actor for actor in (*isolates, *(coding.actor for coding in codings))}
    return tuple(Node(iri, actors[iri].name, actors[iri].kind, {"frequency": frequency[iri]}) for iri in sorted(actors))
