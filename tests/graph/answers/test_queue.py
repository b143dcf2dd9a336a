"""The queue: what is most doubtful comes first, with the reason; what is decided leaves it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pyoxigraph import NamedNode

from sayso.graph.actors.judgements import Decision
from sayso.graph.answers.queue import queue
from sayso.graph.answers.telling import history
from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.edits.deciding import Wanted, review, take_back
from sayso.graph.edits.merging import tell_apart
from sayso.graph.model.pages import ItemPage
from sayso.graph.model.rendering import as_json
from sayso.graph.store.asking import ask
from sayso.graph.store.store import Store
from sayso.loaders.batch import load
from sayso.loaders.document import Document
from sayso.loaders.facts import Extraction, Position
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology import terms
from sayso.ontology.errors import QueryError, UsageError
from sayso.queries.catalogue import get
from tests.quoting import extract_quotes
from tests.sample import LATER, RURITANIA, SUMMIT, later, span, summit

BY = Decision("Ada", "2024-05-03T10:00:00Z")


def put(store: Store, document: Document, facts: Extraction) -> None:
    quads = [*article_quads(document, facts), *actor_quads(facts.actors.values())]
    replace_article(store, document.id, quads, Seen("m", "o"))


def told(store: Store, kind: str = "statement", limit: int = 100, offset: int = 0, **values: str) -> dict[str, Any]:
    return as_json(queue(store, kind, values, limit, offset))


def signs(store: Store, **values: str) -> dict[str, list[str]]:
    return {item["words"]: item["signs"] for item in told(store, **values)["items"]}


@pytest.fixture
def store(store: Store) -> Store:
    put(store, SUMMIT, summit())
    put(store, LATER, later())
    return store


def test_the_least_sure_come_first(store: Store) -> None:
    found = told(store, below="1")
    confidences = [item["confidence"] for item in found["items"]]
    assert confidences == sorted(confidences)
    assert found["total"] == 6
    assert list(signs(store)) == ["Borduria has ignored the treaty", "a dispute could raise prices"]


def test_a_speaker_who_is_not_known_is_a_sign_however_sure_the_words(store: Store) -> None:
    assert signs(store, below="0") == {"Borduria has ignored the treaty": ["the speaker is not known"]}


def test_the_same_words_with_another_act_are_a_sign(store: Store) -> None:
    text = "Rudolf Rassendyll said: “The throne of Ruritania is empty and will stay empty.”"
    load([Document(name, text, origin=name) for name in "ab"], store, extract_quotes)
    assert not any("throne" in words for words in signs(store, below="0"))
    found = store.engine.quads_for_pattern(None, terms.CONTENT, None)
    statement = next(quad.subject for quad in found if "throne" in str(quad.object))
    assert isinstance(statement, NamedNode)
    promised = Wanted({terms.ACT: (terms.ACTS["promise"],)})
    review(store, statement, "correct", BY, promised)
    [item] = [item for item in told(store, below="0")["items"] if "throne" in item["words"]]
    assert item["iri"] != statement.value, (
        "the corrected one was decided about; its witness in the other article was not"
    )
    assert item["signs"] == ["the same words elsewhere with another act"]


def test_a_holder_on_both_sides_is_a_sign(store: Store) -> None:
    facts = summit()
    both = replace(facts, positions=(*facts.positions, Position(3, RURITANIA, "for", span(SUMMIT, "leave the League"))))
    put(store, SUMMIT, both)
    found = signs(store, below="0")
    assert found["Strelsau has “no plans” to leave the League"] == ["the holder is told to stand on both sides"]
    assert "the holder is told to stand on both sides" in found["Borduria has ignored the treaty"]


@pytest.mark.parametrize("values", [{}, {"below": "1"}, {"below": "0.45"}, {"article": SUMMIT.id}, {"article": "none"}])
def test_the_queue_is_what_the_query_lists(store: Store, values: dict[str, str]) -> None:
    text = (
        "Rudolf Rassendyll said: “The throne of Ruritania is empty.” Somebody said: “The throne of Ruritania is empty.”"
    )
    load([Document(name, text, origin=name) for name in "ab"], store, extract_quotes)
    [first, *_] = told(store, below="1")["items"]
    review(store, NamedNode(first["iri"]), "accept", BY)
    rows = ask(store, get("doubtful"), values)
    listed = [(row["statement"], row["doubt"], sorted(str(row["signs"]).split("; "))) for row in rows]
    assert [(one["iri"], one["doubt"], one["signs"]) for one in told(store, **values)["items"]] == listed


def test_what_is_decided_leaves_and_comes_back(store: Store) -> None:
    first = told(store)["items"][0]
    made = review(store, NamedNode(first["iri"]), "accept", BY)
    assert first["iri"] not in [item["iri"] for item in told(store)["items"]]
    take_back(store, made.node, BY)
    assert told(store)["items"][0]["iri"] == first["iri"]


def test_pages_and_articles(store: Store) -> None:
    whole = [item["id"] for item in told(store, below="1")["items"]]
    pages = [told(store, limit=2, offset=offset, below="1") for offset in (0, 2, 4)]
    assert [item["id"] for page in pages for item in page["items"]] == whole
    assert [page["more"] for page in pages] == [True, True, False]
    assert told(store, below="1", article=LATER.id)["total"] == 2


def test_pairs_that_may_be_one_with_what_tells_of_them(store: Store) -> None:
    texts = {"a": "Hentzau said: “No.”", "b": "Rupert Hentzau said: “Yes.”"}
    load([Document(name, text, origin=name) for name, text in texts.items()], store, extract_quotes)
    load(
        [Document("c", "Rupert von Hentzau said: “So.” Ruprt Hentzau said: “Not so.”", origin="c")],
        store,
        extract_quotes,
    )
    pairs = told(store, "merge")["items"]
    assert pairs
    assert all(pair["one"]["statements"] >= 1 and pair["reason"] for pair in pairs)
    assert pairs[0]["one"]["kind"] == "person"
    first = pairs[0]
    tell_apart(store, NamedNode(first["one"]["iri"]), NamedNode(first["other"]["iri"]), BY)
    assert first["id"] not in [pair["id"] for pair in told(store, "merge")["items"]]


@pytest.mark.parametrize(
    ("kind", "values", "error"),
    [
        ("other", {}, UsageError),
        ("merge", {"score": "x"}, UsageError),
        ("merge", {"score": "nan"}, UsageError),
        ("statement", {"below": "2"}, QueryError),
    ],
)
def test_what_cannot_be_asked_is_refused(store: Store, kind: str, values: dict[str, str], error: type) -> None:
    with pytest.raises(error):
        told(store, kind, **values)


def test_the_history_of_a_store_without_reviews_is_empty(store: Store) -> None:
    assert history(store, {}, 10, 0) == ItemPage([], False)


def test_the_queue_is_narrowed_as_the_listing_of_statements_is(store: Store) -> None:
    every = told(store, below="1")["items"]
    speakers = {ref["id"] for item in every for ref in item["speakers"]}
    for speaker in speakers:
        found = told(store, below="1", by=speaker)["items"]
        assert [item["id"] for item in found] == [
            item["id"] for item in every if speaker in {ref["id"] for ref in item["speakers"]}
        ]
    for act in {item["act"] for item in every}:
        assert {item["act"] for item in told(store, below="1", act=act)["items"]} == {act}
    assert told(store, below="1", confidence="0.99")["total"] < len(every)
    assert told(store, below="1", source="nowhere")["total"] == 0
    with pytest.raises(QueryError):
        told(store, confidence="much")
