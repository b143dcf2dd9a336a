"""One article with its text and everything that is marked in it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from sayso.graph.actors.refs import Refs, id_of
from sayso.graph.answers.cards import article_head, cards
from sayso.graph.answers.places import places_of
from sayso.graph.model.json_value import Json
from sayso.graph.store.asking import ask, walk_query
from sayso.graph.store.store import Store
from sayso.graph.store.told import first, told_of
from sayso.ontology import namespaces as ns
from sayso.ontology.errors import NotFoundError
from sayso.ontology.iris import article_iri

MOST_STATEMENTS = 5_000


def article(store: Store, id: str) -> Json:
    """Return an article by id, IRI or identifier: what is known of it, its text with all marks, its statements.

    Offsets are code points of the text, end exclusive; statements come in the order of their first words, 5,000 at the
    most (`counts` tells how many there are). The text is None where the store leaves texts out. Raises NotFoundError.
    """
    iri = _meant(store, id)
    told = told_of(store, "articles-told", "article", [iri])[iri]
    node = NamedNode(iri)
    text = ask(store, walk_query("article-text"), {"article": node})
    statements = [str(row["statement"]) for row in ask(store, walk_query("article-statements"), {"article": node})]
    said = sorted(cards(store, statements[:MOST_STATEMENTS]), key=_place)
    mentions = ask(store, walk_query("article-mentions"), {"article": node})
    posts = ask(store, walk_query("article-posts"), {"article": node})
    positions, demands = (_lifted(said, name) for name in ("positions", "demands"))
    return {
        **article_head(store, iri, told),
        "language": first(told, ns.LANGUAGE.value),
        "text": text[0]["text"] if text else None,
        "counts": {
            "statements": len(statements),
            "mentions": len(mentions),
            "demands": len(demands),
            "positions": len(positions),
            "posts": len(posts),
        },
        "statements": said,
        "mentions": _mentions(store, mentions),
        "demands": demands,
        "positions": positions,
        "posts": _posts(store, posts),
    }


def _meant(store: Store, id: str) -> str:
    names = (id, f"{store.base}{id}", f"{store.base}article/{id}", article_iri(id, store.base).value)
    nodes = [node for name in names if (node := _node(name))]
    told = told_of(store, "articles-told", "article", nodes)
    found = next((node for node in nodes if ns.IDENTIFIER.value in told.get(node, {})), None)
    if found is None:
        raise NotFoundError(f"{id!r}: no article has this id; the question “articles” lists them")
    return found


def _node(text: str) -> str | None:
    try:
        return NamedNode(text).value
    except ValueError:
        return None


def _place(card: Json) -> tuple[int, str]:
    match card:
        case {"spans": {"content": [[int(start), *_], *_]}, "iri": iri}:
            return start, str(iri)
        case {"iri": iri}:
            return -1, str(iri)
    raise TypeError("no card")


def _lifted(said: list[Json], name: str) -> list[Json]:
    """Return what each card says under a name, with the card's id."""
    lifted: list[Json] = []
    for card in said:
        if isinstance(card, dict) and isinstance(several := card[name], list):
            lifted += [{**one, "statement": card["id"]} for one in several if isinstance(one, dict)]
    return lifted


def _mentions(store: Store, rows: list[dict[str, Json]]) -> list[Json]:
    refs = Refs(store)
    refs.learn(str(row["actor"]) for row in rows)
    return [{"start": row["start"], "end": row["end"], "actor": refs.of(str(row["actor"]))} for row in rows]


def _posts(store: Store, rows: list[dict[str, Json]]) -> list[Json]:
    refs = Refs(store)
    refs.learn(str(row[name]) for row in rows for name in ("person", "post", "organisation") if row[name])
    places = places_of(store, (str(row["membership"]) for row in rows))
    told: list[Json] = []
    for row in rows:
        membership, post = str(row["membership"]), str(row["post"])
        spans: list[Json] = [[*place.pair] for place in places.get(membership, {}).get("evidence", ())]
        body = row["organisation"]
        told.append(
            {
                "id": id_of(store, membership),
                "person": refs.of(str(row["person"])),
                "title": refs.name(post),
                "organisation": refs.of(str(body)) if body else None,
                "former": bool(row["former"]),
                "spans": spans,
            }
        )
    return told
