"""When: the time words of a statement, and its date where the article's own date decides it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.words import words
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
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|\b\d{1,2}[:.]?\d\d (?:UTC|GMT)\b|\b\d{1,2}:\d\d\b", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NARROWING = word_set("times", "narrowing")
_OCCASIONS = word_set("times", "occasions")
_POINTING = word_set("times", "pointing")
_TOLD_IN = word_set("actors/media", "settings") | word_set("actors/addressees", "talks") | words().documents
_IN_SOURCE = 6  # as many steps as a time in a source counts: "a report released on Monday said"


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
        inside = any(s.start <= doc[found.start].idx < s.end for s in attribution.contents)
        if inside and not _ends(found, cues, attribution):
            continue
        if dateline and dateline.start() <= doc[found.start].idx < dateline.end():
            continue
        distance = _distance(found.root, cues)
        if distance is None and _in_source(found, attribution):
            distance = _IN_SOURCE
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


def _ends(time: Tokens, cues: list[Token], attribution: Attribution) -> bool:
    """Say whether a time that ends the words hangs on the cue itself: "declared it an emergency on January 31"."""
    top = time.root.head if time.root.dep_ == "pobj" else time.root
    rest = [t for t in time.doc[time.end : time.end + 2] if not t.is_punct and not t.is_space]
    last = any(s.end <= time.end_char + 1 for s in attribution.contents[-1:]) or not rest
    plain = not any(t.is_quote for s in attribution.contents for t in tokens_in(time.doc, s)[-2:])
    return last and plain and top.head.i in {t.i for t in cues} and top.dep_ in ("prep", "npadvmod")


def _in_source(time: Tokens, attribution: Attribution) -> bool:
    """Say whether a time tells from when a document is that speaks: "a survey published in 2017", "Friday's report"."""
    doc, before = time.doc, time.start - 1
    while before >= 0 and doc[before].lower_ in _PREPOSITIONS | _EARLY_LATE:
        before -= 1
    for span in attribution.sources:
        source = tokens_in(doc, span)
        beside = before >= 0 and span.start <= doc[before].idx < span.end
        if beside and any(cue.end <= span.start for cue in attribution.cues):
            return True  # "according to Ada Hill on Friday"
        if not source or not (span.start <= time[0].idx < span.end or beside):
            continue
        links = (time.root, *islice(time.root.ancestors, _STEPS))
        if any(t.lemma_.lower() in words().documents for t in source) and all(t.dep_ != "relcl" for t in links[:3]):
            return True
    return False


def _loosely(cues: list[Token], attribution: Attribution) -> Iterator[Tokens]:
    """Yield what places a saying in time without a calendar: "after the match", "previously"."""
    verbs = [t for t in cues if t.pos_ in ("VERB", "AUX", "ADJ")]
    verbs += [t for cue in verbs if (t := _telling(cue)) is not None and t not in verbs]
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
        first = next((t for t in whole if t.lower_ not in _NARROWING), whole[0])
        noun = next((c for c in child.rights if c.dep_ == "pobj"), None)
        occasion = noun is not None and noun.lower_ in _OCCASIONS and any(c.lower_ in _POINTING for c in noun.lefts)
        return first.lower_ in _EVENT or (child.lower_ == "at" and occasion)
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
        found += _years(tokens)
    return found or list(_clocks(near))


def _clocks(tokens: Tokens) -> Iterator[Tokens]:
    """Yield the times on a clock: "5:17 p.m.", "0800 UTC"."""
    for match in _CLOCK.finditer(tokens.text):
        time = tokens.char_span(match.start(), match.end(), alignment_mode="expand")
        if time is not None:
            yield time


def _years(tokens: Tokens) -> Iterator[Tokens]:
    """Yield the years that the entity recogniser takes for plain numbers: "a survey published in 2017"."""
    for token in tokens:
        if token.ent_type_ == "CARDINAL" and token.i and token.nbor(-1).lower_ == "in" and _YEAR.fullmatch(token.text):
            yield token.doc[token.i : token.i + 1]


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
        elif (telling := _telling(token)) is not None:
            verbs.setdefault(telling.i, 2)
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


def _telling(cue: Token) -> Token | None:
    """Return the verb of "issued a statement saying", "posted a message announcing", whose time is that of the cue."""
    if cue.dep_ != "acl" or cue.tag_ != "VBG":
        return cue.head if cue.dep_ == "advcl" and cue.tag_ == "VBG" and cue.head.pos_ == "VERB" else None
    above = next((t for t in islice(cue.ancestors, 4) if t.pos_ in ("VERB", "AUX")), None)
    return above if above is not None and above.i < cue.i and not _parted(cue, above) else None


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
    """Return the time words with their preposition, "on Sunday", and all of the phrase: "at the elections in 2008"."""
    doc, start, end = found.doc, found.start, found.end
    top = _phrase(found.root) if _YEAR.fullmatch(found.text) or _CLOCK.match(found.text) else None
    if top is not None and top.right_edge.i + 1 - top.left_edge.i <= _LONGEST_EVENT:
        start, end = min(start, top.left_edge.i), max(end, top.right_edge.i + 1)
    if start and doc[start - 1].lower_ in _PREPOSITIONS:
        start -= 1
        if start and doc[start - 1].lower_ in _EARLY_LATE:
            start -= 1
    return " ".join(doc[start:end].text.split())


def _phrase(time: Token) -> Token | None:
    """Return the head of the phrase of an occasion that a time is told with; None where it is a saying or a paper."""
    top = time
    nouns: list[Token] = []
    while top.head.i != top.i and top.head.pos_ in ("NOUN", "PROPN", "ADP", "NUM") and len(nouns) < _STEPS:
        top = top.head
        nouns.append(top)
    plain = all(t.lemma_.lower() not in _TOLD_IN for t in nouns if t.pos_ in ("NOUN", "PROPN"))
    prep = top.pos_ == "ADP" and top.lower_ in _PREPOSITIONS
    inside = [t.pos_ for t in time.doc[top.left_edge.i : top.left_edge.i + _LONGEST_EVENT] if t.i <= top.right_edge.i]
    return top if prep and plain and "VERB" not in inside else None
