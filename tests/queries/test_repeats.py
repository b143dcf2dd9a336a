"""Who repeats whom, on three articles with one quotation, one of them a copy of another."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal

from sayso.graph.actors.resolver import with_actors
from sayso.graph.answers.cards import stored
from sayso.graph.statements.explanation import explain
from sayso.graph.store.solutions import Table
from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions, load
from sayso.loaders.document import Document
from sayso.ontology.iris import BASE, article_iri
from sayso.ontology.terms import CONTENT
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
# The first by IRI of the two with the same words stands for both.
STANDING = min(("one", "two"), key=lambda name: article_iri(name).value)
OTHER = (frozenset((STANDING, "three")), "false")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, {COPY, OTHER}),
        ({"by": "lee"}, {COPY, OTHER}),
        ({"by": "Bob Ray"}, {COPY}),
        ({"words": "BRIDGE"}, {COPY}),
        ({"article": "three"}, {COPY, OTHER}),
        ({"article": "one", "by": "Ann Lee"}, {COPY, OTHER}),
        ({"article": "two", "words": "bridge"}, {COPY}),
        ({"confidence": "1"}, {COPY, OTHER}),
    ],
)
def test_each_pair_is_told_once_and_copies_are_said_to_be_copies(
    store: Store, values: dict[str, str], expected: set[tuple[frozenset[str], str]]
) -> None:
    assert pairs(store, **values) == expected


def test_what_one_statement_of_the_same_words_repeats_all_of_them_do(store: Store) -> None:
    statements = [
        str(quad.subject)[1:-1]
        for quad in store.engine.quads_for_pattern(None, CONTENT, None)
        if isinstance(quad.object, Literal) and "intention of closing" in quad.object.value
    ]
    assert len(statements) == 3
    for card in stored(store, statements):
        others = {iri.removeprefix(BASE) for iri in statements} - {card.id}
        assert set(card.repeats) == others or (card.article.identifier == "three" and len(card.repeats) == 1)
        told = {one.node.value.removeprefix(BASE) for one in explain(store, card.iri).repeats}
        assert told == set(card.repeats)


def test_of_many_copies_two_are_told_to_be_copies_of_each_other() -> None:
    opened = Store.in_memory()
    texts = [Document(f"copy {number}", FULL + f" It was printed {number} times.") for number in range(4)]
    assert not load(texts, opened, extract_quotes, BatchOptions(any_language=True)).rejected
    found = pairs(opened, article="copy 1")
    assert {copied for _, copied in found} == {"true"}
    assert len(found) == 3
