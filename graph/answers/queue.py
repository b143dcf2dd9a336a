"""The queue: which statements and which pairs of actors a person should look at next."""

from __future__ import annotations

from sayso.graph.actors.candidates import Candidate, candidates
from sayso.graph.actors.refs import Refs, id_of
from sayso.graph.answers.cards import cards
from sayso.graph.answers.order import ordered
from sayso.graph.answers.statements import resolved
from sayso.graph.model.json_value import Json
from sayso.graph.reviews.doubt import doubtful
from sayso.graph.store.store import Store
from sayso.graph.store.told import rows_of
from sayso.ontology.errors import UsageError

KINDS = ("statement", "merge")
# What the queue of statements is narrowed by, besides what queries/doubtful.rq takes.
NARROWING = ("by", "about", "act", "source", "confidence")


def queue(store: Store, kind: str, values: dict[str, str], limit: int, offset: int) -> Json:
    """Return a page of what waits for a decision, and how much waits in all.

    Of statements the most doubtful come first, as cards with `doubt` and `signs`; `values` are those of
    queries/doubtful.rq, and NARROWING as the listing of statements takes them. Of pairs of actors the likeliest come
    first; `values` may hold `score`, the least likelihood.
    Raises QueryError for a value that does not fit, UsageError for a kind that there is not.
    """
    if kind == "statement":
        return _statements(store, values, limit, offset)
    if kind == "merge":
        return _merges(store, values, limit, offset)
    raise UsageError(f"kind: one of {', '.join(KINDS)}")


def _statements(store: Store, values: dict[str, str], limit: int, offset: int) -> Json:
    found = doubtful(store, values.get("below", ""), values.get("article", ""))
    if narrowed := {name: values[name] for name in NARROWING if values.get(name)}:
        kept = {*ordered(store, resolved(store, {**narrowed, "status": "any"}))}
        found = [one for one in found if one.statement in kept]
    shown = {one.statement: one for one in found[offset : offset + limit]}
    items: list[Json] = []
    for card in cards(store, shown):
        if isinstance(card, dict):
            one = shown[str(card["iri"])]
            items.append({**card, "doubt": one.doubt, "signs": [*one.signs]})
    return {"items": items, "more": len(found) > offset + limit, "total": len(found)}


def _merges(store: Store, values: dict[str, str], limit: int, offset: int) -> Json:
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
    counted: dict[str, dict[str, Json]] = {}
    for row in rows_of(store, "actors-weighed", "actor", actors):
        counted.setdefault(str(row["actor"]), {})[str(row["what"])] = row["count"]
    items = [_pair(store, pair, refs, counted) for pair in shown]
    return {"items": [*items], "more": len(found) > offset + limit, "total": len(found)}


def _pair(store: Store, pair: Candidate, refs: Refs, counted: dict[str, dict[str, Json]]) -> Json:
    def actor(iri: str) -> Json:
        row = counted.get(iri, {})
        counts = {name: row.get(name, 0) for name in ("statements", "about", "mentions", "articles")}
        return {**refs.of(iri), **counts}

    return {
        "id": " ".join(id_of(store, one.value) for one in (pair.one, pair.other)),
        "score": pair.score,
        "reason": pair.reason,
        "kind": pair.kind,
        "articles": pair.articles,
        "one": actor(pair.one.value),
        "other": actor(pair.other.value),
    }
