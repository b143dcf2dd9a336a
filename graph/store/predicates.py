"""Quads by predicate: an article's quads gone through once, for all that looks for a few of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from pyoxigraph import BlankNode, NamedNode, Quad, Triple


class ByPredicate:
    """Quads in lists, a predicate each."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        lists: defaultdict[NamedNode, list[Quad]] = defaultdict(list)
        for quad in quads:
            lists[quad.predicate].append(quad)
        self._lists: Mapping[NamedNode, list[Quad]] = dict(lists)

    def of(self, *predicates: NamedNode) -> list[Quad]:
        """List the quads of some predicates."""
        return list(chain.from_iterable(self._lists.get(predicate, ()) for predicate in predicates))


def is_plain(quads: Iterable[Quad]) -> bool:
    """Say whether no quad has a blank node or a triple as a term."""
    quads = list(quads)
    kinds = {type(quad.subject) for quad in quads} | {type(quad.object) for quad in quads}
    return kinds.isdisjoint((BlankNode, Triple))
