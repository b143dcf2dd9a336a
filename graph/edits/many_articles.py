"""Many articles into a store at once, by the engine's fast way, none of which it holds yet."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from sayso.graph.actors.names import NAMING_PREDICATES, settle
from sayso.graph.actors.rewriting import rewritten
from sayso.graph.edits.merging import naming
from sayso.graph.matters.matter import on_matters
from sayso.graph.reviews.review import reviews_of
from sayso.graph.reviews.revision import revised
from sayso.graph.statements.derived import READ, relinked
from sayso.graph.store.predicates import ByPredicate
from sayso.graph.store.store import Store
from sayso.ontology.iris import judgements_graph, matters_graph


def add_articles(store: Store, articles: Mapping[NamedNode, set[Quad]], remembered: set[Quad]) -> None:
    """Write the graphs of articles that are not in the store; `remembered` is what loading remembers of them.

    The store is then as if each had been written by itself: judgements and reviews that stand are applied, names and
    links follow. First goes what changes of the shared graphs, then all else at once: whatever ends the process in
    between, the articles are not there yet, and adding them again completes it. Raises ValueError for blank nodes.
    """
    with store.writing():
        new: dict[NamedNode, set[Quad]] = {}
        gone, rest, names = set[Quad](), set(remembered), set[Quad]()
        # Without any judgement nobody is called otherwise, and no actor has to be asked for.
        judged = next(store.engine.quads_for_pattern(None, None, None, judgements_graph(store.base)), None) is not None
        # Nor is anything on a matter where there is none.
        matters = next(store.engine.quads_for_pattern(None, None, None, matters_graph(store.base)), None) is not None
        read: dict[NamedNode, list[Quad]] = {}
        for article, quads in articles.items():
            named = naming(store, article)
            told = rewritten(quads, named, store.base) if judged else quads
            new[article], revision = revised(told, reviews_of(store, article), named, store.base)
            if matters:
                off, on = on_matters(store, article, new[article])
                gone |= off
                rest |= on
            rest |= revision
            parts = ByPredicate(new[article])
            names.update(parts.of(*NAMING_PREDICATES))
            read[article] = parts.of(*READ)
        removed, added = settle(store, (), names)
        unlinked, linked = relinked(store.engine, read, store.base)
        store.apply(removed | gone, added)
        everything = rest.union(linked, *new.values())
        if isinstance(store.engine, ox.Store):
            store.exchange(unlinked, everything)
        else:
            store.apply(unlinked, everything)
