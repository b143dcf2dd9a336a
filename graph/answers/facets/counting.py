"""How many rows of a listing there are of each value: speakers, acts, sources, months, topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.graph.actors.refs import Refs
from sayso.graph.answers.asked import Narrowing, given_of
from sayso.graph.answers.facets.facet import FACETS, Facet, values
from sayso.graph.answers.facets.topics import topics
from sayso.graph.answers.tables import LATEST, found_of
from sayso.graph.store.keeping import version_of
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError
from sayso.ontology.vocabulary import ActorWord
from sayso.queries.binder import ANY

TOPIC: Final = "topic"
MOST: Final = 200
# Whoever looks through a listing comes back to the same counts; some hundred values are in each.
_MOST_KEPT: Final = 8
# In the order of the calendar, not of their counts.
_IN_TIME: Final = frozenset({"month"})


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A value of a facet, as the listing takes it, how it is read, and how many rows there are of it."""

    value: str
    label: str
    kind: ActorWord | None
    count: int


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """How many rows there are in all, and by each facet; `values` says how many values a facet has in all."""

    total: int
    facets: Mapping[str, tuple[FacetCount, ...]]
    values: Mapping[str, int]


def facets(store: Store, listing: str, of: list[str], asked: Narrowing, limit: int) -> FacetCounts:
    """Count the rows of a listing by facets, each as if it alone were not restricted.

    Of each facet come the `limit` most frequent values; months the latest first. `of` names the
    facets, all of the listing's where it is empty; "topic" are the words that are said most, only where it is named.
    Raises UsageError for what is no facet, and as `table` does. What a snapshot answered last is kept.
    """
    version = version_of(store)
    if not version:
        return _facets(store, listing, of, asked, limit)
    told = ((name, value if isinstance(value, str) else tuple(value)) for name, value in asked.items())
    return _kept(store, version, listing, tuple(of), tuple(sorted(told)), limit)


@lru_cache(maxsize=_MOST_KEPT)
def _kept(
    store: Store,
    _version: str,
    listing: str,
    of: Sequence[str],
    asked: Sequence[tuple[str, str | Sequence[str]]],
    limit: int,
) -> FacetCounts:
    return _facets(store, listing, of, dict(asked), limit)


def _facets(store: Store, listing: str, of: Sequence[str], asked: Narrowing, limit: int) -> FacetCounts:
    known = FACETS[listing]
    wanted = of or [*known]
    if unknown := [name for name in wanted if name not in known and name != TOPIC]:
        raise UsageError(f"of: {unknown[0][:100]!r} is none; there are {', '.join(known)}, {TOPIC}")
    found = found_of(store, listing, asked, LATEST)
    told: dict[str, tuple[FacetCount, ...]] = {}
    many: dict[str, int] = {}
    refs = Refs(store)
    for name in dict.fromkeys(wanted):
        if name == TOPIC:
            told[name] = tuple(FacetCount(word, word, None, count) for word, count in topics(store, found))
            continue
        counts = _counted(store, listing, known[name], asked, found)
        many[name] = len(counts)
        told[name] = _told(refs, known[name], _first(counts, limit, in_time=name in _IN_TIME))
    return FacetCounts(len(found), told, many)


def _counted(
    store: Store, listing: str, facet: Facet, asked: Narrowing, found: Sequence[tuple[str, ...]]
) -> Counter[str]:
    """Return value → rows; a value that is asked for is there with none, too."""
    given = dict(given_of(asked))
    chosen = [one for name in facet.own for one in given.get(name, ())]
    if chosen or "status" in facet.own:
        free = {name: value for name, value in asked.items() if name not in facet.own}
        if "status" in facet.own:
            free["status"] = ANY
        found = found_of(store, listing, free, LATEST)
    return Counter(value for row in values(store, facet, found) for value in row)


def _first(counts: Counter[str], limit: int, *, in_time: bool) -> list[tuple[str, int]]:
    if in_time:
        return sorted(counts.items(), reverse=True)[:limit]
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:limit]


def _told(refs: Refs, facet: Facet, counts: list[tuple[str, int]]) -> tuple[FacetCount, ...]:
    if not facet.actors:
        return tuple(FacetCount(value, value, None, count) for value, count in counts)
    refs.learn(value for value, _ in counts)
    actors = ((refs.actor(value), count) for value, count in counts)
    return tuple(FacetCount(actor.id, actor.name, actor.kind, count) for actor, count in actors)
