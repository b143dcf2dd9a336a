"""What a notebook holds: a store that answers questions by name or in SPARQL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from graph.answers import Table
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
