"""Headlined: the bare noun of a headline means who says the same below it, where the two agree."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers


@pytest.mark.parametrize(
    ("headline", "body", "first"),
    [
        (
            "State-backed bank denies plan",
            "Volga Kredit, a Russian bank, denied the report.",
            ("Volga Kredit",),
        ),
        ("Minister denies plan", "The minister for fish, Ada Hill, denied the report.", ("Ada Hill",)),
        # a body is no person
        ("Union denies plan", "Ada Hill denied the report.", ("Union",)),
    ],
)
def test_a_bare_noun_of_a_headline_means_who_says_so_below(headline: str, body: str, first: tuple[str, ...]) -> None:
    source, cue = headline.removesuffix(" plan").rsplit(" ", 1)
    below, verb = body.removesuffix(" the report.").rsplit(" ", 1)
    found = speakers(f"{headline}\n\n{body}", (source, cue, "plan"), (below, verb, "the report"))
    assert found[0] == first
