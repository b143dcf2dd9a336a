"""Regions: whom "the province", "the state government" and "the county" mean."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("It rained in Kerala. The state government said no.", "The state government", "Kerala government"),
        ("It rained in rural Ontario. The province said no.", "The province", "Ontario"),
        ("Bihar has lost a bridge. Villagers in Bihar wept. The state said no.", "The state", "Bihar"),
        ("It rained in Quebec. They met in Quebec. The government said no.", "The government", "Quebec government"),
        ("It rained in Palo County. The county said no.", "The county", "Palo County"),
        ("It rained in Quebec and in Ontario. The province said no.", "The province", "province"),
        ("It rained in Quebec. The federal government said no.", "The federal government", "federal government"),
        ("India met Pakistan in Punjab. India won. The government said no.", "The government", "India"),
    ],
)
def test_a_region_is_the_one_that_the_article_names(text: str, source: str, name: str) -> None:
    assert speakers(text, (source, "said", "no")) == [(name,)]
