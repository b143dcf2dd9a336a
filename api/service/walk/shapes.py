"""The shapes of what the walks answer, for the description of the API; a test holds the answers to them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from sayso.api.service.walk.modelled import of
from sayso.graph.actors.search.searching import SearchedActor
from sayso.graph.answers.article import ArticleMention, ArticlePost
from sayso.graph.answers.neighbours import EdgeKindCounts
from sayso.graph.answers.paths import FoundPath, PathHop, ShortestPaths
from sayso.graph.answers.profile import ProfilePartner
from sayso.graph.model.stored import (
    ActorRef,
    ArticleRef,
    SentenceMark,
    SharedMatter,
    StatementSpans,
    StoredDemand,
    StoredPosition,
    StoredReview,
    StoredStatement,
)


class Shape(BaseModel):
    """Says every member; more may come with time."""

    model_config = ConfigDict(extra="allow")


@of(ActorRef, {"id": "country/RU", "iri": "https://w3id.org/sayso/id/country/RU", "name": "Russia"})
class Ref(Shape):
    """An actor, as other things name it."""


@of(ArticleRef, {"id": "article/f6fd7439a5c4dc28e86f2e30784ff4a6", "published": "2022-01-30"})
class ArticleHead(Shape):
    """An article in a line."""


@of(SentenceMark)
class Mark(Shape):
    """A place inside a sentence, in code points, end exclusive."""


@of(StatementSpans)
class Spans(Shape):
    """Places in the article's text, in code points, end exclusive."""


@of(SharedMatter)
class Shared(Shape):
    """What different wordings were judged to share."""


@of(StoredPosition)
class Position(Shape):
    """Who is for or against what."""


@of(StoredDemand)
class Demand(Shape):
    """Who wants what of whom."""


@of(StoredReview)
class ReviewTold(Shape):
    """The latest decision of a person about a statement."""


_ID = "article/f6fd7439a5c4dc28e86f2e30784ff4a6/statement/955-1070.1075-1079"


@of(StoredStatement, {"id": _ID, "act": "deny", "form": "direct", "status": "said"})
class Card(Shape):
    """A statement with everything that a person wants to see of it."""


class Page(Shape):
    """A page of a listing; `next` is the address of the page after it."""

    items: list[dict[str, Any]]
    limit: int = Field(examples=[100])
    next: str | None
    snapshot: str = Field(examples=["00000001-dde78517"])


class Cards(Page):
    """A page of statements."""

    items: list[Card]  # type: ignore[assignment]


@of(ArticleMention)
class Mention(Shape):
    """A place in the text where an actor is named or meant."""


@of(ArticlePost)
class Held(Shape):
    """A post that an article gives somebody."""


class Article(ArticleHead):
    """An article with its text, null where texts are left out, and everything that is marked in it."""

    language: str | None
    text: str | None
    counts: dict[str, int]
    statements: list[Card]
    mentions: list[Mention]
    demands: list[dict[str, Any]]
    positions: list[dict[str, Any]]
    posts: list[Held]


@of(ProfilePartner)
class Met(Shape):
    """An actor that another speaks of, or that speaks of it, and how often."""


class Actor(Ref):
    """An actor with its names, posts and exact counts, and the 20 that it is met with most."""

    names: list[str]
    posts: list[dict[str, Any]]
    statements: int
    about: int
    mentions: int
    acts: dict[str, int] = Field(examples=[{"deny": 3, "demand": 2}])
    speaksOf: list[Met]  # noqa: N815
    spokenOfBy: list[Met]  # noqa: N815


@of(SearchedActor)
class FoundActor(Shape):
    """An actor that a search found: how its name matches, and how well (1 is the very name)."""


class Founds(Page):
    """A page of actors."""

    items: list[FoundActor]  # type: ignore[assignment]


@of(EdgeKindCounts, {"kind": "speaks-of"})
class EdgeKind(Shape):
    """How many edges of a kind an actor has, in how many statements, and to how many others."""


class Neighbours(Shape):
    """Without `kind` the counts of each, with it a page of those met by one."""

    actor: Ref
    kinds: list[EdgeKind] | None = None
    items: list[dict[str, Any]] | None = None
    next: str | None = None


@of(PathHop)
class Hop(Shape):
    """A step of a path; reversed where `to` speaks of `from`. `count` statements tie them, this is the surest."""

    # Null only where a store holds what SaySo has not written.
    statement: Card


@of(FoundPath)
class Path(Shape):
    """A path, hop by hop."""


@of(ShortestPaths)
class Paths(Shape):
    """All shortest paths, or the first; `capped` where the search was given up."""
