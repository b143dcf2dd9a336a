"""Namesakes of one family are not each other."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.namesakes import generation, other_middle
from tests.loaders.actors.scenes import cast_of, speakers


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Donald Trump Jr.", "jr"),
        ("Donald Trump, Jr.", "jr"),
        ("Eric Holder Sr.", "sr"),
        ("Cal Ripken III", "iii"),
        ("Elizabeth II", "ii"),
        ("Donald Trump", ""),
        ("Sr.", ""),
        ("", ""),
        ("Ada Ii", "ii"),
    ],
)
def test_a_generation_stands_behind_a_name(name: str, found: str) -> None:
    assert generation(name) == found


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (("H.W.",), ("W.",), True),
        (("H.", "W."), ("W.",), True),
        (("H.", "W."), ("H.W.",), False),
        (("H.",), ("H.W.",), False),
        ((), ("W.",), False),
        (("Walker",), ("H.",), False),  # perhaps
    ],
)
def test_initials_of_two_persons_differ(one: tuple[str, ...], other: tuple[str, ...], differ: bool) -> None:
    assert other_middle(one, other) == differ


@pytest.mark.parametrize(
    ("text", "sources", "found"),
    [
        (
            "John Mokwa said no. Ada Hart met John Mokwa Jr. on Monday. John Mokwa, Jr., said yes.",
            (("John Mokwa", "said", "no"), ("John Mokwa, Jr.,", "said", "yes")),
            [("John Mokwa",), ("John Mokwa Jr.",)],
        ),
        (
            "Holder spoke with his father, Eric Holder Sr., on Monday. Eric Holder is ready. Holder said no.",
            (("Holder", "said", "no"),),
            [("Eric Holder",)],
        ),
        (
            "George H. W. Hart and George W. Hart met. George W. Hart said no. George H.W. Hart said yes.",
            (("George W. Hart", "said", "no"), ("George H.W. Hart", "said", "yes")),
            [("George W. Hart",), ("George H. W. Hart",)],
        ),
        (
            "Donald Trump Jr. said no. Donald Trump was angry. Mr. Trump said yes. Trump Jr. said it was late.",
            (("Donald Trump Jr.", "said", "no"), ("Mr. Trump", "said", "yes"), ("Trump Jr.", "said", "it was late")),
            [("Donald Trump Jr.",), ("Donald Trump",), ("Donald Trump Jr.",)],
        ),
        ("Queen Elizabeth II said no.", (("Queen Elizabeth II", "said", "no"),), [("Elizabeth II",)]),
    ],
)
def test_each_speaks_for_himself(text: str, sources: tuple[tuple[str, str, str], ...], found: list[tuple[str]]) -> None:
    assert speakers(text, *sources) == found


@pytest.mark.parametrize("name", ["Donald Trump Jr.", "Donald Trump, Jr.,", "Donald J. Trump Jr."])
def test_the_son_of_a_known_figure_is_not_the_figure(name: str) -> None:
    cast = cast_of(f"{name} said on Monday that the plan had failed.")
    assert all("jr" in key for key in cast.actors if key.startswith("person/"))
    assert not any(actor.same_as for actor in cast.actors.values() if actor.kind == "Person")


def test_a_surname_lines_before_a_relative_in_full_is_not_the_relative() -> None:
    text = (
        "Trump said no.\nTrump said it was late.\nKushner and his wife, Ivanka Trump, live in Washington.\n"
        "On Friday Trump said yes."
    )
    sources = [("Trump", "said", "no"), ("Trump", "said", "it was late")]
    assert all(one and one != ("Ivanka Trump",) for one in speakers(text, *sources))
    behind = text.index("On Friday")
    assert speakers(text[behind:], ("Trump", "said", "yes")) == [("Trump",)]


def test_mr_somebody_is_a_person_wherever_the_surname_stands() -> None:
    text = (
        "On July 8, Murphy said that he was told to stop. “We deny Mr. Murphy’s claim,” said Ada Hill. Murphy said no."
    )
    cast = cast_of(text)
    assert {actor.kind for actor in cast.actors.values() if "Murphy" in actor.name} == {"Person"}
