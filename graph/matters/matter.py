"""Matters: concepts that different words share; a person puts words under one, every load applies it, it can be undone.

The graph of matters holds the assignments, the concepts with their labels and wordings, and `sayso:onMatter` of each
position and demand. A concept is there as long as words are assigned to it; its own label means it too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.judgements import Decision
from sayso.graph.matters.assignments import (
    Assignment,
    MatterPlace,
    Rules,
    matter_iri,
    matters_of,
    normalised,
    targets,
    words_node,
)
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns
from sayso.ontology.errors import NotFoundError, UsageError
from sayso.ontology.iris import matters_graph
from sayso.ontology.terms import APPLIES_TO, ASSIGNMENT, MATTER, ON_MATTER

_SCHEME = "matters"


@dataclass(frozen=True, slots=True)
class Matters:
    """All assignments that stand, by their nodes, and the labels of the concepts that they lead to."""

    assignments: Mapping[NamedNode, Assignment]
    labels: Mapping[NamedNode, str]

    @classmethod
    def of(cls, assignments: Iterable[Assignment], labels: Mapping[NamedNode, str], base: str) -> Matters:
        """Gather assignments, the last one about the same words or place; a concept without any is none."""
        found = {assignment.node(base): assignment for assignment in assignments}
        kept = {assignment.matter for assignment in found.values()}
        return cls(found, {matter: label for matter, label in labels.items() if matter in kept})

    def meant(self, words: str) -> NamedNode | None:
        """Return the matter that words mean everywhere: the one that they are assigned to, or whose label they are."""
        key = normalised(words)
        for assignment in self.assignments.values():
            if assignment.article is None and normalised(assignment.words) == key:
                return assignment.matter
        return self.labelled(key)

    def labelled(self, words: str) -> NamedNode | None:
        """Return the matter whose label words are."""
        key = normalised(words)
        return next(
            (matter for matter, label in sorted(self.labels.items(), key=str) if normalised(label) == key), None
        )

    def quads(self, base: str) -> set[Quad]:
        """Return the assignments and the concepts, the whole graph but for `sayso:onMatter`."""
        graph, scheme = matters_graph(base), NamedNode(base + _SCHEME)
        found = {quad for assignment in self.assignments.values() for quad in assignment.quads(base)}
        for matter, label in self.labels.items():
            found |= {
                Quad(matter, ns.TYPE, ns.CONCEPT, graph),
                Quad(matter, ns.PREFERRED_LABEL, Literal(label), graph),
                Quad(matter, ns.IN_SCHEME, scheme, graph),
                Quad(scheme, ns.TYPE, ns.CONCEPT_SCHEME, graph),
                Quad(scheme, ns.PREFERRED_LABEL, Literal("Matters"), graph),
            }
        for assignment in self.assignments.values():
            if assignment.words != self.labels.get(assignment.matter):
                found.add(Quad(assignment.matter, ns.ALT_LABEL, Literal(assignment.words), graph))
        return found


@dataclass(frozen=True, slots=True)
class MatterChange:
    """What a decision did: which words it put under `matter` or took away, and how many positions and demands moved."""

    matter: NamedNode | None
    label: str
    words: tuple[str, ...]
    moved: int
    changed: bool


def matters(store: Store) -> Matters:
    """Read the matters of a store."""
    told: defaultdict[object, dict[NamedNode, str | NamedNode]] = defaultdict(dict)
    for quad in store.quads(matters_graph(store.base)):
        if quad.predicate not in (ON_MATTER, ns.ALT_LABEL) and isinstance(quad.object, NamedNode | Literal):
            told[quad.subject][quad.predicate] = (
                quad.object if isinstance(quad.object, NamedNode) else quad.object.value
            )
    found = (_read(values) for values in told.values() if values.get(ns.TYPE) == ASSIGNMENT)
    labels = {
        node: str(values[ns.PREFERRED_LABEL])
        for node, values in told.items()
        if values.get(ns.TYPE) == ns.CONCEPT and isinstance(node, NamedNode)
    }
    return Matters.of((assignment for assignment in found if assignment is not None), labels, store.base)


def on_matters(store: Store, article: NamedNode, quads: Iterable[Quad]) -> tuple[set[Quad], set[Quad]]:
    """Return what the matters' graph tells of an article's positions and demands, and what it tells of these quads'."""
    graph, find = matters_graph(store.base), store.engine.quads_for_pattern
    places = sorted((quad.subject for quad in find(None, APPLIES_TO, article, graph)), key=str)
    found = tuple(one for one in (_assignment(store, node) for node in places if isinstance(node, NamedNode)) if one)
    rules = Rules(found, lambda words: _looked_up(store, words))
    return _told(store, article), _telling(targets(quads), rules, store.base)


