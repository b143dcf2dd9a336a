"""How many rows of a listing there are of each value: speakers, acts, sources, months, topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from sayso.graph.actors.refs import Refs, id_of
from sayso.graph.answers.asked import Narrowing, given_of
from sayso.graph.answers.facets.facet import FACETS, Facet, values
from sayso.graph.answers.facets.topics import topics
from sayso.graph.answers.tables import LATEST, found_of
from sayso.graph.model.json_value import Json
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError
from sayso.queries.binder import ANY

TOPIC: Final = "topic"
MOST: Final = 200
# In the order of the calendar, not of their counts.
_IN_TIME: Final = frozenset({"month"})


def facets(store: Store, listing: str, of: list[str], asked: Narrowing, limit: int) -> Json:
    """Count the rows of a listing by facets, each as if it alone were not restricted.

    Answers `{"total": n, "facets": {"act": [{"value", "label", "kind", "count"}, …]}, "values": {"act": 7}}`, of each
    facet the `limit` most frequent values and how many there are in all; months the latest first. `of` names the
    facets, all of the listing's where it is empty; "topic" are the words that are said most, only where it is named.
    Raises UsageError for what is no facet, and as `table` does.
    """
    known = FACETS[listing]
    wanted = of or [*known]
    if unknown := [name for name in wanted if name not in known and name != TOPIC]:
        raise UsageError(f"of: {unknown[0][:100]!r} is none; there are {', '.join(known)}, {TOPIC}")
    found = found_of(store, listing, asked, LATEST)
    told: dict[str, Json] = {}
    many: dict[str, Json] = {}
    refs = Refs(store)
    for name in dict.fromkeys(wanted):
        if name == TOPIC:
            told[name] = [{"value": word, "label": word, "kind": None, "count": n} for word, n in topics(store, found)]
            continue
        counts = _counted(store, listing, known[name], asked, found)
        many[name] = len(counts)
        told[name] = _told(store, refs, known[name], _first(counts, limit, in_time=name in _IN_TIME))
    return {"total": len(found), "facets": told, "values": many}


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


def _told(store: Store, refs: Refs, facet: Facet, counts: list[tuple[str, int]]) -> list[Json]:
    if not facet.actors:
        return [{"value": value, "label": value, "kind": None, "count": count} for value, count in counts]
    refs.learn(value for value, _ in counts)
    return [
        {"value": id_of(store, value), "label": refs.name(value), "kind": refs.of(value)["kind"], "count": count}
        for value, count in counts
    ]
