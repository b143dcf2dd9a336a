"""Aged: who is called by age, people or birthplace, and who is not."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers


@pytest.mark.parametrize(
    ("before", "source", "name"),
    [
        ("Wycliffe Otieno won the race.", "the 23-year-old Kenyan", "Wycliffe Otieno"),
        ("Ada Hill faced Bob Pope. Hill, 30, won.", "the 30-year-old", "Ada Hill"),
        ("Jo Pell, 17, and Sam Ott, 19, were trapped.", "the 19-year-old", "Sam Ott"),
        ("Joel Finch was jailed.", "the Dover-based accountant", "Joel Finch"),
        ("Goran Vale won.", "the Croatian", "Goran Vale"),
        ("Sara Wick beat Ilse Bram.", "the Belgian", "Belgian"),
        ("Ada Hill faced Bob Pope.", "the 30-year-old", "30-year-old"),
        ("Ada Hill, 40, left.", "the 30-year-old", "30-year-old"),
        ("It rained.", "a 45-year-old", "45-year-old"),
        ("Ada Hill left.", "the Dutch", "Netherlands"),
    ],
)
def test_age_people_and_birthplace_mean_the_one_who_fits(before: str, source: str, name: str) -> None:
    text = f"{before} “It is late,” {source} said."
    found = speakers(text, (source, "said", "“It is late,”"))
    assert [(name,)] == found if name != "Netherlands" else "Ada Hill" not in found[0]


@pytest.mark.parametrize("source", ["the 20-year-old company", "the Dover-based firm", "the 17-year-old’s mother"])
def test_a_firm_and_kin_are_nobody_named(source: str) -> None:
    text = f"Ada Hill, 17, left. “It is late,” {source} said."
    assert "Ada Hill" not in speakers(text, (source, "said", "“It is late,”"))[0]
