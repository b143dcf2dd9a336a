"""Recognised names: letters behind a name, clubs and stations, offices with capitals, what ministries are for."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import cast_of, posts

NAMES = [
    ("In the chamber, Nora Ní Fhloinn TD asked whether the bridge would open.", "Nora Ní Fhloinn", "Person"),
    ("Ada Stone MP said it was late.", "Ada Stone", "Person"),
    ("Ada Stone KC, for the defence, said it was late.", "Ada Stone", "Person"),
    ("Ayr Wanderers coach Emeka Obi said his players slept.", "Ayr Wanderers", "Organisation"),
    ("Radio Tessen's manager, Ada Stone, said her reporters left.", "Radio Tessen", "Organisation"),
    ("Minister for Harbours Morag Stone said it was good.", "Morag Stone", "Person"),
    ("Juror Ada Stone, 34, said the sums did not fit.", "Ada Stone", "Person"),
]


@pytest.mark.parametrize(("text", "name", "kind"), NAMES)
def test_a_name_is_found_without_what_stands_around_it(text: str, name: str, kind: str) -> None:
    assert (name, kind) in {(actor.name, actor.kind) for actor in cast_of(text).actors.values()}


@pytest.mark.parametrize(
    "text",
    [
        "Minister for Harbours Morag Stone said it was good.",
        "The Minister of Lands, Morag Stone, said it was good.",
        "The District Chief Executive, Madam Morag Stone, said it was good.",
    ],
)
def test_neither_an_office_nor_its_matter_is_a_body(text: str) -> None:
    assert {actor.name for actor in cast_of(text).actors.values()} == {"Morag Stone"}


OFFICES = [
    ("“We will be back,” said Ada Stone, convener of the Campus Front.", "convener", "Campus Front"),
    ("Ten died, according to Ali Saleh Barka, the prefect of the area.", "prefect", None),
    ("The clerk, Mrs Jean Stone, said the county was late.", "clerk", None),
    ("Assistant District Attorney Lori Stone said she agreed.", "Assistant District Attorney", None),
    ("“Wash,” Dr. Ali Lamin Barka, the chief medical officer, told journalists.", "chief medical officer", None),
    ("The District Chief Executive, Madam Ada Stone, said 40 came.", "District Chief Executive", None),
    ("President-elect Ada Kiparidze said she would walk.", "President-elect", None),
    ("Commission chairperson Judge Ada Stone warned the witness.", "chairperson", "Commission"),
    ("Minister for Harbours Morag Stone said it was good.", "Minister for Harbours", None),
    ("Minister for Roads and Harbours Morag Stone said so.", "Minister for Roads", None),
]


@pytest.mark.parametrize(("text", "title", "body"), OFFICES)
def test_an_office_is_known_by_its_words(text: str, title: str, body: str | None) -> None:
    assert {(told, of) for _, told, of, _ in posts(text)} == {(title, body)}


@pytest.mark.parametrize(
    "text",
    [
        "Clerk Ada Stone, 34, was at the till.",
        "The film's director, Ada Stone, said it was good.",
        "The officer, Ada Stone, said it was good.",
        "Magistrate Ada Stone said he had come.",
    ],
)
def test_a_trade_is_no_office_by_itself(text: str) -> None:
    assert posts(text) == set()
