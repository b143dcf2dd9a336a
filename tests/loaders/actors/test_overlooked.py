"""Overlooked names: persons whom the recogniser cuts short, runs over or takes for bodies."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.names import headline
from sayso.loaders.syntax import parse
from tests.loaders.actors.scenes import cast_of, speakers


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "Others say a change is overdue. Eshwar Prabad, a professor of economics, was there.\n\n"
            "Mr. Prabad, a former official, said that it was late.",
            ("Mr. Prabad", "said", "that it was late"),
            "Eshwar Prabad",
        ),
        (
            "Aung Sen Suu Kyo's allies predicted a win. Suu Kyo was there. Suu Kyo said that it was late.",
            ("Suu Kyo", "said", "that it was late"),
            "Aung Sen Suu Kyo",
        ),
        (
            "Neera Tandek, a supporter of the plan, came. After Tandek informed Hill, Tandek wrote that it was late.",
            ("Tandek", "wrote", "that it was late"),
            "Neera Tandek",
        ),
        (
            "Longtime Hilton foe files claim.\n\nMira Hilton was there. Hilton said that it was late.",
            ("Hilton", "said", "that it was late"),
            "Mira Hilton",
        ),
        (
            "The Tessen People's Party, or TVP, was there.\n\nIts youth wing, Junge TVP, went a step further. "
            "The TVP said that it was late.",
            ("The TVP", "said", "that it was late"),
            "Tessen People's Party",
        ),
        (
            "The Tessen People's Party, or TPP, was there. The TPP said that it was late.",
            ("The TPP", "said", "that it was late"),
            "Tessen People's Party",
        ),
    ],
)
def test_a_name_is_whole_as_the_rest_of_the_text_tells(text: str, source: tuple[str, str, str], name: str) -> None:
    assert speakers(text, source) == [(name,)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It was late.”\n\nBoltan distanced himself from the movement by saying he would help.", "Boltan distanced"),
        ("In its youth wing, Junge TVP, nobody went a step further.", "TVP"),
    ],
)
def test_what_runs_on_is_no_part_of_a_persons_name(text: str, name: str) -> None:
    assert name not in {a.name for a in cast_of(text).actors.values() if "/person/" in f"/{a.key}"}


def test_a_surname_in_capitals_is_a_persons() -> None:
    assert speakers("Ada HILL said that it was late.", ("Ada HILL", "said", "that it was late")) == [("Ada HILL",)]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Hill Told A Female Reporter Not To Moan About Bell.", True),
        ("Hill Told A Reporter To Wait", True),
        ("Ada Hill told Mira Bell about the Tessen Bank.", False),
        ("Ada Hill Waits.", False),
    ],
)
def test_a_headline_may_end_with_a_full_stop_where_its_verbs_are_large(line: str, is_one: bool) -> None:
    assert (headline(parse(f"{line}\n\nIt was late.")) is not None) is is_one


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("George Will was there. Will said that it was late.", ("Will", "said", "that it was late"), "George Will"),
        ("Jan Komey left. Said Komey, it was late.", ("Komey", "Said", "it was late"), "Jan Komey"),
        (
            "Dean Bakker, co-director of the Tessen Bank, said that it was late.",
            ("Dean Bakker, co-director of the Tessen Bank,", "said", "that it was late"),
            "Dean Bakker",
        ),
        (
            "RNC Committeeman Curly Haugen said that it was late.",
            ("RNC Committeeman Curly Haugen", "said", "that it was late"),
            "Curly Haugen",
        ),
    ],
)
def test_verbs_and_titles_before_a_name_are_no_part_of_it(text: str, source: tuple[str, str, str], name: str) -> None:
    assert speakers(text, source) == [(name,)]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Hill's inner circle", "Hill's inner circle"),
        ("Hill's top brass", "Hill's top brass"),
        ("Her campaign", "Hill campaign"),
        ("Hill's statement", "Ada Hill"),
    ],
)
def test_those_around_somebody_are_not_that_person(source: str, name: str) -> None:
    assert speakers(f"Ada Hill lost. {source} said that it was late.", (source, "said", "that it was late")) == [
        (name,)
    ]
