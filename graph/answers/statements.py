"""Statements as cards: one of them, or pages of those by an actor or about it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from sayso.graph.actors.resolver import actor_of
from sayso.graph.answers.asked import Asked, with_iris
from sayso.graph.answers.cards import cards
from sayso.graph.answers.order import ordered
from sayso.graph.model.json_value import Json
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError

ROLES = {"speaker": "by", "subject": "about"}


def statement(store: Store, id: str) -> Json:
    """Return a statement's card, by id or IRI. Raises NotFoundError."""
    try:
        iri = NamedNode(id if id.startswith(store.base) else f"{store.base}{id}").value
    except ValueError:
        iri = ""
    found = cards(store, [iri]) if iri else []
    if not found:
        raise NotFoundError(f"{id!r}: no statement has this id; the question “statements” lists them")
    return found[0]


def statements_of(store: Store, id: str, role: str, values: Asked, limit: int, offset: int) -> Json:
    """Return a page of cards: what an actor said ("speaker"), or what is said of it ("subject"), the latest first.

    `values` are those of queries/walk/statements-of.rq; `about` (and `by`) may be names or ids. Raises as
    `actor_of` does for actors, QueryError for a value that does not fit.
    """
    found = ordered(store, {**resolved(store, values), ROLES[role]: actor_of(store, id, "id")})
    return {"items": cards(store, found[offset : offset + limit]), "more": len(found) > offset + limit}


def statements(store: Store, values: Asked, limit: int, offset: int) -> Json:
    """Return a page of statements in rows, as the question `statements` of the catalogue has them; see statements_of.

    Each has the ids of its statement and article, and references to its speakers and to those whom it is about.
    """
    found = ordered(store, resolved(store, values))
    shown = cards(store, found[offset : offset + limit])
    rows: list[Json] = [row_of(card) for card in shown if isinstance(card, dict)]
    return {"items": rows, "more": len(found) > offset + limit}


def resolved(store: Store, values: Asked) -> Asked:
    """Return the values with the IRIs of actors for their names and ids. Raises as `actor_of` does."""
    return with_iris(store, values, [*ROLES.values()])


def row_of(card: dict[str, Json]) -> dict[str, Json]:
    """Return a card as a row of the question `statements`, with the ids and references of what it names."""
    article = card["article"] if isinstance(card["article"], dict) else {}
    row: dict[str, Json] = {
        "speaker": _names(card["speakers"]) or "not named",
        "act": card["act"],
        "about": _names(card["about"]),
        "words": card["words"],
        "cue": card["cue"],
        "form": card["form"],
        "status": card["status"],
        "sentence": card["sentence"],
        "day": card["saidOn"] or (str(article["published"])[:10] if article["published"] else None),
        "article": article["title"] or article["identifier"],
        "source": article["source"],
        "confidence": card["confidence"],
        "identifier": article["identifier"],
        "statement": card["iri"],
    }
    ids = {"id": card["id"], "statementId": card["id"], "articleId": article["id"]}
    return {**row, **ids, "speakers": card["speakers"], "subjects": card["about"]}


def _names(refs: Json) -> str:
    return ", ".join(str(ref["name"]) for ref in refs if isinstance(ref, dict)) if isinstance(refs, list) else ""
