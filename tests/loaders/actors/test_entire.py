"""Entire names: sources that are one body's name with a number, an "and" or a state in it, and names behind a kind."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The Lost 40 Project said no on Monday.", "The Lost 40 Project", "Lost 40 Project"),
        ("News 14 said no.", "News 14", "News 14"),
        ("Tessen Fire and Rescue said no.", "Tessen Fire and Rescue", "Tessen Fire and Rescue"),
        (
            "Sustainable Kenya said no. She ran for the Sustainable Kenya party.",
            "Sustainable Kenya",
            "Sustainable Kenya",
        ),
        (
            "Recycled paper producer Who Sells a Pear said no.",
            "Recycled paper producer Who Sells a Pear",
            "Who Sells a Pear",
        ),
        (
            "It rained. The activist organization the Campaign on Open Seas said no.",
            "The activist organization the Campaign on Open Seas",
            "Campaign on Open Seas",
        ),
        ("Section 230 said no.", "Section 230", "section"),
    ],
)
def test_a_source_that_is_one_name_from_end_to_end_speaks_as_that_body(text: str, source: str, name: str) -> None:
    assert speakers(text, (source, "said", "no")) == [(name,)]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (
            "Executive director of the Oslo chapter of the Council on African - Nordic Relations Wanjiru Otieno",
            "Wanjiru Otieno",
        ),
        ("study co-author and Royal Academy University Research Fellow Martin How", "Martin How"),
    ],
)
def test_the_name_behind_a_long_description_speaks(source: str, name: str) -> None:
    text = f"It rained. “No,” said {source}."
    assert speakers(text, (source, "said", "No")) == [(name,)]
