"""Named first: who speaks where what a person is stands behind the name."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers

CASES = [
    ("Lee Min-ah, chief executive of Tessen Shipbuilding,", [("Lee Min-ah",)]),
    ("Ada Hill, a dentist, and Bob Pope, a plumber,", [("Ada Hill", "Bob Pope")]),
    ("Ada Hill, a friend of Jo Stone,", [("Ada Hill",)]),
    ("Ada Hill, Bob Pope and Jo Stone", [("Ada Hill", "Bob Pope", "Jo Stone")]),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_who_is_named_before_a_comma_speaks(source: str, expected: list[tuple[str, ...]]) -> None:
    assert speakers(f"{source} said it rained.", (source, "said", "it rained")) == expected


TRADES = ["71-year-old farmer Ivy Dacres", "Farmer Ivy Dacres", "The tenant farmer Ivy Dacres", "Petitioner Ivy Dacres"]


@pytest.mark.parametrize("source", TRADES)
def test_what_somebody_does_is_no_part_of_the_name(source: str) -> None:
    assert speakers(f"{source} said it waved.", (source, "said", "it waved")) == [("Ivy Dacres",)]


@pytest.mark.parametrize("source", ["Foreign Secretary", "The Foreign Secretary"])
def test_an_office_alone_is_no_name(source: str) -> None:
    text = f"{source} welcomes the accord. The Foreign Secretary Philip Stone said more was needed."
    assert speakers(text, (source, "welcomes", "the accord")) != [("Foreign Secretary",)]
