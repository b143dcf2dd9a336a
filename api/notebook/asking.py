"""Asking for statements: which they are, from the catalogue; what each says, from their cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, cast

from sayso.api.notebook.binding import Given, bind_query
from sayso.api.notebook.statement import statement_of
from sayso.api.notebook.statements import Statements
from sayso.graph.actors.resolver import with_actors
from sayso.graph.answers.cards import stored
from sayso.graph.dated.narrowing import answer as answered
from sayso.graph.networks.origin import origin, told_question
from sayso.graph.store.solutions import Answer, Table, text_of
from sayso.graph.store.store import Store
from sayso.queries.catalogue import get
from sayso.queries.whole import unlimited


class QuestionSource(Protocol):
    """What a client asks: a store in a folder, or one behind an address."""

    @property
    def base(self) -> str:
        """What the IRIs of articles and actors begin with."""
        ...

    def query(self, text: str) -> Answer:
        """Answer a SPARQL query."""
        ...

    def close(self) -> None:
        """Let go of what is held."""
        ...


def statements(source: QuestionSource, values: Mapping[str, Given]) -> Statements:
    """Return the statements that the question "statements" finds; actors may be names, ids or IRIs.

    Raises NotFoundError and AmbiguousName for names that are nobody's or several actors', UsageError for a value that
    the question does not take, QueryError for one that does not fit.
    """
    asked = get("statements")
    given = unlimited(asked, with_actors(source, asked, values))
    answer = answered(source, asked, given, bind_query)
    if not isinstance(answer, Table):
        raise TypeError("the question about statements is a SELECT")
    place = answer.variables.index("statement")
    found = [text_of(row[place]) for row in answer.rows]
    cut = str(len(found)) == str(given["limit"])
    told = origin(source, told_question(asked.name, given))
    return Statements(tuple(map(statement_of, stored(_store(source), found))), cut, told)


def opened(source: QuestionSource, iris: Iterable[str]) -> Statements:
    """Return statements by IRI, in the order given."""
    return Statements(tuple(map(statement_of, stored(_store(source), iris))))


def _store(source: QuestionSource) -> Store:
    # The walks ask nothing but `query` and `base`, which every source has.
    return cast(Store, source)
