"""Introduced names: whom a title, an office or kin before the name makes a person."""

from __future__ import annotations

import pytest

from sayso.loaders.document import Document
from sayso.loaders.extraction import extract


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "When the minister, Oyelaran Adegun, met Chief Priscilla Tamun in Port Hall, he promised a clinic.",
            ["Oyelaran Adegun"],
        ),
        (
            "The fisherman, Alpha Kargo, 40, died. His widow, Mariatu, is ill. She told a nurse that it rained.",
            ["Mariatu"],
        ),
        ("Rashid Karimov, 70, gave the farm to his son Elnur in 2019. “It rained,” Elnur said.", ["Elnur"]),
    ],
)
def test_office_and_kin_tell_a_person(text: str, names: list[str]) -> None:
    found = extract(Document("a", text))
    told = [[found.actors[k] for k in s.speakers] for s in found.statements]
    assert [(a.name, a.kind) for several in told for a in several] == [(name, "Person") for name in names]


def test_the_owner_may_be_a_firm() -> None:
    found = extract(Document("a", "The trader, Baltic Timber, was fined. It said it rained."))
    assert {found.actors[k].kind for s in found.statements for k in s.speakers} <= {"Organisation"}


def test_kin_is_not_whose_kin_it_is() -> None:
    text = (
        "Mihai Lupan and his wife, Doina, run a farm. “The wolves come,” said Lupan. "
        "“He counts them at night,” his wife said."
    )
    found = extract(Document("a", text))
    assert [[found.actors[k].name for k in s.speakers] for s in found.statements] == [["Mihai Lupan"], ["Doina"]]
