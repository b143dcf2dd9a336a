"""Questions: who is meant, which act, which words, and what both ways round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.answers.questions.reading import Reading, readings

ACTORS = {"ruritania": "R", "the league": "L", "league": "L", "anna zenda": "Z", "zenda": "Z"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Ruritania League", Reading("R", "L")),
        ("what did Ruritania say about the League?", Reading("R", "L")),
        ("Anna Zenda on Ruritania", Reading("Z", "R")),
        ("Zenda’s tolls", Reading("Z", words="tolls")),
        ("Ruritania denied", Reading("R", act="deny")),
        ("Zenda rejects tolls", Reading("Z", act="reject", words="tolls")),
        ("Zenda rejects tolls about the League", Reading("Z", "L", act="reject", words="tolls")),
        ("who threatened", Reading(act="threaten")),
        ("about the League", Reading(about="L")),
        ("Ruritania", Reading("R")),
        ("tolls on ships", Reading(words="tolls on ships")),
    ],
)
def test_the_likeliest_reading_comes_first(text: str, first: Reading) -> None:
    assert readings(text, ACTORS.get)[0] == first


def test_two_names_are_read_both_ways_unless_a_word_tells_which() -> None:
    assert readings("Ruritania and League", ACTORS.get)[:2] == (Reading("R", "L"), Reading("L", "R"))
    assert Reading("L", "R") not in readings("Ruritania about League", ACTORS.get)


def test_an_act_may_be_a_word_that_was_said() -> None:
    found = readings("Zenda support", ACTORS.get)
    assert found.index(Reading("Z", act="support")) < found.index(Reading("Z", words="support"))


@given(st.text(max_size=400))
def test_the_words_as_typed_are_always_the_last(text: str) -> None:
    found = readings(text, ACTORS.get)
    assert not found or found[-1] == Reading(words=" ".join(text[:300].split()))
    assert len(found) == len(set(found))
