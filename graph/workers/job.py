"""Jobs: what a reader is asked to do, over which snapshot and within which bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import Final, Literal

from pyoxigraph import QueryResultsFormat, RdfFormat

from sayso.graph.model.json_value import Json

RESULTS: Final = MappingProxyType(
    {
        "json": QueryResultsFormat.JSON,
        "xml": QueryResultsFormat.XML,
        "csv": QueryResultsFormat.CSV,
        "tsv": QueryResultsFormat.TSV,
    }
)
TRIPLES: Final = MappingProxyType(
    {
        "turtle": RdfFormat.TURTLE,
        "ntriples": RdfFormat.N_TRIPLES,
        "rdfxml": RdfFormat.RDF_XML,
        "jsonld": RdfFormat.JSON_LD,
        "trig": RdfFormat.TRIG,
        "nquads": RdfFormat.N_QUADS,
        "n3": RdfFormat.N3,
    }
)


@dataclass(frozen=True, slots=True)
class QueryJob:
    """A SPARQL query as the protocol hands it over.

    `default_graphs` and `named_graphs` are the protocol's dataset; None, both, where the request names none: then the
    query's own FROM holds, else the union of all graphs. `results` and `triples` are names of RESULTS and TRIPLES, None
    where the client accepts no such format. Of an answer, at most so many rows and bytes are written;
    IRIs in the query are relative to `base_iri`.
    """

    snapshot: str
    text: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    results: str | None = "json"
    triples: str | None = "turtle"
    rows: int = 1_000_000
    bytes: int = 1 << 30
    base_iri: str | None = None
    kind: Literal["query"] = "query"

    def told(self) -> dict[str, Json]:
        """Return the job as JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class CallJob:
    """One of the walks of `sayso.graph.store.solutions`, with its arguments; it answers with JSON."""

    snapshot: str
    name: str
    arguments: Mapping[str, Json] = field(default_factory=dict)
    base: str = ""
    bytes: int = 1 << 26
    kind: Literal["call"] = "call"

    def told(self) -> dict[str, Json]:
        """Return the job as JSON."""
        return asdict(self)


type Job = QueryJob | CallJob


def job_of(told: dict[str, Json]) -> Job:
    """Read a job that `told` wrote."""
    for name in ("default_graphs", "named_graphs"):
        if isinstance(value := told.get(name), list):
            told[name] = tuple(value)  # type: ignore[assignment]
    return QueryJob(**told) if told["kind"] == "query" else CallJob(**told)  # type: ignore[arg-type]
