"""Opened rows: several who speak in one source, behind a plural, a dash or a "from"; and rows that are one."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers


@pytest.mark.parametrize(
    ("text", "source", "names"),
    [
        (
            'It rained. The "Big Three" steelmakers - Nordan, Vale, and Tessen Steel - said no.',
            'The "Big Three" steelmakers - Nordan, Vale, and Tessen Steel -',
            ("Nordan", "Vale", "Tessen Steel"),
        ),
        (
            "Jo Wilson of Leeds came. The study's lead authors, Wilson of C-MORE and Nick Hawker of USC, said no.",
            "The study's lead authors, Wilson of C-MORE and Nick Hawker of USC,",
            ("Jo Wilson", "Nick Hawker"),
        ),
        (
            "No was said by social media users, Radio Kenya producer Jamal Otieno, and Ada Hill.",
            "social media users, Radio Kenya producer Jamal Otieno, and Ada Hill",
            ("social media users", "Jamal Otieno", "Ada Hill"),
        ),
        (
            "The two candidates, Robert Stone and Senator Mary Hill, said no.",
            "The two candidates, Robert Stone and Senator Mary Hill,",
            ("Robert Stone", "Mary Hill"),
        ),
        (
            "It rained. Tessen's sales, service, and marketing vice president said no.",
            "Tessen's sales, service, and marketing vice president",
            ("marketing vice president",),
        ),
        (
            "No was said by Ada Hill of the Farmers' Party and 38 co-petitioners.",
            "Ada Hill of the Farmers' Party and 38 co-petitioners",
            ("Ada Hill", "co-petitioners"),
        ),
        (
            "No was said by Farmers' Union (FU) head Jo Stone, Ada Hill, and a spokesperson for President Rob Vale.",
            "Farmers' Union (FU) head Jo Stone, Ada Hill, and a spokesperson for President Rob Vale",
            ("Jo Stone", "Ada Hill", "spokesperson"),
        ),
        (
            "A bomb hit the Kolo Cathedral. Kolo, and the region around it, said no.",
            "Kolo, and the region around it,",
            ("Kolo", "region"),
        ),
        (
            "No was said by state news agency Saba and Ada Hill.",
            "state news agency Saba and Ada Hill",
            ("Saba", "Ada Hill"),
        ),
    ],
)
def test_all_of_a_row_speak(text: str, source: str, names: tuple[str, ...]) -> None:
    assert speakers(text, (source, "said", "no" if text.endswith(" no.") else "No")) == [names]


def test_both_ends_of_from_to_speak() -> None:
    text = "Praise came from President Ada Hill to the singer Jo Stone."
    found = speakers(text, ("President Ada Hill to the singer Jo Stone", "came", "Praise"))
    assert found == [("Ada Hill", "Jo Stone")]
