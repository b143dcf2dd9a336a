"""A thing of whatever kind, as a page about it shows it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from sayso.graph.actors.refs import Refs, kind_of
from sayso.graph.actors.resolver import Moved, replacement
from sayso.graph.answers.article import article
from sayso.graph.answers.profile import actor
from sayso.graph.answers.statements import ROLES, statement, statements_of
from sayso.graph.model.json_value import Json
from sayso.graph.store.asking import ask, walk_query
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError

_MOST_STATEMENTS = 20
_MOST_VALUES = 500


def known(store: Store, id: str) -> Json:
    """Say that the graph tells of a thing, by id: `{"iri": …}`. Raises NotFoundError, and Moved for a merged actor."""
    return {"iri": _iri(store, id)}


def thing(store: Store, id: str) -> Json:
    """Return a thing by id, as `{"is": "actor" | "article" | "statement" | "other", …}`; raises as `known` does.

    An actor comes with the latest of what it said and of what is said of it, any other thing with all that is told of
    it and what points to it.
    """
    iri = _iri(store, id)
    if kind_of(store, iri):
        said, told = (statements_of(store, iri, role, {}, _MOST_STATEMENTS, 0) for role in ROLES)
        return {"is": "actor", "iri": iri, "told": actor(store, iri), "said": said, "about": told}
    for name, read in (("article", article), ("statement", statement)):
        try:
            return {"is": name, "iri": iri, "told": read(store, iri)}
        except NotFoundError:
            continue
    return {"is": "other", "iri": iri, **_plain(store, iri)}


def _plain(store: Store, iri: str) -> dict[str, Json]:
    rows = ask(store, walk_query("thing-told"), {"thing": NamedNode(iri), "limit": str(_MOST_VALUES)})
    refs = Refs(store)
    refs.learn([iri, *(str(row["value"]) for row in rows if row["linked"])])
    values: list[Json] = [
        {**row, "name": refs.name(str(row["value"])) if row["linked"] else row["value"]} for row in rows
    ]
    return {"name": refs.name(iri), "values": values, "more": len(rows) == _MOST_VALUES}


def _iri(store: Store, id: str) -> str:
    try:
        node = NamedNode(f"{store.base}{id}")
    except ValueError as error:
        raise NotFoundError(f"{id[:1000]!r}: this makes no IRI") from error
    if into := replacement(store, node.value):
        raise Moved("id", into)
    if not ask(store, walk_query("thing-told"), {"thing": node, "limit": "1"}):
        raise NotFoundError(f"{node.value[:1000]}: the graph says nothing of this")
    return node.value
