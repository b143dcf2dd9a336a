"""Paths: the shortest ways between two actors over statements, each hop with a sentence that proves it.

A statement ties its speaker to each actor that it is about; a hop may go either way. The search goes from both ends at
once, always on from the side that has fewer actors to go on from, one query for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import batched, islice, pairwise
from typing import Final

from sayso.graph.actors.refs import Refs
from sayso.graph.actors.resolver import actor_of
from sayso.graph.answers.cards import stored
from sayso.graph.model.stored import ActorRef, StoredStatement
from sayso.graph.store.asking import BoundValue, ask, walk_query
from sayso.graph.store.solutions import nodes_of
from sayso.graph.store.store import Store
from sayso.graph.store.told import count_in, rows_of

# Beyond six hops everybody knows everybody; beyond so many actors and ties a path explains nothing.
DEEPEST: Final = 6
MOST_ACTORS: Final = 20_000
MOST_TIES: Final = 200_000
_AT_ONCE: Final = 500
_TIES_AT_ONCE: Final = 100_000


@dataclass(slots=True)
class Side:
    """What is reached from one end: actor → those one step nearer to it; `edge` are those reached last."""

    nearer: dict[str, set[str]]
    edge: set[str]
    depth: int = 0


@dataclass(slots=True)
class Search:
    """A search under way. `ended` says that it was given up, `cut` that it did not look at all ties."""

    store: Store
    sides: tuple[Side, Side]
    ties: int = 0
    ended: bool = False
    cut: bool = False
    met: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Go on from the smaller side until both meet, or nothing is left, or a bound is reached."""
        if self.sides[0].edge & self.sides[1].edge:
            self.met = set(self.sides[0].edge)
        while not self.met and not self.ended and all(side.edge for side in self.sides):
            if sum(side.depth for side in self.sides) >= DEEPEST:
                self.ended = True
                return
            here, there = sorted(self.sides, key=lambda side: len(side.edge))
            self._step(here)
            self.met = {actor for actor in here.edge if actor in there.nearer}

    def _step(self, side: Side) -> None:
        reached: dict[str, set[str]] = {}
        for actor, other in self._ties(side.edge):
            if other not in side.nearer:
                reached.setdefault(other, set()).add(actor)
        side.nearer |= reached
        side.edge = set(reached)
        side.depth += 1
        if sum(len(one.nearer) for one in self.sides) > MOST_ACTORS:
            self.ended = True

    def _ties(self, actors: Iterable[str]) -> Iterator[tuple[str, str]]:
        for batch in batched(sorted(actors), _AT_ONCE):
            left = MOST_TIES - self.ties
            if left <= 0:
                self.cut = True
                return
            most = min(left, _TIES_AT_ONCE)
            given: dict[str, BoundValue] = {"actor": tuple(nodes_of(batch)), "limit": str(most)}
            rows = ask(self.store, walk_query("paths-ties"), given)
            self.ties += len(rows)
            self.cut = self.cut or len(rows) == most
            for row in rows:
                yield str(row["actor"]), str(row["other"])


@dataclass(frozen=True, slots=True)
class PathHop:
    """A step of a path; reversed where `to` speaks of `from_`. `count` statements tie them, this is the surest."""

    from_: ActorRef
    to: ActorRef
    reversed: bool
    count: int
    statement: StoredStatement | None


@dataclass(frozen=True, slots=True)
class FoundPath:
    """A path, hop by hop."""

    hops: tuple[PathHop, ...]


@dataclass(frozen=True, slots=True)
class ShortestPaths:
    """Shortest paths between two actors; `capped` where the search was given up."""

    from_: ActorRef
    to: ActorRef
    length: int | None
    paths: tuple[FoundPath, ...]
    more: bool
    capped: bool


def paths(store: Store, source: str, target: str, limit: int) -> ShortestPaths:
    """Return the shortest paths between two actors.

    `length` counts hops, 0 from an actor to itself, None where no path was found; all paths are that long and come in
    the order of the IRIs on them, `limit` of them at the most. `capped` says that the search was given up after 6 hops,
    20,000 actors or 200,000 ties: then there may be paths, and shorter ones, that it did not find.
    Raises as `actor_of` does.
    """
    ends = (actor_of(store, source, "from"), actor_of(store, target, "to"))
    search = Search(store, (Side({ends[0]: set()}, {ends[0]}), Side({ends[1]: set()}, {ends[1]})))
    search.run()
    ways = list(islice(_ways(search), limit + 1))
    refs = Refs(store)
    refs.learn([*ends, *(actor for way in ways[:limit] for actor in way)])
    return ShortestPaths(
        from_=refs.actor(ends[0]),
        to=refs.actor(ends[1]),
        length=len(ways[0]) - 1 if ways else None,
        paths=tuple(_followed(store, ways[:limit], refs)),
        more=len(ways) > limit,
        capped=search.cut or (search.ended and not ways),
    )


def _ways(search: Search) -> Iterator[tuple[str, ...]]:
    """Yield every shortest way from one end to the other, through each actor where both sides met."""
    start, end = search.sides
    for middle in sorted(search.met):
        for back in _back(start, middle):
            for on in _back(end, middle):
                yield (*reversed(back), *on[1:])


def _back(side: Side, actor: str) -> Iterator[tuple[str, ...]]:
    """Yield every shortest way from an actor back to the end of its side."""
    if not side.nearer[actor]:
        yield (actor,)
    for nearer in sorted(side.nearer[actor]):
        for rest in _back(side, nearer):
            yield (actor, *rest)


def _followed(store: Store, ways: list[tuple[str, ...]], refs: Refs) -> Iterator[FoundPath]:
    pairs = {pair for way in ways for pair in pairwise(way)}
    best = _surest(store, pairs | {(other, actor) for actor, other in pairs})
    shown = {statement for _, statement in best.values()}
    told = {one.iri: one for one in stored(store, sorted(shown))}

    def hop(actor: str, other: str) -> PathHop:
        reversed_ = (actor, other) not in best
        count, statement = best[(other, actor) if reversed_ else (actor, other)]
        return PathHop(refs.actor(actor), refs.actor(other), reversed_, count, told.get(statement))

    for way in ways:
        yield FoundPath(tuple(hop(*pair) for pair in pairwise(way)))


def _surest(store: Store, pairs: set[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, str]]:
    """Return (speaker, about) → how many statements there are, and the surest of them."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for row in rows_of(store, "paths-surest", "speaker", sorted({speaker for speaker, _ in pairs})):
        pair = (str(row["speaker"]), str(row["about"]))
        if pair in pairs:
            found[pair] = (count_in(row, "count"), str(row["best"]).partition(" ")[2])
    return found
