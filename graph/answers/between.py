"""Between: what two actors say about each other, counted each way, with those who hold their offices if wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from sayso.graph.actors.refs import Refs
from sayso.graph.actors.resolver import actor_of
from sayso.graph.answers.asked import Narrowing
from sayso.graph.answers.cards import stored
from sayso.graph.answers.facets.facet import FACETS, values
from sayso.graph.answers.order import ordered
from sayso.graph.answers.sorting import ListedThing, days_of, in_order, sort_of
from sayso.graph.answers.tables import LATEST, found_of
from sayso.graph.model.pages import CountedPage
from sayso.graph.model.stored import ActorRef, StoredStatement
from sayso.graph.store.asking import ask, walk_query
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError
from sayso.ontology.iris import article_of
from sayso.ontology.vocabulary import STANCES

# From the first actor to the second, and back.
WAYS: Final = ("ab", "ba")
SORTS: Final = ("day", "-day")
_KEPT: Final = frozenset({"status", "source", "since", "until", "confidence", "words", "act"})


@dataclass(frozen=True, slots=True)
class OfficeHolding:
    """Who holds an office of an actor: `title` is one of the offices."""

    iri: str
    title: str


@dataclass(frozen=True, slots=True)
class PairSide:
    """One of the two: the actor, and those who hold its offices where they count for it."""

    actor: str
    holders: tuple[OfficeHolding, ...] = ()

    @property
    def iris(self) -> list[str]:
        """The actor and the holders."""
        return [self.actor, *(holder.iri for holder in self.holders)]


@dataclass(frozen=True, slots=True)
class CountedHolder:
    """Who holds an office of an actor, and one of its titles."""

    actor: ActorRef
    title: str


@dataclass(frozen=True, slots=True)
class WayCounts:
    """What one says about the other: by act, between which days, and its positions by stance.

    Those `toward` the other, and those on `matters` alone.
    """

    total: int
    acts: Mapping[str, int]
    first: str | None
    last: str | None
    toward: Mapping[str, int]
    matters: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class PairCounts:
    """Two actors side by side; of `ways` the first is what `a` says about `b`. `holders` are by "a" and "b"."""

    a: ActorRef
    b: ActorRef
    offices: bool
    holders: Mapping[str, tuple[CountedHolder, ...]]
    ways: tuple[WayCounts, WayCounts]


def between(store: Store, a: str, b: str, offices: bool, asked: Narrowing) -> PairCounts:
    """Count what two actors say about each other.

    `asked` are the filters of statements. A way tells its statements, by act, the first and last day, for and against
    `toward` the other, and how many of its statements take a side on `matters` alone. With `offices`, who holds an
    office of an actor counts for it, as far as articles tell; former holders do not. Raises as `actor_of` does.
    """
    one, other = _sides(store, a, b, offices)
    refs = Refs(store)
    refs.learn([*one.iris, *other.iris])
    holders = {
        name: tuple(CountedHolder(refs.actor(holder.iri), holder.title) for holder in side.holders)
        for name, side in (("a", one), ("b", other))
    }
    ways = (_way(store, one, other, asked), _way(store, other, one, asked))
    return PairCounts(refs.actor(one.actor), refs.actor(other.actor), offices, holders, ways)


def between_by(
    store: Store, a: str, b: str, offices: bool, asked: Narrowing, way: str, sort: str, limit: int, offset: int
) -> CountedPage[StoredStatement]:
    """Return a page of the statements of one way, by their days; `way` is "ab" for what `a` says about `b`.

    Raises UsageError for what is no way or order, and as `between` does.
    """
    if way not in WAYS:
        raise UsageError(f"way: {way[:100]!r} is none; there are {', '.join(WAYS)}")
    sort_of(sort, ("day",))
    one, other = _sides(store, a, b, offices)
    ends = (one, other) if way == WAYS[0] else (other, one)
    found = in_order(store, "statements", _found(store, *ends, asked), sort)
    page = [row[1] for row in found[offset : offset + limit]]
    return CountedPage(stored(store, page), len(found) > offset + limit, len(found))


def _sides(store: Store, a: str, b: str, offices: bool) -> tuple[PairSide, PairSide]:
    actors = [actor_of(store, text, name) for name, text in (("a", a), ("b", b))]
    if not offices:
        return PairSide(actors[0]), PairSide(actors[1])
    rows = ask(store, walk_query("actors-holders"), {"actor": tuple(map(NamedNode, dict.fromkeys(actors)))})
    held: dict[str, dict[str, str]] = {actor: {} for actor in actors}
    for row in rows:
        if row["former"] is not True:
            held[str(row["actor"])].setdefault(str(row["holder"]), str(row["title"]))
    one, other = (
        PairSide(actor, tuple(OfficeHolding(iri, title) for iri, title in held[actor].items() if iri not in actors))
        for actor in actors
    )
    return one, other


def _found(store: Store, speaking: PairSide, spoken: PairSide, asked: Narrowing) -> list[ListedThing]:
    given = {**asked, "by": speaking.iris, "about": spoken.iris}
    # A statement lives under its article, which its IRI begins with.
    return [(article_of(iri), iri) for iri in ordered(store, given)]


def _way(store: Store, speaking: PairSide, spoken: PairSide, asked: Narrowing) -> WayCounts:
    found = _found(store, speaking, spoken, asked)
    acts = Counter(act for row in values(store, FACETS["statements"]["act"], found) for act in row)
    ordered_acts = sorted(acts.items(), key=lambda one: (-one[1], one[0]))
    days = sorted(day for day in days_of(store, found) if day)
    return WayCounts(
        total=len(found),
        acts=dict(ordered_acts),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        **_taken(store, speaking, spoken, asked, found),
    )


def _taken(
    store: Store, speaking: PairSide, spoken: PairSide, asked: Narrowing, found: Sequence[ListedThing]
) -> dict[str, dict[str, int]]:
    """Count the positions of the found statements: toward the other, and on matters alone."""
    statements = {row[1] for row in found}
    kept = {name: value for name, value in asked.items() if name in _KEPT}
    held = found_of(store, "positions", {**kept, "holder": speaking.iris}, LATEST)
    own = [row for row in held if row[1] in statements]
    toward = {*found_of(store, "positions", {**kept, "holder": speaking.iris, "toward": spoken.iris}, LATEST)}
    sides = values(store, FACETS["positions"]["stance"], own)
    counts = Counter((row in toward, side) for row, some in zip(own, sides, strict=True) for side in some)
    return {
        name: {side: counts[is_toward, side] for side in STANCES}
        for name, is_toward in (("toward", True), ("matters", False))
    }
