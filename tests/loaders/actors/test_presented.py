"""Presented names: first names behind a noun for a person, firms by their offices, holders behind "the"."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import cast_of, speakers

KINDS = [
    ("A reader, Petra, emails: “We are here.”", "Petra", "Person"),
    ("His widow, Maria, is at home.", "Maria", "Person"),
    ("Nordair's head of personnel, Jens-Uwe Bach, told them to wait.", "Nordair", "Organisation"),
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
