"""Listeners: who hears is no speaker, "Hill listened as the engineer, Bob Pope, explained"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MEANWHILE = word_set("attribution/saying", "meanwhile")
_FAR = 14  # tokens that somebody with a name and an apposition may have
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def heard(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Give words to whom the clause before their cue names, not to the one who hears them.

    The parser takes "as" there for a preposition where an apposition follows, and the cue for the listener's verb.
    """
    return [_of_whom_they_are(doc, one) for one in found]


def _of_whom_they_are(doc: Doc, one: Attribution) -> Attribution:
    if len(one.sources) != 1 or len(one.cues) != 1:
        return one
    cue, source = tokens_in(doc, one.cues[0]), tokens_in(doc, one.sources[0])
    if not len(cue) or not len(source) or cue[0].tag_ not in _FINITE or source.start >= cue.start:
        return one
    begin = _clause_before(cue[0])
    if begin is None or begin <= source.start or not _has_own_verb(source[0], begin):
        return one
    end = doc[cue.start - 2]
    return replace(one, sources=(Span(doc[begin + 1].idx, end.idx + len(end)),))


def _clause_before(cue: Token) -> int | None:
    """Return the token "as" or "while" of "as the engineer, Bob Pope, explained"; None where no such stands there."""
    doc, commas = cue.doc, 0
    if cue.i < 2 or doc[cue.i - 1].text != ",":
        return None
    for at in range(cue.i - 2, max(cue.i - _FAR, cue.sent.start), -1):
        token = doc[at]
        if token.pos_ in ("VERB", "AUX"):
            return None
        if token.lower_ in _MEANWHILE:
            return at if commas == 1 and doc[at + 1].pos_ in ("DET", "PRON") else None
        commas += token.text == ","
    return None


def _has_own_verb(first: Token, begin: int) -> bool:
    """Say whether whom the source begins with does something else before: "[Hill] listened as"."""
    between = first.doc[first.i : begin]
    return any(
        verb.pos_ == "VERB" and verb.tag_ in _FINITE and any(c.dep_ == "nsubj" and c.i >= first.i for c in verb.lefts)
        for verb in between
    )
