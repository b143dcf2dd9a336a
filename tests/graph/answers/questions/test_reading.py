"""Questions: who is meant, which act, which words, and what both ways round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.answers.questions.reading import Meant, readings

ACTORS = {"ruritania": "R", "the league": "L", "league": "L", "anna zenda": "Z", "zenda": "Z"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Ruritania League", Meant("R", "L")),
        ("what did Ruritania say about the League?", Meant("R", "L")),
        ("Anna Zenda on Ruritania", Meant("Z", "R")),
        ("Zenda’s tolls", Meant("Z", words="tolls")),
        ("Ruritania denied", Meant("R", act="deny")),
        ("Zenda rejects tolls", Meant("Z", act="reject", words="tolls")),
        ("Zenda rejects tolls about the League", Meant("Z", "L", act="reject", words="tolls")),
        ("who threatened", Meant(act="threaten")),
        ("about the League", Meant(about="L")),
        ("Ruritania", Meant("R")),
        ("tolls on ships", Meant(words="tolls on ships")),
    ],
)
def test_the_likeliest_reading_comes_first(text: str, first: Meant) -> None:
    assert readings(text, ACTORS.get)[0] == first


def test_two_names_are_read_both_ways_unless_a_word_tells_which() -> None:
    assert readings("Ruritania and League", ACTORS.get)[:2] == (Meant("R", "L"), Meant("L", "R"))
    assert Meant("L", "R") not in readings("Ruritania about League", ACTORS.get)


def test_an_act_may_be_a_word_that_was_said() -> None:
    found = readings("Zenda support", ACTORS.get)
    assert found.index(Meant("Z", act="support")) < found.index(Meant("Z", words="support"))


@given(st.text(max_size=400))
def test_the_words_as_typed_are_always_the_last(text: str) -> None:
    found = readings(text, ACTORS.get)
    assert not found or found[-1] == Meant(words=" ".join(text[:300].split()))
    assert len(found) == len(set(found))
