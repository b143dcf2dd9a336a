"""Wording: what words somebody is quoted with, whatever the punctuation, and whether two quotations are the same.

A sentence is compared by runs of words. "We have no plans to …, we are focusing on support" and "We have no plans to
deploy troops; we are focusing on support" share theirs though a part is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

_RUN = 5  # words that must stand unbroken in both for the two to be compared at all
_NEAR = 3  # a word counts as shared when it is part of so many shared words in a row
_FEW = 4  # fingerprints of words that are not quoted: those count as repeated only when nearly all agree
_COVERED = 0.8
_SENTENCE, _SENTENCE_COVERED = 8, 0.9  # for one sentence of a longer quotation, and for words that are not quoted

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
    def runs(self) -> frozenset[tuple[str, ...]]:
        """The short runs of words inside the sentences."""
        return frozenset(s[start : start + _NEAR] for s in self.sentences for start in range(len(s) - _NEAR + 1))

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


def needed(size: int) -> int:
    """Return how many of `size` fingerprints another wording has to share for the two to be worth comparing."""
    return 1 if size <= _FEW else 2


def same(one: Wording, other: Wording, *, speaker_known: bool = True) -> bool:
    """Say whether two statements have the same words, one of them perhaps shortened.

    `speaker_known` is False where it is not known that the speaker is the same: then short words are not enough.
    """
    if not (one.quoted and other.quoted):
        agreed = min(_covered(one.sentences, other), _covered(other.sentences, one))
        return agreed >= _SENTENCE_COVERED and all(
            len(w.words) >= _SENTENCE and telling(w.words) >= 4 for w in (one, other)
        )
    pairs = [(a, b) for a, b in ((one, other), (other, one)) if len(a.words) <= len(b.words)]
    return any(_shortened(a, b, speaker_known) for a, b in pairs) or any(
        len(sentence) >= _SENTENCE and telling(sentence) >= 4 and _covered([sentence], b) >= _SENTENCE_COVERED
        for a, b in ((one, other), (other, one))
        for sentence in a.sentences
    )


def _shortened(short: Wording, long: Wording, speaker_known: bool) -> bool:
    words, different = (_RUN, 2) if speaker_known else (_SENTENCE, 3)
    enough = len(short.words) >= words and telling(short.words) >= different
    return enough and _covered(short.sentences, long) >= _COVERED


def _covered(sentences: Iterable[tuple[str, ...]], by: Wording) -> float:
    """Return the share of the sentences' words that stand in runs which `by` has too."""
    total = shared = 0
    for sentence in sentences:
        total += len(sentence)
        hit = [False] * len(sentence)
        for start in range(len(sentence) - _NEAR + 1):
            if sentence[start : start + _NEAR] in by.runs:
                hit[start : start + _NEAR] = [True] * _NEAR
        shared += sum(hit)
    return shared / total if total else 0.0


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
