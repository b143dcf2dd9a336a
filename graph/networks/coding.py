"""Codings: statements as discourse network analysis counts them, one actor, one matter, one stance each.

A position that its holder expresses is a coding. What others say about somebody's position is one only where it is
asked for: "X opposes" and "Y says that X opposes" are not the same evidence. Where statements are counted and not
positions, each is a coding without a matter and a stance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sayso.graph.statements.rows.row import Named, Row, Stand
from sayso.graph.statements.wording import words_of

# The values of DNA's binary variable "agreement".
VALUES: Final = {"against": 0, "for": 1}
RANGE: Final = 1


@dataclass(frozen=True, slots=True)
class Coding:
    """One statement of an actor on a matter. `matter` tells matters apart, `day` is empty where no date is known.

    A statement that is counted as such has neither `actor` nor `matter`; `actors` are those who speak. `weight` is
    what a kernel leaves of it.
    """

    actor: Named | None
    matter: Named | None
    stance: str
    day: str
    row: Row
    weight: float = 1.0

    @property
    def article(self) -> str:
        """The identifier of the article."""
        return self.row.article.identifier

    @property
    def actors(self) -> tuple[Named, ...]:
        """Who holds the position, or who speaks."""
        return self.row.speakers if self.actor is None else (self.actor,)


def codings(rows: Iterable[Row], *, reported: bool = False) -> Iterator[Coding]:
    """Yield a coding for each position; with `reported`, those too that somebody else tells of."""
    for row in rows:
        for stand in row.stands:
            if stand.stance in VALUES and (reported or stand.holder in row.speakers):
                yield Coding(stand.holder, matter_of(stand), stand.stance, row.day, row)


def counted_statements(rows: Iterable[Row]) -> Iterator[Coding]:
    """Yield a coding for each statement."""
    for row in rows:
        yield Coding(None, None, "", row.day, row)


def matter_of(stand: Stand) -> Named:
    """Return the shared matter where it was judged which it is, else the words without case and punctuation."""
    if stand.on is not None:
        return Named(stand.on.name, stand.on.iri, "Matter")
    words = " ".join(words_of(stand.matter)) or stand.matter
    return Named(words, f"matter:{words}", "Matter")
