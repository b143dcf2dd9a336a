"""When: the time words of a statement, and its date where the article's own date decides it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.facts import Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_PREPOSITIONS = frozenset(
    ("on", "in", "at", "during", "since", "after", "before", "by", "until", "late", "early", "earlier", "later")
)
_EARLY_LATE = frozenset(("late", "early", "earlier", "later", "just", "only"))
_REACH = 25
_HEAD = 120  # words in which a dateline stands
_DAYS = {d: i for i, d in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b|\b{_MONTH} \d{{4}}\b", re.I
)
_RELATIVE = frozenset(("today", "yesterday", "tomorrow", "tonight"))
_NOT_A_DAY = re.compile(
    r"^(?:the |a |an )?(?:(?!last|this|next|past)\w+[ -])?(?:years?|months?|weeks?|days?|decades?|hours?)(?:[ -]old)?$"
    r"|\bold$|second|minute|^\d{1,3}$|^(?:dai|week|month|quarter|year)ly$|^annual",
    re.I,
)
# the place and date at the head of a report, which tell when it was written: "BISHKEK, March 14 (Reuters) -"
_DATELINE = re.compile(r"^[A-Z][A-Z .'’/-]{2,40}\b[^\n–—]{0,60}?(?: - | ?[–—―] ?| -- )", re.M)
_PART_OF_DAY = re.compile(r"morning|afternoon|evening|night|noon|midnight|day", re.I)


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
        return None, None
    return _words(best[1]), fixed_date(best[1].text, published)


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
            if t.i not in seen
            and (t.lower_ in _DAYS or (t.lower_ in _RELATIVE and (t.text.islower() or t.is_sent_start)))
        ]
    return found


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
    day = ent.start and ent.doc[ent.start - 1].lower_ in _RELATIVE.union(_DAYS)
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
    while steps < 7:
        if token.i in verbs:
            return steps + verbs[token.i]
        if token.dep_ == "relcl" and token.i not in cue and token.i < cues[0].i:
            return None  # "Kalunga, who lost power five years ago, offered"
        if token.head.i == token.i or (token.dep_ in ("relcl", "ccomp", "advcl") and token.i not in cue):
            break
        token, steps = token.head, steps + 1
    near = min(abs(time.i - t.i) for t in cues)
    return 8 + near if near <= 5 else None


def _words(found: Tokens) -> str:
    """Return the time words with their preposition: "on Sunday"."""
    doc, start = found.doc, found.start
    if start and doc[start - 1].lower_ in _PREPOSITIONS:
        start -= 1
        if start and doc[start - 1].lower_ in _EARLY_LATE:
            start -= 1
    return " ".join(doc[start : found.end].text.split())


@lru_cache(maxsize=2048)
def fixed_date(text: str, published: str | None) -> date | None:
    """Return the day that time words mean in an article of that date (ISO 8601); None where they leave it open."""
    base = _day(published)
    if base is None:
        return None
    low = text.lower().strip()
    for day, number in _DAYS.items():
        if re.fullmatch(rf"(?:on |late |early )*(?:last )?{day}(?: (?:morning|afternoon|evening|night))?", low):
            back = (base.weekday() - number) % 7
            return base - timedelta(days=back or (7 if "last" in low else 0))
    if low in ("today", "tonight", "this morning", "this afternoon", "this evening"):
        return base
    if low in ("yesterday", "yesterday morning", "yesterday afternoon", "yesterday evening", "last night"):
        return base - timedelta(days=1)
    if not _DATE.search(low) or not re.search(r"\d", low):
        return None
    return _parsed(text, base)


def _parsed(text: str, base: date) -> date | None:
    """Read a written day; one that the base's year would put far ahead belongs to the year before."""
    import dateparser

    match = re.search(rf"(?:{_DATE.pattern})(?:,? \d{{4}})?", text, re.I)
    if match is None:
        return None
    settings = {
        "RELATIVE_BASE": datetime(base.year, base.month, base.day),
        "REQUIRE_PARTS": ["day", "month"],
        "PREFER_DATES_FROM": "past",
    }
    parsed = dateparser.parse(match.group(), languages=["en"], settings=settings)
    return parsed.date() if parsed else None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
