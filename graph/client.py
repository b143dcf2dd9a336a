"""What a notebook holds: a store that answers questions by name or in SPARQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

from graph.answers import Table
from graph.networks.kinds import Choice, Kind, Normalisation, make
from graph.networks.network import Network
from graph.networks.selection import Selection
from graph.networks.two_mode import TwoMode
from graph.rows.columns import COLUMNS, Cell
from graph.rows.reading import rows
from graph.store import Store
from queries.catalogue import bind, get, names, read


@dataclass(frozen=True)
class Client:
    """An open store; use it in a `with` statement, or close it, so that a later load finds the folder free."""

    store: Store

    def query(self, question: str, **values: str) -> list[dict[str, str]] | bool:
        """Answer a question: one of `queries()` with its values, or SPARQL.

        SELECT gives a list of rows, each a dict of strings (unbound cells are empty), CONSTRUCT rows of subject,
        predicate and object, ASK a bool. Raises QueryError for SPARQL that does not parse, UsageError for a value that
        the question does not take.
        """
        asked = get(question) if question in names() else read("query", question)
        answer = self.store.query(bind(asked, values))
        if isinstance(answer, Table):
            return list(answer.records())
        if isinstance(answer, bool):
            return answer
        return [{"subject": str(s), "predicate": str(p), "object": str(o)} for s, p, o in answer]

    def queries(self) -> dict[str, str]:
        """List the questions that can be asked by name, each with what it answers."""
        return {name: get(name).title for name in names()}

    def statements(self) -> Iterator[dict[str, Cell]]:
        """Yield every statement with every variable, as docs/exports.md lists them; several values are tuples."""
        for row in rows(self.store):
            yield {column.name: column.cell(row) for column in COLUMNS}

    def network(
        self,
        kind: Kind = "about",
        *,
        normalisation: Normalisation = "none",
        qualifier: TwoMode = "subtract",
        measures: bool = False,
        selection: Selection | None = None,
    ) -> Network:
        """Make a network as `sayso network` does; `.to_networkx()` hands it on.

        Raises UsageError for what does not fit together.
        """
        chosen = selection or Selection()
        choice = Choice(kind, normalisation, qualifier, chosen, measures=measures)
        return make(partial(rows, self.store), choice)

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(folder: str | Path) -> Client:
    """Open the store in `folder` for reading. Raises NotFoundError if there is none."""
    return Client(Store.open(Path(folder), read_only=True))
