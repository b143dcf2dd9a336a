"""Invented statements say again what others said about as often as news does, or nearly always, by their vocabulary."""

import random
from collections import Counter

import pytest

from benchmarks.vocabulary import FEW_WORDS, NewsWords, Vocabulary, news_words
from sayso.graph.statements.wording import wording


def _said_again(vocabulary: Vocabulary, statements: int) -> float:
    chance = random.Random(2)
    prints = [wording(" ".join(vocabulary.drawn(chance, 12)), "direct").fingerprints for _ in range(statements)]
    owners = Counter(number for one in prints for number in one)
    return sum(any(owners[number] > 1 for number in one) for one in prints) / statements


@pytest.mark.parametrize(
    ("vocabulary", "least", "most"), [(news_words(), 0.02, 0.2), (FEW_WORDS, 0.3, 1.0)], ids=["news", "few"]
)
def test_so_many_statements_share_words(vocabulary: Vocabulary, least: float, most: float) -> None:
    assert least < _said_again(vocabulary, 25_000) < most


def test_the_same_words_are_drawn_each_time() -> None:
    assert NewsWords().drawn(random.Random(3), 40) == news_words().drawn(random.Random(3), 40)


def test_as_many_words_are_drawn_as_asked_for() -> None:
    chance = random.Random(4)
    assert [len(news_words().drawn(chance, count)) for count in range(30)] == list(range(30))
