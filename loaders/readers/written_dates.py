"""Dates as articles, feeds and e-mails write them, to ISO 8601; a day and a month are never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from sayso.loaders.word_lists import word_row

_FURTHEST_ZONE = timedelta(hours=14)
_HOW = "write it as 2022-01-30"
_FULL: Final = word_row("times", "months")
_MONTHS: Final = {
    **{name: number for number, name in enumerate(_FULL, start=1)},
    **{name[:3]: number for number, name in enumerate(_FULL, start=1)},
    "sept": 9,
}
_WEEKDAY = r"[^\W\d_]+\.?,?"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[^\W\d_]+)\.?"
_ENDS = rf"(?:,?\s+{_WEEKDAY})?(?P<time>,?\s+(?:at\s+)?\d{{1,2}}[:.]\d\d.{{0,40}})?"
_WRITTEN = (
    re.compile(rf"(?:{_WEEKDAY}\s+)?{_MONTH}\s+{_DAY},?\s+{_YEAR}{_ENDS}"),
    re.compile(rf"(?:{_WEEKDAY}\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}{_ENDS}"),
)


def read_date(text: str) -> str:
    """Return an ISO 8601 date or date-time for one of these, as news-please writes it, or as in e-mail and RSS.

    An English date in words ("March 12, 2024", "Tuesday, 12 March 2024 at 10:15") becomes a date alone.
    Raises ValueError for anything else.
    """
    text = text.strip()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, IndexError, OverflowError):
            return _in_words(text)
    zone = moment.utcoffset()
    if zone is not None and (abs(zone) > _FURTHEST_ZONE or zone % timedelta(minutes=1)):
        raise ValueError(f"{shown(text)} is in a time zone that does not exist; {_HOW}")
    return moment.isoformat()


def _in_words(text: str) -> str:
    match = next((found for pattern in _WRITTEN if (found := pattern.fullmatch(text))), None)
    if match is None:
        raise ValueError(f"{shown(text)} is not a date that can be read; {_HOW}")
    month = _MONTHS.get(match["month"].lower())
    if month is None:
        raise ValueError(f"{shown(text)}: {shown(match['month'])} is no English month; {_HOW}")
    try:
        return date(int(match["year"]), month, int(match["day"])).isoformat()
    except ValueError as error:
        raise ValueError(f"{shown(text)} is a day that does not exist; {_HOW}") from error


def shown(value: str) -> str:
    """Return what a message shows of a value: quoted, in ASCII, not too long."""
    return ascii(value if len(value) <= 100 else value[:100] + "…")
