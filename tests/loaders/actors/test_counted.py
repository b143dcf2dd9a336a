"""Counted plurals: "both countries", "the two leaders"."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers as speakers_of


@pytest.mark.parametrize(
    ("text", "source", "speakers"),
    [
        ("Poland and Latvia agreed. Both countries said so.", "Both countries", {"Poland", "Latvia"}),
        (
            "Ann Smith met Joe Hill. The two leaders said so.",
            "The two leaders",
            {"Ann Smith", "Joe Hill"},
        ),
        ("Spain met Italy. France came. Both countries said so.", "Both countries", {"countries"}),
        ("Poland and Latvia agreed. Two countries said so.", "Two countries", {"countries"}),
    ],
)
def test_as_many_of_a_kind_as_were_named_last_are_meant(text: str, source: str, speakers: set[str]) -> None:
    assert set(speakers_of(text, (source, "said", "so."))[0]) == speakers
