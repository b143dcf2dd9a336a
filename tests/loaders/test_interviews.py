"""Interviews: whom questions are put to, and whose the answers are."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.document import Document
from sayso.loaders.extraction import extract
from sayso.loaders.facts import Attribution, Span, Statement
from sayso.loaders.interviews import questioned
from sayso.loaders.syntax import parse

LEAD = "Robert Stone, a farmer, answered some questions from reporter Ada Hill.\n\n"
QUESTIONS = ("Why do you run?", "Who would you name?", "What is to be done?")


def put(questions: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return whom each question is put to."""
    return [s.addressees for s in interview(questions)]


def interview(questions: tuple[str, ...]) -> tuple[Statement, ...]:
    """Return the questions of an interview as statements."""
    text, found = LEAD, []
    for question in questions:
        source, cue = Span(len(text), len(text) + 8), Span(len(text) + 8, len(text) + 9)
        text += f"Ada Hill: {question}\n\n"
        found.append(Attribution((Span(cue.end + 1, cue.end + 1 + len(question)),), (cue,), (source,)))
    doc = parse(text)
    cast = find_cast(doc, found)
    statements = [Statement(a, a.contents[0], "direct", "question", ("person/ada-hill",)) for a in found]
    return questioned(doc, cast, statements)


def test_questions_are_put_to_whom_the_interview_is_with() -> None:
    assert put(QUESTIONS) == [("person/robert-stone",)] * 3


def test_two_questions_or_labelled_answers_make_no_interview() -> None:
    assert put(QUESTIONS[:2]) == [()] * 2
    assert put(tuple(q.replace("?", ".") for q in QUESTIONS)) == [()] * 3


def test_a_question_that_says_you_is_about_whom_it_is_put_to() -> None:
    assert [s.about for s in interview(QUESTIONS)] == [("person/robert-stone",), ("person/robert-stone",), ()]


BOOK = "\n\n{0}Where did it begin?{1}\n\nIt began in my garden.\n\n{0}Where does it end?{1}\n\nI will not tell you."


def answers(text: str) -> list[tuple[list[str], str]]:
    """Return the turns that are no questions, with who speaks."""
    found = extract(Document("a", text))
    return [
        ([found.actors[k].name for k in s.speakers], text[c.start : c.end])
        for s in found.statements
        for c in s.attribution.contents
        if s.form == "direct" and s.act != "question"
    ]


@pytest.mark.parametrize("marks", [("", ""), ("**", "**"), ("# ", ""), ("Q: ", "")])
@pytest.mark.parametrize(
    "lead", ["An interview with Ada Hill, the writer.", "Ada Hill wrote a book. We spoke to her in Dalby."]
)
def test_answers_of_an_announced_interview_are_whose_it_is(lead: str, marks: tuple[str, str]) -> None:
    text = lead + BOOK.format(*marks)
    assert answers(text) == [(["Ada Hill"], "It began in my garden."), (["Ada Hill"], "I will not tell you.")]


def test_labelled_answers_are_whose_the_interview_is() -> None:
    text = "Ada Hill answered our questions.\n\nQ: Is it late?\n\nA: It is.\n\nQ: And now?\n\nA: Now I go."
    assert answers(text) == [(["Ada Hill"], "It is."), (["Ada Hill"], "Now I go.")]


@pytest.mark.parametrize(
    "lead",
    [
        "Ada Hill wrote a book about Dalby.",  # nothing announced
        "In an interview with Ada Hill, the paper asked about the book.",  # only cited
        "An interview with Ada Hill: here is what you need to know.",
        "We spoke to Ada Hill and Bob Ray.",  # two could be meant
        "Bob Ray talks to Ada Hill about her book.",
    ],
)
def test_nobody_is_given_answers_where_no_interview_or_two_partners_are_told(lead: str) -> None:
    assert not any("garden" in words and who for who, words in answers(lead + BOOK.format("", "")))


def test_an_account_below_questions_is_no_interview() -> None:
    text = (
        "We spoke to Ada Hill about the fire.\n\nWhat happened?\n\nA tank burst on Monday, I was told.\n\n"
        "Who is in danger?\n\nHill said that nobody who lives near the plant is in danger."
    )
    assert not any("tank" in words for _, words in answers(text))
