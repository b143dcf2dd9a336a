"""Which statements are wanted: by act, stance, days, source, article, confidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.graph.statements.rows.row import Row, Source
from sayso.ontology.errors import UsageError
from sayso.ontology.terms import ACTS, STANCES


@dataclass(frozen=True, slots=True)
class Filter:
    """What is empty restricts nothing; of several acts, sources or articles any will do.

    `since` and `until` are days, both included: the day of saying, else of publication; a statement without a day lies
    in no span of time. Sources are told apart without case. Articles are identifiers or IRIs. A statement without a
    confidence is not sure enough for any. Raises UsageError for what is no act, stance, day or share.
    """

    acts: frozenset[str] = frozenset()
    stance: str = ""
    since: str = ""
    until: str = ""
    sources: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    confidence: float = 0.0

    def __post_init__(self) -> None:
        if unknown := sorted(self.acts - ACTS.keys()):
            raise UsageError(f"act: {unknown[0]!a} is none; there are {', '.join(ACTS)}")
        if self.stance and self.stance not in STANCES:
            raise UsageError(f"stance: {self.stance!a} is none; there are {', '.join(STANCES)}")
        for name, day in (("since", self.since), ("until", self.until)):
            if day and not _is_day(day):
                raise UsageError(f"{name}: {day!a} is no day; write it as YYYY-MM-DD")
        if not 0 <= self.confidence <= 1:
            raise UsageError(f"confidence: {self.confidence} does not lie between 0 and 1")
        object.__setattr__(self, "sources", frozenset(source.casefold() for source in self.sources))

    def __call__(self, row: Row) -> bool:
        """Say whether a statement is wanted."""
        return (
            (not self.acts or row.act in self.acts)
            and (not self.stance or any(stand.stance == self.stance for stand in row.stands))
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


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
