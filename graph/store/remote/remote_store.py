"""The remote store: the graph on another SPARQL 1.1 server, read and written as the embedded one is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pyoxigraph as ox

from sayso.graph.store.guard import check_query
from sayso.graph.store.remote.address import Address
from sayso.graph.store.remote.endpoint import Endpoint
from sayso.graph.store.remote.remote_engine import Found, RemoteEngine
from sayso.graph.store.solutions import Answer, Table, answer_of, canonical, serialized
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, RemoteError
from sayso.ontology.iris import BASE, ontology_graph
from sayso.ontology.namespaces import PREFIXES

_NAMINGS = "ASK { GRAPH ?g { <https://w3id.org/sayso/ontology#Naming> ?p ?o } }"


class RemoteStore(Store):
    """Holds no lock and publishes nothing: whoever else writes to the server is not kept out."""

    elsewhere = True

    def __init__(self, address: Address, base: str = BASE) -> None:
        self._remote = RemoteEngine(Endpoint(address))
        # It has the methods that are asked of the engine outside of this class, and no others.
        super().__init__(cast(ox.Store, self._remote), None, None, base)
        self.address = address

    @classmethod
    def connect(cls, address: Address, *, read_only: bool = True, base: str = BASE) -> RemoteStore:
        """Reach the server, and to write bring its ontology up to date.

        Raises RemoteError where it cannot be reached or hides its named graphs, NotFoundError where there is nothing
        to read, StoreError for a store of another base.
        """
        store = cls(address, base)
        try:
            filled = store._remote.filled()
            if read_only and not filled:
                raise NotFoundError(f"{address}: there is nothing in this store; load articles first: sayso load PATH")
            store.refuse_other_base()
            if filled and not store._remote.query(_NAMINGS):
                raise RemoteError(
                    f"{address}: an earlier release of SaySo loaded this store, and plain SPARQL would miscount in it; "
                    "load the articles, or an export of an upgraded store, into an empty one"
                )
            if not read_only:
                store.refresh_ontology()
            store._refuse_hidden_graphs()
        except BaseException:
            store.close()
            raise
        return store

    @property
    def snapshot(self) -> str:
        """What is read has no name; the server's address is nobody's affair who asks the service."""
        return "the present state of a store on another server"

    def close(self) -> None:
        """Close the connections."""
        self._remote.endpoint.close()
        self._engine = None

    def query(self, text: str) -> Answer:
        """Answer a SPARQL query, as the embedded store does. Raises as `RemoteEngine.query`, too."""
        with self._remote.reading():
            answer = answer_of(self._asked(text))
        if not isinstance(answer, Table):
            return answer
        rows = (tuple(None if term is None else canonical(term) for term in row) for row in answer.rows)
        return Table(answer.variables, tuple(rows))

    def serialize(self, text: str, results: ox.QueryResultsFormat, triples: ox.RdfFormat | None) -> bytes:
        """Answer a SPARQL query in a format, as the embedded store does. Raises as `RemoteEngine.query`, too."""
        with self._remote.reading():
            return serialized(self._asked(text), results, triples)

    def refuse_other_base(self) -> None:
        """Raise StoreError where the store was made with another base: its IRIs and ours would be strangers."""
        if self._remote.contains_named_graph(ontology_graph(self.base)) or not self._remote.filled():
            return
        raise RemoteError(
            f"{self.address}: the store holds no ontology of the base {self.base}; set SAYSO_BASE to the base that it "
            "was loaded with, and load with SaySo, which brings the ontology"
        )

    def quads(self, graph: ox.NamedNode) -> Iterator[ox.Quad]:
        """Iterate over one graph, as it comes."""
        return self._remote.quads_for_pattern(None, None, None, graph)

    def _asked(self, text: str) -> Found:
        return self._remote.query(check_query(text), use_default_graph_as_union=True, prefixes=PREFIXES)

    def _refuse_hidden_graphs(self) -> None:
        found = self._remote.query(
            "ASK { ?s a <http://www.w3.org/2002/07/owl#Ontology> }", use_default_graph_as_union=True
        )
        if not found:
            raise RemoteError(
                f"{self.address}: queries see only the default graph of this server; have it show the union of all "
                "graphs there (docs/remote.md says how)"
            )
