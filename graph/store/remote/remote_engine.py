"""A remote server with the face of the embedded engine, as far as SaySo reads from that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import IO, cast

import pyoxigraph as ox

from sayso.graph.store.guard import keywords, names_graphs
from sayso.graph.store.remote.endpoint import AnswerBody, Endpoint
from sayso.graph.store.solutions import Term, canonical
from sayso.ontology.errors import QueryError, RemoteError

type Found = ox.QuerySolutions | ox.QueryBoolean | Iterator[ox.Triple]

_MOST_TOLD = 200
_RESULTS = "application/sparql-results+json"
_GRAPHS = frozenset({"CONSTRUCT", "DESCRIBE"})
_JSON = ox.QueryResultsFormat.JSON
# Virtuoso answers ASK with a table: this column, and a row where the answer is yes.
_VIRTUOSO_ASKED = "__ASK_RETVAL"
_AS_TRIPLES = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.5"
_TRIPLES = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
# What an empty Virtuoso holds already.
_BROUGHT = ("http://www.openlinksw.com/schemas/virtrdf#", "http://localuriqaserver/sparql", "http://www.w3.org/ns/ldp#")
_OURS = f"FILTER(?g NOT IN ({', '.join(f'<{graph}>' for graph in _BROUGHT)}))"
_DECLARED = re.compile(r"prefix\s+([\w.-]*)\s*:", re.IGNORECASE)


class RemoteEngine:
    """Answers what `pyoxigraph.Store` is asked for; each call is one request, and iterators read as they go."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint

    def query(
        self,
        text: str,
        *,
        use_default_graph_as_union: bool = False,
        prefixes: Mapping[str, str] | None = None,
        base_iri: str | None = None,
        default_graph: Sequence[ox.NamedNode | ox.DefaultGraph] | None = None,
        named_graphs: Sequence[ox.NamedNode | ox.DefaultGraph] | None = None,
    ) -> Found:
        """Ask a query. The union of all graphs is asked for where the server knows the parameter of Oxigraph's.

        Raises as `Endpoint.query` does, RemoteError too for an answer that is none.
        """
        fields = [("query", declared(text, prefixes or {}, base_iri))]
        for name, graphs in (("default-graph-uri", default_graph), ("named-graph-uri", named_graphs)):
            fields += [(name, _iri(graph)) for graph in graphs or ()]
        if use_default_graph_as_union and not names_graphs(text):
            fields.append(("union-default-graph", "true"))
        stack = ExitStack()
        # Virtuoso would write triples as a table, too.
        accept = _AS_TRIPLES if keywords(text) & _GRAPHS else _RESULTS
        body = stack.enter_context(self.endpoint.query(fields, accept))
        try:
            if body.type in (_RESULTS, "application/json"):
                return self._results(body, stack)
            if body.type in _TRIPLES:
                return self._triples(body, stack)
        except BaseException:
            stack.close()
            raise
        stack.close()
        told = body.type or "no media type"
        raise RemoteError(f"{self.endpoint.address} answers with {told}: is this the address of a SPARQL server?")

    def quads_for_pattern(
        self, subject: Term | None, predicate: Term | None, object: Term | None, graph: Term | None = None
    ) -> Iterator[ox.Quad]:
        """Yield the quads of the named graphs that fit; None fits all, but for what Virtuoso brings itself."""
        given = {"s": subject, "p": predicate, "o": object, "g": graph}
        words = {name: f"?{name}" if term is None else str(term) for name, term in given.items()}
        wanted = " ".join(f"?{name}" for name, term in given.items() if term is None)
        pattern = f"GRAPH {words['g']} {{ {words['s']} {words['p']} {words['o']} }}{f' {_OURS}' * (graph is None)}"
        if not wanted:
            if self._ask(pattern):
                yield ox.Quad(subject, predicate, object, graph)  # type: ignore[arg-type]
            return
        for row in self._rows(f"SELECT {wanted} {{ {pattern} }}"):
            found = {name: canonical(row[name]) if term is None else term for name, term in given.items()}
            yield ox.Quad(found["s"], found["p"], found["o"], found["g"])  # type: ignore[arg-type]

    def named_graphs(self) -> Iterator[ox.NamedNode]:
        """Yield the graphs that hold something, but for those that Virtuoso brings itself."""
        for row in self._rows(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} {_OURS} }}"):
            yield cast(ox.NamedNode, row["g"])

    def filled(self) -> bool:
        """Say whether there is any graph but those that Virtuoso brings itself."""
        return self._ask(f"GRAPH ?g {{ ?s ?p ?o }} {_OURS}")

    def contains_named_graph(self, graph: ox.NamedNode) -> bool:
        """Say whether a graph holds something."""
        return self._ask(f"GRAPH {graph} {{ ?s ?p ?o }}")

    def update(self, text: str, *, base_iri: str | None = None, prefixes: Mapping[str, str] | None = None) -> None:
        """Run an update, as one request."""
        self.endpoint.update(declared(text, prefixes or {}, base_iri))

    def _ask(self, pattern: str) -> bool:
        return bool(self.query(f"ASK {{ {pattern} }}"))

    def _rows(self, text: str) -> Iterator[ox.QuerySolution]:
        with self.reading():
            found = self.query(text)
            if not isinstance(found, ox.QuerySolutions):
                raise RemoteError(f"{self.endpoint.address} answers a SELECT with something else")
            yield from found

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Turn the parser's exceptions into RemoteError: it is no answer that the server sends."""
        try:
            yield
        except (SyntaxError, ValueError, OSError) as error:
            told = " ".join(str(error).split())[:_MOST_TOLD]
            raise RemoteError(f"{self.endpoint.address} sends an answer that cannot be read: {told}") from error

    def _results(self, body: AnswerBody, stack: ExitStack) -> Found:
        found = ox.parse_query_results(cast(IO[bytes], _Closing(body, stack)), _JSON)
        if isinstance(found, ox.QuerySolutions) and [one.value for one in found.variables] == [_VIRTUOSO_ASKED]:
            yes = next(found, None) is not None
            found = ox.parse_query_results(b'{"head":{},"boolean":%s}' % str(yes).lower().encode(), _JSON)
        if isinstance(found, ox.QueryBoolean):
            stack.close()
        return found

    def _triples(self, body: AnswerBody, stack: ExitStack) -> Iterator[ox.Triple]:
        with stack:
            for quad in ox.parse(cast(IO[bytes], body), format=_TRIPLES[body.type]):
                yield quad.triple


class _Closing:
    """A body that lets go of its connection at its end, or when nobody holds it any longer."""

    def __init__(self, body: AnswerBody, stack: ExitStack) -> None:
        self._body = body
        self._stack = stack

    def read(self, size: int = -1) -> bytes:
        data = self._body.read(size)
        if not data:
            self._stack.close()
        return data

    def __del__(self) -> None:
        self._stack.close()


def _iri(graph: ox.NamedNode | ox.DefaultGraph) -> str:
    if isinstance(graph, ox.DefaultGraph):
        raise QueryError("a remote store has no name for what stands in no named graph")
    return graph.value


def declared(text: str, prefixes: Mapping[str, str], base_iri: str | None) -> str:
    """Return a text that declares the prefixes which it uses and does not declare, and its base."""
    own = set(_DECLARED.findall(text))
    lines = [
        f"PREFIX {name}: {ox.NamedNode(iri)}"
        for name, iri in prefixes.items()
        if name not in own and f"{name}:" in text
    ]
    base = [f"BASE {ox.NamedNode(base_iri)}"] if base_iri and not re.search(r"\bbase\b", text, re.IGNORECASE) else []
    return "\n".join([*base, *lines, text])
