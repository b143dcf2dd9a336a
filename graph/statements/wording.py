"""Wording: the words that somebody is quoted with, whatever the punctuation, and the numbers to find them again by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Final

from sayso.ontology.terms import FORMS

FORM_WORDS: Final = {concept: word for word, concept in FORMS.items()}
_RUN = 5  # words that must stand unbroken in both for the two to be compared at all
_FEW = 4  # fingerprints of words that are not quoted: those count as repeated only when nearly all agree

_OPENING, _CLOSING, _STRAIGHT = "“„«‟", "”»", '"＂'
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’»']*\s+|\s…\s")
_SINGLE = re.compile(r"(?<!\w)[‘'](\w[^‘\n]{0,400}?[^\s‘])[’'](?!\w)")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)|(?<=\d)[,.](?=\d)")
_WORD = re.compile(r"[^\W_]+")

# What any two speakers may say: a run of words needs others than these to tell anything.
_COMMON = frozenset(
    "a about after again all also always am an and any anything are arent as at back be because been being but by can "
    "cant could couldnt did didnt do does doesnt doing done dont even ever every for from get give go going gonna good "
    "got had has have havent having he hed her here hes him his how i id if ill im in into is isnt it its ive just "
    "know knows let lets like look lot made make many may maybe me mean might more most much must my need never no "
    "not nothing now of on one only or other our out over people put really right said say see she shes should so "
    "some something still such take talk tell than thank that thats the their them then there theres these they "
    "theyre thing things think this those time to too try up us very want was wasnt way we well went were werent weve "
    "what whats when where which who why will with wont would wouldnt yes you your youre".split()
)


def words_of(text: str) -> tuple[str, ...]:
    """List the words of a text without case, punctuation and apostrophes."""
    plain = _APOSTROPHE.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return tuple(_WORD.findall(plain))


def prints(words: tuple[str, ...], length: int) -> Iterator[int]:
    """Yield a 63-bit number for each run of `length` words."""
    for start in range(len(words) - length + 1):
        yield hashed(words[start : start + length])


def hashed(words: Iterable[str]) -> int:
    """Return a 63-bit number, the same on every machine, for a run of words."""
    digest = blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1


@dataclass(frozen=True)
class Wording:
    """The words of a statement, sentence by sentence; `quoted` says whether they stand between quotation marks."""

    sentences: tuple[tuple[str, ...], ...]
    quoted: bool

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words in their order."""
        return tuple(word for sentence in self.sentences for word in sentence)

    @cached_property
    def different(self) -> frozenset[str]:
        """All words, each once."""
        return frozenset(self.words)

    @cached_property
    def fingerprints(self) -> frozenset[int]:
        """Numbers by which the same words are found again: of each telling run, or of a few where nothing is quoted."""
        found = sorted(
            {
                hashed(s[start : start + _RUN])
                for s in self.sentences
                for start in range(len(s) - _RUN + 1)
                if telling(s[start : start + _RUN]) >= 2
            }
        )
        return frozenset(found if self.quoted else found[:_FEW])


def telling(words: Iterable[str]) -> int:
    """Count the different words that not everybody uses."""
    return len({word for word in words if word not in _COMMON})


def wording(content: str, form: str) -> Wording:
    """Return the words of a statement's content: the quoted ones, or all where too few are quoted.

    `form` is direct, mixed or indirect.
    """
    if form == "direct":
        return Wording(_sentences([content]), quoted=True)
    if form == "mixed":
        quoted = Wording(_sentences(_quoted(content)), quoted=True)
        if quoted.fingerprints:
            return quoted
    return Wording(_sentences([content]), quoted=False)


def _sentences(texts: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    parts = (part for text in texts for part in _SENTENCE_END.split(text))
    return tuple(words for part in parts if (words := words_of(part)))


def _quoted(content: str) -> list[str]:
    """List what stands between quotation marks; where a mark only closes, what goes before it is inside too."""
    found, opened, marked = [], 0 if _closes_first(content) else None, False
    for at, char in enumerate(content):
        if char not in _OPENING + _CLOSING + _STRAIGHT:
            continue
        marked = True
        if opened is not None and char not in _OPENING:
            found.append(content[opened:at])
            opened = None
        elif opened is None and char not in _CLOSING:
            opened = at + 1
    if opened is not None:
        found.append(content[opened:])
    return found if marked else _SINGLE.findall(content)


def _closes_first(content: str) -> bool:
    first = next((at for at, char in enumerate(content) if char in _OPENING + _CLOSING + _STRAIGHT), None)
    if first is None:
        return False
    # A straight mark opens when a word follows it and none goes before.
    straight = content[first] in _STRAIGHT and first > 0 and not content[first - 1].isspace()
    return straight or content[first] in _CLOSING
