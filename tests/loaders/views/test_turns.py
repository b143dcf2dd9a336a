"""Transcripts: each turn is a statement of its speaker."""

from __future__ import annotations

import pytest

from sayso.loaders.document import Document
from sayso.loaders.extraction import extract
from sayso.loaders.facts import Extraction
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
    "A. Apples are cheap.\n\nA. Pears are not.",
    "18:00 News: The day in Dalby.\n19:00 Sport: The cup final.",
    "Host: Ann Lee\nModerator: Bob Ray\nGuest: Ada Hill",
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


def told(text: str) -> list[tuple[list[str], str]]:
    """Return who says what in a text."""
    found: Extraction = extract(Document("a", text))
    return [
        ([found.actors[k].name for k in s.speakers], " ".join(text[c.start : c.end] for c in s.attribution.contents))
        for s in found.statements
    ]


def test_who_asks_without_a_name_is_nobody_and_asks_who_answers() -> None:
    text = "MODERATOR: Who pays?\n\nSEN. ADA HILL (D-OH): The state.\n\nMODERATOR: When?\n\nSEN. ADA HILL: In May."
    found = extract(Document("a", text))
    assert [s.speakers for s in found.statements if s.act == "question"] == [(), ()]
    assert all(s.addressees == ("person/ada-hill",) for s in found.statements if s.act == "question")
    assert (["Ada Hill"], "The state.") in told(text)


def test_an_office_is_no_other_speaker() -> None:
    text = "MR. DALE: Where were you?\n\nTHE WITNESS: At home.\n\nMR. DALE: Alone?\n\nTHE WITNESS: With my son."
    assert [who for who, words in told(text) if words in ("At home.", "With my son.")] == [["witness"]] * 2


def test_initials_are_whose_name_has_them() -> None:
    text = "Ada Hill (AH) talks to Bob Ray (BR) about rain.\n\nBR: Will it rain?\n\nAH: It will pour."
    assert (["Ada Hill"], "It will pour.") in told(text)
    assert (["Bob Ray"], "Will it rain?") in told(text)


def test_initials_that_two_share_stay_as_they_are() -> None:
    text = "Ada Hill met Ann Hart.\n\nAH: Will it rain?\n\nBR: It will pour.\n\nAH: When?"
    assert not any(who in (["Ada Hill"], ["Ann Hart"]) for who, _ in told(text))


def test_clock_times_are_no_part_of_the_words() -> None:
    text = "[00:01:05] Ada Hill: The ridge is on fire.\n[00:01:09] Counsel: Who knew?"
    assert (["Ada Hill"], "The ridge is on fire.") in told(text)
    assert (["counsel"], "Who knew?") in told(text)
    assert (["Bob Ray"], "We closed in March.") in told(
        "Bob Ray (00:03):\nWe closed in March.\n\nSpeaker 2 (00:07):\nWhy?"
    )


@pytest.mark.parametrize("marks", ["Q. {}\n\nA. {}\n\nQ. {}\n\nA. {}", "Q {}\n\nA: {}\n\nQ {}\n\nA: {}"])
def test_letters_without_a_colon_are_labels(marks: str) -> None:
    text = marks.format("Is it late?", "It is.", "And now?", "Now I go.")
    assert [text[t.words.start : t.words.end] for t in turns(text)] == [
        "Is it late?",
        "It is.",
        "And now?",
        "Now I go.",
    ]
