"""The W3C's tests of the SPARQL protocol, the graph store protocol and service descriptions, run over HTTP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

import httpx2 as httpx
import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from sayso.graph.store.store import Store
from tests.api.service.serving import MAY_WRITE, Served, served
from tests.api.service.w3c import MF, SUITE, Case, Exchange, cases, names_of

KNOWN_FAILURES: dict[str, str] = {}
TABULAR = {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"}
RDF_TYPES = {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "application/trig"}
FORMATS = {
    "tabular": TABULAR,
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "RDF": RDF_TYPES,
}
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
CASES = cases("protocol")
STORE_CASES = [
    case for kind in ("direct", "indirect") for case in cases("graph-store-protocol", f"manifest-{kind}.ttl")
]

pytestmark = pytest.mark.skipif(not SUITE.is_dir(), reason="the W3C suite is not beside the checkout (../shared)")


@pytest.fixture(scope="module")
def protocol(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over the graphs that the protocol's tests ask for."""
    folder = tmp_path_factory.mktemp("w3c") / "some.store"
    data = {graph: path for case in CASES for graph, path in case.data}
    with Store.open(folder) as store:
        quads = [
            ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(graph))
            for graph, path in data.items()
            for quad in ox.parse(path=path, format=ox.RdfFormat.N_TRIPLES)
        ]
        store.apply([], quads)
    with served(folder, api_key=MAY_WRITE["Authorization"].removeprefix("Bearer ")) as running:
        yield running


def path_of(exchange: Exchange, case: Case) -> str:
    """Return where our service is asked what the suite asks of `/sparql/`: updates have an address of their own."""
    return exchange.path.replace("/sparql/", "/sparql/update") if is_update(exchange, case) else exchange.path


def is_update(exchange: Exchange, case: Case) -> bool:
    told = (exchange.headers.get("content-type", ""), (exchange.body or b"")[:7], exchange.path)
    asks = told[0] == "application/sparql-query" or told[1] == b"query=" or "query=" in told[2]
    return not asks and "update" in case.name


def ask(service: Served, exchange: Exchange, path: str) -> httpx.Response:
    headers = {**exchange.headers, **MAY_WRITE}
    answer = service.client.request(exchange.method, path, headers=headers, content=exchange.body)
    status = str(answer.status_code)
    assert {status, status[0]} & exchange.statuses, answer.text
    if exchange.format is not None:
        assert answer.headers["content-type"].partition(";")[0] in FORMATS[exchange.format]
    if exchange.boolean is not None:
        assert answer.json()["boolean"] is exchange.boolean
    return answer


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_protocol(protocol: Served, case: Case, request: pytest.FixtureRequest) -> None:
    if reason := KNOWN_FAILURES.get(case.name):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    for exchange in case.exchanges:
        ask(protocol, exchange, path_of(exchange, case))


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over a store that each case finds empty."""
    folder = tmp_path_factory.mktemp("w3c") / "graphs.store"
    with served(folder, api_key=MAY_WRITE["Authorization"].removeprefix("Bearer ")) as running:
        yield running


@pytest.mark.parametrize("case", STORE_CASES, ids=lambda case: case.name)
def test_graph_store_protocol(graphs: Served, case: Case, request: pytest.FixtureRequest) -> None:
    if reason := KNOWN_FAILURES.get(case.name):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    known: dict[str, str] = {}
    emptied = graphs.client.post("/sparql/update", data={"update": "DROP ALL"}, headers=MAY_WRITE)
    assert emptied.status_code == 204
    for exchange in case.exchanges:
        path = re.sub(r"\$[A-Z]+\$", lambda name: quote(known[name[0]], safe=""), exchange.path)
        answer = ask(graphs, exchange, path.replace("/gsp", "/graphs", 1))
        if exchange.location is not None:
            known[exchange.location] = answer.headers["location"]
        if exchange.graph is not None:
            expected, got = (Graph().parse(data=data, format="turtle") for data in (exchange.graph, answer.content))
            assert isomorphic(expected, got)


def test_known_failures_are_cases() -> None:
    assert KNOWN_FAILURES.keys() <= {case.name for case in (*CASES, *STORE_CASES)}
    assert (len(CASES), len(STORE_CASES)) == (34, 13)


def described(service: Served, path: str, accept: str | None) -> tuple[Graph, str]:
    """Return the description at an endpoint, and the endpoint's address."""
    answer = service.client.get(path, headers={"Accept": accept} if accept else {})
    assert answer.status_code == 200
    media_type = answer.headers["content-type"].partition(";")[0]
    assert media_type in RDF_TYPES
    return Graph().parse(data=answer.content, format=media_type), service.url + path


