"""Asking few articles instead of all: a question about some days, or for the page of the latest.

A question of the catalogue says with a line `# among ?text` where its articles may be listed. Those lines hold for all
articles that can answer, so the answer stays the same. `# among ?text latest by statement` says besides that its rows
come by the day of publication, the latest first, and what tells one row from another: then a page is looked for among
the latest articles, and among more of them until it is full.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby, takewhile
from typing import Final

from pyoxigraph import Literal, NamedNode

from sayso.graph.dated.article_days import ArticleDays, Calendar, calendar_of
from sayso.graph.dated.bounds import different, page
from sayso.graph.dated.wordings import told_wordings
from sayso.graph.store.asking import Askable, BoundValue
from sayso.graph.store.solutions import Answer, Table, nodes_of
from sayso.graph.store.store import Store
from sayso.queries.binder import AMONG, FIRST, bind
from sayso.queries.query import Query

# Of more articles, the engine finds its way as fast through all of them.
_MOST: Final = 2_000
_AT_ONCE: Final = 20
# Up to so many rows the engine looks up what belongs to each; somewhere below 2,500 it turns to reading all there is.
_ENOUGH: Final = 1_000
_FIRST: Final = 5
_MORE: Final = 5
# Whoever names an actor or an article has named few statements.
_FEW: Final = frozenset({"actor", "iri"})

type QuestionValues = Mapping[str, BoundValue]
type Bind = Callable[[Query, QuestionValues, Iterable[NamedNode]], str]


def answer(store: Askable, query: Query, values: QuestionValues, bound: Bind = bind) -> Answer:
    """Answer a question of the catalogue: the same as without narrowing. Raises as `bind` and `Store.query` do."""
    for way in (_page, _days_each, _first_page):
        if (found := way(store, query, values, bound)) is not None:
            return found
    return store.query(narrowed(store, query, values, bound))


def narrowed(store: Askable, query: Query, values: QuestionValues, bound: Bind = bind) -> str:
    """Return the SPARQL of a question of the catalogue, of the articles of its days alone. Raises as `bind` does."""
    days = _days(values)
    articles: tuple[NamedNode, ...] = ()
    if days is not None and any(days) and (calendar := _calendar(store, query, values)) is not None:
        found = calendar.within(*days)
        if len(found) <= min(_MOST, len(calendar.articles) // 2):
            articles = _nodes(found)
    text = bound(query, values, articles)
    return told_wordings(store, text, articles) if isinstance(store, Store) and not store.elsewhere else text


def within(store: object, since: str, until: str) -> frozenset[str] | None:
    """Return the IRIs of the articles that may have a statement between two days; None for: of all."""
    if not (since or until) or not isinstance(store, Store) or store.elsewhere:
        return None
    return frozenset(article.iri for article in calendar_of(store).within(since, until))


def _page(store: Askable, query: Query, values: QuestionValues, bound: Bind) -> Table | None:
    """Look for a page among the latest articles, and among more of them until it is full; None for: among all."""
    place, days, limit = AMONG.search(query.text), _days(values), _number(query, values, "limit")
    if place is None or not place["by"] or not limit or days is None:
        return None
    offset = _number(query, values, "offset")
    if (calendar := _calendar(store, query, values)) is None or not calendar.clear:
        return None
    found = calendar.within(*days) if any(days) else calendar.articles
    count = max(_FIRST, (limit + offset) // 4)
    while 0 < len(few := _latest(found, count)) <= min(_MOST, len(found) // 2):
        told = store.query(bound(query, values, _nodes(few)))
        if isinstance(told, Table) and different(told, place["by"].split()) >= limit:
            return told
        count = _MORE * len(few)
    return None


def _first_page(store: Askable, query: Query, values: QuestionValues, bound: Bind) -> Table | None:
    """Look for a page among what comes first in its order; None for: among all."""
    limit, offset = _number(query, values, "limit"), _number(query, values, "offset")
    if not FIRST.search(query.text) or not limit or _days(values) != ("", "") or _named(query, values):
        return None
    if not isinstance(store, Store) or store.elsewhere:
        return None
    return page(store, bound(query, values, ()), limit, offset)


def _days_each(store: Askable, query: Query, values: QuestionValues, bound: Bind) -> Table | None:
    """Ask for all rows of some days, some articles at a time, the latest first; None where that is no way."""
    place, days = AMONG.search(query.text), _days(values)
    if place is None or not place["by"] or days is None or not any(days):
        return None
    if _number(query, values, "limit") or _number(query, values, "offset"):
        return None
    if (calendar := _calendar(store, query, values)) is None or not calendar.clear:
        return None
    found = calendar.within(*days)
    if not 0 < len(found) <= _MOST:
        return None
    keys = place["by"].split()
    pieces = [_rows(store, query, values, bound, some, keys) for some in _by_days(found)]
    return Table(pieces[0].variables, tuple(row for piece in pieces for row in piece.rows))


def _rows(
    store: Askable,
    query: Query,
    values: QuestionValues,
    bound: Bind,
    articles: Sequence[ArticleDays],
    keys: Sequence[str],
) -> Table:
    """Ask for all rows of some articles, of fewer where they have too many; of one day, all articles stay together."""
    told = store.query(bound(query, {**values, "limit": str(_ENOUGH)}, _nodes(articles)))
    if isinstance(told, Table) and different(told, keys) >= _ENOUGH:
        first = _latest(articles, (len(articles) + 1) // 2)
        if left := articles[len(first) :]:
            parts = [_rows(store, query, values, bound, some, keys) for some in (first, left)]
            return Table(told.variables, (*parts[0].rows, *parts[1].rows))
        told = store.query(bound(query, values, _nodes(articles)))
    if not isinstance(told, Table):
        raise TypeError(f"{query.name} is no SELECT")
    return told


def _by_days(articles: Iterable[ArticleDays]) -> Iterator[list[ArticleDays]]:
    """Yield some articles at a time, all of one day together."""
    some: list[ArticleDays] = []
    for _, day in groupby(articles, key=lambda article: article.published):
        some.extend(day)
        if len(some) >= _AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _calendar(store: Askable, query: Query, values: QuestionValues) -> Calendar | None:
    """Return the days of the articles, where to know them helps: who names an actor or an article has named few."""
    if not AMONG.search(query.text) or not isinstance(store, Store) or store.elsewhere:
        return None
    return None if _named(query, values) else calendar_of(store)


def _named(query: Query, values: QuestionValues) -> bool:
    return any(one.type in _FEW or one.name == "article" for one in query.parameters if values.get(one.name))


def _number(query: Query, values: QuestionValues, name: str) -> int:
    """Return a count that is given, or else the default's; 0 for what is none, which binding refuses."""
    default = next((one.default for one in query.parameters if one.name == name), None)
    told = _text(values.get(name)) or default or "0"
    return int(told) if told.isdecimal() and len(told) < 10 else 0


def _days(values: QuestionValues) -> tuple[str, str] | None:
    """Return the first day and the last that are asked for, empty where none is; None for what is no day."""
    found = []
    for told in (values.get("since"), values.get("until")):
        text = _text(told)
        try:
            day = date.fromisoformat(text).isoformat() if text else ""
        except ValueError:
            return None
        # A term is compared as it stands.
        if isinstance(told, Literal) and told.value != day:
            return None
        found.append(day)
    return found[0], found[1]


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.date().isoformat()
        case Literal():
            return value.value
        case _:
            return str(value).strip()


def _latest(articles: Iterable[ArticleDays], count: int) -> list[ArticleDays]:
    """Return the first so many articles, and those that were published on the day of the last of them."""
    left = iter(articles)
    found = [article for article, _ in zip(left, range(count), strict=False)]
    found.extend(takewhile(lambda article: article.published == found[-1].published, left))
    return found


def _nodes(articles: Iterable[ArticleDays]) -> tuple[NamedNode, ...]:
    # What no IRI can name, no statement stands in.
    return tuple(nodes_of(article.iri for article in articles)) or (NamedNode("urn:sayso:no-article"),)
