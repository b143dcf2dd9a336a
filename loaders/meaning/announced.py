"""Announced: the items of a row that a noun leads to: "has three demands: A and B", "their demands include C"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.meaning import asking, enumerated
from sayso.loaders.meaning.clause import SUBJECTS, child, infinitive, subject
from sayso.loaders.meaning.judgement import Judgement
from sayso.loaders.meaning.reading import VERBS, Reading
from sayso.loaders.word_lists import word_row, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

ANNOUNCING = word_set("meaning/asking", "announcing")
NUMBERS = word_row("meaning/asking", "numbers")
LISTING = word_set("meaning/asking", "listing")
NEAR = 6  # tokens between the noun and the first item
COLONS = {":", "-", "–", "—"}
THINGS = {"dobj", "attr", "appos"}


def announced(reading: Reading) -> list[Judgement]:
    """List what a noun of the cue, or behind it, announces as demanded; nothing where none does."""
    if not reading.cue or not reading.ranges or reading.negated:
        return []
    noun = next((t for t in reversed(_before(reading)) if t.lemma_.lower() in ANNOUNCING and t.pos_ == "NOUN"), None)
    first = None if noun is None else _first(reading, noun)
    if noun is None or first is None:
        return []
    if first.pos_ in VERBS and subject(first) is not None:
        found = asking.clause_demands(reading, first, "for")
    elif first.pos_ in VERBS:
        found = asking.held(reading, first, "for", None) if infinitive(first) else []
    else:
        row = (
            enumerated.counted(reading, first, _number(noun))
            if noun.tag_ == "NNS"
            else enumerated.things(reading, first)
        )
        found = asking.each_thing(reading, first, row, "for")
    return [replace(one, sure=True) for one in found]


def _number(noun: Token) -> int | None:
    """Return how many there are, where the words tell it: "two demands"."""
    told = next((c.lower_ for c in noun.children if c.dep_ == "nummod"), "")
    return NUMBERS.index(told) + 2 if told in NUMBERS else None


def _before(reading: Reading) -> list[Token]:
    """List the words from the cue, or few before the content, to its first."""
    start = reading.ranges[0][0]
    cue = [token.i for token in reading.cue if token.i < start]
    return list(reading.doc[max(min(cue, default=start), start - 2 * NEAR) : start])


def _first(reading: Reading, noun: Token) -> Token | None:
    """Return the first thing of the row behind a colon, or behind "are" and "include"."""
    start = reading.ranges[0][0]
    between = reading.doc[noun.i + 1 : start]
    head = reading.heads[0]
    if len(between) > NEAR:
        return None
    if any(token.text in COLONS for token in between):
        return head
    verbs = [token for token in (*between, head) if token.lemma_ in LISTING and token.pos_ in VERBS]
    if not verbs or (noun.head != verbs[0] and noun not in verbs[0].subtree):
        return None
    if verbs[0] is not head and verbs[0] != head:
        return head
    things = [c for c in head.children if c.i > head.i and (c.dep_ in THINGS | SUBJECTS) and reading.holds(c)]
    return things[0] if things else child(head, {"ccomp", "xcomp"})
