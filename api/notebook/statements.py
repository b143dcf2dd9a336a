"""Several statements: a sequence that shows itself, and becomes frames."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, overload

from pyoxigraph import Literal, NamedNode

from sayso.api.notebook.result import Result
from sayso.api.notebook.statement import Actor, Statement
from sayso.api.notebook.tables import counted
from sayso.api.notebook.values import Value
from sayso.graph.statements.rows.columns import BETWEEN
from sayso.graph.store.solutions import Table, Term
from sayso.ontology.namespaces import XSD_DATE, XSD_DATE_TIME, XSD_DECIMAL

if TYPE_CHECKING:
    import pandas
    import polars

_SHOWN: Final = 10
_COLUMNS: Final = (
    "speaker act about words cue form status when said_on day confidence speaker_confidence act_confidence "
    "identity_confidence sentence article title source url published statement"
).split()


@dataclass(frozen=True, slots=True, repr=False)
class Statements(Sequence[Statement]):
    """Statements in the order of the question, the latest article first. `cut` says that there may be more.

    `origin` tells snapshot, models and question, as far as it is known.
    """

    found: tuple[Statement, ...]
    cut: bool = False
    origin: Mapping[str, str] = field(default=MappingProxyType({}), compare=False)

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.found)

    @overload
    def __getitem__(self, index: int) -> Statement: ...
    @overload
    def __getitem__(self, index: slice) -> Statements: ...
    def __getitem__(self, index: int | slice) -> Statement | Statements:
        return Statements(self.found[index], origin=self.origin) if isinstance(index, slice) else self.found[index]

    @property
    def result(self) -> Result:
        """The statements as a table, one row each; several names of a cell stand between "; "."""
        return Result(Table(tuple(_COLUMNS), tuple(map(_row, self.found))), self.origin)

    def records(self) -> list[dict[str, Value]]:
        """Return each statement as a dict of Python values."""
        return self.result.records()

    def df(self) -> pandas.DataFrame:
        """Return a DataFrame of pandas, one row a statement. Raises MissingExtra without pandas."""
        return self.result.df()

    def pl(self) -> polars.DataFrame:
        """Return a DataFrame of polars, one row a statement. Raises MissingExtra without polars."""
        return self.result.pl()

    def _told(self, shown: int) -> str:
        more = " (as many as were asked for; there may be more)" if self.cut else ""
        return counted(len(self.found), shown, "statement") + more

    def __repr__(self) -> str:
        some = self.found[:_SHOWN]
        return "\n\n".join([*map(repr, some), self._told(len(some))])

    def _repr_html_(self) -> str:
        some = self.found[:_SHOWN]
        shown = "".join(statement._repr_html_() for statement in some)
        return f'<div>{shown}<p style="opacity:.7">{self._told(len(some))}</p></div>'


def _row(statement: Statement) -> tuple[Term | None, ...]:
    article = statement.article
    return (
        _text(_names(statement.speakers)),
        _text(statement.act),
        _text(_names(statement.about)),
        _text(statement.words),
        _text(statement.cue),
        _text(statement.form),
        _text(statement.status),
        _text(statement.when),
        _day(statement.said_on),
        Literal(statement.day.isoformat(), datatype=XSD_DATE) if statement.day else None,
        _share(statement.confidence),
        _share(statement.speaker_confidence),
        _share(statement.act_confidence),
        _share(statement.identity_confidence),
        _text(statement.sentence),
        _text(article.identifier),
        _text(article.title),
        _text(article.source),
        _text(article.url),
        _day(article.published),
        NamedNode(statement.iri),
    )


def _share(sure: float | None) -> Term | None:
    return None if sure is None else Literal(f"{Decimal(repr(sure)):f}", datatype=XSD_DECIMAL)


def _names(actors: tuple[Actor, ...]) -> str:
    return BETWEEN.join(actor.name for actor in actors)


def _text(text: str) -> Literal | None:
    return Literal(text) if text else None


def _day(text: str) -> Literal | None:
    """Return a day or moment typed as what it looks like: it may be a year alone, or no date at all."""
    if not text:
        return None
    if re.match(r"\d{4}-\d{2}-\d{2}T", text):
        return Literal(text, datatype=XSD_DATE_TIME)
    return Literal(text, datatype=XSD_DATE) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else Literal(text)
