"""Told kinds: a name is a body's where the noun beside it says so, and goes by that noun."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.syntax import parse
from tests.loaders.actors.scenes import attributed, speakers


@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        (
            "Cobre Atlantico, a subsidiary of a Canadian company, has built roads in Panama. It said no.",
            ("It",),
            "Cobre Atlantico",
        ),
        ("The organisation, Vatten för Livet, left Somalia. It said no.", ("It",), "Vatten för Livet"),
        (
            "The operator, Cudgegong Air, cancelled all flights. The operator said no.",
            ("The operator",),
            "Cudgegong Air",
        ),
        ("Consumer group Bill Watch was not impressed. It said no.", ("It",), "Bill Watch"),
        ("They paid Respira Andina, a company from Lima. The firm said no.", ("The firm",), "Respira Andina"),
    ],
)
def test_a_body_goes_by_what_it_is(text: str, sources: tuple[str, ...], name: str) -> None:
    assert speakers(text, *((source, "said", "no") for source in sources)) == [(name,)] * len(sources)


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The Manufacturers' Roundtable said no.", "The Manufacturers' Roundtable", "Manufacturers' Roundtable"),
        ("The Bishops' Conference said no.", "The Bishops' Conference", "Bishops' Conference"),
    ],
)
def test_a_body_is_called_after_its_members(text: str, source: str, name: str) -> None:
    cast = find_cast(parse(text), attributed(text, (source, "said", "no")))
    assert [(actor.kind, actor.name) for actor in cast.actors.values()] == [("Organisation", name)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Anna Hill, a party official, said no.", "Anna Hill, a party official,"),
        ("Anna Hill, a bank clerk, said no.", "Anna Hill, a bank clerk,"),
        ("The leader of the party, Anna Hill, said no.", "The leader of the party, Anna Hill,"),
    ],
)
def test_a_person_stays_one(text: str, source: str) -> None:
    cast = find_cast(parse(text), attributed(text, (source, "said", "no")))
    assert [actor.kind for actor in cast.actors.values() if actor.name == "Anna Hill"] == ["Person"]


def test_it_can_be_a_body_without_a_name() -> None:
    text = "The farmers' cooperative has sold lamb to a Japanese chain. It said no."
    assert speakers(text, ("It", "said", "no")) == [("cooperative",)]
