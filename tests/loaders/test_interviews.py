"""Interviews: whom labelled questions are put to."""

from __future__ import annotations

from sayso.loaders.actors.casting import find_cast
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
