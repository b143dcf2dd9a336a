"""When: time words and the dates that they fix."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.loaders.days import fixed_date
from sayso.loaders.facts import Span
from sayso.loaders.syntax import parse
from sayso.loaders.when import when
from tests.loaders.actors.scenes import attributed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Stone said on Sunday that it was over.", "on Sunday"),
        ("Stone on Sunday said that it was over.", "on Sunday"),
        ("On January 28 Stone said that it was over.", "On January 28"),
        ("Yesterday, Stone said that it was over.", "Yesterday"),
        ("Stone said late on Wednesday that it was over.", "late on Wednesday"),
        ("Stone said Friday afternoon that it was over.", "Friday afternoon"),
        ("Stone said last week that it was over.", "last week"),
        ("Stone said this month that it was over.", "this month"),
        ("Stone said in August that it was over.", "in August"),
        ("Stone said on 2024-03-11 that it was over.", "on 2024-03-11"),
        ("Stone said two days ago that it was over.", "two days ago"),
        ("Stone said last March that it was over.", "last March"),
        ("Stone said in 2019 that it was over.", "in 2019"),
        ("A day before the vote, Stone said that it was over.", "A day before the vote"),
        ("Yesterday, Stone, the party's own choice, said that it was over.", "Yesterday"),
        ("At about 5:17 p.m. Stone said that it was over.", "At about 5:17 p.m."),
        ("Shortly before the vote, Stone said that it was over.", "Shortly before the vote"),
        ("After the match, Stone said that it was over.", "After the match"),
        ("Stone had previously said that it was over.", "previously"),
        ("It was a good year for the bank\n\nYesterday, Stone, who led it, said that it was over.", "Yesterday"),
        ("BISHKEK, March 14 (Reuters) - Stone on Thursday said that it was over.", "on Thursday"),
        ("Speaking today, Stone said that it was over.", "today"),
        ("Announcing it on Monday, Stone said that it was over.", "on Monday"),
        ("Stone, who lost power five years ago, said that it was over.", None),
        ("Stone told his weekly briefing and said that it was over.", None),
        ("Stone said that it was over.", None),
        ("Stone, who is 40 years old, said that it was over.", None),
    ],
)
def test_time_words(text: str, words: str | None) -> None:
    (attribution,) = attributed(text, ("Stone", "said", "that it was over"))
    found, day = when(parse(text), attribution, Span(0, len(text)), None)
    assert found == words
    assert day is None or words == "on 2024-03-11"  # a whole day needs no other


def test_the_contents_own_time_is_not_the_statements() -> None:
    text = "Stone said that it ended on Friday."
    (attribution,) = attributed(text, ("Stone", "said", "that it ended on Friday"))
    assert when(parse(text), attribution, Span(0, len(text)), "2022-01-31") == (None, None)


@pytest.mark.parametrize(
    ("words", "published", "day"),
    [
        ("Sunday", "2022-01-31", date(2022, 1, 30)),
        ("Monday", "2022-01-31", date(2022, 1, 31)),
        ("yesterday", "2022-01-31T08:00:00Z", date(2022, 1, 30)),
        ("today", "2022-01-31", date(2022, 1, 31)),
        ("January 28", "2022-01-31", date(2022, 1, 28)),
        ("Dec. 30", "2022-01-31", date(2021, 12, 30)),
        ("28 January 2020", "2022-01-31", date(2020, 1, 28)),
        ("2024-03-11", "2024-03-13", date(2024, 3, 11)),
        ("2024-03-11", None, date(2024, 3, 11)),
        ("two days ago", "2024-03-13", date(2024, 3, 11)),
        ("a day ago", "2024-03-13", date(2024, 3, 12)),
        ("three weeks ago", "2024-03-13", None),
        ("earlier on Tuesday", "2024-03-13", date(2024, 3, 12)),
        ("next Monday", "2024-03-13", date(2024, 3, 18)),
        ("the day before yesterday", "2024-03-13", date(2024, 3, 11)),
        ("Nov. 8", "2020-10-03", date(2019, 11, 8)),
        ("last March", "2024-03-13", None),
        ("in March 2019", "2024-03-13", None),
        ("in 2019", "2024-03-13", None),
        ("2019", "2024-03-13", None),
        ("2024-13-45", "2024-03-13", None),
        ("this month", "2022-01-31", None),
        ("2014", "2022-01-31", None),
        ("Sunday", None, None),
        ("Sunday", "no date", None),
    ],
)
def test_dates_that_the_articles_own_fixes(words: str, published: str | None, day: date | None) -> None:
    assert fixed_date(words, published) == day


@pytest.mark.parametrize(
    ("words", "published", "day"),
    [
        ("on Nov. 8", "2020-10-03", date(2020, 11, 8)),
        ("Monday", "2024-03-13", date(2024, 3, 18)),
        ("tomorrow", "2024-03-13", date(2024, 3, 14)),
    ],
)
def test_what_is_to_be_said_looks_ahead(words: str, published: str, day: date) -> None:
    assert fixed_date(words, published, ahead=True) == day


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_words_give_a_date_or_none(words: str, published: str) -> None:
    fixed_date(words, published)
