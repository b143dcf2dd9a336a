"""When: the time words of a statement, and its date where the article's own date decides it."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.words import words
from sayso.loaders.day_words import YEAR, as_written, day_words
from sayso.loaders.days import DAYS, fixed_date
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.occasions import event_of, is_apart, occasions
from sayso.loaders.time_ties import STEPS, distance
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_LEADING = word_set("times", "before") | word_set("times", "early_late") | word_set("times", "articles")
_HEAD = 120  # words in which a dateline stands
# the place and date at the head of a report, which tell when it was written: "BISHKEK, March 14 (Reuters) -"
_DATELINE = re.compile(r"^[A-Z][A-Z .'’/-]{2,40}\b[^\n–—]{0,60}?(?: - | ?[–—―] ?| -- )", re.M)
_AHEAD = word_set("times", "ahead")
_COMING_FIRST, _COMING = word_set("times", "coming_first"), word_set("times", "coming")
_FRONT = 2  # words
_DISTANT = 4  # steps: what is told of another's deed, and of this one it is "recently"
_LEADS = 3  # words from "later" to its day: "later on Sunday"
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
    best = _nearest(doc, tokens, cues, attribution)
    if best is None:
        loose = next(occasions(cues, attribution), None)
        return (None, None) if loose is None else (" ".join(loose.text.split()), None)
    steps, time = best
    if steps >= _DISTANT and (adverb := _adverb(time, cues, attribution)) is not None:
        return adverb.text, None
    event = event_of(time, attribution)
    day = None if is_apart(event or time) else fixed_date(time.text, published, _ahead(cues))
    return as_written(time) if event is None else " ".join(event.text.split()), day


def _nearest(doc: Doc, sentence: Tokens, cues: list[Token], attribution: Attribution) -> tuple[int, Tokens] | None:
    """Return the time on a calendar or a clock that is the nearest to the cue, with its steps."""
    ties: list[tuple[int, Tokens]] = []
    dateline = _DATELINE.search(doc[:_HEAD].text)
    for found in day_words(doc, sentence, cues):
        inside = any(s.start <= doc[found.start].idx < s.end for s in attribution.contents)
        if inside and not _ends(found, cues, attribution) and not _opens_behind_source(found, attribution):
            continue
        if dateline and dateline.start() <= doc[found.start].idx < dateline.end():
            continue
        if _to_come(found) and any(t.tag_ == "VBD" for t in cues):
            continue
        steps = distance(found.root, cues)
        if steps is None and _in_source(found, attribution):
            steps = _IN_SOURCE
        if steps is not None:
            ties.append((steps, found))
    best = min(ties, key=lambda tie: tie[0], default=None)
    return next((tie for tie in ties if best is not None and _narrows(tie[1], best[1])), best)


def _narrows(time: Tokens, wide: Tokens) -> bool:
    """Say whether a time right behind another tells its day: "earlier this week on Wednesday"."""
    behind = 0 <= time.start - wide.end <= 1
    return behind and any(t.lower_ in DAYS for t in time) and not any(t.lower_ in DAYS for t in wide)


def _adverb(time: Tokens, cues: list[Token], attribution: Attribution) -> Tokens | None:
    """Return the adverb of time at a cue itself, where it does not lead to a distant time: "recently", "now"."""
    found = (o for o in occasions(cues, attribution) if len(o) == 1)
    return next((o for o in found if not o.start <= time.start < o.end + _LEADS), None)


def _ahead(cues: list[Token]) -> bool:
    """Say whether a cue tells of what is to come: "will announce"."""
    helpers = (c for t in cues for c in t.children if c.dep_ == "aux")
    return any(t.lower_ in _AHEAD for t in (*cues, *helpers))


def _to_come(time: Tokens) -> bool:
    """Say whether a time lies ahead of the article, as nothing does that was said: "next week", "the coming days"."""
    return time[0].lower_ in _COMING_FIRST or any(t.lower_ in _COMING for t in time)


def _ends(time: Tokens, cues: list[Token], attribution: Attribution) -> bool:
    """Say whether a time at the edge of the words hangs on the cue itself: "declared it an emergency on January 31".

    The edge in front is as wide as a short object: "named him on Sunday as the one".
    """
    top = time.root.head if time.root.dep_ == "pobj" else time.root
    rest = [t for t in time.doc[time.end : time.end + 2] if not t.is_punct and not t.is_space]
    last = any(s.end <= time.end_char + 1 for s in attribution.contents[-1:]) or not rest
    before = time.doc[max(0, min(top.i, time.start) - _FRONT - 1)]
    last = last or (not YEAR.search(time.text) and any(s.start > before.idx for s in attribution.contents[:1]))
    plain = not any(t.is_quote for s in attribution.contents for t in tokens_in(time.doc, s)[-2:])
    return last and plain and top.head.i in {t.i for t in cues} and top.dep_ in ("prep", "npadvmod")


def _opens_behind_source(time: Tokens, attribution: Attribution) -> bool:
    """Say whether a time that opens the words follows a source behind its cue: "According to Ada Hill today, …"."""
    first, behind = time.start_char, time.doc[time.end : time.end + 1].text == ","
    opening = any(s.start <= first <= s.start + 1 for s in attribution.contents)
    return (
        behind
        and opening
        and any(0 <= first - s.end <= 1 for s in attribution.sources)
        and _in_source(time, attribution)
    )


def _in_source(time: Tokens, attribution: Attribution) -> bool:
    """Say whether a time tells from when a document is that speaks: "a survey published in 2017", "Friday's report"."""
    doc, before = time.doc, time.start - 1
    while before >= 0 and doc[before].lower_ in _LEADING:
        before -= 1
    if before >= 0 and doc[before].text == "," and doc[time.end : time.end + 1].text == ",":
        before -= 1  # "according to Ada Hill, during the weekend, they …"
    for span in attribution.sources:
        source = tokens_in(doc, span)
        beside = before >= 0 and span.start <= doc[before].idx < span.end
        if beside and any(cue.end <= span.start for cue in attribution.cues):
            return True  # "according to Ada Hill on Friday"
        if not source or not (span.start <= time[0].idx < span.end or beside):
            continue
        links = (time.root, *islice(time.root.ancestors, STEPS))
        if any(t.lemma_.lower() in words().documents for t in source) and all(t.dep_ != "relcl" for t in links[:3]):
            return True
    return False
