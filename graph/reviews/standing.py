"""Which decision stands about a statement, as its card tells it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.graph.actors.refs import id_of
from sayso.graph.model.stored import StoredReview
from sayso.graph.store.store import Store
from sayso.graph.store.told import rows_of, text_in


def reviews_of_statements(store: Store, statements: Iterable[str]) -> dict[str, StoredReview]:
    """Return the last review that stands of each statement that has one: verdict, by whom, when and the note."""
    return {
        str(row["statement"]): StoredReview(
            id_of(store, str(row["review"])), *(text_in(row, name) for name in ("verdict", "by", "moment", "note"))
        )
        for row in rows_of(store, "reviews-of", "statement", statements)
    }
