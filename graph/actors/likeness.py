"""Likeness of names: how likely two names are one actor's, judged by the names alone, with the reason in words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

type NameWords = tuple[str, ...]

_NOT_NAMES = frozenset("jr sr ii iii iv mr mrs ms dr sir dame the".split())
_LINKING = frozenset("a an and at de des du for in of on the to und".split())
_NEAR_LENGTH = 5
# Short forms that do not begin as the name does; "Ben" and "Benjamin" need no entry.
_SHORT_FORMS = (
    "bill william", "bob robert", "bobby robert", "dick richard", "jack john", "jim james", "jimmy james",
    "joe joseph", "joey joseph", "johnny john", "larry lawrence", "larry laurence", "liz elizabeth",
    "betty elizabeth", "beth elizabeth", "mike michael", "mick michael", "peggy margaret", "meg margaret",
    "rick richard", "ted edward", "ted theodore", "ned edward", "tom thomas", "tommy thomas", "tony anthony",
    "wendy gwendolyn", "harry henry", "hank henry", "chuck charles", "charlie charles", "kate catherine",
    "kathy catherine", "katie katherine", "jeff geoffrey", "andy andrew", "drew andrew", "steve stephen",
    "jerry gerald", "nancy ann", "sasha alexander", "sandy alexandra", "sergey sergei", "vladimir volodymyr",
    "yulia julia", "mohammed muhammad", "jenny jennifer", "becky rebecca",
)  # fmt: skip
_SAME_FIRST = frozenset(frozenset(pair.split()) for pair in _SHORT_FORMS)


class Likeness(NamedTuple):
    """How likely it is, from 0 to 1, and why."""

    score: float
    reason: str


@lru_cache(maxsize=65536)
def words_of(name: str) -> NameWords:
    """Return a name's words in small ASCII letters, without "Mr.", "Jr." and "the"."""
    plain = re.sub(r"['’`´]s\b|['’`´.]", "", anyascii(name[:200])).lower()
    found = re.findall(r"[a-z0-9]+", plain)
    return tuple(word for word in found if word not in _NOT_NAMES) or tuple(found)


def near(one: str, other: str) -> bool:
    """Say whether two words differ by no more than a slip: one letter, two where they are long."""
    longest = max(len(one), len(other))
    if one == other or min(len(one), len(other)) < _NEAR_LENGTH or any(map(str.isdigit, one + other)):
        return one == other
    return OSA.distance(one, other, score_cutoff=2) <= (2 if longest >= 9 else 1)


def people(one: NameWords, other: NameWords) -> Likeness | None:
    """Compare two people's names of two words or more; None where they are hardly one person's."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return None
    if short == long:
        return Likeness(0.95, "the same name")
    if sorted(short) == sorted(long):
        return Likeness(0.85, "the same words in another order")
    if long[-len(short) :] == short:
        return Likeness(0.85, "the same name, once without the first words")
    if long[: len(short)] == short:
        return Likeness(0.55, "the same name, once without the last words")
    if short[-1] != long[-1] or not _in_order(short, long):
        return _spelled(short, long)
    if short[0] == long[0]:
        return Likeness(0.9, "the same first and last name, other words between")
    return Likeness(0.75, "all words of the shorter name are in the longer one")


def _spelled(short: NameWords, long: NameWords) -> Likeness | None:
    if not near(short[-1], long[-1]) or not _middles_agree(short[1:-1], long[1:-1]):
        return None
    first = _first_names(short[0], long[0])
    if first is None:
        return None
    if short[-1] == long[-1]:
        return first
    likeness = fuzz.ratio(" ".join(short), " ".join(long)) / 100
    return Likeness(round(first.score * likeness, 2), "surnames that differ by a slip, and " + first.reason)


def _first_names(one: str, other: str) -> Likeness | None:
    short, long = sorted((one, other), key=len)
    if short == long:
        return Likeness(0.9, "the same first name")
    if len(short) == 1:
        return Likeness(0.75, "an initial that fits the first name") if long[0] == short else None
    if frozenset((short, long)) in _SAME_FIRST or (len(short) >= 3 and long.startswith(short)):
        return Likeness(0.75, "a short form of the first name")
    return Likeness(0.6, "first names that differ by a slip") if near(short, long) else None


def _middles_agree(one: NameWords, other: NameWords) -> bool:
    return not one or not other or any(a[0] == b[0] and (a == b or 1 in (len(a), len(b))) for a in one for b in other)


def _in_order(short: NameWords, long: NameWords) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def bodies(one: NameWords, other: NameWords) -> Likeness | None:
    """Compare two organisations' names; None where they are hardly one's."""
    short, long = sorted((_telling(one), _telling(other)), key=len)
    if short == long or "".join(one) == "".join(other):
        return Likeness(0.9, "the same name")
    if sorted(short) == sorted(long):
        return Likeness(0.8, "the same words in another order")
    if shortened := _shortened(one, other) or _shortened(other, one):
        return Likeness(0.85, shortened)
    if len(short) == len(long):
        likeness = fuzz.token_sort_ratio(" ".join(short), " ".join(long)) / 100
        alike = all(near(a, b) or (len(short) > 1 and _plural(a, b)) for a, b in zip(short, long, strict=True))
        return Likeness(round(0.85 * likeness, 2), "names that differ by a slip") if alike else None
    if len(short) > 1 and _in_order(short, long):
        return Likeness(0.65, "all words of the shorter name are in the longer one")
    return None


def _telling(words: NameWords) -> NameWords:
    return tuple(word for word in words if word not in _LINKING) or words


def _shortened(short: NameWords, long: NameWords) -> str:
    letters = "".join(short)
    if len(long) < 2 or not 2 <= len(letters) <= 8 or len(short) > 1:
        return ""
    return f"“{letters.upper()}” are the initials of the other" if letters in initials(long) else ""


def initials(words: NameWords) -> frozenset[str]:
    """Return what a name may be shortened to: its initials, with those of "of" and "and" and without."""
    return frozenset("".join(word[0] for word in kept) for kept in (words, _telling(words)))


def _plural(one: str, other: str) -> bool:
    return one.rstrip("s") == other.rstrip("s")


def slips(word: str) -> frozenset[str]:
    """Return keys of which words that differ by one letter share one: the word, and what is left without a letter."""
    if len(word) < _NEAR_LENGTH:
        return frozenset((word,))
    return frozenset((word, *(word[:n] + word[n + 1 :] for n in range(len(word)))))