def returns_rdf(graph: Graph, _: str) -> None:
    assert len(graph) > 0


def has_endpoint_triple(graph: Graph, address: str) -> None:
    [service] = graph.subjects(SD.endpoint, URIRef(address))
    assert (service, RDF.type, SD.Service) in graph


def conforms_to_schema(graph: Graph, address: str) -> None:
    """Hold every use of the vocabulary to its domains, ranges and members (sections 3.2 to 3.4)."""
    told = [(s, str(p).removeprefix(SD), o) for s, p, o in graph if str(p).startswith(SD)]
    assert {name for _, name, _ in told} <= SCHEMA.keys()
    for subject, name, object_ in told:
        domain, range_ = SCHEMA[name]
        assert (subject, RDF.type, SD[domain]) in graph
        if isinstance(range_, str):
            assert (object_, RDF.type, SD[range_]) in graph
        elif range_:
            assert str(object_).removeprefix(SD) in range_
    for format_ in graph.objects(None, SD.resultFormat):
        assert str(format_).startswith("http://www.w3.org/ns/formats/")
    [service] = graph.subjects(SD.endpoint, URIRef(address))
    assert (service, SD.feature, SD.UnionDefaultGraph) in graph
    [dataset] = graph.objects(service, SD.defaultDataset)
    assert len(list(graph.objects(dataset, SD.defaultGraph))) == 1


# Property → the class that it is told of, and the class or the members (none: anything) that it leads to.
SCHEMA: dict[str, tuple[str, str | frozenset[str]]] = {
    "endpoint": ("Service", frozenset()),
    "supportedLanguage": ("Service", frozenset({"SPARQL10Query", "SPARQL11Query", "SPARQL11Update"})),
    "feature": (
        "Service",
        frozenset({"DereferencesURIs", "UnionDefaultGraph", "RequiresDataset", "EmptyGraphs", "BasicFederatedQuery"}),
    ),
    "resultFormat": ("Service", frozenset()),
    "inputFormat": ("Service", frozenset()),
    "defaultEntailmentRegime": ("Service", frozenset()),
    "extensionFunction": ("Service", "Function"),
    "extensionAggregate": ("Service", "Aggregate"),
    "defaultDataset": ("Service", "Dataset"),
    "availableGraphs": ("Service", "GraphCollection"),
    "defaultGraph": ("Dataset", "Graph"),
    "namedGraph": ("GraphCollection", "NamedGraph"),
    "name": ("NamedGraph", frozenset()),
    "graph": ("NamedGraph", "Graph"),
    "entailmentRegime": ("NamedGraph", frozenset()),
}
DESCRIPTION = {
    "returns-rdf": returns_rdf,
    "has-endpoint-triple": has_endpoint_triple,
    "conforms-to-schema": conforms_to_schema,
}


@pytest.mark.parametrize("name", names_of("service-description", MF.ServiceDescriptionTest))
@pytest.mark.parametrize("path", ["/sparql", "/sparql/"])
@pytest.mark.parametrize("accept", ["text/turtle", "application/rdf+xml", "application/n-triples", "*/*", None])
def test_service_description(protocol: Served, name: str, path: str, accept: str | None) -> None:
    DESCRIPTION[name](*described(protocol, path, accept))


def test_every_description_test_is_run() -> None:
    assert set(names_of("service-description", MF.ServiceDescriptionTest)) == DESCRIPTION.keys()
