"""Days: the date that time words mean in an article of a known date, where they fix one."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from sayso.loaders.word_lists import any_of, word_row, word_set

DAYS = {day: number for number, day in enumerate(word_row("times", "weekdays"))}
ISO_DAY = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
MONTH = rf"{any_of(word_row('times', 'month_starts'))}[a-z]*\.?"  # in lower case
_TH = f"{any_of(word_row('times', 'ordinals'))}?"
_DATE = re.compile(rf"\b{MONTH} \d{{1,2}}{_TH}\b|\b\d{{1,2}}{_TH} (?:of )?{MONTH}\b|\b{MONTH} \d{{4}}\b", re.I)
_PART = f"(?: {any_of(word_row('times', 'parts_of_days'))})?"
_LEAD = f"(?:{any_of(word_row('times', 'leads'))} )*"
_WEEKDAY = re.compile(rf"{_LEAD}(?P<which>{any_of(word_row('times', 'which'))} )?(?P<day>{any_of(tuple(DAYS))}){_PART}")
_NEXT = word_set("times", "next")
_NEAR = tuple(
    (re.compile(f"{_LEAD}{any_of(days).replace(' [part]', _PART)}"), step)
    for days, step in (
        (word_row("times", "today"), 0),
        (word_row("times", "yesterday"), -1),
        (word_row("times", "tomorrow"), 1),
        (word_row("times", "before_yesterday"), -2),
    )
)
_COUNTS = {word: number for number, word in enumerate(word_row("times", "numbers"))}
_BARELY = any_of(word_row("ago", "barely"))
_AGO = re.compile(rf"{_LEAD}(?:{_BARELY} )?(?P<count>a|{any_of(tuple(_COUNTS)[1:])}|\d{{1,2}}) days? ago")


@lru_cache(maxsize=2048)
def fixed_date(text: str, published: str | None, ahead: bool = False) -> date | None:
    """Return the day that time words mean in an article of that date (ISO 8601); None where they leave it open.

    "Monday" and "Nov. 8" are the last of that name, with `ahead` the next: what "will say" tells of is to come. A month
    or a year alone fixes no day, and never stands for the day of publication.
    """
    base = _day(published)
    low = " ".join(text.lower().split()).strip(" .,")
    if iso := ISO_DAY.search(low):
        return _day(iso.group())
    if base is None:
        return None
    if weekday := _WEEKDAY.fullmatch(low):
        return _weekday(base, DAYS[weekday["day"]], (weekday["which"] or "").strip(), ahead)
    for near, step in _NEAR:
        if near.fullmatch(low):
            return base + timedelta(days=step)
    if ago := _AGO.fullmatch(low):
        count = "one" if ago["count"] == "a" else ago["count"]
        return base - timedelta(days=_COUNTS.get(count) or int(count))
    if not _DATE.search(low) or not re.search(r"\d", low):
        return None
    return _parsed(text, base, ahead)


def _weekday(base: date, number: int, which: str, ahead: bool) -> date:
    """Return the last day of that name, the base itself included; the next one where the words look ahead."""
    if which in _NEXT or (ahead and which != "last"):
        return base + timedelta(days=(number - base.weekday()) % 7 or 7)
    back = (base.weekday() - number) % 7
    return base - timedelta(days=back or (7 if "last" in which or "past" in which else 0))


def _parsed(text: str, base: date, ahead: bool) -> date | None:
    """Read a written day; without a year it is the last such day, or the next one."""
    import dateparser

    match = re.search(rf"(?:{_DATE.pattern})(?:,? \d{{4}})?", text, re.I)
    if match is None:
        return None
    settings = {
        "RELATIVE_BASE": datetime(base.year, base.month, base.day),
        "REQUIRE_PARTS": ["day", "month"],
        "PREFER_DATES_FROM": "future" if ahead else "past",
    }
    parsed = dateparser.parse(match.group(), languages=["en"], settings=settings)
    return parsed.date() if parsed else None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
