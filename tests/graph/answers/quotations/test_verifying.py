"""Verifying over a store: what stands where, by whom, with the sentence; bounded; without texts too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sayso.graph.answers.quotations.claim import Claim, ClaimedSpeaker, claim_of
from sayso.graph.answers.quotations.match import passage
from sayso.graph.answers.quotations.verifying import MOST_CLAIMS, verify
from sayso.graph.model.rendering import as_json
from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.graph.store.textless import derive
from sayso.ontology.errors import UsageError
from sayso.ontology.iris import BASE
from tests.sample import BORDURIA, LATER, SUMMIT, ZENDA, sample_quads


@pytest.fixture
def filled(store: Store) -> Store:
    """The two sample articles."""
    store.apply([], sample_quads())
    return store


def asked(store: Store, words: str, *speakers: ClaimedSpeaker, kind: Any = "quotation") -> dict[str, Any]:
    answer = as_json(verify(store, [Claim(words, 0, len(words), kind, speakers)]))
    assert isinstance(answer["claims"], list)
    [one] = answer["claims"]
    assert isinstance(one, dict)
    return one


def test_a_quotation_is_found_with_its_speaker_and_sentence(filled: Store) -> None:
    told = asked(filled, "The League must open its archives")
    assert told["verdict"] == "verbatim"
    [match] = told["matches"]
    assert [one["name"] for one in match["speakers"]] == ["Anna Zenda"]
    assert (match["article"]["identifier"], match["act"], match["form"]) == (SUMMIT.id, "demand", "direct")
    start, end = match["mark"]
    assert match["sentence"][start:end] == "The League must open its archives"
    assert match["day"] == "2024-03-05"


def test_words_that_nobody_says_have_no_speaker(filled: Store) -> None:
    [match] = asked(filled, "according to the report")["matches"]
    assert (match["statement"], match["speakers"]) == (None, [])


@pytest.mark.parametrize(
    ("claimed", "same"),
    [
        (ClaimedSpeaker("Anna Zenda", BASE + ZENDA, "person"), True),
        (ClaimedSpeaker("Zenda", BASE + "article/x/person/zenda", "person"), True),
        (ClaimedSpeaker("Rudolf Rassendyll", BASE + "person/rudolf-rassendyll", "person"), False),
        (ClaimedSpeaker("Borduria", BASE + BORDURIA, "country"), None),
    ],
)
def test_the_claimed_speaker_is_compared(filled: Store, claimed: ClaimedSpeaker, same: bool | None) -> None:
    [match] = asked(filled, "The League must open its archives", claimed)["matches"]
    assert match["sameSpeaker"] is same


def test_what_stands_nowhere_is_absent(filled: Store) -> None:
    told = asked(filled, "The League shall be praised for ever")
    assert (told["verdict"], told["matches"]) == ("absent", [])


def test_a_changed_quotation_tells_the_change(filled: Store) -> None:
    told = asked(filled, "We never want to leave the League")
    assert told["verdict"] == "nearly"
    [match] = told["matches"]
    assert match["article"]["identifier"] == LATER.id
    assert match["differences"] == [{"kind": "added", "ours": "never", "theirs": "", "grave": True}]


def test_a_paraphrase_is_laid_beside_sentences_with_its_words(filled: Store) -> None:
    told = asked(filled, "Borduria ignored the treaty", kind="paraphrase")
    assert told["verdict"] == "alike"
    assert "Borduria has ignored the treaty" in told["matches"][0]["sentence"]
    assert asked(filled, "Syldavia will build a moon rocket", kind="paraphrase")["verdict"] == "absent"


def test_no_more_than_so_many_are_looked_for(filled: Store) -> None:
    answer = verify(filled, [Claim("open its archives", 0, 3)] * (MOST_CLAIMS + 7))
    assert answer.left == 7
    assert len(answer.claims) == MOST_CLAIMS


def test_without_texts_the_sentences_are_looked_through(folder: Path) -> None:
    with Store.open(folder) as opened:
        opened.apply([], sample_quads())
    assert latest(folder) is not None
    copy = derive(folder)
    assert copy is not None
    with Store.open_snapshot(copy) as textless:
        told = asked(textless, "The League must open its archives")
        assert told["verdict"] == "verbatim"
        assert [one["name"] for one in told["matches"][0]["speakers"]] == ["Anna Zenda"]
        answer = verify(textless, [])
    assert answer.texts is False


def test_hostile_words_are_values(filled: Store) -> None:
    for words in ('"} . ?s ?p ?o . {"', "x\\", "\ud800 lone surrogate halves", "' OR 1=1 --", "\x00 zero and more"):
        assert asked(filled, words)["verdict"] == "absent"


def test_a_claim_is_read_as_it_was_told() -> None:
    claim = Claim("some words", 3, 13, "paraphrase", (ClaimedSpeaker("A", "urn:a", "person"),))
    assert claim_of(as_json(claim)) == claim
    with pytest.raises(UsageError):
        claim_of({"words": 3})


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("One. Two three. Four.", "Two", "Two three."),
        ("First line\nSecond here. Third.", "Second", "Second here."),
        ("“A b,” she said. C.", "A b", "“A b,” she said."),
        ("no end", "end", "no end"),
    ],
)
def test_a_passage_is_the_sentence(text: str, words: str, found: str) -> None:
    start = text.index(words)
    sentence, at = passage(text, start, start + len(words))
    assert sentence == found
    assert sentence[at : at + len(words)] == words
