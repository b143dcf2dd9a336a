"""Tables: statements, demands and positions in rows, sorted by any column, with how many there are in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from sayso.graph.actors.refs import id_of
from sayso.graph.actors.resolver import actor_of
from sayso.graph.answers.asked import Narrowed, Narrowing, given_of, values_of, with_iris
from sayso.graph.answers.cards import stored
from sayso.graph.answers.listing import with_ids
from sayso.graph.answers.order import ordered
from sayso.graph.answers.sorting import ListedThing, folded, in_order, sort_by, sort_of
from sayso.graph.answers.statements import StatementRow, names_of, resolved, row_of
from sayso.graph.model.pages import CountedPage
from sayso.graph.model.stored import StoredStatement, model_parts
from sayso.graph.store.asking import BoundValue, SolutionRow, SolutionValue, ask, walk_query
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


@dataclass(frozen=True, slots=True)
class StatementCardRow(StatementRow):
    """A statement as a row, with the whole of it."""

    card: StoredStatement


@dataclass(frozen=True, slots=True)
class DemandRow:
    """A demand as a row of the question `demands`, with the statement that makes it."""

    by: str
    of: str
    demand: str
    matter: str | None
    demand_confidence: float | None
    told_by: str
    sentence: str | None
    day: str | None
    article: str | None
    source: str | None
    confidence: float | None
    identifier: str | None
    statement: str
    article_id: str
    card: StoredStatement
    demand_id: str
    statement_id: str
    id: str


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A position as a row of the question `positions`, with the statement that takes it."""

    holder: str
    toward: str
    stance: str | None
    position: str
    matter: str | None
    position_confidence: float | None
    told_by: str
    sentence: str | None
    day: str | None
    article: str | None
    source: str | None
    confidence: float | None
    identifier: str | None
    statement: str
    article_id: str
    card: StoredStatement
    position_id: str
    statement_id: str
    id: str


type TableRow = StatementCardRow | DemandRow | PositionRow


def table(store: Store, listing: str, values: Narrowing, sort: str, limit: int, offset: int) -> CountedPage[TableRow]:
    """Return a page of a table.

    `listing` is "statements", "demands" or "positions". Rows are those of the question of that name; `card` in each is
    its statement. `sort` is a column, with "-" before it for downwards. Raises as `actor_of` does for actors,
    UsageError for what is no column, QueryError for a value that does not fit.
    """
    found = found_of(store, listing, values, sort)
    page = found[offset : offset + limit]
    told = {one.iri: one for one in stored(store, [row[1] for row in page])}
    rows = [_row(store, listing, row, told[row[1]]) for row in page if row[1] in told]
    return CountedPage(rows, len(found) > offset + limit, len(found))


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


def _row(store: Store, listing: str, found: ListedThing, one: StoredStatement) -> TableRow:
    if listing == "statements":
        return StatementCardRow(**model_parts(row_of(one)), card=one)
    return (_demand if listing == "demands" else _position)(store, one, found[2])


def _demand(store: Store, one: StoredStatement, iri: str) -> DemandRow:
    found = next((each for each in one.demands if each.iri == iri), None)
    return DemandRow(
        by=found.by.name if found else "",
        of=names_of(found.of) if found else "",
        demand=iri,
        matter=found.matter if found else None,
        demand_confidence=found.confidence if found else None,
        demand_id=id_of(store, iri),
        **_telling(one, id_of(store, iri)),
    )


def _position(store: Store, one: StoredStatement, iri: str) -> PositionRow:
    found = next((each for each in one.positions if each.iri == iri), None)
    return PositionRow(
        holder=found.holder.name if found else "",
        toward=names_of(found.toward) if found else "",
        stance=found.stance if found else None,
        position=iri,
        matter=found.matter if found else None,
        position_confidence=found.confidence if found else None,
        position_id=id_of(store, iri),
        **_telling(one, id_of(store, iri)),
    )


def _telling(one: StoredStatement, id_: str) -> dict[str, Any]:
    """Return what rows of all that a statement expresses tell of it."""
    told = row_of(one)
    shared = ("sentence", "day", "article", "source", "confidence", "identifier", "statement", "article_id")
    kept = {name: getattr(told, name) for name in shared}
    return {**kept, "told_by": told.speaker, "card": one, "statement_id": one.id, "id": id_}


def posts(store: Store, values: dict[str, str], sort: str, limit: int, offset: int) -> CountedPage[SolutionRow]:
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
    items = [with_ids(store, row, "posts") for row in found[offset : offset + limit]]
    return CountedPage(items, len(found) > offset + limit, len(found))


def _posts(store: Store, given: Mapping[str, str]) -> list[SolutionRow]:
    rows = ask(store, get("posts"), {**given, "limit": str(MOST_POSTS + 1)})
    if len(rows) > MOST_POSTS:
        raise LimitError(f"there are more than {MOST_POSTS:,} posts, too many to sort; ask for fewer of them")
    return rows


def _key(value: SolutionValue) -> str | None:
    """Return a cell as it is sorted; numbers by their size."""
    if value is None or value == "":
        return None
    return f"{value:012}" if isinstance(value, int) else folded(str(value))
