"""Who repeats whom, on three articles with one quotation, one of them a copy of another."""

from __future__ import annotations

import pytest

from sayso.graph.actors.resolver import with_actors
from sayso.graph.store.solutions import Table
from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions, load
from sayso.loaders.document import Document
from sayso.queries.catalogue import bind, get
from tests.quoting import extract_quotes

QUOTED = "Ann Lee said: “We have no intention of closing the old ferry before winter.”"
ALONE = "Bob Ray said: “The council wants a bridge, and it will have one.”"
FULL = f"It rained. {QUOTED} The council met on Monday to hear about the harbour, the pier and the road. {ALONE}"
DOCUMENTS = [
    Document("one", FULL, title="A ferry stays"),
    Document("two", FULL + " Printed again.", title="A ferry stays, again"),
    Document("three", "Somebody said: “no intention of closing the old ferry before winter”", title="Elsewhere"),
]


@pytest.fixture(scope="module")
def store() -> Store:
    opened = Store.in_memory()
    assert not load(DOCUMENTS, opened, extract_quotes, BatchOptions(any_language=True)).rejected
    return opened


def pairs(store: Store, **values: str) -> set[tuple[frozenset[str], str]]:
    """The articles joined by each row, and whether one of them is a copy of the other."""
    answer = store.query(bind(get("repeats"), with_actors(store, get("repeats"), values)))
    assert isinstance(answer, Table)
    rows = list(answer.records())
    return {(frozenset((row["identifier"], row["otherIdentifier"])), row["copied"]) for row in rows}


COPY = (frozenset(("one", "two")), "true")
FIRST, SECOND = (frozenset(("one", "three")), "false"), (frozenset(("three", "two")), "false")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, {COPY, FIRST, SECOND}),
        ({"by": "lee"}, {COPY, FIRST, SECOND}),
        ({"by": "Bob Ray"}, {COPY}),
        ({"words": "BRIDGE"}, {COPY}),
        ({"article": "three"}, {FIRST, SECOND}),
        ({"article": "one", "by": "Ann Lee"}, {COPY, FIRST}),
        ({"confidence": "1"}, {COPY, FIRST, SECOND}),
    ],
)
def test_each_pair_is_told_once_and_copies_are_said_to_be_copies(
    store: Store, values: dict[str, str], expected: set[tuple[frozenset[str], str]]
) -> None:
    assert pairs(store, **values) == expected
