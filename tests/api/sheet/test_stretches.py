"""Stretches: joined they are the text, each with what lies on it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.api.sheet.stretches import SheetMark, by_paragraph, paragraphs, stretches

TEXTS = st.text("ab \nü𝔖", max_size=40)
MARKS = st.lists(
    st.builds(
        lambda start, length, role, number: SheetMark(start, start + length, role, number),
        st.integers(0, 40),
        st.integers(1, 20),
        st.sampled_from(("content", "speaker", "cue")),
        st.integers(1, 5),
    ),
    max_size=12,
)


@given(TEXTS, MARKS)
def test_joined_they_are_the_text(text: str, marks: list[SheetMark]) -> None:
    pieces = list(stretches(text, 0, len(text), marks))
    assert "".join(piece.text for piece in pieces) == text


@given(TEXTS, MARKS)
def test_each_piece_has_what_lies_on_it(text: str, marks: list[SheetMark]) -> None:
    at = 0
    for piece in stretches(text, 0, len(text), marks):
        for place in range(at, at + len(piece.text)):
            for role in ("content", "speaker", "cue"):
                lying = {mark.number for mark in marks if mark.role == role and mark.start <= place < mark.end}
                assert set(piece.on.get(role, ())) == lying
        at += len(piece.text)


@given(TEXTS, MARKS)
def test_paragraphs_hold_all_words_and_their_marks(text: str, marks: list[SheetMark]) -> None:
    ranges = list(paragraphs(text))
    assert " ".join(text[start:end] for start, end in ranges).split() == text.split()
    if ranges:
        for (start, end), found in zip(ranges, by_paragraph(ranges, marks), strict=True):
            assert {m for m in marks if m.start < end and start < m.end} <= set(found)


def test_a_statement_begins_once() -> None:
    marks = [SheetMark(0, 2, "content", 1), SheetMark(4, 6, "content", 1), SheetMark(4, 5, "content", 2)]
    begun = [piece.begins for piece in stretches("abcdef", 0, 6, marks)]
    assert [number for numbers in begun for number in numbers] == [1, 2]
