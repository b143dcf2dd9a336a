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
        ("The Glass and Brick Council said no.", "The Glass and Brick Council", "Glass and Brick Council"),
        (
            "The Nurses and Midwives Alliance, which has endorsed nobody, said no.",
            "The Nurses and Midwives Alliance, which has endorsed nobody,",
            "Nurses and Midwives Alliance",
        ),
        ("Tessen Workers Local 614 said no.", "Tessen Workers Local 614", "Tessen Workers Local 614"),
        (
            "The Tessen Search and Rescue Agency came. The Search and Rescue Agency said no.",
            "The Search and Rescue Agency",
            "Tessen Search and Rescue Agency",
        ),
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


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Pentagon and State Department said no.", "The Pentagon and State Department"),
        ("The Harbour won. The Harbour and Coal Council said no.", "The Harbour and Coal Council"),
    ],
)
def test_two_bodies_are_not_one(text: str, source: str) -> None:
    assert all(" and " not in name for (*names,) in speakers(text, (source, "said", "no")) for name in names)
