"""Parsing: offsets hold, also where a run without spaces is cut."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.loaders.syntax import parse, stretches


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


@given(st.lists(st.sampled_from(["word ", "end. ", "line\n", "paragraph\n\n", "x" * 30]), max_size=60))
def test_stretches_are_the_text_and_no_longer_than_asked(parts: list[str]) -> None:
    text = "".join(parts)
    found = list(stretches(text, 40))
    assert "".join(found) == text
    assert all(len(stretch) <= 40 for stretch in found)


def test_a_stretch_ends_with_a_paragraph_where_it_can() -> None:
    text = "One. Two.\nThree.\n\nFour five. Six seven."
    assert list(stretches(text, 30)) == ["One. Two.\nThree.\n\n", "Four five. Six seven."]


def test_a_long_text_is_parsed_in_stretches_and_its_places_hold() -> None:
    paragraph = "“The bridge is safe,” said Ann Lee, who has led the town of Leeds for years.\n\n"
    text = paragraph * 600
    doc = parse(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)
    assert [e.text for e in doc.ents].count("Ann Lee") > 500
    verbs = [t for t in doc if t.text == "said"]
    assert all(any(c.text == "Lee" and c.dep_ == "nsubj" for c in verb.children) for verb in verbs[:20] + verbs[-20:])