def assign(
    store: Store, label: str, words: Iterable[str], decision: Decision, article: NamedNode | None = None
) -> MatterChange:
    """Judge that words mean the matter of a label, which is made if there is none, everywhere or in one article.

    The label may also be a matter's id, IRI or other words of it. Words that are themselves the label of a matter bring
    along all that is under it. Raises UsageError for words or a label that say nothing, NotFoundError where the article
    has no position or demand with these words.
    """
    words = tuple(dict.fromkeys(_line(one) for one in words))
    with store.writing():
        old = matters(store)
        matter = find_matter(old, label, store.base) or _new(label, store.base)
        labels = {matter: label.strip(), **old.labels}
        if article is None:
            given = {normalised(one): Assignment(one, matter, decision) for one in words}
            joined = {old.labelled(key) for key in given} - {matter, None}
            moved = [one for one in old.assignments.values() if one.matter in joined]
            new = [Assignment(one.words, matter, one.decision, one.article, one.span) for one in moved]
            new += [one for key, one in given.items() if key != normalised(labels[matter])]
        else:
            new = [Assignment(one, matter, decision, article, span) for one, span in _places(store, article, words)]
        standing = {one.node(store.base): one for one in old.assignments.values()}
        fresh = [one for one in new if not _stands(standing.get(one.node(store.base)), one)]
        if not new:
            raise UsageError(f"“{label}”: say which other words mean this matter")
        change = Matters.of([*old.assignments.values(), *fresh], labels, store.base)
        told = tuple(dict.fromkeys(one.words for one in fresh))
        return MatterChange(matter, labels[matter], told, _write(store, old, change), bool(fresh))


def unassign(store: Store, words: Iterable[str], article: NamedNode | None = None) -> MatterChange:
    """Take back what was judged of words, everywhere or in one article; a matter's id or label takes back all of it.

    Raises NotFoundError for words that mean no matter.
    """
    with store.writing():
        old = matters(store)
        gone: set[NamedNode] = set()
        for one in words:
            whole = _named(old, one, store.base) if article is None else None
            found = {
                node
                for node, known in old.assignments.items()
                if (whole is not None and known.matter == whole)
                or (whole is None and known.article == article and normalised(known.words) == normalised(one))
            }
            if not found:
                raise NotFoundError(f"“{one}”: these words were put under no matter; `sayso matters` lists them")
            gone |= found
        kept = [known for node, known in old.assignments.items() if node not in gone]
        taken = tuple(dict.fromkeys(old.assignments[node].words for node in sorted(gone, key=str)))
        left = {old.assignments[node].matter for node in gone}
        only = next(iter(left)) if len(left) == 1 else None
        moved = _write(store, old, Matters.of(kept, old.labels, store.base))
        return MatterChange(only, old.labels[only] if only else "", taken, moved, True)


def find_matter(known: Matters, text: str, base: str) -> NamedNode | None:
    """Return the matter that is meant by an IRI, an id ("matter/…"), a label or other words; None where none is."""
    return _named(known, text, base) or known.meant(text)


def _named(known: Matters, text: str, base: str) -> NamedNode | None:
    by_id = next((matter for matter in known.labels if text in (matter.value, matter.value.removeprefix(base))), None)
    return by_id or known.labelled(text)


def _new(label: str, base: str) -> NamedNode:
    if label.startswith((base, "matter/")):
        raise NotFoundError(f"{label}: there is no such matter; `sayso matters` lists them")
    return matter_iri(_line(label), base)


