"""Pages of what a question answers."""

from __future__ import annotations

from sayso.graph.actors.refs import id_of
from sayso.graph.actors.resolver import actor_of
from sayso.graph.dated.narrowing import answer
from sayso.graph.model.pages import ItemPage
from sayso.graph.store.asking import SolutionRow, told
from sayso.graph.store.store import Store
from sayso.queries.catalogue import get

_NODE = "IRI"


def listing(store: Store, query: str, values: dict[str, str], limit: int, offset: int) -> ItemPage[SolutionRow]:
    """Return a page of a query's rows and whether there are more.

    Values for actors may be names or ids. Rows have the ids of their IRIs besides: `statementId` of `statement`,
    `speakerId` of `speakerIRI`, and `id` of the thing that a row is about. Raises NotFoundError and AmbiguousName for
    names that are nobody's or several actors', Moved for a merged one, QueryError for a value that does not fit,
    UsageError for one that the query does not take.
    """
    asked = get(query)
    actors = {parameter.name for parameter in asked.parameters if parameter.type == "actor"}
    given = {
        name: actor_of(store, value, name) if name in actors and value else value for name, value in values.items()
    }
    rows = told(answer(store, asked, {**given, "limit": str(limit), "offset": str(offset)}))
    # A question may order what is on its page otherwise than it cuts its pages: one row more could push out another.
    # And a page may have more rows or fewer than it was cut to, where a thing has several sentences, or none.
    more = told(answer(store, asked, {**given, "limit": "1", "offset": str(offset + limit)}))
    return ItemPage([with_ids(store, row, query) for row in rows], bool(more))


def with_ids(store: Store, row: SolutionRow, query: str) -> SolutionRow:
    """Return a row with the ids of the things that its IRIs name."""
    ids: SolutionRow = {}
    for name, value in row.items():
        if isinstance(value, str) and value.startswith(store.base):
            ids[f"{name.removesuffix(_NODE)}Id"] = id_of(store, value)
    own = f"{query.removesuffix('s')}Id"
    if own in ids:
        ids["id"] = ids[own]
    return {**row, **ids}
