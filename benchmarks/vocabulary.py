"""Vocabularies for invented statements: few words, all of which anybody may say, or many that are used as in news.

In news a few words are used often and most of them seldom (Zipf, Human Behavior and the Principle of Least Effort,
1949; the weights here are Mandelbrot's), and some turns of phrase come back. How many statements share a run of five
words with others is what loading, merging and repeats have to work on: `benchmarks.loading` prints it for any shard.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, product
from typing import Protocol

_FEW = "the treaty border talks will not end before troops leave and nobody pays more for gas than in May".split()
# What English uses most, by how often; all else is invented.
_OFTEN = (
    "the of to and a in that is for it on with as was be by at have from not are this will but they has an or we his "
    "their more been who would about which had new were all can one if there out up what some than could other into "
    "its you"
).split()
_SYLLABLES = "ba ce dor fi gan hel ist jo kar lum men nor op pra quin ros sta tul ver win yor zen".split()
_SIZE = 20_000  # words
_PHRASES = 2_000
_A_PHRASE = 6  # words
_HAS_PHRASE = 0.12  # of statements


class Vocabulary(Protocol):
    """Something to draw the words of a statement from."""

    def drawn(self, chance: random.Random, count: int) -> list[str]:
        """Draw so many words, one after the other."""
        ...


class FewWords:
    """Twenty words, each as often: most statements share runs of words, which small stores for tests want."""

    def drawn(self, chance: random.Random, count: int) -> list[str]:
        """Draw so many words."""
        return chance.choices(_FEW, k=count)


class NewsWords:
    """Twenty thousand words, few of them often, and turns of phrase that come back."""

    def __init__(self) -> None:
        made = ("".join(parts) for parts in product(_SYLLABLES, repeat=4))
        chance = random.Random(1)
        self._words = [*_OFTEN, *chance.sample(list(made), _SIZE - len(_OFTEN))]
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(_SIZE)))
        self._phrases = [self._single(chance, _A_PHRASE) for _ in range(_PHRASES)]
        self._phrase_weights = list(accumulate(1 / (rank + 10) for rank in range(_PHRASES)))

    def _single(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self._words, cum_weights=self._weights, k=count)

    def drawn(self, chance: random.Random, count: int) -> list[str]:
        """Draw so many words; in some statements a turn of phrase is among them."""
        words = self._single(chance, count)
        if count > _A_PHRASE and chance.random() < _HAS_PHRASE:
            at = chance.randrange(count - _A_PHRASE)
            words[at : at + _A_PHRASE] = self._told_again(chance)
        return words

    def _told_again(self, chance: random.Random) -> Sequence[str]:
        return chance.choices(self._phrases, cum_weights=self._phrase_weights)[0]


FEW_WORDS = FewWords()


@cache
def news_words() -> NewsWords:
    """Return the vocabulary of news, made once."""
    return NewsWords()
