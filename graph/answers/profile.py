"""One actor: its names, posts and counts, of whom it speaks and who speaks of it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from sayso.graph.actors.refs import Refs
from sayso.graph.actors.resolver import actor_of
from sayso.graph.answers.cards import article_head
from sayso.graph.model.json_value import Json
from sayso.graph.store.asking import ask, walk_query
from sayso.graph.store.store import Store
from sayso.graph.store.told import told_of
from sayso.ontology.namespaces import ALT_LABEL, LABEL, SAME_AS

MOST_PARTNERS = 20

type _Row = dict[str, Json]


def actor(store: Store, id: str) -> Json:
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
    return {
        **refs.of(iri),
        "names": _values(named, LABEL.value, ALT_LABEL.value),
        "sameAs": _values(named, SAME_AS.value),
        "posts": _posts(store, posts, refs),
        **{what: _total(counted, what) for what in ("statements", "about", "mentions")},
        "acts": {str(row["act"]): row["count"] for row in counted if row["what"] == "statements"},
        **{role: _partners(rows, refs) for role, rows in partners.items()},
        "totals": {role: len(rows) for role, rows in partners.items()},
    }


def _values(named: list[_Row], *properties: str) -> list[Json]:
    return [*dict.fromkeys(row["value"] for name in properties for row in named if row["property"] == name)]


def _total(counted: list[_Row], what: str) -> int:
    return sum(row["count"] for row in counted if row["what"] == what and isinstance(row["count"], int))


def _partners(rows: list[_Row], refs: Refs) -> list[Json]:
    return [{"actor": refs.of(str(row["other"])), "count": row["count"]} for row in rows[:MOST_PARTNERS]]


def _things(posts: list[_Row]) -> list[str]:
    return [str(row[name]) for row in posts for name in ("post", "organisation") if row[name]]


def _posts(store: Store, rows: list[_Row], refs: Refs) -> list[Json]:
    articles = told_of(store, "articles-told", "article", (str(row["article"]) for row in rows))
    told: dict[str, Json] = {}
    for row in rows:
        body, article = row["organisation"], str(row["article"])
        told[str(row["membership"])] = {
            "title": refs.name(str(row["post"])),
            "organisation": refs.of(str(body)) if body else refs.home(str(row["post"])),
            "former": bool(row["former"]),
            "article": article_head(store, article, articles.get(article, {})),
            "evidence": row["evidence"],
        }
    return [*told.values()]
