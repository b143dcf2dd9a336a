"""The W3C's protocol tests: whole HTTP exchanges read from its manifests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

SUITE = Path(__file__).parents[4] / "shared" / "w3c-sparql11"

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")


@dataclass(frozen=True)
class Exchange:
    """One request, and what its answer has to be; `statuses` are first digits."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: frozenset[str]
    boolean: bool | None
    format: str | None


@dataclass(frozen=True)
class Case:
    """A test: graphs to be there before, and exchanges in their order."""

    name: str
    data: tuple[tuple[str, Path], ...]
    exchanges: tuple[Exchange, ...]


def cases(folder: str) -> list[Case]:
    """Read the protocol tests of a folder; none where the suite is absent."""
    manifest = SUITE / folder / "manifest.ttl"
    if not manifest.is_file():
        return []
    graph = Graph().parse(manifest, format="turtle", publicID=manifest.as_uri())
    entries = (entry for head in graph.objects(None, MF.entries) for entry in Collection(graph, head))
    return [_case(graph, entry) for entry in entries if (entry, RDF.type, MF.ProtocolTest) in graph]


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
    return Exchange(
        str(graph.value(request, HT.methodName)),
        str(graph.value(request, HT.absolutePath)),
        dict(_headers(graph, request)),
        _body(graph, body) if body is not None else None,
        frozenset(
            status.removeprefix(str(URIRef("http://www.w3.org/2011/http-statusCodes#StatusCode")))[0]
            for status in map(str, graph.objects(answer, MF.expectedStatus))
        ),
        None if expected is None else str(expected) in ("true", "1"),
        None if form is None else str(form),
    )


def _headers(graph: Graph, request: Node) -> Iterator[tuple[str, str]]:
    head = graph.value(request, HT.headers)
    for node in Collection(graph, head) if head is not None else ():
        yield str(graph.value(node, HT.fieldName)), str(graph.value(node, HT.fieldValue))


def _body(graph: Graph, body: Node) -> bytes:
    encoding = str(graph.value(body, CNT.characterEncoding) or "UTF-8")
    return str(graph.value(body, CNT.chars)).encode(encoding)
