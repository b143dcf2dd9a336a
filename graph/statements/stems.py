"""Stems: content words without their endings, so that "expand" and "expansion", "deploying" and "deployment" are one.

A rough one of its own, for proposing only: what it joins wrongly a person sees, what it misses costs a proposal.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from sayso.graph.statements.wording import words_of

# Words that tell no matter; many verbs of doing and having are among them, and what introduces an event.
EMPTY = frozenset(
    "a about after against all also an and any are as at be become been before being both but by can could did do does "
    "doing done during each either event ever every few first for from further had has have having he her here him his "
    "how if in into is it its itself just may me might more most much must my new next no nor not now of off on once "
    "one only onto or other our out over own plan plans s same shall she should so some such t than that the their "
    "them then there these they this those through to too toward towards under until up upon us very was we were what "
    "when where whether which while who whom whose why will with within without would yet you your".split()
)
# Of inflection first, then of nouns made of verbs: "expansion" of "expand", "admission" of "admit".
_INFLECTED = (
    ("sses", "ss"), ("ies", "y"), ("ied", "y"), ("ings", ""), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""),
)  # fmt: skip
_DERIVED = (
    ("ission", "it"), ("ansion", "and"), ("ension", "end"), ("asion", "ad"), ("usion", "ud"), ("ision", "id"),
    ("ization", "iz"), ("isation", "iz"), ("is", "iz"), ("ication", "y"), ("ation", "at"), ("ction", "ct"),
    ("ption", "pt"), ("ution", "ut"), ("ement", ""), ("ment", ""), ("ally", "al"), ("ly", ""), ("er", ""),
)  # fmt: skip
_IRREGULAR = {
    form: verb
    for verb, *forms in map(str.split, (
        "send sent", "meet met", "hold held", "leave left", "build built", "take took taken", "make made",
        "give gave given", "go went gone", "begin began begun", "fight fought", "win won",
        "withdraw withdrew withdrawn", "spend spent", "keep kept", "bring brought", "sell sold", "buy bought",
        "pay paid", "break broke broken", "choose chose chosen", "lose lost", "speak spoke spoken", "strike struck",
        "teach taught", "seek sought",
    ))
    for form in forms
}  # fmt: skip
_LEAST = 3
# What begins here says when or under what condition, not what.
_CIRCUMSTANCE = re.compile(r"\b(?:in (?:the )?(?:event|case)|if|unless|until|when|while|after|before)\b", re.IGNORECASE)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a word without its endings; short ones, and those that hold a figure, stay as they are."""
    word = _IRREGULAR.get(word, word)
    if not word.isalpha():
        return word
    if not re.search(r"(ss|us|is)$", word):
        word = _plain(_without(word, _INFLECTED))
    return _plain(_without(word, _DERIVED))


def _without(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= _LEAST:
            return word[: len(word) - len(ending)] + instead
    return word


def _plain(word: str) -> str:
    if len(word) > _LEAST and word.endswith("e"):
        word = word[:-1]
    doubled = len(word) > _LEAST + 1 and word[-1] == word[-2] and word[-1] not in "aeiouls"
    return word[:-1] if doubled else word


def core(text: str) -> str:
    """Return a matter without the circumstances that follow it: "sending troops", not "in the event of an invasion"."""
    head = _CIRCUMSTANCE.split(text, maxsplit=1)[0]
    return head if stems(head) else text


def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's content words; of a name's possessive ("NATO’s") the name."""
    plain = re.sub(r"['’ʼ]s\b", "", anyascii(text[:2000].replace("’", "'")))
    return frozenset(stem(word) for word in words_of(plain) if word not in EMPTY)
