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
        ("Speaking ahead of Saturday's match, Stone said that it was over.", "ahead of Saturday's match"),
        ("Stone said before Saturday's match that it was over.", "before Saturday's match"),
        ("Following a meeting on Monday, Stone said that it was over.", "Following a meeting on Monday"),
        ("During Friday's debate, Stone said that it was over.", "During Friday's debate"),
        ("On the eve of the vote, Stone said that it was over.", "On the eve of the vote"),
        ("While on a visit to Chile, Stone said that it was over.", "While on a visit to Chile"),
        ("While speaking at a rally, Stone said that it was over.", "While speaking at a rally"),
        ("While he supports the plan, Stone said on Monday that it was over.", "on Monday"),
        ("Stone had previously said that it was over.", "previously"),
        ("It was a good year for the bank\n\nYesterday, Stone, who led it, said that it was over.", "Yesterday"),
        ("BISHKEK, March 14 (Reuters) - Stone on Thursday said that it was over.", "on Thursday"),
        ("Speaking today, Stone said that it was over.", "today"),
        ("Announcing it on Monday, Stone said that it was over.", "on Monday"),
        ("As of early today, Stone said that it was over.", "As of early today"),
        ("On the same day Stone said that it was over.", "On the same day"),
        ("Stone said that day that it was over.", "that day"),
        ("The following week, Stone said that it was over.", "The following week"),
        ("In the past few days Stone said that it was over.", "In the past few days"),
        ("On one occasion, Stone said that it was over.", "On one occasion"),
        ("In the past, Stone said that it was over.", "In the past"),
        ("For several days Stone said that it was over.", "For several days"),
        ("Stone said before being sworn in that it was over.", "before being sworn in"),
        ("In a statement posted before being sworn in, Stone said that it was over.", "before being sworn in"),
        (
            "Two days before the county's final count of all votes, Stone said that it was over.",
            "Two days before the county's final count of all votes",
        ),
        (
            "Two days prior to the county's final count, Stone said that it was over.",
            "Two days prior to the county's final count",
        ),
        ("In 2005 the bank lost it, and recently Stone said that it was over.", "recently"),
        ("When it was first seen on Sunday, Stone said that it was over.", "on Sunday"),
        ("As you mark this day, Stone said that it was over.", None),
        ("In 2003 Hill left, and Stone said that it was over.", "In 2003"),
        ("Stone said that it was over, but in 2003 the bank told another story.", None),
        ("In 2017, after the vote came to light, Stone said that it was over.", "In 2017"),
        ("At around 11:25am local time, Stone said that it was over.", "At around 11:25am local time"),
        ("In his Tuesday talk, Stone said that it was over.", "Tuesday"),
        ("Stone said at the time that it was over.", "at the time"),
        ("Stone ruled out a vote at the time and said that it was over.", "at the time"),
        ("Asked about it on Monday, the secretary, Ada Stone, said that it was over.", "on Monday"),
        ("Founded in 1990, Stone said that it was over.", None),
        ("Stone, who takes over next week, said on Friday that it was over.", "on Friday"),
        ("Preparing to take over next week, Stone said that it was over.", None),
        ("The next day, Stone said that it was over.", "The next day"),
        ("Earlier this week on Wednesday, Stone said that it was over.", "on Wednesday"),
        ("Stone said earlier that it was over.", "earlier"),
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


@pytest.mark.parametrize(
    ("text", "said", "words"),
    [
        ("Reports named him on Sunday as the one.", ("Reports", "named", "him on Sunday as the one"), "on Sunday"),
        ("The bank plans this year to hire ten.", ("The bank", "plans", "this year to hire ten"), "this year"),
        ("Stone announced Hill as 2020 running mate.", ("Stone", "announced", "Hill as 2020 running mate"), None),
        (
            "According to Stone late today, 291 patients have recovered.",
            ("Stone", "According to", "late today, 291 patients have recovered"),
            "late today",
        ),
        (
            "According to Stone, during the weekend, they left it.",
            ("Stone", "According to", "they left it"),
            "during the weekend",
        ),
        (
            'Stone told her on one occasion: "They left it on Monday."',
            ("Stone", "told", '"They left it on Monday."'),
            "on one occasion",
        ),
        (
            "In talks since the vote, Stone said that it was over in May.",
            ("Stone", "said", "that it was over in May"),
            "since the vote",
        ),
        (
            "Stone voted to lift it on Saturday afternoon, and the bank announced it that night.",
            ("Stone", "voted", "to lift it"),
            "on Saturday afternoon",
        ),
        (
            "On Monday, they went to the station, where Stone said that it was over.",
            ("Stone", "said", "that it was over"),
            "On Monday",
        ),
        (
            "Several groups claiming that it was stolen gathered on Saturday.",
            ("Several groups", "claiming", "that it was stolen"),
            "on Saturday",
        ),
        (
            "Stone was met with applause early today upon announcing that it was over.",
            ("Stone", "announcing", "that it was over"),
            "early today",
        ),
        (
            "Stone spent 2017 on it, and paid tribute to Hill following the vote.",
            ("Stone", "paid tribute to", "Hill"),
            "following the vote",
        ),
        (
            "This comes despite a report released by the bank on the same day, which said that it was over.",
            ("a report released by the bank on the same day", "said", "that it was over"),
            "on the same day",
        ),
        (
            "The foreign minister told journalists before the ceremony that his country would listen.",
            ("The foreign minister", "told", "that his country would listen"),
            "before the ceremony",
        ),
        (
            "The army maintained at the time that they had been killed.",
            ("The army", "maintained", "that they had been killed"),
            "at the time",
        ),
        (
            "Stone on Tuesday became the highest-ranking senator to call for the resignation of Hill.",
            ("Stone", "call for", "the resignation of Hill"),
            "on Tuesday",
        ),
        (
            "The commission announced on Friday the debate has been cancelled, citing safety concerns.",
            ("The commission", "citing", "safety concerns"),
            "on Friday",
        ),
        (
            "He left. At around 10:30 several pupils complained of headaches.",
            ("several pupils", "complained of", "headaches"),
            "At around 10:30",
        ),
        (
            "At 0800 UTC, the Bank of Canada, the Bank of England, the Bank of Japan, the Bank of Spain,"
            " the Bank of Italy, the Bank of Greece, and the Bank of Poland said that it was over.",
            ("the Bank of Canada", "said", "that it was over"),
            "At 0800 UTC",
        ),
    ],
)
def test_times_that_stand_elsewhere(text: str, said: tuple[str, str, str], words: str | None) -> None:
    (attribution,) = attributed(text, said)
    assert when(parse(text), attribution, Span(0, len(text)), None)[0] == words


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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Stone said during Friday's debate that it was over.", date(2024, 3, 8)),
        ("Stone said before Friday's debate that it was over.", None),
        ("Speaking ahead of Friday's debate, Stone said that it was over.", None),
        ("Since Friday, Stone has said that it was over.", None),
        ("On the eve of Friday's debate, Stone said that it was over.", None),
    ],
)
def test_a_day_before_or_after_which_something_is_said_is_not_its_day(text: str, day: date | None) -> None:
    cue = "has said" if "has said" in text else "said"
    (attribution,) = attributed(text, ("Stone", cue, "that it was over"))
    assert when(parse(text), attribution, Span(0, len(text)), "2024-03-13")[1] == day


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_words_give_a_date_or_none(words: str, published: str) -> None:
    fixed_date(words, published)
