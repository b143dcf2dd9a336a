"""The order in which statements are paged through: the latest article first, then by IRI, so that no two are equal.

The engine sorts by looking each IRI up for each comparison, which takes minutes where sorting here takes a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sayso.graph.answers.asked import Narrowed, Narrowing, given_of, values_of
from sayso.graph.dated.article_days import calendar_of
from sayso.graph.store.asking import walk_query
from sayso.graph.store.keeping import version_of
from sayso.graph.store.solutions import Table, text_of
from sayso.graph.store.store import Store
from sayso.queries.catalogue import bind

# Pages, facets and the counts of a search ask for some sets of statements in turn.
_MOST_KEPT = 6
_ACTORS = ("by", "about")


def ordered(store: Store, values: Narrowing) -> Sequence[str]:
    """Return the IRIs of all statements that the values of queries/walk/statements-of.rq leave, in their order.

    `by` and `about` are IRIs. What a snapshot answered last is kept for the pages that follow. Raises QueryError for a
    value that does not fit.
    """
    given = given_of(values)
    version = version_of(store)
    return _kept(store, version, given) if version else _ordered(store, given)


@lru_cache(maxsize=_MOST_KEPT)
def _kept(store: Store, _version: str, given: Narrowed) -> Sequence[str]:
    return _ordered(store, given)


def _ordered(store: Store, given: Narrowed) -> Sequence[str]:
    answer = store.query(bind(walk_query("statements-of"), values_of(given, _ACTORS)))
    if not isinstance(answer, Table):
        raise TypeError("statements-of is no SELECT")
    days = calendar_of(store).published
    found = sorted(tuple(map(text_of, row)) for row in answer.rows)
    # By the day downwards, and upwards by article and statement: a stable sort keeps what the first one did.
    found.sort(key=lambda row: days.get(row[0], ""), reverse=True)
    return tuple(dict.fromkeys(row[1] for row in found))
