"""Positions: who is for or against which words, and toward whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.loaders.facts import Act, Attribution, Marked, Meaning, Span
from sayso.loaders.meaning.positions import is_asked_of_you, is_left_open, is_to_be_avoided, positions
from sayso.loaders.syntax import parse
from tests.loaders.meaning.marked import cast_in, marked, parsed, speakers_in, words

Stand = tuple[str, str, str, tuple[str, ...]]


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        (
            "[Reed|s] [said|q] [he has no plans to sell the farm|c].",
            [("person/tom-reed", "against", "sell the farm", ())],
        ),
        ("[NATO|s] [denied|q] [it had moved north|c].", []),
        ("[NATO|s] [denied|q] [it would move north|c].", [("organisation/nato", "against", "move north", ())]),
        (
            "[NATO|s] [denied|q] [it plans to move north|c].",
            [("organisation/nato", "against", "plans to move north", ())],
        ),
        (
            "[Reed|s] [rejected|q] [the idea of the Senate|c].",
            [("person/tom-reed", "against", "the idea of the Senate", ("organisation/senate",))],
        ),
        (
            "[Byron|s] [accused|q] [Reed of hiding the letters|c].",
            [("person/ada-byron", "against", "hiding the letters", ("person/tom-reed",))],
        ),
        (
            "[Byron|s] [praised|q] [Reed|c].",
            [("person/ada-byron", "for", "Reed", ("person/tom-reed",))],
        ),
        ("[Reed|s] [promised|q] [to rebuild the mill|c].", [("person/tom-reed", "for", "rebuild the mill", ())]),
        ("[Reed|s] [vowed to veto|q] [the tax|c].", [("person/tom-reed", "against", "the tax", ())]),
        ("“[I don’t support this tax|c],” [Reed|s] [said|q].", [("person/tom-reed", "against", "this tax", ())]),
        (
            "[Byron|s] [said|q] [the Senate ignored the farmers|c].",
            [("person/ada-byron", "against", "ignored the farmers", ("organisation/senate",))],
        ),
        (
            "[Byron|s] [said|q] [the Senate’s plan is a disaster|c].",
            [("person/ada-byron", "against", "the Senate’s plan", ("organisation/senate",))],
        ),
        # what is to stop is what one is against
        (
            "[Byron|s] [urged|q] [Reed to stop the works|c].",
            [("person/ada-byron", "against", "the works", ("person/tom-reed",))],
        ),
        (
            "[Reed|s] [dismissed|q] [as “baseless” a claim by NATO|c].",
            [("person/tom-reed", "against", "a claim by NATO", ("organisation/nato",))],
        ),
        (
            '[Byron|s] [said|q] "[You cannot sell the river|c]."',
            [("person/ada-byron", "against", "sell the river", ())],
        ),
        (
            '[Byron|s] [said|q] "[What we cannot accept is a new toll|c]."',
            [("person/ada-byron", "against", "a new toll", ())],
        ),
        (
            "[Byron|s] [said|q] [foreign ships would harm the harbour|c].",
            [("person/ada-byron", "against", "foreign ships", ())],
        ),
        ('[Byron|s] [said|q] "[Our answer will be late|c]."', []),
        # what others want is theirs
        ("[Byron|s] [said|q] [Russia wants a new harbour|c].", [("country/RU", "for", "a new harbour", ())]),
        ("[Byron|s] [said|q] [the mill stands by the river|c].", []),
    ],
)
def test_positions(sentence: str, stands: list[Stand]) -> None:
    text, attribution = marked(sentence)
    found = positions(parsed(text), cast_in(text), attribution, speakers_in(text, attribution))
    assert [(p.holder, p.stance, words(text, p.matter), p.toward) for p in found] == stands


def test_each_speaker_holds_a_position() -> None:
    text, attribution = marked("[Russia and Ukraine|s] [rejected|q] [the offer|c].")
    found = positions(parsed(text), cast_in(text), attribution, ("country/RU", "country/UA"), 3)
    assert [(p.holder, p.statement) for p in found] == [("country/RU", 3), ("country/UA", 3)]


@settings(max_examples=25)
@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 60))
def test_no_text_breaks_it(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    found = positions(parse(text), cast_in(text), Attribution((span,), (span,)), ("person/ada-byron",))
    assert all(0 <= p.matter.start < p.matter.end <= len(text) for p in found)


@pytest.mark.parametrize(
    ("text", "words", "is_avoided"),
    [
        ("Hill asked her allies to avoid stirring panic.", "stirring panic", True),
        ("Hill urged Reed to stop the works.", "the works", True),
        ("Hill would never stop the works.", "the works", False),
        ("Hill asked her allies to avoid stirring panic.", "avoid stirring panic", False),
        ("Hill wants to open the works.", "the works", False),
        ("Hill said she would vote against the works.", "the works", True),
        ("Hill said she would not vote against the works.", "the works", False),
        ("Hill wants to open the works.", "", False),
    ],
)
def test_nobody_is_for_what_is_to_be_avoided(text: str, words: str, is_avoided: bool) -> None:
    start = text.index(words)
    assert is_to_be_avoided(parsed(text), Span(start, start + len(words))) is is_avoided


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("Hill said she neither backed nor opposed the works.", True),
        ("Hill said she neither backed nor praised the works.", False),
        ("Hill said she backed the works.", False),
        ("Hill said she did not oppose the works.", False),
    ],
)
def test_who_takes_neither_side_holds_no_position(text: str, is_open: bool) -> None:
    assert is_left_open(parsed(text), Span(text.index("the works"), len(text) - 1)) is is_open


@pytest.mark.parametrize(
    ("text", "matter", "asked"),
    [
        ("Then why do you oppose the plan?", "the plan", True),
        ("Why is the plan so dear?", "the plan", False),
        ("You oppose the plan. Why?", "the plan", False),
        ("Is it late? You oppose the plan.", "the plan", False),
    ],
)
def test_a_question_to_who_is_spoken_to_is_told_from_others(text: str, matter: str, asked: bool) -> None:
    at = text.index(matter)
    assert is_asked_of_you(parsed(text), Span(at, at + len(matter))) is asked


def test_who_asks_you_takes_no_side() -> None:
    text, one = marked("[Reed|s] [asked|q]: [“Why do you oppose the plan?”|c]")
    at = text.index("the plan")
    sides = (Marked("against", Span(at, at + 8), 0.9),)
    acts: list[tuple[Act, int]] = [("question", 0), ("accuse", 1)]
    for act, found in acts:
        told = replace(one, meaning=Meaning(((act, 0.9),), sides))
        assert len(positions(parsed(text), cast_in(text), told, speakers_in(text, one))) == found


def test_nobody_is_against_what_they_deny_to_have_done() -> None:
    text, attribution = marked("[Byron|s] [denied|q] [that she had lost the keys|c].")
    lost = Span(text.index("lost the keys"), len(text) - 1)
    guessed = replace(attribution, meaning=Meaning((("deny", 0.9),), (Marked("against", lost, 0.9),)))
    assert positions(parsed(text), cast_in(text), guessed, speakers_in(text, guessed)) == []
