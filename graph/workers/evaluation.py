"""Evaluating a SPARQL query over a snapshot, into an answer of bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO, Final, cast

import pyoxigraph as ox

from sayso.graph.store.guard import check_query, names_graphs
from sayso.graph.store.solutions import translated
from sayso.graph.store.store import Store
from sayso.graph.workers.job import RESULTS, TRIPLES, QueryJob
from sayso.graph.workers.writing import AnswerWriter, Send, bounded, counter
from sayso.ontology.errors import NotAcceptableError, QueryError
from sayso.ontology.namespaces import PREFIXES

type EngineResult = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

# Names, among the graphs of a dataset, what stands in no named graph.
UNNAMED: Final = "urn:sayso:unnamed-graph"

# Formats that have prefixes; in the others the engine would write them all the same.
_PREFIXED = frozenset({"turtle", "trig", "n3", "rdfxml"})


def evaluate(store: Store, job: QueryJob, send: Send) -> None:
    """Answer a query with frames: the head, the data, the end.

    Raises QueryError for a query that cannot be answered, NotAcceptableError where the client takes no format that
    fits it, LimitError where the answer grows too large.
    """
    with translated(job.text):
        found = _ask(store, job)
        if isinstance(found, ox.QuerySolutions | ox.QueryBoolean):
            _write_results(found, job, send)
        else:
            _write_triples(found, job, send)


def _ask(store: Store, job: QueryJob) -> EngineResult:
    text = check_query(job.text)
    # The engine reads each again for each query.
    prefixes = {name: iri for name, iri in PREFIXES.items() if f"{name}:" in text}
    if job.default_graphs is None and job.named_graphs is None:
        union = not names_graphs(text)
        return store.engine.query(text, use_default_graph_as_union=union, prefixes=prefixes, base_iri=job.base_iri)
    return store.engine.query(
        text,
        default_graph=[*_nodes(job.default_graphs or ())],
        named_graphs=[node for node in _nodes(job.named_graphs or ()) if isinstance(node, ox.NamedNode)],
        prefixes=prefixes,
        base_iri=job.base_iri,
    )


def _nodes(iris: Sequence[str]) -> list[ox.NamedNode | ox.DefaultGraph]:
    try:
        return [ox.DefaultGraph() if iri == UNNAMED else ox.NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise QueryError(f"a graph's name is no IRI: {error}") from error


def _write_results(found: ox.QuerySolutions | ox.QueryBoolean, job: QueryJob, send: Send) -> None:
    if job.results is None:
        raise NotAcceptableError("SELECT and ASK answer with JSON, XML, CSV or TSV; none of these is accepted")
    rows = counter(job.results) if isinstance(found, ox.QuerySolutions) else None
    form = "select" if rows is not None else "ask"
    writer = AnswerWriter(send, {"form": form, "format": job.results}, job.bytes, job.rows, rows)
    found.serialize(cast(IO[bytes], writer), format=RESULTS[job.results])
    writer.finish()


def _write_triples(found: Iterator[ox.Triple], job: QueryJob, send: Send) -> None:
    if job.triples is None:
        raise NotAcceptableError(
            "CONSTRUCT and DESCRIBE answer with Turtle, N-Triples, RDF/XML, JSON-LD, TriG or N-Quads; "
            "none of these is accepted"
        )
    writer = AnswerWriter(send, {"form": "graph", "format": job.triples}, job.bytes, job.rows, None)
    prefixes = dict(PREFIXES) if job.triples in _PREFIXED else None
    ox.serialize(bounded(found, job.rows), cast(IO[bytes], writer), format=TRIPLES[job.triples], prefixes=prefixes)
    writer.finish()
