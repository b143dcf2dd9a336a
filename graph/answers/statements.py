"""Statements: one of them, or pages of those by an actor or about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from sayso.graph.actors.resolver import actor_of
from sayso.graph.answers.asked import Narrowing, with_iris
from sayso.graph.answers.cards import stored
from sayso.graph.answers.order import ordered
from sayso.graph.model.pages import ItemPage
from sayso.graph.model.stored import ActorRef, StoredStatement
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError

ROLES = {"speaker": "by", "subject": "about"}


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement as a row of the question `statements`, with the ids and references of what it names."""

    speaker: str
    act: str | None
    about: str
    words: str | None
    cue: str | None
    form: str | None
    status: str
    sentence: str | None
    day: str | None
    article: str | None
    source: str | None
    confidence: float | None
    speaker_confidence: float | None
    act_confidence: float | None
    identifier: str | None
    statement: str
    id: str
    statement_id: str
    article_id: str
    speakers: tuple[ActorRef, ...]
    subjects: tuple[ActorRef, ...]


def statement(store: Store, id: str) -> StoredStatement:
    """Return a statement by id or IRI. Raises NotFoundError."""
    try:
        iri = NamedNode(id if id.startswith(store.base) else f"{store.base}{id}").value
    except ValueError:
        iri = ""
    found = stored(store, [iri]) if iri else []
    if not found:
        raise NotFoundError(f"{id!r}: no statement has this id; the question “statements” lists them")
    return found[0]


def statements_of(
    store: Store, id: str, role: str, values: Narrowing, limit: int, offset: int
) -> ItemPage[StoredStatement]:
    """Return a page of statements: what an actor said ("speaker"), or what is said of it ("subject"), the latest first.

    `values` are those of queries/walk/statements-of.rq; `about` (and `by`) may be names or ids. Raises as
    `actor_of` does for actors, QueryError for a value that does not fit.
    """
    found = ordered(store, {**resolved(store, values), ROLES[role]: actor_of(store, id, "id")})
    return ItemPage(stored(store, found[offset : offset + limit]), len(found) > offset + limit)


def statements(store: Store, values: Narrowing, limit: int, offset: int) -> ItemPage[StatementRow]:
    """Return a page of statements in rows, as the question `statements` of the catalogue has them; see statements_of.

    Each has the ids of its statement and article, and references to its speakers and to those whom it is about.
    """
    found = ordered(store, resolved(store, values))
    rows = [row_of(one) for one in stored(store, found[offset : offset + limit])]
    return ItemPage(rows, len(found) > offset + limit)


def resolved(store: Store, values: Narrowing) -> Narrowing:
    """Return the values with the IRIs of actors for their names and ids. Raises as `actor_of` does."""
    return with_iris(store, values, [*ROLES.values()])


def row_of(one: StoredStatement) -> StatementRow:
    """Return a statement as a row of the question `statements`."""
    article = one.article
    return StatementRow(
        speaker=names_of(one.speakers) or "not named",
        act=one.act,
        about=names_of(one.about),
        words=one.words,
        cue=one.cue,
        form=one.form,
        status=one.status,
        sentence=one.sentence,
        day=one.day,
        article=article.title or article.identifier,
        source=article.source,
        confidence=one.confidence,
        speaker_confidence=one.speaker_confidence,
        act_confidence=one.act_confidence,
        identifier=article.identifier,
        statement=one.iri,
        id=one.id,
        statement_id=one.id,
        article_id=article.id,
        speakers=one.speakers,
        subjects=one.about,
    )


def names_of(actors: Iterable[ActorRef]) -> str:
    """Return the names of actors, with commas between."""
    return ", ".join(actor.name for actor in actors)
