"""Transcripts: each turn is a statement of its speaker."""

from __future__ import annotations

import pytest

from sayso.loaders.document import Document
from sayso.loaders.extraction import extract
from sayso.loaders.views.turns import turns

TRANSCRIPT = """WOLF BLITZER, CNN HOST: Will you vote for the bill?

ANN LEE, SENATOR: No. I will vote against this bill.

BLITZER: And the president?

LEE: He is wrong. Bob Ray said the bill was dead."""

NONE = [
    "LONDON: It was late.\n\nPARIS: It rained.",  # datelines
    "PHOTO: Ann Lee.\n\nVIDEO: Bob Ray.",
    "TRUMP TO SIGN A BILL: It was late.\n\nAIDS VIRUS FROM MICE: It rained.",
    "He said: It was late.\n\nShe said: It rained.",
    "Note: It was late.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_transcript_has_no_turns(text: str) -> None:
    assert turns(text) == []


def test_each_turn_is_its_speakers() -> None:
    found = extract(Document("a", TRANSCRIPT))
    told = [
        ([found.actors[k].name for k in s.speakers], TRANSCRIPT[c.start : c.end], s.form)
        for s in found.statements
        for c in s.attribution.contents
    ]
    assert (["Wolf Blitzer"], "Will you vote for the bill?", "direct") in told
    assert (["Ann Lee"], "No. I will vote against this bill.", "direct") in told
    assert (["Wolf Blitzer"], "And the president?", "direct") in told
    assert any(who == ["Ann Lee"] and words.startswith("He is wrong.") for who, words, _ in told)


def test_no_post_is_invented_across_turns() -> None:
    assert not extract(Document("a", "BLITZER: And the president?\n\nSANDERS: He is wrong.")).memberships


def test_questions_and_answers_without_names_have_no_speaker() -> None:
    text = "Q: Is it late?\n\nA: It is very late.\n\nQ: And now?\n\nA: Now I go."
    found = extract(Document("a", text))
    assert len(found.statements) == 4
    assert not any(s.speakers for s in found.statements)
