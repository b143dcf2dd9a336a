"""Pointed: when the reading model's choice of a speaker stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.pointed import speakers_of
from sayso.loaders.facts import Attribution, Meaning, Span
from sayso.loaders.syntax import parse
from tests.loaders.actors.scenes import attributed

FILED = "Tessen Gas went to court on Friday. "


@pytest.mark.parametrize(
    ("source", "chance", "speaker"),
    [
        ("The motion", 0.9, "Tessen Gas"),
        ("The insider", 0.6, "insider"),  # not sure enough to speak for somebody without a name
        ("The motion", 0.6, "Tessen Gas"),  # of a document less is asked
        ("The motion", 0.4, "motion"),
        ("Study", 0.9, "Tessen Gas"),
        ("Several experts", 0.9, "experts"),  # these speak for themselves
        ("A witness", 0.9, "witness"),
        ("Mary Hill", 0.9, "Mary Hill"),  # a name is whose it is
    ],
)
def test_the_model_speaks_for_what_points_back(source: str, chance: float, speaker: str) -> None:
    text = f"{FILED}{source} said it was over."
    (one,) = attributed(text, (source, "said", "it was over"))
    one = replace(one, meaning=Meaning((), (), ((Span(0, len("Tessen Gas")), chance),)))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == [speaker]


@pytest.mark.parametrize(("cue", "speaker"), [("It was reported", []), ("Allegedly", []), ("adding", ["Tessen Gas"])])
def test_nobody_speaks_where_nobody_is_said_to(cue: str, speaker: list[str]) -> None:
    text = f"{FILED}{cue} that it was over."
    whole = Span(text.index(cue), text.index(cue) + len(cue))
    words = Span(text.index("it was over"), len(text) - 1)
    one = Attribution((words,), (whole,), (), 1.0, Meaning((), (), ((Span(0, len("Tessen Gas")), 0.9),)))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == speaker


def test_a_namesake_does_not_speak_in_the_place_of_whom_the_source_names() -> None:
    text = "Robert Stone went to court on Friday. Mary Stone said it was over."
    (one,) = attributed(text, ("Mary Stone", "said", "it was over"))
    one = replace(one, meaning=Meaning((), (), ((Span(0, len("Robert")), 0.99),)))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == ["Mary Stone"]
