"""Tables: statements, demands and positions in rows, sorted by any column, with how many there are in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from sayso.graph.actors.resolver import actor_of
from sayso.graph.answers.asked import Narrowed, Narrowing, given_of, values_of, with_iris
from sayso.graph.answers.cards import stored
from sayso.graph.answers.listing import with_ids
from sayso.graph.answers.order import ordered
from sayso.graph.answers.sorting import ListedThing, folded, in_order, sort_by, sort_of
from sayso.graph.answers.statements import names_of, resolved, row_of
from sayso.graph.model.json_value import Json
from sayso.graph.model.rendering import as_json
from sayso.graph.model.stored import StoredStatement
from sayso.graph.store.asking import BoundValue, ask, walk_query
from sayso.graph.store.keeping import version_of
from sayso.graph.store.solutions import Table, text_of
from sayso.graph.store.store import Store
from sayso.ontology import terms
from sayso.ontology.errors import LimitError
from sayso.ontology.iris import article_of
from sayso.queries.catalogue import bind, get

LATEST: Final = "-day"
POST_COLUMNS: Final = ("person", "title", "organisation", "former", "articles")
MOST_POSTS: Final = 20_000
_MOST_KEPT: Final = 2
_ENDS: Final = MappingProxyType(
    {
        "demands": {"near": terms.DEMANDED_BY, "far": terms.DEMANDED_OF},
        "positions": {"near": terms.HOLDER, "far": terms.TOWARD},
    }
)
# What the routes call them.
_NEAR: Final = ("by", "holder")
_FAR: Final = ("of", "toward")


def table(store: Store, listing: str, values: Narrowing, sort: str, limit: int, offset: int) -> Json:
    """Return a page of a table: `{"items": […], "more": true, "total": n}`.

    `listing` is "statements", "demands" or "positions". Rows are those of the question of that name; `card` in each is
    its statement. `sort` is a column, with "-" before it for downwards. Raises as `actor_of` does for actors,
    UsageError for what is no column, QueryError for a value that does not fit.
    """
    found = found_of(store, listing, values, sort)
    page = found[offset : offset + limit]
    told = {one.iri: one for one in stored(store, [row[1] for row in page])}
    rows: list[Json] = [_row(listing, row, told[row[1]]) for row in page if row[1] in told]
    items: list[Json] = [with_ids(store, row, listing) for row in rows if isinstance(row, dict)]
    return {"items": items, "more": len(found) > offset + limit, "total": len(found)}


def found_of(store: Store, listing: str, values: Narrowing, sort: str) -> Sequence[ListedThing]:
    """Return (article, statement, what it expresses) of all rows of a table, in their order. Raises as `table` does."""
    meant = resolved(store, values) if listing == "statements" else with_iris(store, values, (*_NEAR, *_FAR))
    key = given_of(meant)
    version = version_of(store)
    return _kept(store, version, listing, key, sort) if version else _found(store, listing, key, sort)


@lru_cache(maxsize=_MOST_KEPT)
def _kept(store: Store, _version: str, listing: str, given: Narrowed, sort: str) -> Sequence[ListedThing]:
    return _found(store, listing, given, sort)


def _found(store: Store, listing: str, given: Narrowed, sort: str) -> Sequence[ListedThing]:
    if listing == "statements":
        # A statement lives under its article, which its IRI begins with.
        found: Sequence[ListedThing] = [(article_of(iri), iri) for iri in ordered(store, dict(given))]
    else:
        found = _expressed(store, listing, given)
    return in_order(store, listing, found, sort)


def _expressed(store: Store, listing: str, given: Narrowed) -> Sequence[ListedThing]:
    renamed = {**dict.fromkeys(_NEAR, "by"), **dict.fromkeys(_FAR, "of")}
    asked = tuple((renamed.get(name, name), told) for name, told in given)
    values: dict[str, BoundValue] = {**values_of(asked, ("by", "of")), **_ENDS[listing]}
    answer = store.query(bind(walk_query("expressed-of"), values))
    if not isinstance(answer, Table):
        raise TypeError("expressed-of is no SELECT")
    return sorted(tuple(map(text_of, row)) for row in answer.rows)


def _row(listing: str, found: ListedThing, one: StoredStatement) -> dict[str, Json]:
    told, card = row_of(one), as_json(one)
    if listing == "statements":
        return {**told, "card": card}
    shared = {name: told[name] for name in ("sentence", "day", "article", "source", "confidence", "identifier")}
    who = _demand(one, found[2]) if listing == "demands" else _position(one, found[2])
    row = {**who, "toldBy": told["speaker"], **shared}
    return {**row, "statement": found[1], "articleId": told["articleId"], "card": card}


def _demand(one: StoredStatement, iri: str) -> dict[str, Json]:
    found = next((each for each in one.demands if each.iri == iri), None)
    if found is None:
        return {"by": "", "of": "", "demand": iri, "matter": None, "demandConfidence": None}
    who: dict[str, Json] = {"by": found.by.name, "of": names_of(found.of)}
    return {**who, "demand": iri, "matter": found.matter, "demandConfidence": found.confidence}


def _position(one: StoredStatement, iri: str) -> dict[str, Json]:
    found = next((each for each in one.positions if each.iri == iri), None)
    if found is None:
        nobody: dict[str, Json] = {"holder": "", "toward": "", "stance": None}
        return {**nobody, "position": iri, "matter": None, "positionConfidence": None}
    who: dict[str, Json] = {"holder": found.holder.name, "toward": names_of(found.toward), "stance": found.stance}
    return {**who, "position": iri, "matter": found.matter, "positionConfidence": found.confidence}


def posts(store: Store, values: dict[str, str], sort: str, limit: int, offset: int) -> Json:
    """Return a page of the question `posts`, sorted, as `table` does.

    Raises LimitError where there are more than MOST_POSTS: what is sorted is held in memory.
    """
    name, down = sort_of(sort, POST_COLUMNS)
    given = {
        key: actor_of(store, value, key) if key in ("person", "organisation") else value
        for key, value in values.items()
        if value
    }
    rows = _posts(store, given)
    found = sort_by(rows, [_key(row[name]) for row in rows], down=down)
    items: list[Json] = [with_ids(store, row, "posts") for row in found[offset : offset + limit]]
    return {"items": items, "more": len(found) > offset + limit, "total": len(found)}


def _posts(store: Store, given: Mapping[str, str]) -> list[dict[str, Json]]:
    rows = ask(store, get("posts"), {**given, "limit": str(MOST_POSTS + 1)})
    if len(rows) > MOST_POSTS:
        raise LimitError(f"there are more than {MOST_POSTS:,} posts, too many to sort; ask for fewer of them")
    return rows


def _key(value: Json) -> str | None:
    """Return a cell as it is sorted; numbers by their size."""
    if value is None or value == "":
        return None
    return f"{value:012}" if isinstance(value, int) else folded(str(value))
