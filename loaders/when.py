"""When: the time words of a statement, and its date where the article's own date decides it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.days import DAYS, ISO_DAY, fixed_date
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.word_lists import any_of, word_row, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_PREPOSITIONS = word_set("times", "before")
_EARLY_LATE = word_set("times", "early_late")
_REACH = 25
_HEAD = 120  # words in which a dateline stands
_RELATIVE = word_set("times", "relative")
_NOT_A_DAY = re.compile(
    rf"^(?:the |a |an )?(?:(?!{any_of(word_row('times', 'nearest'))})\w+[ -])?"
    rf"{any_of(word_row('times', 'stretches'))}(?:[ -]old)?$|{any_of(word_row('times', 'no_days'))}",
    re.I,
)
# the place and date at the head of a report, which tell when it was written: "BISHKEK, March 14 (Reuters) -"
_DATELINE = re.compile(r"^[A-Z][A-Z .'’/-]{2,40}\b[^\n–—]{0,60}?(?: - | ?[–—―] ?| -- )", re.M)
# adverbs that place a saying in time where nothing else does, and what an event that does stands behind
_LOOSE = word_set("times", "loose")
_EVENT = word_set("times", "events")
_STEPS = 9  # in the tree from a time to its cue
_FAR = 200  # words
_LONGEST_EVENT = 9  # words: more of them tell a story, not a time
_AHEAD = word_set("times", "ahead")
_PART_OF_DAY = re.compile(any_of(word_row("times", "day_words")), re.I)


def when(doc: Doc, attribution: Attribution, sentence: Span, published: str | None) -> tuple[str | None, date | None]:
    """Return the time words of a statement as written ("on Sunday") and its date.

    Only words outside the content count, and of those the ones that hang on the cue or stand beside it. The date is
    given where the words fix it once `published` (ISO 8601) is known: a weekday, "yesterday", a day of a month.
    """
    tokens = tokens_in(doc, sentence)
    cues = [t for s in attribution.cues for t in tokens_in(doc, s)]
    if not tokens or not cues:
        return None, None
    best: tuple[int, Tokens] | None = None
    dateline = _DATELINE.search(doc[:_HEAD].text)
    for found in _times(doc, tokens, cues):
        if any(s.start <= doc[found.start].idx < s.end for s in attribution.contents):
            continue
        if dateline and dateline.start() <= doc[found.start].idx < dateline.end():
            continue
        distance = _distance(found.root, cues)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, found)
    if best is None:
        loose = next(_loosely(cues, attribution), None)
        return (None, None) if loose is None else (" ".join(loose.text.split()), None)
    return _words(best[1]), fixed_date(best[1].text, published, _ahead(cues))


def _ahead(cues: list[Token]) -> bool:
    """Say whether a cue tells of what is to come: "will announce"."""
    helpers = (c for t in cues for c in t.children if c.dep_ == "aux")
    return any(t.lower_ in _AHEAD for t in (*cues, *helpers))


def _loosely(cues: list[Token], attribution: Attribution) -> Iterator[Tokens]:
    """Yield what places a saying in time without a calendar: "after the match", "previously"."""
    verbs = [t for t in cues if t.pos_ in ("VERB", "AUX")]
    for child in [c for verb in verbs for c in verb.children]:
        if any(s.start <= child.idx < s.end for s in (*attribution.contents, *attribution.sources)):
            continue
        whole = child.doc[child.left_edge.i : child.right_edge.i + 1]
        within = any(s.start < whole.end_char and whole.start_char < s.end for s in attribution.contents)
        if len(whole) <= _LONGEST_EVENT and not within and _is_event(child, whole):
            yield whole
        elif child.dep_ == "advmod" and child.lower_ in _LOOSE:
            yield whole if len(whole) <= 3 else child.doc[child.i : child.i + 1]


def _is_event(child: Token, whole: Tokens) -> bool:
    """Say whether a part of a clause is a time by what happened: "after the case closed", "a day before the vote"."""
    if child.dep_ in ("prep", "advcl"):
        return whole[0].lower_ in _EVENT
    placing = next((c for c in child.rights if c.dep_ == "prep"), child)
    return child.dep_ == "npadvmod" and child.ent_type_ != "PERSON" and placing.lower_ in _EVENT


def _times(doc: Doc, sentence: Tokens, cues: list[Token]) -> list[Tokens]:
    """List the stretches of a sentence, and of the words before and behind the cue, that tell a day."""
    near = doc[max(0, cues[0].i - _REACH) : min(len(doc), cues[-1].i + _REACH)]
    found: list[Tokens] = []
    for tokens in (sentence, near) if not sentence.start <= cues[0].i < sentence.end else (sentence,):
        found += [e for e in map(_with_day, _entities(tokens)) if _tells_day(e)]
        seen = {i for f in found for i in range(f.start, f.end)}
        found += [
            doc[t.i : t.i + 1]
            for t in tokens
            if t.i not in seen and (t.lower_ in DAYS or (t.lower_ in _RELATIVE and (t.text.islower() or _opens(t))))
        ]
        found += _iso_days(tokens)
    return found


def _opens(token: Token) -> bool:
    """Say whether a word begins a sentence or a line, so that its capital says nothing."""
    return bool(token.is_sent_start) or token.i == 0 or token.nbor(-1).is_space or token.nbor(-1).is_punct


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


def _distance(time: Token, cues: list[Token]) -> int | None:
    """Count the steps in the tree between a time and the cue; None where a clause of its own parts them."""
    cue = {t.i for t in cues}
    verbs = {t.i: 0 for t in cues}
    for token in cues:
        top = token
        if (
            top.head.i != top.i
            and top.dep_ in ("xcomp", "conj", "advcl", "pcomp", "pobj", "dobj", "ccomp")
            and (top.head.pos_ in ("VERB", "AUX", "NOUN", "ADP"))
        ):
            verbs.setdefault(top.head.i, 1)
    steps, token = 0, time
    while steps < _STEPS:
        if token.i in verbs:
            return steps + verbs[token.i]
        if token.dep_ == "relcl" and token.i not in cue and token.i < cues[0].i:
            return None  # "Kalunga, who lost power five years ago, offered"
        manner = token.dep_ == "advcl" and token.tag_ == "VBG" and token.head.i in verbs  # "Speaking today, she said"
        parted = token.dep_ in ("relcl", "ccomp", "advcl") and token.i not in cue and not manner
        if token.head.i == token.i or parted:
            break
        if _parted(token, token.head):
            break  # a headline without a full stop runs into the article
        token, steps = token.head, steps + 1
    return _beside(time, cues)


def _parted(one: Token, other: Token) -> bool:
    """Say whether a line ends between two words, or they stand a whole paragraph apart."""
    return abs(one.i - other.i) > _FAR or any(
        "\n" in t.text for t in one.doc[min(one.i, other.i) : max(one.i, other.i)]
    )


def _beside(time: Token, cues: list[Token]) -> int | None:
    """Count the words between a time and the cue where the tree does not tie them; None where another verb has it.

    A time that opens the line is the first verb's: "Yesterday afternoon, the Speaker, Ann Lee, announced".
    """
    own = next((t for t in (time, *islice(time.ancestors, _STEPS)) if t.pos_ == "VERB" or _parted(t, t.head)), time)
    if own.pos_ == "VERB" and own.i not in {t.i for t in cues} and own.i < time.i:
        return None  # "since it began Oct. 17, Davis said"
    between = time.doc[time.i : cues[0].i] if time.i < cues[0].i else time.doc[cues[-1].i + 1 : time.i]
    if any("\n" in t.text for t in between):
        return None
    near = min(abs(time.i - t.i) for t in cues)
    if near <= 5:
        return 8 + near
    edge = time.doc[time.left_edge.i]
    if edge.i and edge.nbor(-1).lower_ in _PREPOSITIONS:
        edge = edge.nbor(-1)
    opens = time.i < cues[0].i and _opens(edge)
    aside = ("relcl", "acl", "appos")
    return 8 + near if opens and not any(t.pos_ == "VERB" and t.dep_ not in aside for t in between) else None


def _words(found: Tokens) -> str:
    """Return the time words with their preposition: "on Sunday"."""
    doc, start = found.doc, found.start
    if start and doc[start - 1].lower_ in _PREPOSITIONS:
        start -= 1
        if start and doc[start - 1].lower_ in _EARLY_LATE:
            start -= 1
    return " ".join(doc[start : found.end].text.split())
