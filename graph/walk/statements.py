"""Statements as cards: one of them, or pages of those by an actor or about it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from graph.readers.frames import Json
from graph.store import Store
from graph.walk.asking import Value, ask, walk_query
from graph.walk.cards import cards
from graph.walk.naming import actor_of
from ontology.errors import NotFoundError

ROLES = {"speaker": "by", "subject": "about"}


def statement(store: Store, id: str) -> Json:
    """Return a statement's card, by id or IRI. Raises NotFoundError."""
    try:
        iri = NamedNode(id if id.startswith(store.base) else f"{store.base}{id}").value
    except ValueError:
        iri = ""
    found = cards(store, [iri]) if iri else []
    if not found:
        raise NotFoundError(f"{id!a}: no statement has this id; /statements lists them")
    return found[0]


def statements_of(store: Store, id: str, role: str, values: dict[str, str], limit: int, offset: int) -> Json:
    """Return a page of cards: what an actor said ("speaker"), or what is said of it ("subject"), the latest first.

    `values` are those of queries/walk/statements-of.rq; `about` (and `by`) may be a name or an id. Raises as
    `actor_of` does for actors, QueryError for a value that does not fit.
    """
    others = {name: values[name] for name in ROLES.values() if values.get(name)}
    meant = {name: NamedNode(actor_of(store, value, name)) for name, value in others.items()}
    meant[ROLES[role]] = NamedNode(actor_of(store, id, "id"))
    asked: dict[str, Value] = {**values, **meant, "limit": str(limit + 1), "offset": str(offset)}
    found = [str(row["statement"]) for row in ask(store, walk_query("statements-of"), asked)]
    return {"items": cards(store, found[:limit]), "more": len(found) > limit}
