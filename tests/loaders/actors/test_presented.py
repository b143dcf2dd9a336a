"""Presented names: first names behind a noun for a person, firms by their offices, holders behind "the"."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import cast_of, speakers

KINDS = [
    ("A reader, Petra, emails: “We are here.”", "Petra", "Person"),
    ("His widow, Maria, is at home.", "Maria", "Person"),
    ("The widow, Maria, is at home.", "Maria", "Person"),
    ("Nordair's head of personnel, Jens-Uwe Bach, told them to wait.", "Nordair", "Organisation"),
    ("It rained. Sutrisno, the head of the village, said it was wet.", "Sutrisno", "Person"),
    ("It rained. Nurul, a nurse at the hospital, said it was wet.", "Nurul", "Person"),
    ("It rained. Anjali, 19, told the court it was wet.", "Anjali", "Person"),
    ("It rained. Mamadou, a community leader, left. Mamadou said it was wet.", "Mamadou", "Person"),
    ("It rained. Nordair, the market leader, said it was wet.", "Nordair", "Organisation"),
    ("Ivanov's spokesman, Ada Stone, told them to wait.", "Ivanov", "Person"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_the_words_beside_a_name_tell_its_kind(text: str, name: str, kind: str) -> None:
    assert (name, kind) in {(actor.name, actor.kind) for actor in cast_of(text).actors.values()}


@pytest.mark.parametrize("text", ["A fan, Monday aside, may come.", "The driver, However, came."])
def test_a_word_with_a_capital_is_not_always_a_name(text: str) -> None:
    assert not [actor for actor in cast_of(text).actors.values() if actor.kind == "Person"]


def test_a_name_behind_the_and_a_trade_speaks() -> None:
    text = "One of her pupils, the Olympian Akosua Bell, said it rained."
    source = "One of her pupils, the Olympian Akosua Bell,"
    assert speakers(text, (source, "said", "it rained")) == [("Akosua Bell",)]


def test_one_s_own_accountant_is_somebody_else() -> None:
    text = "Faisal Bell sat there. He was robbed, his own accountant said."
    assert "Faisal Bell" not in speakers(text, ("his own accountant", "said", "."))[0]


def test_a_first_line_that_leads_in_a_quotation_names_its_speaker() -> None:
    text = "Minister for Roads Morag Stone said:\n\n“Our roads are old.”\n\nIt rained."
    assert speakers(text, ("Minister for Roads Morag Stone", "said", "“Our roads are old.”")) == [("Morag Stone",)]


def test_who_gives_a_name_is_called_by_it() -> None:
    text = "The waiter, who asked to be identified only as Marko, said it was late."
    assert speakers(text, ("The waiter", "said", "it was late")) == [("Marko",)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The club's own account, @TessenFC, replied: “It is late.”", "The club's own account, @TessenFC,"),
        ("The account @TessenFC replied: “It is late.”", "The account @TessenFC"),
    ],
)
def test_an_account_is_its_handle(text: str, source: str) -> None:
    assert speakers(text, (source, "replied", "“It is late.”")) == [("@TessenFC",)]


def test_the_matter_of_a_ministry_is_no_part_of_who_speaks() -> None:
    text = "It rained.\n\nMinister for Harbours Morag Stone said it was late."
    assert speakers(text, ("Minister for Harbours Morag Stone", "said", "it was late")) == [("Morag Stone",)]
