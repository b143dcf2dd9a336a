"""Parallel edges summed: one edge for each pair, weighted by the number of statements, signed by their stances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Final

from sayso.graph.networks.actors import BETWEEN
from sayso.graph.networks.network import AttributeValue, Edge, Fields, Network

EDGE_FIELDS: Final[Fields] = {
    "label": "string",
    "acts": "string",
    "for": "integer",
    "against": "integer",
    "sign": "double",
    "on": "string",
    "start": "string",
    "end": "string",
    "articles": "integer",
    "sentence": "string",
    "url": "string",
    "statement": "string",
    "examples": "string",
}
# Where every statement behind an edge is told, and not some of them.
WHOLE_FIELDS: Final[Fields] = {**EDGE_FIELDS, "count": "integer", "statements": "string"}
_EXAMPLES: Final = 5
# Of the sides on matters alone the most frequent are told.
_SIDES: Final = 3


@dataclass(slots=True)
class _Sum:
    """What the parallel edges of one pair add up to; the sentence of the surest, the earliest of such, stands for all.

    Of the others no words are kept.
    """

    weight: float = 0.0
    acts: Counter[str] = field(default_factory=Counter)
    stances: Counter[str] = field(default_factory=Counter)
    sides: Counter[str] = field(default_factory=Counter)
    first: str = ""
    last: str = ""
    articles: set[AttributeValue] = field(default_factory=set)
    best: Mapping[str, AttributeValue] = field(default_factory=dict)
    surest: list[tuple[float, str]] = field(default_factory=list)
    statements: dict[str, None] = field(default_factory=dict)

    def add(self, edge: Edge, *, whole: bool) -> None:
        told = edge.attributes
        self.weight += edge.weight
        self.acts[edge.kind] += 1
        self.stances[str(told.get("stance", ""))] += 1
        self.sides.update(side for side in str(told.get("on", "")).split(BETWEEN) if side)
        for day in (str(told[name]) for name in ("start", "end") if name in told):
            self.first, self.last = min(self.first or day, day), max(self.last, day)
        self.articles.add(told.get("article", ""))
        if whole:
            self.statements[str(told.get("statement", ""))] = None
        sure = float(told.get("confidence", 0.0))
        if not self.surest or sure > self.surest[0][0]:
            self.best = {name: told[name] for name in ("sentence", "url", "statement") if name in told}
        if len(self.surest) < _EXAMPLES or sure > self.surest[-1][0]:
            found = [*self.surest, (sure, str(told.get("statement", "")))]
            # Sorting keeps the earlier of two that are as sure.
            self.surest = sorted(found, key=itemgetter(0), reverse=True)[:_EXAMPLES]


def summed(network: Network, *, whole: bool = False) -> Network:
    """Return the network with one edge for each pair of nodes; `sign` lies between -1, all against, and 1, all for.

    Of each pair it holds the counts in memory, and one sentence; with `whole` the IRIs of all statements too.
    """
    edges = tuple(sums(network.edges, directed=network.directed, whole=whole))
    return replace(network, edges=edges, edge_fields=WHOLE_FIELDS if whole else EDGE_FIELDS)


def sums(edges: Iterable[Edge], *, directed: bool, whole: bool = False) -> list[Edge]:
    """Return one edge for each pair of nodes, sorted by these."""
    found: dict[tuple[str, str], _Sum] = {}
    for edge in edges:
        pair = (edge.source, edge.target)
        if not directed:
            pair = (min(pair), max(pair))
        found.setdefault(pair, _Sum()).add(edge, whole=whole)
    return list(_edges(found.items()))


def _edges(sums: Iterable[tuple[tuple[str, str], _Sum]]) -> Iterator[Edge]:
    for number, ((source, target), found) in enumerate(sorted(sums, key=lambda item: item[0]), 1):
        acts = sorted(found.acts.items(), key=lambda item: (-item[1], item[0]))
        attributes: dict[str, AttributeValue] = {
            "label": ", ".join(f"{act} {count}" for act, count in acts),
            "acts": ", ".join(f"{act} {count}" for act, count in acts),
            "for": found.stances["for"],
            "against": found.stances["against"],
            "sign": _sign(found.stances),
            "articles": len(found.articles),
        }
        if on := BETWEEN.join(side for side, _ in found.sides.most_common(_SIDES)):
            attributes["on"] = on
        if found.first:
            attributes |= {"start": found.first, "end": found.last}
        attributes |= found.best
        if examples := " ".join(filter(None, dict.fromkeys(statement for _, statement in found.surest))):
            attributes["examples"] = examples
        if found.statements:
            attributes |= {"count": len(found.statements), "statements": " ".join(filter(None, found.statements))}
        yield Edge(f"e{number}", source, target, "statements", found.weight, attributes)


def _sign(stances: Counter[str]) -> float:
    told = stances["for"] + stances["against"]
    return round((stances["for"] - stances["against"]) / told, 3) if told else 0.0
