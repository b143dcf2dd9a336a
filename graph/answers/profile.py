"""One actor: its names, posts and counts, of whom it speaks and who speaks of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from sayso.graph.actors.refs import Refs
from sayso.graph.actors.resolver import actor_of
from sayso.graph.answers.cards import article_ref
from sayso.graph.model.stored import ActorRef, ArticleRef, model_parts
from sayso.graph.store.asking import SolutionRow, SolutionValue, ask, walk_query
from sayso.graph.store.store import Store
from sayso.graph.store.told import count_in, told_of
from sayso.ontology.namespaces import ALT_LABEL, LABEL, SAME_AS

MOST_PARTNERS = 20


@dataclass(frozen=True, slots=True)
class ProfilePost:
    """A post that somebody holds or held, and the article that says so."""

    title: str
    organisation: ActorRef | None
    former: bool
    article: ArticleRef
    evidence: SolutionValue


@dataclass(frozen=True, slots=True)
class ProfilePartner:
    """An actor that another speaks of, or that speaks of it, and how often."""

    actor: ActorRef
    count: int


@dataclass(frozen=True, slots=True)
class ActorProfile(ActorRef):
    """An actor with its names, posts and exact counts; `totals` are those of the partners, by role."""

    names: tuple[SolutionValue, ...]
    same_as: tuple[SolutionValue, ...]
    posts: tuple[ProfilePost, ...]
    statements: int
    about: int
    mentions: int
    acts: Mapping[str, int]
    speaks_of: tuple[ProfilePartner, ...]
    spoken_of_by: tuple[ProfilePartner, ...]
    totals: Mapping[str, int]


def actor(store: Store, id: str) -> ActorProfile:
    """Return an actor by id, IRI or name: names, posts, exact counts, and the 20 that it is most often met with.

    Raises as `actor_of` does.
    """
    iri = actor_of(store, id, "id")
    given = {"actor": NamedNode(iri)}
    named, counted, met, posts = (
        ask(store, walk_query(name), given) for name in ("actor-names", "actor-counts", "actor-partners", "actor-posts")
    )
    partners = {role: [row for row in met if row["role"] == role] for role in ("speaksOf", "spokenOfBy")}
    shown = [row for rows in partners.values() for row in rows[:MOST_PARTNERS]]
    refs = Refs(store)
    refs.learn([iri, *(str(row["other"]) for row in shown), *_things(posts)])
    return ActorProfile(
        **model_parts(refs.actor(iri)),
        names=_values(named, LABEL.value, ALT_LABEL.value),
        same_as=_values(named, SAME_AS.value),
        posts=_posts(store, posts, refs),
        statements=_total(counted, "statements"),
        about=_total(counted, "about"),
        mentions=_total(counted, "mentions"),
        acts={str(row["act"]): count_in(row, "count") for row in counted if row["what"] == "statements"},
        speaks_of=_partners(partners["speaksOf"], refs),
        spoken_of_by=_partners(partners["spokenOfBy"], refs),
        totals={role: len(rows) for role, rows in partners.items()},
    )


def _values(named: list[SolutionRow], *properties: str) -> tuple[SolutionValue, ...]:
    return tuple(dict.fromkeys(row["value"] for name in properties for row in named if row["property"] == name))


def _total(counted: list[SolutionRow], what: str) -> int:
    return sum(count_in(row, "count") for row in counted if row["what"] == what)


def _partners(rows: list[SolutionRow], refs: Refs) -> tuple[ProfilePartner, ...]:
    return tuple(ProfilePartner(refs.actor(str(row["other"])), count_in(row, "count")) for row in rows[:MOST_PARTNERS])


def _things(posts: list[SolutionRow]) -> list[str]:
    return [str(row[name]) for row in posts for name in ("post", "organisation") if row[name]]


def _posts(store: Store, rows: list[SolutionRow], refs: Refs) -> tuple[ProfilePost, ...]:
    articles = told_of(store, "articles-told", "article", (str(row["article"]) for row in rows))
    told: dict[str, ProfilePost] = {}
    for row in rows:
        body, article = row["organisation"], str(row["article"])
        told[str(row["membership"])] = ProfilePost(
            title=refs.name(str(row["post"])),
            organisation=refs.actor(str(body)) if body else refs.home(str(row["post"])),
            former=bool(row["former"]),
            article=article_ref(store, article, articles.get(article, {})),
            evidence=row["evidence"],
        )
    return tuple(told.values())
