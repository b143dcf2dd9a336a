"""A thing of whatever kind, as a page about it shows it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from pyoxigraph import NamedNode

from sayso.graph.actors.refs import Refs, kind_of
from sayso.graph.actors.resolver import Moved, replacement
from sayso.graph.answers.article import StoredArticle, article
from sayso.graph.answers.profile import ActorProfile, actor
from sayso.graph.answers.statements import ROLES, statement, statements_of
from sayso.graph.model.pages import ItemPage
from sayso.graph.model.stored import StoredStatement
from sayso.graph.store.asking import SolutionRow, ask, walk_query
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError

_MOST_STATEMENTS = 20
_MOST_VALUES = 500


@dataclass(frozen=True, slots=True)
class KnownThing:
    """That the graph tells of a thing."""

    iri: str


@dataclass(frozen=True, slots=True)
class ActorThing:
    """An actor with the latest of what it said, and of what is said of it."""

    is_: Literal["actor"]
    iri: str
    told: ActorProfile
    said: ItemPage[StoredStatement]
    about: ItemPage[StoredStatement]


@dataclass(frozen=True, slots=True)
class ToldThing:
    """An article, or a statement."""

    is_: Literal["article", "statement"]
    iri: str
    told: StoredArticle | StoredStatement


@dataclass(frozen=True, slots=True)
class OtherThing:
    """Any other thing: each value has a property, a name, whether it is a thing, and whether it points here."""

    is_: Literal["other"]
    iri: str
    name: str
    values: Sequence[SolutionRow]
    more: bool


def known(store: Store, id: str) -> KnownThing:
    """Say that the graph tells of a thing, by id. Raises NotFoundError, and Moved for a merged actor."""
    return KnownThing(_iri(store, id))


def thing(store: Store, id: str) -> ActorThing | ToldThing | OtherThing:
    """Return a thing by id; raises as `known` does.

    An actor comes with the latest of what it said and of what is said of it, any other thing with all that is told of
    it and what points to it.
    """
    iri = _iri(store, id)
    if kind_of(store, iri):
        said, told = (statements_of(store, iri, role, {}, _MOST_STATEMENTS, 0) for role in ROLES)
        return ActorThing("actor", iri, actor(store, iri), said, told)
    with suppress(NotFoundError):
        return ToldThing("article", iri, article(store, iri))
    with suppress(NotFoundError):
        return ToldThing("statement", iri, statement(store, iri))
    return _other(store, iri)


def _other(store: Store, iri: str) -> OtherThing:
    rows = ask(store, walk_query("thing-told"), {"thing": NamedNode(iri), "limit": str(_MOST_VALUES)})
    refs = Refs(store)
    refs.learn([iri, *(str(row["value"]) for row in rows if row["linked"])])
    values = [{**row, "name": refs.name(str(row["value"])) if row["linked"] else row["value"]} for row in rows]
    return OtherThing("other", iri, refs.name(iri), values, len(rows) == _MOST_VALUES)


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
