"""Pages of what a question answers."""

from __future__ import annotations

from graph.readers.frames import Json
from graph.store import Store
from graph.walk.asking import ask
from graph.walk.naming import resolve
from queries.catalogue import get


def listing(store: Store, query: str, values: dict[str, str], limit: int, offset: int) -> Json:
    """Return a page of a query's rows and whether there are more: `{"items": […], "more": true}`.

    Values for actors may be names or ids. Raises NotFoundError and AmbiguousName for names that are nobody's or
    several actors', QueryError for a value that does not fit, UsageError for one that the query does not take.
    """
    asked = get(query)
    # The list of actors is where names are looked for: there an unknown one is an empty page.
    actors = (
        {parameter.name for parameter in asked.parameters if parameter.type == "actor"} if query != "actors" else ()
    )
    given = {name: resolve(store, value) if name in actors and value else value for name, value in values.items()}
    rows = ask(store, asked, {**given, "limit": str(limit), "offset": str(offset)})
    # A question may order what is on its page otherwise than it cuts its pages: one row more could push out another.
    more = len(rows) == limit and ask(store, asked, {**given, "limit": "1", "offset": str(offset + limit)})
    return {"items": [*rows], "more": bool(more)}
