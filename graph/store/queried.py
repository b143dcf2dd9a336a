"""What is asked of a store: queries and their answers, and one graph after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from sayso.graph.store.guard import check_query, names_graphs
from sayso.graph.store.solutions import Answer, answer_of, serialized, translated
from sayso.ontology.errors import StoreError
from sayso.ontology.iris import ontology_graph
from sayso.ontology.namespaces import PREFIXES


class Queried:
    """Reads an engine; `folder` is where it stands, None for one in memory. Writing is the `Store`'s."""

    def __init__(self, engine: ox.Store, folder: Path | None, base: str) -> None:
        self._engine: ox.Store | None = engine
        self.folder = folder
        self.base = base

    @property
    def engine(self) -> ox.Store:
        """The engine's own store. What it returns must not cross threads: that aborts the process."""
        if self._engine is None:
            raise StoreError("the store is closed; open it again")
        return self._engine

    def query(self, text: str) -> Answer:
        """Answer a SPARQL query; the whole answer is read, so that it may go anywhere.

        Raises QueryError where the text does not parse, cannot be evaluated or would reach another server.
        """
        with translated(text):
            return answer_of(self._ask(text))

    def serialize(self, text: str, results: ox.QueryResultsFormat, triples: ox.RdfFormat | None) -> bytes:
        """Answer a SPARQL query in a format: `results` for SELECT and ASK, `triples` for CONSTRUCT and DESCRIBE.

        Raises QueryError as `query` does, and where the answer is triples and there is no format for them.
        """
        with translated(text):
            return serialized(self._ask(text), results, triples)

    def table(self, text: str) -> bytes:
        """Answer a SELECT whose text was made here, of terms that the engine's serialiser wrote, as TSV.

        It is not looked through as one from outside is. Raises TypeError for any other query, else as `query` does.
        """
        with translated(text):
            answer = self.engine.query(text, use_default_graph_as_union=True, prefixes=dict(PREFIXES))
            try:
                if not isinstance(answer, ox.QuerySolutions):
                    raise TypeError("no SELECT")
                return answer.serialize(format=ox.QueryResultsFormat.TSV) or b""
            finally:
                del answer  # see answer_of

    def quads(self, graph: ox.NamedNode) -> Iterator[ox.Quad]:
        """Iterate over one graph."""
        return self.engine.quads_for_pattern(None, None, None, graph)

    def refuse_other_base(self) -> None:
        """Raise StoreError where the store was made with another base: its IRIs and ours would be strangers."""
        own = ontology_graph(self.base)
        other = next((graph for graph in self.engine.named_graphs() if graph != own), None)
        if other is not None and not self.engine.contains_named_graph(own):
            raise StoreError(
                f"{self.folder}: the store was made with another base than {self.base} (it holds {other}); "
                "set SAYSO_BASE to that one, or name another folder with --store"
            )

    def _ask(self, text: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        text = check_query(text)
        union = not names_graphs(text)
        return self.engine.query(text, use_default_graph_as_union=union, prefixes=dict(PREFIXES))
