"""The W3C's protocol tests: whole HTTP exchanges read from its manifests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, RDFS, Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node

SUITE = Path(__file__).parents[4] / "shared" / "w3c-sparql11"

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")


@dataclass(frozen=True)
class Exchange:
    """One request, and what its answer has to be.

    `statuses` are codes or, of a class of them, first digits; `location` is the name under which later requests know
    where this one led, `graph` the Turtle that comes back.
    """

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: frozenset[str]
    boolean: bool | None
    format: str | None
    location: str | None = None
    graph: bytes | None = None


@dataclass(frozen=True)
class Case:
    """A test: graphs to be there before, and exchanges in their order."""

    name: str
    data: tuple[tuple[str, Path], ...]
    exchanges: tuple[Exchange, ...]


def cases(folder: str, manifest_name: str = "manifest.ttl") -> list[Case]:
    """Read the tests of a folder that are HTTP exchanges; none where the suite is absent."""
    manifest = SUITE / folder / manifest_name
    if not manifest.is_file():
        return []
    graph = Graph().parse(manifest, format="turtle", publicID=manifest.as_uri())
    entries = (entry for head in graph.objects(None, MF.entries) for entry in Collection(graph, head))
    kinds = {MF.ProtocolTest, MF.GraphStoreProtocolTest}
    return [_case(graph, entry) for entry in entries if kinds & set(graph.objects(entry, RDF.type))]


def names_of(folder: str, kind: Node) -> list[str]:
    """Read the names of a folder's tests of one kind; none where the suite is absent."""
    manifest = SUITE / folder / "manifest.ttl"
    if not manifest.is_file():
        return []
    graph = Graph().parse(manifest, format="turtle", publicID=manifest.as_uri())
    return sorted(str(test).rpartition("#")[2] for test in graph.subjects(RDF.type, kind))


def _case(graph: Graph, entry: Node) -> Case:
    data = tuple(
        (str(graph.value(node, RDFS.label)), Path(str(graph.value(node, UT.graph)).removeprefix("file://")))
        for node in graph.objects(entry, UT.graphData)
    )
    requests = graph.value(graph.value(entry, MF.action), HT.requests)
    exchanges = tuple(_exchange(graph, node) for node in Collection(graph, requests))
    return Case(str(entry).rpartition("#")[2], data, exchanges)


def _exchange(graph: Graph, request: Node) -> Exchange:
    answer, body = graph.value(request, HT.resp), graph.value(request, HT.body)
    expected = graph.value(answer, MF.expectedBoolean)
    form = graph.value(answer, MF.expectedFormat)
    location, came = graph.value(answer, MF.expectedLocation), graph.value(answer, HT.body)
    return Exchange(
        str(graph.value(request, HT.methodName)),
        str(graph.value(request, HT.absolutePath)),
        dict(_headers(graph, request)),
        _body(graph, body) if body is not None else None,
        frozenset(_status(str(status)) for status in graph.objects(answer, MF.expectedStatus)),
        None if expected is None else str(expected) in ("true", "1"),
        None if form is None else str(form),
        None if location is None else str(location),
        None if came is None else _body(graph, came),
    )


def _status(name: str) -> str:
    name = name.rpartition("#")[2]
    named = {"OK": "200", "Created": "201", "NoContent": "204", "NotFound": "404"}
    return named[name] if name in named else name.removeprefix("StatusCode")[0]


def _headers(graph: Graph, request: Node) -> Iterator[tuple[str, str]]:
    head = graph.value(request, HT.headers)
    for node in Collection(graph, head) if head is not None else ():
        yield str(graph.value(node, HT.fieldName)), str(graph.value(node, HT.fieldValue))


def _body(graph: Graph, body: Node) -> bytes:
    encoding = str(graph.value(body, CNT.characterEncoding) or "UTF-8")
    return str(graph.value(body, CNT.chars)).encode(encoding)
