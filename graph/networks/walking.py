"""Walking from actor to actor: which statements tie whom, step by step, without their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import batched

from pyoxigraph import NamedNode

from sayso.graph.networks.around import Around
from sayso.graph.networks.ties import RELATIONS, Tie, roles, ties
from sayso.graph.statements.rows.names import Names
from sayso.graph.statements.rows.reading import Answering, Detail, rows, rows_of, table
from sayso.graph.statements.rows.row import Named, Row
from sayso.graph.store.solutions import nodes_of, text_of
from sayso.queries.parts.parts import part

ACTORS_AT_ONCE = 200

# A statement may tie two actors once in each relation, on each matter.
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
    """What was met: ties, statements and actors with their distance; `whole` is False if the walk ended early."""

    steps: dict[Key, Step] = field(default_factory=dict)
    rows: dict[str, tuple[Row, int]] = field(default_factory=dict)
    distance: dict[str, int] = field(default_factory=dict)
    actors: dict[str, Named] = field(default_factory=dict)
    whole: bool = True

    def add(self, step: Step) -> None:
        """Take note of a tie; one that was met before stays as near as it was."""
        self.steps.setdefault(step.key, step)
        self.meet(step)

    def meet(self, step: Step) -> None:
        """Take note of the actors of a tie."""
        for actor in (step.tie.source, step.tie.target):
            self.actors[actor.iri] = actor
            self.distance.setdefault(actor.iri, step.depth)


def walk(store: Answering, around: Around, *, enough: int | None = None, summed: bool = False) -> Walked:
    """Walk around the actors; once there are `enough` ties (pairs, where they are `summed`) go no further.

    The ties are held in memory, without words.
    """
    walked, names = Walked(), Names(store)
    names.learn(map(NamedNode, around.actors))
    for actor in names.of(map(NamedNode, around.actors)):
        walked.distance[actor.iri], walked.actors[actor.iri] = 0, actor
    frontier = frozenset(around.actors)
    for depth in range(1, around.depth + 1):
        for row in _touching(store, names, around, frontier, walked, depth):
            for tie in _wanted(row, around, frontier):
                walked.add(Step(tie, row, depth))
        frontier = frozenset(iri for iri, far in walked.distance.items() if far == depth)
        if not frontier:
            break
        if enough is not None and depth < around.depth and _count(walked, summed=summed) >= enough:
            walked.whole = False
            break
    if around.between or not around.depth:
        _add_between(store, names, around, frozenset(walked.distance), walked, around.depth + 1)
    return walked


def everything(store: Answering, around: Around, walked: Walked) -> Iterator[Step]:
    """Yield the ties of all statements that are wanted, at depth 0; `walked` takes note of the actors."""
    for row in rows(store, around.keep, detail_for(around)):
        for tie in _wanted(row, around, None):
            step = Step(tie, row, 0)
            walked.meet(step)
            yield step


def detail_for(around: Around) -> Detail:
    """Return what has to be read of statements to know which are wanted: their words only where these matter."""
    return "words" if around.keep.words else "light"


def _add_between(
    store: Answering, names: Names, around: Around, actors: frozenset[str], walked: Walked, depth: int
) -> None:
    """Add the ties among some actors: statements that are found from where a tie begins and from where it ends."""
    found: set[str] = set()
    for relation in RELATIONS:
        if relation.outward in around.kinds or relation.inward in around.kinds:
            ends = (
                _found(store, actors, [role], expressed=relation.expressed) for role in (relation.begins, relation.ends)
            )
            found |= set.intersection(*ends)
    for row in filter(around.keep, rows_of(store, names, sorted(found), detail_for(around))):
        for tie in _wanted(row, around, None):
            if tie.source.iri in actors and tie.target.iri in actors:
                walked.add(Step(tie, row, depth))
                walked.rows.setdefault(row.iri, (row, depth))


def _wanted(row: Row, around: Around, frontier: frozenset[str] | None) -> Iterator[Tie]:
    """Yield the ties that a statement makes, from or to one of the actors that are stood at."""
    for relation in RELATIONS:
        outward, inward = relation.outward in around.kinds, relation.inward in around.kinds
        for tie in ties(row, relation.outward) if outward or inward else ():
            if around.keep.stance and tie.stance != around.keep.stance:
                continue
            if frontier is None or (
                (outward and tie.source.iri in frontier) or (inward and tie.target.iri in frontier)
            ):
                yield tie


def _touching(
    store: Answering, names: Names, around: Around, frontier: Iterable[str], walked: Walked, depth: int
) -> Iterator[Row]:
    """Yield the statements that are wanted and tell of one of the actors in a way that is followed."""
    found: set[str] = set()
    for expressed in (False, True):
        if wanted := roles(around.kinds, expressed=expressed):
            found |= _found(store, frontier, wanted, expressed=expressed)
    known = sorted(found & walked.rows.keys())
    yield from (walked.rows[iri][0] for iri in known)
    for row in rows_of(store, names, sorted(found - walked.rows.keys()), detail_for(around)):
        if around.keep(row):
            walked.rows[row.iri] = row, depth
            yield row


def _found(store: Answering, actors: Iterable[str], roles: list[NamedNode], expressed: bool) -> set[str]:
    """Return the statements in which some actors have one of the roles, or that express something where they have."""
    found: set[str] = set()
    for batch in batched(sorted(actors), ACTORS_AT_ONCE):
        text = part("expressing" if expressed else "touching", actor=nodes_of(batch), role=roles)
        found.update(text_of(row[0]) for row in table(store, text))
    return found


def _count(walked: Walked, *, summed: bool) -> int:
    if not summed:
        return len(walked.steps)
    return len({(step.tie.source.iri, step.tie.target.iri) for step in walked.steps.values()})


def counts(store: Answering, actors: Iterable[str], role: NamedNode) -> dict[str, int]:
    """Count in how many statements (or mentions) of the store each actor has a role."""
    found: dict[str, int] = {}
    for batch in batched(sorted(actors), ACTORS_AT_ONCE):
        for actor, count in table(store, part("counts", actor=nodes_of(batch), role=[role])):
            found[text_of(actor)] = int(text_of(count))
    return found
