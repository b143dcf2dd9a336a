"""Assignments: which words mean which matter, as persons decided, and the rules by which a position is on one.

Words mean a matter wherever they stand, or at one place of one article. A place is kept with its quotation and offsets,
so that it is found again when another model reads a few words more or less as the matter, or the text changed.
Which matter a position or demand is on depends on its own article and the assignments that stand, on nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from anyascii import anyascii
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.judgements import Decision
from sayso.graph.statements.wording import words_of
from sayso.ontology.iris import digest, matters_graph
from sayso.ontology.namespaces import (
    END,
    EXACT,
    HAS_SELECTOR,
    START,
    SUBJECT,
    TYPE,
)
from sayso.ontology.terms import APPLIES_TO, ASSIGNMENT, MATTER, MATTER_SPAN

type MatterSpan = tuple[int, int]

_LONGEST_SLUG = 80
# How much of two places' characters, and of their words, has to be common for the one to be the other, moved.
_SAME_PLACE, _SAME_WORDS = 0.5, 0.5


@dataclass(frozen=True, slots=True)
class Assignment:
    """That words mean a matter, everywhere or, with an `article`, at one `span` of its text (code points)."""

    words: str
    matter: NamedNode
    decision: Decision
    article: NamedNode | None = None
    span: MatterSpan = (0, 0)

    def node(self, base: str) -> NamedNode:
        """Name it by the words, or the place, alone: at most one stands about either."""
        if self.article is None:
            return words_node(self.words, base)
        return NamedNode(f"{base}assignment/{digest(f'{self.article.value} {self.span[0]} {self.span[1]}')}")

    def quads(self, base: str) -> set[Quad]:
        """Return it as quads of the matters' graph."""
        node, graph = self.node(base), matters_graph(base)
        told: list[tuple[NamedNode, NamedNode | Literal]] = [
            (TYPE, ASSIGNMENT),
            (EXACT, Literal(self.words)),
            (SUBJECT, self.matter),
            *self.decision.told(),
        ]
        if self.article is not None:
            told += [(APPLIES_TO, self.article), (START, Literal(self.span[0])), (END, Literal(self.span[1]))]
        return {Quad(node, predicate, value, graph) for predicate, value in told}


@dataclass(frozen=True)
class MatterPlace:
    """A position or demand: the words of its matter, and where they stand (code points, end exclusive)."""

    node: NamedNode
    words: str
    span: MatterSpan | None = None

    @cached_property
    def key(self) -> str:
        """The words as far as they tell matters apart."""
        return normalised(self.words)


@dataclass(frozen=True, slots=True)
class Rules:
    """What is decided for one article: the assignments of its places, and what words mean everywhere."""

    places: tuple[Assignment, ...]
    meant: Callable[[str], NamedNode | None]


def normalised(words: str) -> str:
    """Return words without case, punctuation and apostrophes; where nothing is left, as they are."""
    return " ".join(words_of(words)) or words.strip().casefold()


def words_node(words: str, base: str) -> NamedNode:
    """Name the assignment of words that mean a matter everywhere."""
    return NamedNode(f"{base}assignment/{digest(normalised(words))}")


def matter_iri(label: str, base: str) -> NamedNode:
    """Name the matter of a label: "matter/natos-eastward-expansion"; no two labels that differ share it."""
    key = normalised(label)
    slug = "-".join(words_of(anyascii(key)))[:_LONGEST_SLUG].encode("ascii", "ignore").decode()
    if slug.replace("-", " ") != key:
        slug = f"{slug}~{digest(key)[:8]}"
    return NamedNode(f"{base}matter/{slug}")


def targets(quads: Iterable[Quad]) -> list[MatterPlace]:
    """List the positions and demands of an article, from its quads; without their spans where these are left out."""
    linked: defaultdict[object, list[NamedNode]] = defaultdict(list)
    offsets: dict[tuple[object, NamedNode], int] = {}
    found: list[tuple[NamedNode, str]] = []
    for quad in quads:
        if quad.predicate == MATTER and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            found.append((quad.subject, quad.object.value))
        elif quad.predicate in (MATTER_SPAN, HAS_SELECTOR) and isinstance(quad.object, NamedNode):
            linked[quad.subject].append(quad.object)
        elif quad.predicate in (START, END) and isinstance(quad.object, Literal):
            offsets[quad.subject, quad.predicate] = int(quad.object.value)
    spans = {node: _span([s for place in linked[node] for s in linked[place]], offsets) for node, _ in found}
    return [MatterPlace(node, words, spans[node]) for node, words in sorted(found, key=lambda one: one[0].value)]


def matters_of(found: Iterable[MatterPlace], rules: Rules) -> dict[NamedNode, NamedNode]:
    """Return the matter that each target is on: its place's goes before that of its words."""
    found = list(found)
    best: dict[NamedNode, tuple[int, float, str, NamedNode]] = {}
    for place in rules.places:
        for target, step, distance in _meant_by(place, found):
            claim = (step, distance, place.matter.value, place.matter)
            best[target.node] = min(best.get(target.node, claim), claim, key=lambda one: one[:3])
    meant = {target.key: rules.meant(target.key) for target in found if target.node not in best}
    matters = {target.node: best[target.node][3] if target.node in best else meant[target.key] for target in found}
    return {node: matter for node, matter in matters.items() if matter is not None}


def _meant_by(place: Assignment, found: Iterable[MatterPlace]) -> Iterator[tuple[MatterPlace, int, float]]:
    """Yield whom a place means: who stands there; else who stands nearly there; else who has the same words."""
    key = normalised(place.words)
    same = [target for target in found if target.key == key]
    exact = [target for target in same if target.span == place.span]
    if exact:
        yield from ((target, 0, 0.0) for target in exact)
        return
    near = [(target, _common(place.span, target.span)) for target in found if _akin(key, target.key)]
    most = max((common for _, common in near), default=0.0)
    if most >= _SAME_PLACE:
        yield from ((target, 1, 1 - common) for target, common in near if common == most)
        return
    yield from ((target, 2, 0.0) for target in same)


def _span(selectors: Iterable[NamedNode], offsets: dict[tuple[object, NamedNode], int]) -> MatterSpan | None:
    nodes = list(selectors)
    starts, ends = ([offsets[node, edge] for node in nodes if (node, edge) in offsets] for edge in (START, END))
    return (min(starts), max(ends)) if starts and ends else None


def _common(one: MatterSpan, other: MatterSpan | None) -> float:
    if other is None:
        return 0.0
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]) or 1)


def _akin(one: str, other: str) -> bool:
    a, b = set(one.split()), set(other.split())
    return one == other or len(a & b) >= _SAME_WORDS * len(a | b)
