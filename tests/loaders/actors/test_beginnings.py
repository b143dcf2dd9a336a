"""Beginnings: the first words of a body's name that stand for it, and those that are a person's or a place's."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import cast_of, speakers


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Red Kudu Resources has a mine. Red Kudu said it was safe.", "Red Kudu Resources"),
        ("The county sued Blue Anchor Shipping. Blue Anchor said it was safe.", "Blue Anchor Shipping"),
        (
            "Silver Birch Housing Association has flats. Silver Birch said it was safe.",
            "Silver Birch Housing Association",
        ),
        ("Grey Wolf to close\n\nGrey Wolf Logistics has lorries. Grey Wolf said it was safe.", "Grey Wolf Logistics"),
    ],
)
def test_the_first_words_of_a_body_s_name_are_the_body(text: str, full: str) -> None:
    begin = text.partition(" said")[0].rpartition(". ")[2]
    assert speakers(text, (begin, "said", "it was safe")) == [(full,)]
    assert [actor.name for actor in cast_of(text).actors.values() if begin in actor.name] == [full]


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("The Petra Lund Foundation gave money. Petra Lund said it was hers.", "Petra Lund"),
        ("North Tessen Council met. In North Tessen, it rained.", "North Tessen"),
        ("Red Kudu Resources and Red Kudu Motors are rivals. Red Kudu said it was safe.", "Red Kudu"),
        ("The Red Kudu Institute is new. Mr Kudu leads it. Red Kudu said it was safe.", "Red Kudu"),
    ],
)
def test_what_begins_as_a_person_s_or_a_place_s_name_does_is_no_body(text: str, begin: str) -> None:
    found = [actor for actor in cast_of(text).actors.values() if actor.kind == "Organisation" and begin in actor.names]
    assert found == []
