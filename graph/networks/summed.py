"""Parallel edges summed: one edge for each pair, weighted by the number of statements, signed by their stances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from graph.networks.network import Edge, Fields, Network, Value

EDGE_FIELDS: Final[Fields] = {
    "label": "string",
    "acts": "string",
    "for": "integer",
    "against": "integer",
    "sign": "double",
    "start": "string",
    "end": "string",
    "articles": "integer",
    "sentence": "string",
    "url": "string",
    "statement": "string",
    "examples": "string",
}
_EXAMPLES: Final = 5


@dataclass(slots=True)
class _Sum:
    """What the parallel edges of one pair add up to; of the surest the first's sentence stands for all."""

    surest: list[Edge] = field(default_factory=list)
    weight: float = 0.0
    acts: Counter[str] = field(default_factory=Counter)
    stances: Counter[str] = field(default_factory=Counter)
    days: set[str] = field(default_factory=set)
    articles: set[Value] = field(default_factory=set)

    def add(self, edge: Edge) -> None:
        self.weight += edge.weight
        self.acts[edge.kind] += 1
        self.stances[str(edge.attributes.get("stance", ""))] += 1
        self.days.update(str(edge.attributes[name]) for name in ("start", "end") if name in edge.attributes)
        self.articles.add(edge.attributes.get("article", ""))
        if len(self.surest) < _EXAMPLES or _sure(edge) > _sure(self.surest[-1]):
            # Sorting keeps the earlier of two that are as sure.
            self.surest = sorted([*self.surest, edge], key=_sure, reverse=True)[:_EXAMPLES]


def _sure(edge: Edge) -> float:
    return float(edge.attributes.get("confidence", 0.0))


def summed(network: Network) -> Network:
    """Return the network with one edge for each pair of nodes; `sign` lies between -1, all against, and 1, all for.

    Of each pair it holds the counts and the five surest edges.
    """
    sums: dict[tuple[str, str], _Sum] = {}
    for edge in network.edges:
        pair = (edge.source, edge.target)
        if not network.directed:
            pair = (min(pair), max(pair))
        sums.setdefault(pair, _Sum()).add(edge)
    return replace(network, edges=tuple(_edges(sums.items())), edge_fields=EDGE_FIELDS)


def _edges(sums: Iterable[tuple[tuple[str, str], _Sum]]) -> Iterable[Edge]:
    for number, ((source, target), found) in enumerate(sorted(sums, key=lambda item: item[0]), 1):
        acts = sorted(found.acts.items(), key=lambda item: (-item[1], item[0]))
        attributes: dict[str, Value] = {
            "label": ", ".join(f"{act} {count}" for act, count in acts),
            "acts": ", ".join(f"{act} {count}" for act, count in acts),
            "for": found.stances["for"],
            "against": found.stances["against"],
            "sign": _sign(found.stances),
            "articles": len(found.articles),
        }
        if found.days:
            attributes |= {"start": min(found.days), "end": max(found.days)}
        best = found.surest[0].attributes
        attributes |= {name: best[name] for name in ("sentence", "url", "statement") if name in best}
        statements = dict.fromkeys(str(edge.attributes.get("statement", "")) for edge in found.surest)
        if examples := " ".join(filter(None, statements)):
            attributes["examples"] = examples
        yield Edge(f"e{number}", source, target, "statements", found.weight, attributes)


def _sign(stances: Counter[str]) -> float:
    told = stances["for"] + stances["against"]
    return round((stances["for"] - stances["against"]) / told, 3) if told else 0.0
