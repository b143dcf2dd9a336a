"""Shortened: letters that open a line in an interview are who speaks."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers

LEAD = "We spoke with Anna Maria Beren, a candidate."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{LEAD}\n\nWN What do you hope for?\n\nAMB We want to change the city.", "Anna Maria Beren"),
        (f"{LEAD}\n\nWN What do you hope for?\n\nAB We want to change the city.", "Anna Maria Beren"),
        (f"{LEAD}\n\nWN What do you hope for?\n\nXY We want to change the city.", "XY"),
    ],
)
def test_initials_that_open_a_line_are_a_person_named_in_full(text: str, who: str) -> None:
    letters = text.rsplit("\n\n", 1)[1].split()[0]
    assert speakers(text, (letters, "", "We want to change the city."))[0] == (who,)
