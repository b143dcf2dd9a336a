"""Uses of matters: the positions and demands of a store by their words, and by the matter that they are on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from sayso.graph.matters.assignments import normalised
from sayso.graph.matters.matter import matters
from sayso.graph.store.store import Store
from sayso.ontology.iris import matters_graph
from sayso.ontology.namespaces import WAS_DERIVED_FROM
from sayso.ontology.terms import ABOUT, DEMANDED_BY, DEMANDED_OF, HOLDER, MATTER, ON_MATTER, TOWARD

_WHO = (HOLDER, DEMANDED_BY)
_WHOM = (TOWARD, DEMANDED_OF)


@dataclass(slots=True)
class Uses:
    """Of some words, or a matter: how many positions and demands, in which articles, who takes them, whom they concern.

    `spelled` counts the words as written, `matters` holds what they are on: None for those that are on no matter.
    """

    positions: int = 0
    demands: int = 0
    actors: set[NamedNode] = field(default_factory=set)
    concerned: set[NamedNode] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    matters: set[NamedNode | None] = field(default_factory=set)
    spelled: Counter[str] = field(default_factory=Counter)

    @property
    def words(self) -> str:
        """The words as they are written most often."""
        return min(self.spelled, key=lambda one: (-self.spelled[one], one), default="")


@dataclass(frozen=True, slots=True)
class Listed:
    """A matter with its label and all that is on it; `wordings` are those that persons put under it."""

    matter: NamedNode
    label: str
    wordings: tuple[str, ...]
    uses: Uses


def listed(store: Store) -> list[Listed]:
    """List the matters: those with most positions and demands first."""
    known = matters(store)
    by_matter: defaultdict[NamedNode | None, Uses] = defaultdict(Uses)
    for use in _single(store):
        for matter in use.matters:
            _add(by_matter[matter], use)
    found = [
        Listed(
            matter,
            label,
            tuple(sorted({a.words for a in known.assignments.values() if a.matter == matter and a.words != label})),
            by_matter[matter],
        )
        for matter, label in known.labels.items()
    ]
    return sorted(found, key=lambda one: (-one.uses.positions - one.uses.demands, one.label, one.matter.value))


def wordings(store: Store) -> dict[str, Uses]:
    """Return the different wordings, by their words without case and punctuation."""
    found: defaultdict[str, Uses] = defaultdict(Uses)
    for use in _single(store):
        _add(found[normalised(use.words)], use)
    return dict(sorted(found.items()))


def _single(store: Store) -> Iterator[Uses]:
    find, graph = store.engine.quads_for_pattern, matters_graph(store.base)
    for quad in find(None, MATTER, None):
        node, words = quad.subject, quad.object
        if not isinstance(node, NamedNode) or not isinstance(words, Literal):
            continue
        actors = set(_nodes(store, node, *_WHO))
        statements = _nodes(store, node, WAS_DERIVED_FROM)
        about = (actor for statement in statements for actor in _nodes(store, statement, ABOUT))
        position = next(find(node, HOLDER, None), None) is not None
        on = {one.object for one in find(node, ON_MATTER, None, graph) if isinstance(one.object, NamedNode)}
        yield Uses(
            int(position),
            int(not position),
            actors,
            {*_nodes(store, node, *_WHOM), *about},
            {str(quad.graph_name)},
            {*on} or {None},
            Counter([words.value]),
        )


def _add(whole: Uses, use: Uses) -> None:
    whole.positions += use.positions
    whole.demands += use.demands
    whole.actors |= use.actors
    whole.concerned |= use.concerned
    whole.articles |= use.articles
    whole.matters |= use.matters
    whole.spelled += use.spelled


def _nodes(store: Store, subject: NamedNode, *predicates: NamedNode) -> Iterator[NamedNode]:
    for predicate in predicates:
        for quad in store.engine.quads_for_pattern(subject, predicate, None):
            if isinstance(quad.object, NamedNode):
                yield quad.object
