"""Cards and articles: everything that is marked stands on its own words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.answers.article import article
from sayso.graph.answers.cards import stored
from sayso.graph.answers.places import Place, begins_at, marked
from sayso.graph.answers.statements import statement
from sayso.graph.model.rendering import as_json
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError
from tests.sample import SUMMIT, sample_quads


@pytest.fixture
def sample(store: Store) -> Store:
    """A store that holds the sample."""
    store.apply([], sample_quads())
    return store


@pytest.fixture
def summit(sample: Store) -> dict[str, Any]:
    """The first article, as the service tells it."""
    return as_json(article(sample, SUMMIT.id))


def test_an_article_is_told_with_what_it_says(summit: dict[str, Any]) -> None:
    assert (summit["title"], summit["source"], summit["language"]) == (SUMMIT.title, SUMMIT.source, "en")
    assert summit["counts"] == {"statements": 4, "mentions": 3, "demands": 2, "positions": 1, "posts": 1}
    assert [card["act"] for card in summit["statements"]] == ["deny", "demand", "warn", "accuse"]


def test_every_span_stands_on_its_words(summit: dict[str, Any]) -> None:
    text = summit["text"]
    for card in summit["statements"]:
        words = " … ".join(text[start:end] for start, end in card["spans"]["content"])
        assert words == card["words"]
        assert " … ".join(text[start:end] for start, end in card["spans"]["cue"]) == card["cue"]
        start, end = card["sentenceSpan"]
        assert text[start:end] == card["sentence"]
        for mark in card["marks"]:
            place = [start + mark["start"], start + mark["end"]]
            assert place in card["spans"][mark["kind"]]
    named = {text[mention["start"] : mention["end"]]: mention["actor"]["id"] for mention in summit["mentions"]}
    assert named == {"Anna Zenda": "person/anna-zenda", "she": "person/anna-zenda", "Strelsau": "country/RU1"}
    for thing in (*summit["demands"], *summit["positions"]):
        start, end = thing["span"]
        assert text[start:end] == thing["matter"]
        assert thing["statement"] in {card["id"] for card in summit["statements"]}
    [post] = summit["posts"]
    [[start, end]] = post["spans"]
    assert text[start:end] == "Ruritania’s Foreign Minister Anna Zenda"
    assert (post["title"], post["person"]["name"], post["organisation"]["name"]) == (
        "Foreign Minister",
        "Anna Zenda",
        "Ruritania",
    )


def test_a_card_tells_who_and_about_whom(summit: dict[str, Any]) -> None:
    deny, demand, warn, accuse = summit["statements"]
    assert [ref["name"] for ref in deny["speakers"]] == ["Anna Zenda"]
    assert [(ref["name"], ref["kind"]) for ref in deny["about"]] == [
        ("Ruritania", "country"),
        ("The League", "organisation"),
    ]
    assert (deny["form"], deny["when"], deny["saidOn"], deny["confidence"]) == (
        "mixed",
        "on Monday",
        "2024-03-04",
        0.971,
    )
    assert deny["speakingAs"] == ["Foreign Minister"]
    assert [(p["holder"]["name"], p["stance"], p["matter"]) for p in deny["positions"]] == [
        ("Ruritania", "against", "leave the League")
    ]
    assert demand["speakerText"] == "she"
    assert sorted(wanted["matter"] for wanted in demand["demands"]) == ["close its offices", "open its archives"]
    assert [ref["kind"] for ref in warn["speakers"]] == ["group"]
    assert (accuse["speakers"], accuse["speakerText"]) == ([], "the report")


def test_one_card_is_found_by_id_and_iri(sample: Store, summit: dict[str, Any]) -> None:
    [*_, last] = summit["statements"]
    assert as_json(statement(sample, last["id"])) == last
    assert as_json(statement(sample, last["iri"])) == last
    for nothing in ("", "x", "article/1/statement/2", "a b", last["article"]["id"]):
        with pytest.raises(NotFoundError):
            statement(sample, nothing)


def test_cards_keep_the_order_they_are_asked_in(sample: Store, summit: dict[str, Any]) -> None:
    iris = [card["iri"] for card in summit["statements"]][::-1]
    assert [one.iri for one in stored(sample, [*iris, "urn:nothing"])] == iris


def test_a_text_left_out_leaves_the_marks(sample: Store, summit: dict[str, Any]) -> None:
    sample.update("DELETE WHERE { GRAPH ?graph { ?article schema:articleBody ?text } }")
    assert as_json(article(sample, SUMMIT.id)) == {**summit, "text": None}


@given(st.text(max_size=60), st.data())
def test_a_sentence_is_found_by_the_words_in_it(text: str, data: st.DataObject) -> None:
    offsets = st.integers(0, len(text))
    begin, end = sorted((data.draw(offsets), data.draw(offsets)))
    pairs = data.draw(st.lists(st.tuples(offsets, offsets), max_size=4))
    places = [Place(min(pair), max(pair), text[min(pair) : max(pair)]) for pair in pairs]
    sentence = text[begin:end]
    found = begins_at(sentence, places)
    inside = [place for place in places if begin <= place.start < place.end <= end]
    assert found is not None or not inside
    if found is not None:
        for start, stop, _ in marked(sentence, found, {"content": places}):
            assert 0 <= start < stop <= len(sentence)
