"""The W3C's tests of the SPARQL protocol and of service descriptions, over HTTP against a running service."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from graph.store import Store
from tests.api.service.serving import MAY_WRITE, Served, served
from tests.api.service.w3c import SUITE, Case, Exchange, cases

_NO_UPDATE = "the service takes no updates over HTTP yet"
KNOWN_FAILURES = {
    "update_dataset_default_graph": _NO_UPDATE,
    "update_dataset_default_graphs": _NO_UPDATE,
    "update_dataset_named_graphs": _NO_UPDATE,
    "update_dataset_full": _NO_UPDATE,
    "update_post_form": _NO_UPDATE,
    "update_post_direct": _NO_UPDATE,
    "update_base_uri": _NO_UPDATE,
}
TABULAR = {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"}
RDF_TYPES = {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "application/trig"}
FORMATS = {
    "tabular": TABULAR,
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "RDF": RDF_TYPES,
}
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
CASES = cases("protocol")

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


def ask(service: Served, exchange: Exchange) -> None:
    headers = {**exchange.headers, **MAY_WRITE}
    answer = service.client.request(exchange.method, exchange.path, headers=headers, content=exchange.body)
    assert str(answer.status_code)[0] in exchange.statuses, answer.text
    if exchange.format is not None:
        assert answer.headers["content-type"].partition(";")[0] in FORMATS[exchange.format]
    if exchange.boolean is not None:
        assert answer.json()["boolean"] is exchange.boolean


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_protocol(protocol: Served, case: Case, request: pytest.FixtureRequest) -> None:
    if reason := KNOWN_FAILURES.get(case.name):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    for exchange in case.exchanges:
        ask(protocol, exchange)


def test_known_failures_are_cases() -> None:
    assert KNOWN_FAILURES.keys() <= {case.name for case in CASES}


@pytest.mark.parametrize("path", ["/sparql", "/sparql/"])
@pytest.mark.parametrize("accept", ["text/turtle", "application/rdf+xml", "application/n-triples", None])
def test_the_bare_endpoint_describes_itself(protocol: Served, path: str, accept: str | None) -> None:
    answer = protocol.client.get(path, headers={"Accept": accept} if accept else {})
    assert answer.status_code == 200
    media_type = answer.headers["content-type"].partition(";")[0]
    assert media_type in RDF_TYPES
    graph = Graph().parse(data=answer.content, format=media_type)
    [service] = graph.subjects(SD.endpoint, URIRef(protocol.url + path))
    # The schema: a service with its feature, languages and formats, and a dataset with its default graph.
    assert (service, RDF.type, SD.Service) in graph
    assert (service, SD.feature, SD.UnionDefaultGraph) in graph
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in graph
    [dataset] = graph.objects(service, SD.defaultDataset)
    assert (dataset, RDF.type, SD.Dataset) in graph
    [default] = graph.objects(dataset, SD.defaultGraph)
    assert (default, RDF.type, SD.Graph) in graph
    assert all(
        str(format_).startswith("http://www.w3.org/ns/formats/") for format_ in graph.objects(None, SD.resultFormat)
    )
