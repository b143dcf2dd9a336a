"""One actor, and one article, with what belongs to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pyoxigraph import NamedNode

from graph.readers.frames import Json
from graph.store import Store
from graph.walk.asking import ask, walk_query
from graph.walk.naming import replacement, resolve
from ontology.errors import NotFoundError
from queries.catalogue import get

_MOST = "1000"


def actor(store: Store, id: str) -> Json:
    """Return an actor by id, IRI or name: names, counts by act, posts, who speaks about it and about whom it speaks.

    After a merge, `{"merged": IRI}`. Counts cover its first 1,000 edges. Raises as `resolve` does.
    """
    iri = id if id.startswith(store.base) else f"{store.base}{id}"
    if into := replacement(store, iri):
        return {"merged": into}
    found = resolve(store, id)
    [row] = ask(store, get("actors"), {"name": found})
    said = ask(store, get("statements"), {"by": found, "limit": _MOST})
    edges = get("who-said-what-about-whom")
    of = ask(store, edges, {"by": found, "limit": _MOST})
    on = ask(store, edges, {"about": found, "limit": _MOST})
    posts = ask(store, get("posts"), {"person": found})
    return {
        **row,
        "id": found.removeprefix(store.base),
        "acts": _counted(str(statement["act"]) for statement in said),
        "speaksOf": _counted(str(edge["aboutIRI"]) for edge in of),
        "spokenOfBy": _counted(str(edge["speakerIRI"]) for edge in on),
        "posts": [*posts],
    }


def article(store: Store, id: str) -> Json:
    """Return an article by id or IRI: what is known of it, its text, its statements. Raises NotFoundError."""
    iri = id if id.startswith(store.base) else f"{store.base}article/{id}"
    rows = ask(store, get("articles"), {"article": iri}) or ask(store, get("articles"), {"article": id})
    if not rows:
        raise NotFoundError(f"{id!a}: no article has this id; /articles lists them")
    node = str(rows[0]["article"])
    text = ask(store, walk_query("article-text"), {"article": NamedNode(node)})
    said = ask(store, get("statements"), {"article": node, "limit": _MOST})
    return {**rows[0], "text": text[0]["text"] if text else None, "said": [*said]}


def _counted(names: Iterable[str]) -> Json:
    return dict(Counter(names).most_common())
