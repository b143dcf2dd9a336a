"""Comparison: a table of quotations and what a fact-checker would say of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.answers.quotations.comparison import compare
from sayso.graph.answers.quotations.placed import placed

TEXT = (
    "The council met on Friday. “We will not close the harbour before the winter, and we don’t intend to sell a single "
    "crane,” Mayor Ilse Brandt said. She added that the port had earned 1.5 million crowns in 2021, the most since the "
    "great storm, and that the workers should be thanked for it. Nobody answered."
)
# The quotation, its verdict, the kinds of its differences, whether one of them is grave.
CASES = [
    ("We will not close the harbour before the winter", "verbatim", [], False),
    ("we will NOT close the harbour — before the winter!", "verbatim", [], False),
    ("we don't intend to sell a single crane", "verbatim", [], False),
    ("a single crane", "verbatim", [], False),
    ("We will close the harbour before the winter, and we don’t intend to sell", "nearly", ["left out"], True),
    ("We will not close the port before the winter", "nearly", ["changed"], False),
    ("We will not ever close the harbour before the winter", "nearly", ["added"], False),
    ("We will not close the harbour … and we don’t intend to sell a single crane", "nearly", ["left out"], False),
    ("We will not close [it] before the winter, and we don’t intend", "nearly", ["left out"], False),
    ("the port had earned 2.5 million crowns in 2021, the most since the great storm", "nearly", ["changed"], True),
    ("We shall sell every crane before the summer is over", None, [], False),
    ("sell a crane", None, [], False),
    ("the and of to we will not", None, [], False),
    ("close the harbour not will We", None, [], False),
    ("", None, [], False),
]


@pytest.mark.parametrize(("quotation", "verdict", "kinds", "grave"), CASES)
def test_a_quotation_is_told_as_it_stands(quotation: str, verdict: str | None, kinds: list[str], grave: bool) -> None:
    found = compare(placed(quotation), placed(TEXT))
    assert (found.verdict if found else None) == verdict
    assert [one.kind for one in found.differences] == kinds if found else not kinds
    assert any(one.grave for one in found.differences) == grave if found else not grave


def test_differences_are_written_as_they_stand() -> None:
    found = compare(placed("We will not close the port before the winter"), placed(TEXT))
    assert found is not None
    assert [(one.ours, one.theirs) for one in found.differences] == [("port", "harbour")]
    assert TEXT[found.start : found.end] == "We will not close the harbour before the winter"
    assert 0.66 <= found.likeness < 1


@given(st.data())
def test_what_is_cut_out_of_a_text_stands_in_it(data: st.DataObject) -> None:
    words = placed(TEXT)
    start = data.draw(st.integers(0, len(words.words) - 1))
    end = data.draw(st.integers(start + 1, len(words.words)))
    found = compare(placed(words.between(start, end)), words)
    assert found is not None
    assert found.verdict == "verbatim"
    assert placed(TEXT[found.start : found.end]).words == words.words[start:end]


@given(st.text(max_size=60), st.text(max_size=200))
def test_whatever_is_compared_lies_in_the_text(quotation: str, text: str) -> None:
    found = compare(placed(quotation), placed(text))
    assert found is None or 0 <= found.start < found.end <= len(text)


def test_a_text_of_one_word_over_and_over_is_compared_soon() -> None:
    text, quotation = placed("harbour " * 100_000), placed("harbour crane winter storm port workers")
    assert compare(quotation, text) is None
