"""Single they: when "they" is the one person named before, and when it is others."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("Sam Reyes wrote the book.", True),
        ("Robin Marsh lives in Dover.", True),
        ("Sam Reyes joined the band.", False),
        ("Neighbours heard shots. Nell Frost was found dead.", False),
        ("Ada Hill resigned. She said it was time.", False),
        ("Jo Pell married Sam Ott in June.", False),
        ("Workers blocked the gate while Sam Reyes spoke.", False),
    ],
)
def test_they_are_one_person_only_where_nobody_else_can_be_meant(before: str, named: bool) -> None:
    found = speakers(f"{before} They said it was late.", ("They", "said", "it was late"))[0]
    assert bool({"Sam Reyes", "Robin Marsh", "Nell Frost", "Ada Hill"} & set(found)) == (named and len(found) == 1)
