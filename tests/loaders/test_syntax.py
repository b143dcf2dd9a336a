"""Parsing: offsets hold, also where a run without spaces is cut."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.loaders.syntax import parse


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said so. Nobody\n\n  believed her.",
        "He said " + "“" * 5000 + "no" + ")" * 5000 + " twice.",
        "x" * 1000 + " he said, " + "ä" * 999,
    ],
)
def test_tokens_stand_where_they_say(text: str) -> None:
    doc = parse(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.just("”" * 450)), max_size=5)
)
def test_any_text_keeps_its_places(parts: list[str]) -> None:
    text = " ".join(parts)
    doc = parse(text)  # spaces of any width and invisible characters become plain ones, one for one
    assert len(doc.text) == len(text)
    assert doc.text.split() == parse(doc.text).text.split()
