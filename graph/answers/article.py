"""One article with its text and everything that is marked in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from sayso.graph.actors.refs import Refs, id_of
from sayso.graph.answers.cards import article_ref, stored
from sayso.graph.answers.places import places_of
from sayso.graph.model.stored import (
    ActorRef,
    ArticleRef,
    Offsets,
    StoredDemand,
    StoredPosition,
    StoredStatement,
    model_parts,
)
from sayso.graph.store.asking import SolutionRow, ask, walk_query
from sayso.graph.store.store import Store
from sayso.graph.store.told import count_in, text, text_in, told_of
from sayso.ontology import namespaces as ns
from sayso.ontology.errors import NotFoundError
from sayso.ontology.iris import article_iri, iri_or_none

MOST_STATEMENTS = 5_000


@dataclass(frozen=True, slots=True)
class ArticleMention:
    """A place in an article's text where an actor is named or meant."""

    start: int
    end: int
    actor: ActorRef


@dataclass(frozen=True, slots=True)
class ArticlePost:
    """A post that an article gives somebody, and where it says so."""

    id: str
    person: ActorRef
    title: str
    organisation: ActorRef | None
    former: bool
    spans: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class ToldPosition(StoredPosition):
    """A position with the id of its statement."""

    statement: str


@dataclass(frozen=True, slots=True)
class ToldDemand(StoredDemand):
    """A demand with the id of its statement."""

    statement: str


@dataclass(frozen=True, slots=True)
class StoredArticle(ArticleRef):
    """An article with its text, None where the store leaves texts out, and everything that is marked in it."""

    language: str | None
    text: str | None
    counts: Mapping[str, int]
    statements: tuple[StoredStatement, ...]
    mentions: tuple[ArticleMention, ...]
    demands: tuple[ToldDemand, ...]
    positions: tuple[ToldPosition, ...]
    posts: tuple[ArticlePost, ...]


def article(store: Store, id: str) -> StoredArticle:
    """Return an article by id, IRI or identifier: what is known of it, its text with all marks, its statements.

    Offsets are code points of the text, end exclusive; statements come in the order of their first words, 5,000 at the
    most (`counts` tells how many there are). The text is None where the store leaves texts out. Raises NotFoundError.
    """
    iri = _meant(store, id)
    told = told_of(store, "articles-told", "article", [iri])[iri]
    node = NamedNode(iri)
    texts = ask(store, walk_query("article-text"), {"article": node})
    statements = [str(row["statement"]) for row in ask(store, walk_query("article-statements"), {"article": node})]
    said = sorted(stored(store, statements[:MOST_STATEMENTS]), key=_place)
    mentions = ask(store, walk_query("article-mentions"), {"article": node})
    posts = ask(store, walk_query("article-posts"), {"article": node})
    positions = tuple(ToldPosition(**model_parts(each), statement=one.id) for one in said for each in one.positions)
    demands = tuple(ToldDemand(**model_parts(each), statement=one.id) for one in said for each in one.demands)
    return StoredArticle(
        **model_parts(article_ref(store, iri, told)),
        language=text(told, ns.LANGUAGE.value),
        text=text_in(texts[0], "text") if texts else None,
        counts={
            "statements": len(statements),
            "mentions": len(mentions),
            "demands": len(demands),
            "positions": len(positions),
            "posts": len(posts),
        },
        statements=tuple(said),
        mentions=_mentions(store, mentions),
        demands=demands,
        positions=positions,
        posts=tuple(_posts(store, posts)),
    )


def _meant(store: Store, id: str) -> str:
    names = (id, f"{store.base}{id}", f"{store.base}article/{id}", article_iri(id, store.base).value)
    nodes = [node.value for name in names if (node := iri_or_none(name)) is not None]
    told = told_of(store, "articles-told", "article", nodes)
    found = next((node for node in nodes if ns.IDENTIFIER.value in told.get(node, {})), None)
    if found is None:
        raise NotFoundError(f"{id!r}: no article has this id; the question “articles” lists them")
    return found


def _place(one: StoredStatement) -> tuple[int, str]:
    return one.spans.content[0][0] if one.spans.content else -1, one.iri


def _mentions(store: Store, rows: Sequence[SolutionRow]) -> tuple[ArticleMention, ...]:
    refs = Refs(store)
    refs.learn(str(row["actor"]) for row in rows)
    return tuple(
        ArticleMention(count_in(row, "start"), count_in(row, "end"), refs.actor(str(row["actor"]))) for row in rows
    )


def _posts(store: Store, rows: Sequence[SolutionRow]) -> Iterator[ArticlePost]:
    refs = Refs(store)
    refs.learn(str(row[name]) for row in rows for name in ("person", "post", "organisation") if row[name])
    places = places_of(store, (str(row["membership"]) for row in rows))
    for row in rows:
        membership = str(row["membership"])
        body = text_in(row, "organisation")
        yield ArticlePost(
            id=id_of(store, membership),
            person=refs.actor(str(row["person"])),
            title=refs.name(str(row["post"])),
            organisation=refs.actor(body) if body else None,
            former=bool(row["former"]),
            spans=tuple(place.pair for place in places.get(membership, {}).get("evidence", ())),
        )
