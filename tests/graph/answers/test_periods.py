"""The timeline counts each statement once, in the period of its day, and says how many have no day."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.answers.timeline import PERIODS, begin_of, fitting, period_of, timeline
from sayso.graph.model.rendering import as_json
from sayso.graph.store.store import Store
from sayso.loaders.mapping import article_quads
from sayso.ontology.errors import NotFoundError, QueryError, UsageError
from tests.sample import SUMMIT, sample_quads, summit


@pytest.fixture
def sample(store: Store) -> Store:
    """A store that holds the sample, and its first article once more without a date."""
    store.apply([], sample_quads())
    undated = replace(SUMMIT, id="undated-1", published=None)
    facts = summit()
    statements = tuple(replace(statement, said_on=None) for statement in facts.statements)
    store.apply([], article_quads(undated, replace(facts, statements=statements)))
    return store


def told(
    store: Store,
    by: tuple[str, ...] = (),
    about: str = "",
    acts: tuple[str, ...] = (),
    since: str = "",
    until: str = "",
    period: str = "",
    **values: str,
) -> dict[str, Any]:
    """Return a timeline."""
    return as_json(timeline(store, [*by], [*acts], {"about": about, **values}, since, until, period))


def test_everybody_by_the_week(sample: Store) -> None:
    found = told(sample)
    assert (found["period"], found["first"], found["last"]) == ("week", "2024-03-04", "2024-06-01")
    [series] = found["series"]
    assert series["actor"] is None
    assert (series["total"], series["undated"]["count"]) == (6, 4)
    assert series["acts"] == {"deny": 1, "reject": 1, "accuse": 1, "demand": 1, "warn": 1, "intend": 1}
    filled = [one for one in series["periods"] if one["count"]]
    assert [(one["begin"], one["end"], one["count"]) for one in filled] == [
        ("2024-03-04", "2024-03-10", 4),
        ("2024-05-27", "2024-06-02", 2),
    ]
    # The weeks without a statement are there, too.
    assert len(series["periods"]) == 13


@pytest.mark.parametrize(
    ("asked", "totals", "undated"),
    [
        ({"by": ("Zenda",)}, [3], [2]),
        ({"by": ("Zenda", "Borduria")}, [3, 1], [2, 0]),
        ({"by": ("Zenda", "person/anna-zenda")}, [3, 3], [2, 2]),
        ({"about": "League"}, [3], [2]),
        ({"acts": ("deny", "demand")}, [2], [2]),
        ({"since": "2024-03-05", "until": "2024-05-31"}, [3], [4]),
        ({"source": "the strelsau courier"}, [4], [4]),
        ({"confidence": "0.9"}, [3], [2]),
        ({"since": "2030-01-01"}, [0], [4]),
    ],
)
def test_what_is_counted(sample: Store, asked: dict[str, Any], totals: list[int], undated: list[int]) -> None:
    series = told(sample, **asked)["series"]
    assert [one["total"] for one in series] == totals
    assert [one["undated"]["count"] for one in series] == undated
    for one in series:
        assert sum(period["count"] for period in one["periods"]) == one["total"] == sum(one["acts"].values())


@pytest.mark.parametrize("period", PERIODS)
def test_periods_follow_each_other_without_a_gap(sample: Store, period: str) -> None:
    [series] = told(sample, period=period)["series"]
    spans = [(date.fromisoformat(one["begin"]), date.fromisoformat(one["end"])) for one in series["periods"]]
    assert all(following == end + timedelta(1) for (_, end), (following, _) in pairwise(spans))
    assert series["total"] == 6


@pytest.mark.parametrize(
    ("days", "period"), [(0, "day"), (45, "day"), (46, "week"), (365, "week"), (366, "month"), (5000, "year")]
)
def test_the_length_decides_the_period(days: int, period: str) -> None:
    assert period_of(date(2020, 1, 1), date(2020, 1, 1) + timedelta(days)) == period


@given(st.dates(), st.sampled_from(PERIODS))
def test_a_day_is_in_its_period(day: date, period: Any) -> None:
    begin = begin_of(day, period)
    assert begin <= day
    assert begin_of(begin, period) == begin


@pytest.mark.parametrize("saved", ["2024", "2024-03", "0000-00-00", "9999-12-31", "0001-01-01", "yesterday"])
def test_odd_days_break_nothing(sample: Store, saved: str) -> None:
    sample.update(f'INSERT DATA {{ GRAPH <urn:x> {{ <urn:s> sayso:inArticle <urn:t> ; sayso:act '
                  f'<https://w3id.org/sayso/act/deny> ; sayso:saidOn "{saved}" }} }}')  # fmt: skip
    [series] = told(sample, period="year")["series"]
    assert series["total"] + series["undated"]["count"] == 11


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"by": ("Nobody",)}, NotFoundError),
        ({"about": "Nobody"}, NotFoundError),
        ({"acts": ("dance",)}, UsageError),
        ({"period": "decade"}, UsageError),
        ({"since": "soon"}, QueryError),
        ({"until": "2024-02-31"}, QueryError),
        ({"confidence": "much"}, QueryError),
    ],
)
def test_what_does_not_fit_is_refused(sample: Store, asked: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        told(sample, **asked)


def test_an_empty_store_has_no_time(store: Store) -> None:
    found = told(store)
    assert (found["first"], found["series"][0]["periods"], found["series"][0]["total"]) == (None, [], 0)


def test_too_many_periods_are_refused(sample: Store) -> None:
    sample.update('INSERT DATA { GRAPH <urn:x> { <urn:s> sayso:inArticle <urn:t> ; sayso:act '
                  '<https://w3id.org/sayso/act/deny> ; sayso:saidOn "1901-01-01" } }')  # fmt: skip
    with pytest.raises(UsageError):
        told(sample, period="day")


@pytest.mark.parametrize(
    ("many", "far", "period"),
    [
        ([date(2024, 1, 1) + timedelta(day) for day in range(40)], [date(2021, 5, 1)], "month"),
        ([date(2024, 1, 1) + timedelta(day) for day in range(40)], [date(2023, 12, 1)], "day"),
        ([date(2024, 1, 1) + timedelta(day) for day in range(40)], [date(1914, 7, 28)], "year"),
        ([date(2024, 1, 1)], [], "day"),
        ([], [], "day"),
    ],
)
def test_a_few_days_far_away_decide_nothing(many: list[date], far: list[date], period: str) -> None:
    assert fitting(Counter([*many, *far])) == period
