"""The queue: which statements and which pairs of actors a person should look at next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sayso.graph.actors.candidates import candidates
from sayso.graph.actors.refs import Refs, id_of
from sayso.graph.answers.cards import stored
from sayso.graph.answers.order import ordered
from sayso.graph.answers.statements import resolved
from sayso.graph.model.pages import CountedPage
from sayso.graph.model.stored import ActorRef, StoredStatement, model_parts
from sayso.graph.reviews.doubt import doubtful
from sayso.graph.store.store import Store
from sayso.graph.store.told import count_in, rows_of
from sayso.ontology.errors import UsageError

KINDS = ("statement", "merge")
# What the queue of statements is narrowed by, besides what queries/doubtful.rq takes.
NARROWING = ("by", "about", "act", "source", "confidence")


@dataclass(frozen=True, slots=True)
class DoubtfulStatement(StoredStatement):
    """A statement with how doubtful it is, and the signs that tell."""

    doubt: float
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeighedActor(ActorRef):
    """An actor with how often it is met."""

    statements: int
    about: int
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two actors that may be one; `reason` says in words why, `articles` how many name either."""

    id: str
    score: float
    reason: str
    kind: str
    articles: int
    one: WeighedActor
    other: WeighedActor


def queue(
    store: Store, kind: str, values: dict[str, str], limit: int, offset: int
) -> CountedPage[DoubtfulStatement] | CountedPage[LikelyPair]:
    """Return a page of what waits for a decision, and how much waits in all.

    Of statements the most doubtful come first; `values` are those of
    queries/doubtful.rq, and NARROWING as the listing of statements takes them. Of pairs of actors the likeliest come
    first; `values` may hold `score`, the least likelihood.
    Raises QueryError for a value that does not fit, UsageError for a kind that there is not.
    """
    if kind == "statement":
        return _statements(store, values, limit, offset)
    if kind == "merge":
        return _merges(store, values, limit, offset)
    raise UsageError(f"kind: one of {', '.join(KINDS)}")


def _statements(store: Store, values: dict[str, str], limit: int, offset: int) -> CountedPage[DoubtfulStatement]:
    found = doubtful(store, values.get("below", ""), values.get("article", ""))
    if narrowed := {name: values[name] for name in NARROWING if values.get(name)}:
        kept = {*ordered(store, resolved(store, {**narrowed, "status": "any"}))}
        found = [one for one in found if one.statement in kept]
    shown = {one.statement: one for one in found[offset : offset + limit]}
    items = [
        DoubtfulStatement(**model_parts(one), doubt=shown[one.iri].doubt, signs=shown[one.iri].signs)
        for one in stored(store, shown)
    ]
    return CountedPage(items, len(found) > offset + limit, len(found))


def _merges(store: Store, values: dict[str, str], limit: int, offset: int) -> CountedPage[LikelyPair]:
    try:
        score = float(values.get("score") or 0.5)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        raise UsageError("score: a number from 0 to 1")
    found = candidates(store, score)
    shown = found[offset : offset + limit]
    refs = Refs(store)
    actors = [actor.value for pair in shown for actor in (pair.one, pair.other)]
    refs.learn(actors)
    counted: dict[str, dict[str, int]] = {}
    for row in rows_of(store, "actors-weighed", "actor", actors):
        counted.setdefault(str(row["actor"]), {})[str(row["what"])] = count_in(row, "count")

    def weighed(iri: str) -> WeighedActor:
        met = counted.get(iri, {})
        counts: dict[str, Any] = {what: met.get(what, 0) for what in ("statements", "about", "mentions", "articles")}
        return WeighedActor(**model_parts(refs.actor(iri)), **counts)

    items = [
        LikelyPair(
            id=" ".join(id_of(store, one.value) for one in (pair.one, pair.other)),
            score=pair.score,
            reason=pair.reason,
            kind=pair.kind,
            articles=pair.articles,
            one=weighed(pair.one.value),
            other=weighed(pair.other.value),
        )
        for pair in shown
    ]
    return CountedPage(items, len(found) > offset + limit, len(found))
