"""Repetition: whether two statements have the same words, re-punctuated or shortened perhaps.

A word is shared when it stands in a short run of words that both have, in the same order. "We have no plans … we are
focusing on support" shares all of its words with "We have no plans to deploy troops; we are focusing on support".
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from sayso.graph.statements.wording import Wording, telling

_RUN = 3
_PLACES = 8  # of one run in a text; what is said more often tells nothing
_SHORT, _SHORT_TELLING = 5, 2  # words of the shortest quotation that counts, and those that not everybody uses
_LONG, _LONG_TELLING = 8, 4  # the same for what has to tell by itself
_MOST, _NEARLY_ALL = 0.8, 0.9

type PlacesByWords = dict[tuple[str, ...], list[int]]


def needed(size: int) -> int:
    """Return how many of `size` fingerprints another wording has to share for the two to be worth comparing."""
    return 1 if size <= 4 else 2


def alike(one: Wording, other: Wording) -> bool:
    """Say whether two statements may be linked, whoever says them."""
    return one == other or same(one, other)


def same(one: Wording, other: Wording, *, speaker_known: bool = True) -> bool:
    """Say whether two statements have the same words, one of them perhaps shortened.

    Quoted words may be a part of the others, or share one longer sentence with them; of words that are not quoted
    nearly all have to agree. `speaker_known` is False where the speakers may be different ones: then a few words are
    not enough.
    """
    if _is_strange(one, other):
        return False
    sides = ((one, _places(other)), (other, _places(one)))
    if not (one.quoted and other.quoted):
        return all(_tells(a.words) and _covered(a.sentences, places) >= _NEARLY_ALL for a, places in sides)
    if any(
        len(a.words) <= min(len(one.words), len(other.words)) and _shortened(a, places, speaker_known)
        for a, places in sides
    ):
        return True
    return any(
        _tells(sentence) and _covered([sentence], places) >= _NEARLY_ALL
        for a, places in sides
        for sentence in a.sentences
    )


def _is_strange(one: Wording, other: Wording) -> bool:
    """Say whether so few words are in both, wherever they stand, that the two cannot be the same."""
    sides = ((one, other.different), (other, one.different))
    if not (one.quoted and other.quoted):
        return any(_known(a.words, words) < _NEARLY_ALL for a, words in sides)
    return all(_known(sentence, words) < _MOST for a, words in sides for sentence in a.sentences)


def _known(words: tuple[str, ...], others: frozenset[str]) -> float:
    return sum(word in others for word in words) / len(words) if words else 0.0


def _shortened(short: Wording, places: PlacesByWords, speaker_known: bool) -> bool:
    if len(short.words) >= _LONG and telling(short.words) >= _LONG_TELLING - 1:
        return _covered(short.sentences, places) >= _MOST
    few = speaker_known and len(short.words) >= _SHORT and telling(short.words) >= _SHORT_TELLING
    return few and _covered(short.sentences, places) == 1


def _tells(words: tuple[str, ...]) -> bool:
    return len(words) >= _LONG and telling(words) >= _LONG_TELLING


def _covered(sentences: Iterable[tuple[str, ...]], places: PlacesByWords) -> float:
    """Return the share of the sentences' words that stand in runs which the other text has, in its order."""
    total = shared = 0
    for sentence in sentences:
        total += len(sentence)
        shared += len({at for start in _in_order(sentence, places) for at in range(start, start + _RUN)})
    return shared / total if total else 0.0


def _in_order(sentence: tuple[str, ...], places: PlacesByWords) -> list[int]:
    """Return where the longest chain of shared runs starts that goes forward in both texts."""
    ends: list[int] = []  # the smallest last place of a chain, by its length
    chains: list[tuple[int, int]] = []  # (start, index of the run before in `chains`)
    tips: list[int] = []
    for start in range(len(sentence) - _RUN + 1):
        for place in reversed(places.get(sentence[start : start + _RUN], ())):
            length = bisect_left(ends, place)
            chains.append((start, tips[length - 1] if length else -1))
            ends[length : length + 1] = [place]
            tips[length : length + 1] = [len(chains) - 1]
    found, at = [], tips[-1] if tips else -1
    while at >= 0:
        start, at = chains[at]
        found.append(start)
    return found


def _places(wording: Wording) -> PlacesByWords:
    places: PlacesByWords = defaultdict(list)
    at = 0
    for sentence in wording.sentences:
        for start in range(len(sentence) - _RUN + 1):
            found = places[sentence[start : start + _RUN]]
            if len(found) < _PLACES:
                found.append(at + start)
        at += len(sentence)
    return dict(places)
