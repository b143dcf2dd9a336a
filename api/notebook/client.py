"""What a notebook holds: a store, in a folder or far away, that is asked by name or in SPARQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Self, Unpack, overload

from sayso.api.notebook.asking import QuestionSource, statements
from sayso.api.notebook.binding import Given, bound
from sayso.api.notebook.coder_agreement import Agreement, Codes, agreement
from sayso.api.notebook.network import DrawnNetwork
from sayso.api.notebook.network_options import NetworkOptions, chosen, with_options
from sayso.api.notebook.network_series import NetworkSeries
from sayso.api.notebook.questions import Questions
from sayso.api.notebook.result import Result
from sayso.api.notebook.statements import Statements
from sayso.api.notebook.triples import Triples
from sayso.graph.actors.resolver import with_actors
from sayso.graph.dated.narrowing import answer as answered
from sayso.graph.networks.kinds import NetworkKind
from sayso.graph.networks.making import network_of, series_of
from sayso.graph.networks.origin import origin, told_question, unread_origin
from sayso.graph.statements.rows.columns import COLUMNS, Cell
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.reading import rows
from sayso.graph.store.solutions import Table
from sayso.graph.store.store import Store
from sayso.queries.catalogue import get, names, read
from sayso.queries.whole import unlimited

type QueryResult = Result | Triples | bool


class Client:
    """An open store; use it in a `with` statement, or close it, so that a later load finds the folder free.

    `place` is the folder or address. `questions`, or `q`, are the questions that can be asked by name, as functions:
    `q.positions(holder="Russia")`.
    """

    def __init__(self, store: QuestionSource, place: str) -> None:
        self.store = store
        self.place = place
        self.questions = self.q = Questions(store)

    def sparql(self, text: str, /, **values: Given) -> QueryResult:
        """Answer SPARQL: SELECT with a Result, CONSTRUCT and DESCRIBE with Triples, ASK with a bool.

        The prefixes of the ontology are known. `values` go in as RDF terms where a line says
        `VALUES ?name { UNDEF }`, a list as several. Raises QueryError for SPARQL that does not parse and values that
        do not fit, UsageError for a name without a place.
        """
        answer = self.store.query(bound(text, values))
        if isinstance(answer, Table):
            return Result(answer, self._origin(text))
        return answer if isinstance(answer, bool) else Triples(answer)

    def _origin(self, text: str) -> Mapping[str, str]:
        told = told_question(text, {})
        # What is far away need hold nothing of SaySo's: it is asked nothing but the question.
        return origin(self.store, told) if isinstance(self.store, Store) else unread_origin(self.store, told)

    def query(self, question: str, **values: str) -> list[dict[str, str]] | bool:
        """Answer a question in plain strings: one of `queries()` with its values, or SPARQL.

        SELECT gives a list of rows, each a dict of strings (unbound cells are empty), CONSTRUCT rows of subject,
        predicate and object, ASK a bool. Raises QueryError for SPARQL that does not parse, UsageError for a value that
        the question does not take.
        """
        asked = get(question) if question in names() else read("query", question)
        answer = answered(self.store, asked, unlimited(asked, with_actors(self.store, asked, values)))
        if isinstance(answer, Table):
            return list(answer.records())
        if isinstance(answer, bool):
            return answer
        return [{"subject": str(s), "predicate": str(p), "object": str(o)} for s, p, o in answer]

    def queries(self) -> dict[str, str]:
        """List the questions that can be asked by name, each with what it answers."""
        return {name: get(name).title for name in names()}

    def statements(self, **values: Given) -> Statements:
        """Return statements as objects that show their words: by=, about=, act=, form=, words=, article= or since=.

        The parameters are those of `questions.statements`. Actors may be names, ids or IRIs. Raises NotFoundError and
        AmbiguousName for names that are nobody's or several actors', UsageError for a parameter that there is not.
        """
        return statements(self.store, values)

    def said(self, by: str | None = None, about: str | None = None, **values: Given) -> Statements:
        """Return what somebody says, or what is said about somebody, or both. Raises as `statements` does."""
        return self.statements(by=by, about=about, **values)

    def rows(self, keep: Filter = Filter()) -> Iterator[dict[str, Cell]]:  # noqa: B008
        """Yield the statements with every variable, as docs/exports.md lists them; several values are tuples.

        `keep` says which: `Filter(status="any", forms=frozenset({"direct"}))`; without it all that were said.
        """
        for row in rows(self.store, keep):
            yield {column.name: column.cell(row) for column in COLUMNS}

    @overload
    def network(
        self, kind: NetworkKind = "about", *, window: int, **options: Unpack[NetworkOptions]
    ) -> NetworkSeries: ...
    @overload
    def network(
        self, kind: NetworkKind = "about", *, window: None = None, **options: Unpack[NetworkOptions]
    ) -> DrawnNetwork: ...
    @with_options
    def network(
        self, kind: NetworkKind = "about", *, window: int | None = None, **options: Unpack[NetworkOptions]
    ) -> DrawnNetwork | NetworkSeries:
        """Make a network as `sayso network` does, or with `window` one for each span of time.

        It draws itself, `.df()`, `.nodes_df()` and `.matrix()` are frames, `.to_networkx()` hands it on, and each
        edge opens its `.statements()`. Raises UsageError for what does not fit together.

        Options:
        """
        choice = chosen(kind, window, options)
        if window is None:
            return DrawnNetwork.of(network_of(self.store, choice), self.store)
        found = tuple(series_of(self.store, choice))
        return NetworkSeries(found, tuple(DrawnNetwork.of(one.network, self.store) for one in found))

    def agreement(self, codes: Codes, other: Codes | None = None, *, status: str = "") -> Agreement:
        """Compare a coder's table (a CSV file or a data frame) with the graph, or with another coder's.

        `.df()` has Krippendorff's alpha by variable, `.disagreements_df()` what differs. Raises UsageError for what
        is no table of codes (docs/agreement.md).
        """
        return agreement(self.store, codes, other, status)

    def export(
        self,
        path: str | Path,
        format: str | None = None,
        keep: Filter = Filter(),  # noqa: B008
    ) -> tuple[str, ...]:
        """Write to a file all statements, one row each (csv, jsonl, parquet …), the graph (trig …), a network (gexf …).

        The format is that of the file's ending, or `format`; docs/exports.md has them. `keep` says which statements;
        without it tables and networks hold those that were said, the graph everything. Returns what the format could
        not hold. Raises UsageError for a format that there is not.
        """
        from sayso.api.notebook.saving import save_store

        return save_store(self.store, Path(path), format, keep)

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"SaySo at {self.place}"
