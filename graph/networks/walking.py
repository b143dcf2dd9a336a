"""Walking from actor to actor: which statements tie whom, step by step, without their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import batched, chain

from pyoxigraph import NamedNode

from graph.answers import text_of
from graph.networks.around import Around
from graph.networks.ties import RELATIONS, Tie, roles, ties
from graph.rows.names import Names
from graph.rows.reading import Answering, rows, rows_of, table
from graph.rows.row import Named, Row
from queries.parts.parts import part

_ACTORS_AT_ONCE = 200

# A statement may tie two actors once in each relation.
type Key = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """A tie that was met, `depth` steps away, with the statement that makes it (its words are left out)."""

    tie: Tie
    row: Row
    depth: int

    @property
    def key(self) -> Key:
        """What tells this tie from all others."""
        return self.row.iri, self.tie.relation, self.tie.source.iri, self.tie.target.iri, self.tie.matter


@dataclass(slots=True)
class Walked:
    """All ties that were met, and how far away each actor is. `whole` is False where the walk ended early."""

    steps: dict[Key, Step] = field(default_factory=dict)
    distance: dict[str, int] = field(default_factory=dict)
    actors: dict[str, Named] = field(default_factory=dict)
    whole: bool = True

    def add(self, step: Step) -> None:
        """Take note of a tie; one that was met before stays as near as it was."""
        self.steps.setdefault(step.key, step)
        for actor in (step.tie.source, step.tie.target):
            self.actors[actor.iri] = actor
            self.distance.setdefault(actor.iri, step.depth)


def walk(store: Answering, around: Around, *, enough: int | None = None, summed: bool = False) -> Walked:
    """Walk around the actors; once there are `enough` ties (pairs, where they are `summed`) go no further.

    Without actors everything is met, at depth 0. Ties are held in memory, without words.
    """
    walked = Walked()
    if not around.actors:
        for row in rows(store, around.keep, light=True):
            _meet(walked, row, around, None, 0)
        return walked
    names = Names(store)
    names.learn(map(NamedNode, around.actors))
    for actor in names.of(map(NamedNode, around.actors)):
        walked.distance[actor.iri], walked.actors[actor.iri] = 0, actor
    seen: dict[str, Row] = {}
    frontier = frozenset(around.actors)
    for depth in range(1, around.depth + 1):
        for row in _touching(store, names, around, frontier, seen):
            _meet(walked, row, around, frontier, depth)
        frontier = frozenset(iri for iri, far in walked.distance.items() if far == depth)
        if not frontier:
            break
        if enough is not None and depth < around.depth and _count(walked, summed=summed) >= enough:
            walked.whole = False
            break
    if (around.between or not around.depth) and frontier:
        for row in _touching(store, names, around, frontier, seen):
            _meet(walked, row, around, frontier, around.depth + 1, both=frozenset(walked.distance))
    return walked


def _meet(
    walked: Walked,
    row: Row,
    around: Around,
    frontier: frozenset[str] | None,
    depth: int,
    both: frozenset[str] | None = None,
) -> None:
    for relation in RELATIONS:
        outward, inward = relation.outward in around.kinds, relation.inward in around.kinds
        if not (outward or inward):
            continue
        for tie in ties(row, relation.outward):
            if around.keep.stance and tie.stance != around.keep.stance:
                continue
            if both is not None and not (tie.source.iri in both and tie.target.iri in both):
                continue
            if frontier is None or (outward and tie.source.iri in frontier) or (inward and tie.target.iri in frontier):
                walked.add(Step(tie, row, depth))


def _touching(
    store: Answering, names: Names, around: Around, frontier: Iterable[str], seen: dict[str, Row]
) -> Iterator[Row]:
    """Yield the statements that tie one of the actors in a way that is wanted, each once."""
    found: dict[str, None] = {}
    for name, expressed in (("touching", False), ("expressing", True)):
        if wanted := roles(around.kinds, expressed=expressed):
            for batch in batched(sorted(frontier), _ACTORS_AT_ONCE):
                text = part(name, actor=map(NamedNode, batch), role=wanted)
                found |= {text_of(row[0]): None for row in table(store, text)}
    new = sorted(found.keys() - seen.keys())
    for row in rows_of(store, names, new, light=True):
        seen[row.iri] = row
    yield from filter(around.keep, (seen[iri] for iri in found if iri in seen))


def _count(walked: Walked, *, summed: bool) -> int:
    if not summed:
        return len(walked.steps)
    return len({(step.tie.source.iri, step.tie.target.iri) for step in walked.steps.values()})


def counts(store: Answering, actors: Iterable[str], role: NamedNode) -> dict[str, int]:
    """Count in how many statements (or mentions) of the store each actor has a role."""
    found = chain.from_iterable(
        table(store, part("counts", actor=map(NamedNode, batch), role=[role]))
        for batch in batched(sorted(actors), _ACTORS_AT_ONCE)
    )
    return {text_of(actor): int(text_of(count)) for actor, count in found if actor is not None}
