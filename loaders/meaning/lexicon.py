"""The lexicon of cues: what a verb, noun or phrase that introduces words does with them (cues.toml)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast, get_args

from sayso.loaders.facts import Act, Stance
from sayso.loaders.word_lists import word_tables

if TYPE_CHECKING:
    from spacy.tokens import Token

GAP = 3  # words that may stand between two words of a cue: "called the whole thing off"
CLASSES = {"v": {"VERB", "AUX", "ADJ"}, "n": {"NOUN", "PROPN", "ADJ"}}
ENTRY = re.compile(r"(?P<words>[^\[\]!]+?)(?: \[(?P<complements>[a-z ]+)\])?(?P<sure>!?)")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: its lemmas with the word class each must have ("" for any), what it does, and the complements it needs.

    A `sure` one does it whatever else may be guessed of the words.
    """

    words: tuple[tuple[str, str], ...]
    act: Act
    stance: Stance | None
    complements: frozenset[str]
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in a row of tokens: `first` and `last` are indices into that row."""

    cue: Cue
    first: int
    last: int


@cache
def lexicon() -> dict[str, tuple[Cue, ...]]:
    """Return all cues by their first lemma (read once a process)."""
    cues: dict[str, list[Cue]] = {}
    for act, stances in word_tables("meaning/cues").items():
        if act not in get_args(Act):
            raise ValueError(f"cues.toml: no such act: {act}")
        for stance, entries in stances.items():
            for entry in entries:
                cue = read(entry, cast(Act, act), None if stance == "none" else cast(Stance, stance))
                cues.setdefault(cue.words[0][0], []).append(cue)
    return {first: tuple(found) for first, found in cues.items()}


def read(entry: str, act: Act, stance: Stance | None) -> Cue:
    """Read one entry, "call on [to]", of the file's list for `act` and `stance`."""
    parts = ENTRY.fullmatch(entry)
    if not parts:
        raise ValueError(f"cues.toml: cannot be read: {entry!r}")
    words = [word.partition("/") for word in parts["words"].split()]
    return Cue(
        tuple((lemma, kind) for lemma, _, kind in words),
        act,
        stance,
        frozenset((parts["complements"] or "").split()),
        bool(parts["sure"]),
    )


def find(tokens: Sequence[Token], complements: frozenset[str], last_start: int | None = None) -> Match | None:
    """Return the cue that decides in `tokens`, given the kinds of complement that follow.

    One that says more than that somebody speaks wins over one that does not, then the earlier, then the longer, then
    the one whose complement is named. `last_start` is the last index at which a cue may begin.
    """
    matches = []
    for start, token in enumerate(tokens[: None if last_start is None else last_start + 1]):
        # of two that rank alike the base form's decides: never the order of a set, which each process shuffles
        for lemma in dict.fromkeys((token.lemma_.lower(), token.lower_)):
            for cue in lexicon().get(lemma, ()):
                if cue.complements and not cue.complements & complements:
                    continue
                last = reach(cue, tokens, start)
                if last is not None:
                    matches.append(Match(cue, start, last))
    return min(matches, key=rank, default=None)


def rank(match: Match) -> tuple[bool, int, int, bool]:
    """Order the cues found in one row: the first is the one that decides."""
    cue = match.cue
    return cue.act == "state", match.first, -len(cue.words), not cue.complements


def reach(cue: Cue, tokens: Sequence[Token], start: int) -> int | None:
    """Return the index of the token that ends the cue begun at `start`, or None when its words are not all there."""
    at = start
    for number, (lemma, kind) in enumerate(cue.words):
        window = range(at, min(at + 1, len(tokens))) if not number else range(at + 1, min(at + 2 + GAP, len(tokens)))
        for index in window:
            token = tokens[index]
            if lemma in (token.lemma_.lower(), token.lower_) and (not kind or token.pos_ in CLASSES[kind]):
                at = index
                break
        else:
            return None
    return at