def _line(text: str) -> str:
    text = text.strip()
    if not text or not text.isprintable():
        raise UsageError(f"{text!r}: a matter and its words have to be a line of text")
    return text


def _stands(known: Assignment | None, new: Assignment) -> bool:
    return known is not None and (known.matter, known.words) == (new.matter, new.words)


def _places(store: Store, article: NamedNode, words: Iterable[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    found = targets(store.quads(article))
    for one in words:
        spans = {target.span for target in found if target.key == normalised(one)}
        if not spans:
            raise NotFoundError(f"“{one}”: no position or demand of this article has these words")
        yield from ((one, span) for span in sorted(span for span in spans if span))


def _write(store: Store, old: Matters, new: Matters) -> int:
    """Write what changed, in one update; return how many positions and demands are on another matter than before."""
    told, telling = old.quads(store.base), new.quads(store.base)
    changed = [
        assignment
        for one, other in ((old, new), (new, old))
        for node, assignment in one.assignments.items()
        if other.assignments.get(node) != assignment
    ]
    renamed = [
        label for known in (old, new) for m, label in known.labels.items() if old.labels.get(m) != new.labels.get(m)
    ]
    keys = {normalised(words) for words in (*(one.words for one in changed if one.article is None), *renamed)}
    articles = {one.article for one in changed if one.article is not None}
    for quad in store.engine.quads_for_pattern(None, MATTER, None):
        article, words = quad.graph_name, quad.object
        if isinstance(words, Literal) and isinstance(article, NamedNode) and normalised(words.value) in keys:
            articles.add(article)
    was, will = set[Quad](), set[Quad]()
    meant = {normalised(label): matter for matter, label in new.labels.items()}
    meant |= {normalised(one.words): one.matter for one in new.assignments.values() if one.article is None}
    for article in articles:
        places = tuple(one for one in new.assignments.values() if one.article == article)
        was |= _told(store, article)
        will |= _telling(targets(store.quads(article)), Rules(places, meant.get), store.base)
    store.apply((told - telling) | (was - will), (telling - told) | (will - was))
    return len({quad.subject for quad in was ^ will})


def _told(store: Store, article: NamedNode) -> set[Quad]:
    graph, find = matters_graph(store.base), store.engine.quads_for_pattern
    nodes = {quad.subject for quad in find(None, MATTER, None, article)}
    return {quad for node in nodes for quad in find(node, ON_MATTER, None, graph)}


def _telling(found: Iterable[MatterPlace], rules: Rules, base: str) -> set[Quad]:
    matters = matters_of(found, rules)
    return {Quad(node, ON_MATTER, matter, matters_graph(base)) for node, matter in matters.items()}


def _looked_up(store: Store, words: str) -> NamedNode | None:
    known = _assignment(store, words_node(words, store.base))
    if known is not None:
        return known.matter
    matter = matter_iri(words, store.base)
    labels = store.engine.quads_for_pattern(matter, ns.PREFERRED_LABEL, None, matters_graph(store.base))
    own = any(isinstance(q.object, Literal) and normalised(q.object.value) == normalised(words) for q in labels)
    return matter if own else None


def _assignment(store: Store, node: NamedNode) -> Assignment | None:
    quads = store.engine.quads_for_pattern(node, None, None, matters_graph(store.base))
    return _read(
        {q.predicate: q.object if isinstance(q.object, NamedNode) else getattr(q.object, "value", "") for q in quads}
    )


def _read(values: Mapping[NamedNode, str | NamedNode]) -> Assignment | None:
    words, matter, article = values.get(ns.EXACT), values.get(ns.SUBJECT), values.get(APPLIES_TO)
    if not isinstance(words, str) or not isinstance(matter, NamedNode):
        return None
    by, when, why = (str(values.get(predicate, "")) for predicate in (ns.CREATOR, ns.CREATED, ns.COMMENT))
    start, end = (int(str(values.get(predicate, 0))) for predicate in (ns.START, ns.END))
    return Assignment(
        words, matter, Decision(by, when, why), article if isinstance(article, NamedNode) else None, (start, end)
    )
