"""What a store holds, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from sayso.graph.export.rdf import graphs
from sayso.graph.store.store import Store
from sayso.ontology import terms
from sayso.ontology.namespaces import LABEL, MEMBERSHIP, POST_CLASS, TYPE, USED

_COUNTED = (
    ("articles", terms.ARTICLE),
    ("statements", terms.STATEMENT),
    ("persons", terms.PERSON),
    ("organisations", terms.ORGANISATION),
    ("countries", terms.COUNTRY),
    ("groups", terms.GROUP),
    ("mentions", terms.MENTION),
    ("posts", POST_CLASS),
    ("memberships", MEMBERSHIP),
    ("positions", terms.POSITION),
    ("demands", terms.DEMAND),
)


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much of each kind there is; `methods` counts articles by the label of the extraction that they come from."""

    counts: dict[str, int]
    methods: dict[str, int]
    triples: int

    def older(self, method: Iterable[tuple[str, str]]) -> int:
        """Count the articles that other versions of software and models read than those of `method`."""
        present = {f"{name} {version}" for name, version in method}
        return sum(count for label, count in self.methods.items() if not present <= set(label.split("; ")))


def statistics(store: Store) -> Statistics:
    """Count what the store holds; `triples` counts those of every exported graph, the ontology's too."""
    find = store.engine.quads_for_pattern
    counts = {name: len({quad.subject for quad in find(None, TYPE, class_)}) for name, class_ in _COUNTED}
    used = Counter(quad.subject for quad in find(None, USED, None) if isinstance(quad.subject, NamedNode))
    methods = {_label(store, activity): count for activity, count in sorted(used.items(), key=lambda item: str(item))}
    return Statistics(counts, methods, sum(1 for graph in graphs(store) for _ in store.quads(graph)))


def _label(store: Store, node: NamedNode) -> str:
    labels = (quad.object for quad in store.engine.quads_for_pattern(node, LABEL, None))
    return next((label.value for label in labels if isinstance(label, Literal)), node.value)
