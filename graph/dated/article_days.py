"""The days of every article: when it was published, and from when to when its statements were made.

With them a question about some days, or about the latest, is asked of few articles and not of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.graph.store.asking import rows
from sayso.graph.store.keeping import version_of
from sayso.graph.store.store import Store

_DAY: Final = len("2022-01-30")
_IS_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_KEPT: Final = 2


@dataclass(frozen=True, slots=True)
class ArticleDays:
    """An article by IRI, and days as texts, empty where none is told.

    `first` and `last` are those of its statements: of saying where it is known, else of publication.
    """

    iri: str
    published: str
    first: str
    last: str

    def meets(self, since: str, until: str) -> bool:
        """Say whether a statement may lie between two days, each empty where nothing bounds it."""
        return bool(self.last) and self.last >= since and not (until and self.first > until)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of all articles, the latest published first.

    `clear` says that each has one day of publication at most, and that all of these are days. `published` are these
    days by the article's IRI.
    """

    articles: Sequence[ArticleDays]
    clear: bool
    published: Mapping[str, str]

    def within(self, since: str, until: str) -> list[ArticleDays]:
        """List the articles that may have a statement between two days, both included."""
        return [article for article in self.articles if article.meets(since, until)]


def calendar_of(store: Store) -> Calendar:
    """Return the days of a store's articles; that of a snapshot is made once.

    It takes time by the number of articles, and of the days on which they say that something was said.
    """
    version = version_of(store)
    return _kept(store, version) if version else _made(store)


@lru_cache(maxsize=_MOST_KEPT)
def _kept(store: Store, _version: str) -> Calendar:
    return _made(store)


def _made(store: Store) -> Calendar:
    issued: dict[str, str] = {}
    clear = True
    for text, told in rows(store, "days-issued"):
        day = told[:_DAY]
        clear = clear and issued.get(text, day) == day and (not day or _IS_DAY.fullmatch(day) is not None)
        issued[text] = max(issued.get(text, ""), day)
    said: dict[str, list[str]] = {}
    for text, told in rows(store, "days-said"):
        said.setdefault(text, []).append(told[:_DAY])
    days = sorted(_days(issued, said), key=lambda article: article.iri)
    # A stable sort: the articles of one day stay in the order of their IRIs.
    days.sort(key=lambda article: article.published, reverse=True)
    return Calendar(days, clear, issued)


def _days(issued: dict[str, str], said: dict[str, list[str]]) -> Iterator[ArticleDays]:
    for iri in issued.keys() | said.keys():
        published = issued.get(iri, "")
        days = [day for day in (published, *said.get(iri, ())) if day]
        yield ArticleDays(iri, published, min(days, default=""), max(days, default=""))
