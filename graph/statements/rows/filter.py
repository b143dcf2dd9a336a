"""The one filter of statements: who speaks, of whom, how, when, where, and whether it was said at all.

What its parts mean is told where queries take them, in queries/filters; a test holds both to the same statements.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.graph.statements.rows.row import Named, Row, Source
from sayso.ontology.errors import UsageError
from sayso.ontology.terms import ACTS, FORMS, STANCES, STATUSES
from sayso.queries.binder import ANY

SAID: Final = "said"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is empty restricts nothing; of several actors, acts, forms, sources or articles any will do.

    `by` and `about` are IRIs. `status` is one, or "any"; where
    it is empty, only what was said is wanted. `since` and `until` are days, both included: the day of
    saying, else of publication; a statement without a day lies in no span of time. Words and sources are told apart
    without case. Articles are identifiers or IRIs. A statement without a confidence is not sure enough for any. Raises
    UsageError for what is no act, form, status, stance, day or share.
    """

    by: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    status: str = ""
    stance: str = ""
    words: str = ""
    since: str = ""
    until: str = ""
    sources: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    confidence: float = 0.0

    def __post_init__(self) -> None:
        _check("act", self.acts, ACTS)
        _check("form", self.forms, FORMS)
        _check("status", [self.status], ["", *STATUSES, ANY])
        _check("stance", [self.stance], ["", *STANCES])
        for name, day in (("since", self.since), ("until", self.until)):
            if day and not _is_day(day):
                raise UsageError(f"{name}: {day!r} is no day; write it as YYYY-MM-DD")
        if not 0 <= self.confidence <= 1:
            raise UsageError(f"confidence: {self.confidence} does not lie between 0 and 1")
        object.__setattr__(self, "sources", frozenset(source.casefold() for source in self.sources))

    def __call__(self, row: Row) -> bool:
        """Say whether a statement is wanted."""
        return (
            (self.status or SAID) in (row.status, ANY)
            and (not self.acts or row.act in self.acts)
            and (not self.forms or row.form in self.forms)
            and (not self.stance or any(stand.stance == self.stance for stand in row.stands))
            and _among(row.speakers, self.by)
            and _among(row.about, self.about)
            and (not self.words or self.words.casefold() in row.words.casefold())
            and self._in_time(row.day)
            and (not self.confidence or (row.confidence or 0.0) >= self.confidence)
            and self.of_article(row.article)
        )

    def of_article(self, article: Source) -> bool:
        """Say whether an article's statements may be wanted."""
        if self.sources and article.source.casefold() not in self.sources:
            return False
        return not self.articles or article.identifier in self.articles or article.iri in self.articles

    def _in_time(self, day: str) -> bool:
        if not (self.since or self.until):
            return True
        return bool(day) and self.since <= day and not (self.until and day > self.until)


def _check(name: str, given: Iterable[str], known: Collection[str]) -> None:
    if unknown := sorted(set(given) - set(known)):
        raise UsageError(f"{name}: {unknown[0]!r} is none; there are {', '.join(filter(None, known))}")


def _among(actors: Iterable[Named], wanted: frozenset[str]) -> bool:
    return not wanted or any(actor.iri in wanted for actor in actors)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
