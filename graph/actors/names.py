"""The actors' graph: what all articles together call an actor, or any other thing that articles share.

An article's graph keeps what the article itself contributes: `schema:name` for the name it proposes as label,
`schema:alternateName` for the others. The shared graph follows from all contributions and nothing else: a label is the
name that most articles propose ("Obama" speaks for "Barack Obama" too), of these one not shouted ("JENS STOLTENBERG"),
then the longest, then the first by code points; every other one is an alternative label. So neither the order of
loading nor an article that was replaced or dropped leaves a trace there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from sayso.ontology.namespaces import ALT_LABEL, LABEL, POST_IN, SAME_AS, SCHEMA, TYPE

type Subject = NamedNode | BlankNode | Triple

NAME = NamedNode(SCHEMA + "name")
ALTERNATE_NAME = NamedNode(SCHEMA + "alternateName")

# Shared predicate → what an article's own graph says instead, so that the union of all graphs has one label.
_CONTRIBUTED = {LABEL: NAME, ALT_LABEL: ALTERNATE_NAME, TYPE: TYPE, SAME_AS: SAME_AS, POST_IN: POST_IN}


def contribution(shared: Iterable[Quad], article: NamedNode) -> set[Quad]:
    """Return quads of the shared graph as what one article contributes, in that article's graph.

    Raises ValueError for a predicate that articles do not share.
    """
    found = set()
    for quad in shared:
        if quad.predicate not in _CONTRIBUTED:
            raise ValueError(f"no predicate of shared things: {quad.predicate}")
        found.add(Quad(quad.subject, _CONTRIBUTED[quad.predicate], quad.object, article))
    return found


def contributed(quads: Iterable[Quad]) -> set[Quad]:
    """Pick from an article's graph what it contributes: the names, types and links of the things that it names."""
    candidates = [quad for quad in quads if quad.predicate in _CONTRIBUTED.values()]
    named = {quad.subject for quad in candidates if quad.predicate == NAME}
    return {quad for quad in candidates if quad.subject in named}


def settle(
    engine: Store, shared: NamedNode, articles: str, old: Iterable[Quad], new: Iterable[Quad]
) -> tuple[set[Quad], set[Quad]]:
    """Return what leaves and what enters the graph `shared` when one article's contributions change from old to new.

    `articles` is what the IRI of every article's graph starts with.
    """
    before, after = _by_subject(old), _by_subject(new)
    removed: set[Quad] = set()
    added: set[Quad] = set()
    for subject in before.keys() | after.keys():
        was, will = before[subject], after[subject]
        current = set(engine.quads_for_pattern(subject, None, None, shared))
        # A vote for the name that already leads changes nothing: most loads of a well-known actor end here.
        if was == will or (not was and _resolved(will, shared) <= current):
            continue
        own = {quad.graph_name for quad in was | will}
        support = [
            quad
            for predicate in _CONTRIBUTED.values()
            for quad in engine.quads_for_pattern(subject, predicate, None)
            if quad.graph_name not in own and str(quad.graph_name).startswith(f"<{articles}")
        ]
        wanted = _resolved([*support, *will], shared)
        removed |= current - wanted
        added |= wanted - current
    return removed, added


def _by_subject(quads: Iterable[Quad]) -> defaultdict[Subject, set[Quad]]:
    grouped: defaultdict[Subject, set[Quad]] = defaultdict(set)
    for quad in quads:
        grouped[quad.subject].add(quad)
    return grouped


def _resolved(contributions: Iterable[Quad], shared: NamedNode) -> set[Quad]:
    votes: Counter[Literal] = Counter()
    names: set[Literal] = set()
    wanted: set[Quad] = set()
    subject = None
    for quad in contributions:
        subject = quad.subject
        if isinstance(quad.object, Literal):
            names.add(quad.object)
            votes[quad.object] += quad.predicate == NAME
        else:
            wanted.add(Quad(quad.subject, quad.predicate, quad.object, shared))
    if subject is None or not any(votes.values()):
        return set()
    proposed = [name for name in votes if votes[name]]
    label = min(proposed, key=lambda name: (-_support(name, votes), _shouted(name.value), -len(name.value), name.value))
    wanted.add(Quad(subject, LABEL, label, shared))
    wanted.update(Quad(subject, ALT_LABEL, name, shared) for name in names - {label})
    return wanted


def _support(name: Literal, votes: Counter[Literal]) -> int:
    last = Literal(name.value.rpartition(" ")[2])
    return votes[name] + (votes[last] if last != name else 0)


def _shouted(name: str) -> bool:
    return name.isupper() and " " in name
