"""Words of days: the stretches of a sentence that tell a time on a calendar or a clock, and how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.loaders.actors.words import words
from sayso.loaders.days import DAYS, ISO_DAY
from sayso.loaders.time_ties import STEPS, opens
from sayso.loaders.word_lists import any_of, word_row, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

LONGEST = 9  # words: more of them tell a story, not a time
_PREPOSITIONS = word_set("times", "before")
_AS_OF = word_row("times", "as_of")
_EARLY_LATE = word_set("times", "early_late")
_REACH = 25
_RELATIVE = word_set("times", "relative")
_INEXACT = word_set("times", "inexact")
_NOT_A_DAY = re.compile(
    rf"^(?:{any_of(word_row('times', 'articles'))} )?(?:(?!{any_of(word_row('times', 'nearest'))})\w+[ -])?"
    rf"{any_of(word_row('times', 'stretches'))}(?:[ -]old)?$|{any_of(word_row('times', 'no_days'))}",
    re.I,
)
_PART_OF_DAY = re.compile(any_of(word_row("times", "day_words")), re.I)
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|\b\d{1,2}[:.]?\d\d (?:UTC|GMT)\b|\b\d{1,2}:\d\d\b", re.I)
_UNFIXED = re.compile(rf"\b{any_of(word_row('times', 'unfixed'))}\b", re.I)
YEAR = re.compile(r"(?:19|20)\d\d")
TOLD_IN = word_set("actors/media", "settings") | word_set("actors/addressees", "talks") | words().documents


def day_words(doc: Doc, sentence: Tokens, cues: list[Token]) -> list[Tokens]:
    """List the stretches of a sentence, and of the words before and behind the cue, that tell a day."""
    near = doc[max(0, cues[0].i - _REACH) : min(len(doc), cues[-1].i + _REACH)]
    found: list[Tokens] = []
    places = (sentence, near) if not sentence.start <= cues[0].i < sentence.end else (sentence,)
    for tokens in places:
        found += [e for e in map(_with_day, _entities(tokens)) if _tells_day(e)]
        seen = {i for f in found for i in range(f.start, f.end)}
        found += [
            doc[t.i : t.i + 1]
            for t in tokens
            if t.i not in seen and (t.lower_ in DAYS or (t.lower_ in _RELATIVE and (t.text.islower() or opens(t))))
        ]
        found += _iso_days(tokens)
        found += _years(tokens)
    return [*(found or [time for tokens in places for time in _matching(_CLOCK, tokens)]), *_unfixed(sentence)]


def as_written(found: Tokens) -> str:
    """Return the time words with their preposition, "on Sunday", and all of the phrase: "at the elections in 2008"."""
    doc, start, end = found.doc, found.start, found.end
    top = _phrase(found.root) if YEAR.fullmatch(found.text) or _CLOCK.match(found.text) else None
    if top is not None:
        behind = doc[end : top.right_edge.i + 1]
        last = next((t.i for t in behind if t.is_left_punct), max(end, top.right_edge.i + 1))  # "local time (1625 UTC)"
        if last - top.left_edge.i <= LONGEST:
            start, end = min(start, top.left_edge.i), last
    if start and doc[start - 1].lower_ in _INEXACT:
        start -= 1
    if start and doc[start - 1].lower_ in _PREPOSITIONS:
        start -= 1
        if start and doc[start - 1].lower_ in _EARLY_LATE:
            start -= 1
    if start > 1 and tuple(t.lower_ for t in doc[start - 2 : start]) == _AS_OF:
        start -= 2
    return " ".join(doc[start:end].text.split())


def _unfixed(tokens: Tokens) -> Iterator[Tokens]:
    """Yield the times that no calendar has, where they stand by themselves: "that day", "on one occasion"."""
    return (time for time in _matching(_UNFIXED, tokens) if time.root.dep_ in ("npadvmod", "pobj", "prep"))


def _matching(expression: re.Pattern[str], tokens: Tokens) -> Iterator[Tokens]:
    """Yield the words that an expression finds: times on a clock ("5:17 p.m.", "0800 UTC") or that no calendar has."""
    for match in expression.finditer(tokens.text):
        time = tokens.char_span(match.start(), match.end(), alignment_mode="expand")
        if time is not None:
            yield time


def _years(tokens: Tokens) -> Iterator[Tokens]:
    """Yield the years that the entity recogniser takes for plain numbers: "a survey published in 2017"."""
    for token in tokens:
        if token.ent_type_ == "CARDINAL" and token.i and token.nbor(-1).lower_ == "in" and YEAR.fullmatch(token.text):
            yield token.doc[token.i : token.i + 1]


def _iso_days(tokens: Tokens) -> Iterator[Tokens]:
    """Yield the days written as 2024-03-11, which the entity recogniser cuts up."""
    for match in ISO_DAY.finditer(tokens.text):
        day = tokens.char_span(match.start(), match.end(), alignment_mode="expand")
        if day is not None:
            yield day


def _entities(tokens: Tokens) -> Iterator[Tokens]:
    """Yield the entities that lie in a stretch, without reading the whole text's."""
    doc, start = tokens.doc, None
    for token in tokens:
        if start is not None and token.ent_iob_ != "I":
            yield doc[start : token.i]
            start = None
        if token.ent_iob_ == "B" and token.ent_type_ in ("DATE", "TIME"):
            start = token.i
    if start is not None:
        yield doc[start : tokens.end]


def _with_day(ent: Tokens) -> Tokens:
    """Lengthen a part of a day by the day before it: "Friday afternoon"."""
    day = ent.start and ent.doc[ent.start - 1].lower_ in _RELATIVE.union(DAYS)
    return ent.doc[ent.start - 1 : ent.end] if day and ent[0].ent_type_ == "TIME" else ent


def _tells_day(ent: Tokens) -> bool:
    """Say whether an entity is a time on a calendar: no duration ("three years"), no bare clock time."""
    if _NOT_A_DAY.search(ent.text):
        return False
    return ent[0].ent_type_ == "DATE" or bool(_PART_OF_DAY.search(ent.text))


def _phrase(time: Token) -> Token | None:
    """Return the head of the phrase of an occasion that a time is told with; None where it is a saying or a paper."""
    top = time
    nouns: list[Token] = []
    while top.head.i != top.i and top.head.pos_ in ("NOUN", "PROPN", "ADP", "NUM") and len(nouns) < STEPS:
        top = top.head
        nouns.append(top)
    plain = all(t.lemma_.lower() not in TOLD_IN for t in nouns if t.pos_ in ("NOUN", "PROPN"))
    prep = top.pos_ == "ADP" and top.lower_ in _PREPOSITIONS
    inside = [t.pos_ for t in time.doc[top.left_edge.i : top.left_edge.i + LONGEST] if t.i <= top.right_edge.i]
    return top if prep and plain and "VERB" not in inside else None
