"""Between: what two say about each other, with those who hold their offices if wanted."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.graph.answers.between import between, between_by
from sayso.graph.model.rendering import as_json
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, UsageError
from tests.sample import LEAGUE, RURITANIA, ZENDA, sample_quads


@pytest.fixture
def sample(store: Store) -> Store:
    store.apply([], sample_quads())
    return store


def told(store: Store, a: str, b: str, *, offices: bool = False, **asked: str) -> Any:
    return as_json(between(store, a, b, offices, asked))


def test_each_way_is_counted(sample: Store) -> None:
    found = told(sample, ZENDA, LEAGUE)
    assert (found["a"]["name"], found["b"]["name"]) == ("Anna Zenda", "The League")
    there, back = found["ways"]
    assert there["total"] == 3
    assert there["acts"] == {"demand": 1, "deny": 1, "intend": 1}
    assert (there["first"], there["last"]) == ("2024-03-04", "2024-06-01")
    assert back["total"] == 0


def test_who_holds_an_office_of_an_actor_counts_for_it(sample: Store) -> None:
    alone = told(sample, RURITANIA, LEAGUE)
    assert (alone["ways"][0]["total"], alone["holders"]) == (1, {"a": [], "b": []})
    with_holders = told(sample, RURITANIA, LEAGUE, offices=True)
    assert with_holders["ways"][0]["total"] == 3
    [holder] = with_holders["holders"]["a"]
    assert (holder["actor"]["name"], holder["title"]) == ("Anna Zenda", "Foreign Minister")


def test_a_side_on_the_other_is_none_on_a_matter(sample: Store) -> None:
    there = told(sample, RURITANIA, LEAGUE, offices=True)["ways"][0]
    assert there["toward"] == {"for": 0, "against": 1}
    assert there["matters"] == {"for": 1, "against": 0}


def test_cards_of_one_way_by_their_days(sample: Store) -> None:
    def acts(sort: str, limit: int = 10, offset: int = 0, **asked: str) -> list[str]:
        page: Any = as_json(between_by(sample, ZENDA, LEAGUE, False, asked, "ab", sort, limit, offset))
        assert page["total"] == (1 if asked else 3)
        return [card["act"] for card in page["items"]]

    assert acts("day") == ["deny", "demand", "intend"]
    assert acts("-day") == ["intend", "demand", "deny"]
    assert acts("day", 1, 1) == ["demand"]
    assert acts("day", act="intend") == ["intend"]
    assert between_by(sample, ZENDA, LEAGUE, False, {}, "ba", "day", 5, 0).items == []


def test_what_does_not_fit_is_told(sample: Store) -> None:
    with pytest.raises(UsageError, match="way"):
        between_by(sample, ZENDA, LEAGUE, False, {}, "up", "day", 5, 0)
    with pytest.raises(NotFoundError):
        told(sample, "Nobody", LEAGUE)
