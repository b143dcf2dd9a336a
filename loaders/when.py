"""When: the time words of a statement, and its date where the article's own date decides it."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.words import words
from sayso.loaders.day_words import as_written, day_words
from sayso.loaders.days import fixed_date
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.occasions import occasions
from sayso.loaders.time_ties import STEPS, distance
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_PREPOSITIONS = word_set("times", "before")
_EARLY_LATE = word_set("times", "early_late")
_HEAD = 120  # words in which a dateline stands
# the place and date at the head of a report, which tell when it was written: "BISHKEK, March 14 (Reuters) -"
_DATELINE = re.compile(r"^[A-Z][A-Z .'’/-]{2,40}\b[^\n–—]{0,60}?(?: - | ?[–—―] ?| -- )", re.M)
_AHEAD = word_set("times", "ahead")
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
    for found in day_words(doc, tokens, cues):
        inside = any(s.start <= doc[found.start].idx < s.end for s in attribution.contents)
        if inside and not _ends(found, cues, attribution):
            continue
        if dateline and dateline.start() <= doc[found.start].idx < dateline.end():
            continue
        steps = distance(found.root, cues)
        if steps is None and _in_source(found, attribution):
            steps = _IN_SOURCE
        if steps is not None and (best is None or steps < best[0]):
            best = (steps, found)
    if best is None:
        loose = next(occasions(cues, attribution), None)
        return (None, None) if loose is None else (" ".join(loose.text.split()), None)
    return as_written(best[1]), fixed_date(best[1].text, published, _ahead(cues))


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
        links = (time.root, *islice(time.root.ancestors, STEPS))
        if any(t.lemma_.lower() in words().documents for t in source) and all(t.dep_ != "relcl" for t in links[:3]):
            return True
    return False
