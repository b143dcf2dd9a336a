"""Nobody with a name speaks for who is not to be named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.pointed import speakers_of
from sayso.loaders.facts import Meaning, Span
from sayso.loaders.syntax import parse
from tests.loaders.actors.scenes import attributed


@pytest.mark.parametrize(
    ("source", "behind"),
    [
        ("the student", ", who asked not to be named, said it was over."),
        ("a person familiar with the matter", " said it was over."),
        ("the official", ", speaking on condition of anonymity, said it was over."),
        ("the woman", ", who did not want to be quoted by name, said it was over."),
        ("the lawyer", " said it was over, declining to comment further as she was not authorized to speak."),
    ],
)
def test_words_of_the_anonymous_are_nobody_elses(source: str, behind: str) -> None:
    text = f"Ada Hill, a lawyer, went to court on Friday. In the end {source}{behind}"
    (one,) = attributed(text, (source, "said", "it was over"))
    one = replace(one, meaning=Meaning((), (), ((Span(0, len("Ada")), 0.99),)))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [key.split("/")[0] for key in speakers_of(doc, cast, one)] == ["group"]


def test_who_was_told_of_without_a_name_has_none_later() -> None:
    text = "Ada Hill went to court. A neighbour said it was late. On Friday the neighbour said it was over."
    one, other = attributed(text, ("A neighbour", "said", "it was late"), ("the neighbour", "said", "it was over"))
    other = replace(other, meaning=Meaning((), (), ((Span(0, len("Ada")), 0.99),)))
    doc = parse(text)
    cast = find_cast(doc, [one, other])
    assert [key.split("/")[0] for key in speakers_of(doc, cast, other)] == ["group"]


def test_a_listener_is_not_the_agency_that_speaks() -> None:
    text = "The Migration Agency told Reuters that it was late. The agency said it was over."
    (one,) = attributed(text, ("The agency", "said", "it was over"))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == ["Migration Agency"]


def test_the_official_is_the_one_who_was_not_named() -> None:
    text = (
        "Ada Hill, a health official, was late. It is under way, according to a federal official who spoke on "
        "condition of anonymity. The official said it was over."
    )
    first = ("a federal official who spoke on condition of anonymity", "according to", "It is under way")
    one, other = attributed(text, first, ("The official", "said", "it was over"))
    doc = parse(text)
    cast = find_cast(doc, [one, other])
    assert [key.split("/")[0] for key in speakers_of(doc, cast, other)] == ["group"]


@pytest.mark.parametrize(
    "behind",
    [
        " said it was over. Officials who asked not to be named were there.",
        " said it was over, and that an official who asked not to be named was late.",
    ],
)
def test_the_anonymity_of_others_is_not_ones_own(behind: str) -> None:
    text = f"Mayor Ada Hill went to court on Friday. In the end the mayor{behind}"
    (one,) = attributed(text, ("the mayor", "said", "it was over"))
    doc = parse(text)
    cast = find_cast(doc, [one])
    assert [cast.actors[key].name for key in speakers_of(doc, cast, one)] == ["Ada Hill"]
