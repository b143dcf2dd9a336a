"""Timed: the rules' time words and those that the reading model marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sayso.loaders.facts import Marked, Meaning, Span
from sayso.loaders.syntax import parse
from sayso.loaders.timed import timed
from tests.loaders.actors.scenes import attributed

LATER = "A month later, during the debate, Stone said that it was over."
TOLD = ("Stone", "said", "that it was over")


@pytest.mark.parametrize(
    ("text", "marked", "sure", "words"),
    [
        ("In grade school Stone said that it was over.", "In grade school", 0.5, "In grade school"),
        ("In grade school, Stone said that it was over.", "In grade school,", 0.5, "In grade school"),
        (LATER, "during the debate", 0.9, "during the debate"),
        (LATER, "during the debate", 0.6, "A month later"),
        (LATER, "month later", 0.9, "A month later"),
        ("On Monday Stone said that it was over.", "Monday", 0.9, "On Monday"),
        ("On 2024-03-11 Stone said that it was over.", "03", 0.9, "On 2024-03-11"),
        ("In May the vote came. Stone said that it was over.", "In May", 0.9, None),
        ("Stone said that it was over.", "over", 0.9, None),
    ],
)
def test_rule_and_mark(text: str, marked: str, sure: float, words: str | None) -> None:
    (attribution,) = attributed(text, TOLD)
    start = text.index(marked)
    mark = Marked("when", Span(start, start + len(marked)), sure)
    sentence = Span(max(0, text.rfind(". ", 0, -1) + 2) if ". " in text[:-1] else 0, len(text))
    found, _ = timed(parse(text), replace(attribution, meaning=Meaning((), (mark,))), sentence, None)
    assert found == words


def test_marked_words_fix_a_date_as_others_do() -> None:
    text = "A month later, with the party on Saturday, Stone said that it was over."
    (attribution,) = attributed(text, TOLD)
    start = text.index("Saturday")
    mark = Marked("when", Span(start, start + len("Saturday")), 0.9)
    found = timed(parse(text), replace(attribution, meaning=Meaning((), (mark,))), Span(0, len(text)), "2022-01-31")
    assert found == ("on Saturday", date(2022, 1, 29))
