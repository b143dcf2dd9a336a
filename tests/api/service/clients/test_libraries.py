"""What others use to ask SPARQL endpoints: SPARQLWrapper, rdflib's stores, pandas."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pandas
import pytest
import SPARQLWrapper
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore

from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE
from sayso.ontology.terms import PERSON
from tests.api.service.serving import KEY, MAY_WRITE, Served, served
from tests.sample import sample_quads

SELECT = "SELECT DISTINCT ?actor ?name WHERE { ?actor a sayso:Person ; rdfs:label ?name } ORDER BY ?name"
ZENDA = BASE + "person/anna-zenda"


@pytest.fixture
def wrapper(service: Served) -> SPARQLWrapper.SPARQLWrapper:
    """A wrapper as its documentation makes one."""
    made = SPARQLWrapper.SPARQLWrapper(f"{service.url}/sparql")
    made.setTimeout(60)
    return made


@pytest.mark.parametrize("method", [SPARQLWrapper.GET, SPARQLWrapper.POST])
@pytest.mark.parametrize("request_method", [SPARQLWrapper.URLENCODED, SPARQLWrapper.POSTDIRECTLY])
def test_sparqlwrapper_reads_json(wrapper: SPARQLWrapper.SPARQLWrapper, method: str, request_method: str) -> None:
    if method == SPARQLWrapper.GET and request_method == SPARQLWrapper.POSTDIRECTLY:
        pytest.skip("nothing is posted by GET")
    wrapper.setMethod(method)
    wrapper.setRequestMethod(request_method)
    wrapper.setReturnFormat(SPARQLWrapper.JSON)
    wrapper.setQuery(SELECT)
    [row] = wrapper.queryAndConvert()["results"]["bindings"]
    assert row["actor"]["value"] == ZENDA


def test_sparqlwrapper_reads_every_kind_of_table(wrapper: SPARQLWrapper.SPARQLWrapper) -> None:
    for format_, held in (
        (SPARQLWrapper.XML, lambda told: told.toxml()),
        (SPARQLWrapper.CSV, lambda told: told.decode()),
        (SPARQLWrapper.TSV, lambda told: told.decode()),
    ):
        wrapper.setReturnFormat(format_)
        wrapper.setQuery(SELECT)
        assert ZENDA in held(wrapper.queryAndConvert())
    wrapper.setReturnFormat(SPARQLWrapper.JSON)
    wrapper.setQuery(f"ASK {{ <{ZENDA}> a sayso:Person }}")
    assert wrapper.queryAndConvert()["boolean"] is True


@pytest.mark.parametrize(
    "format_", [SPARQLWrapper.TURTLE, SPARQLWrapper.N3, SPARQLWrapper.RDFXML, SPARQLWrapper.JSONLD]
)
@pytest.mark.parametrize(
    "text", [f"DESCRIBE <{ZENDA}>", "CONSTRUCT WHERE { ?actor a sayso:Person ; rdfs:label ?name }"]
)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_sparqlwrapper_reads_graphs(wrapper: SPARQLWrapper.SPARQLWrapper, format_: str, text: str) -> None:
    wrapper.setReturnFormat(format_)
    wrapper.setQuery(text)
    told = wrapper.queryAndConvert()
    graph = told if isinstance(told, Graph) else Graph().parse(data=told)
    assert (URIRef(ZENDA), RDFS.label, Literal("Anna Zenda")) in graph


def test_sparqlwrapper_sees_errors(wrapper: SPARQLWrapper.SPARQLWrapper) -> None:
    wrapper.setQuery("SELECT nonsense")
    with pytest.raises(SPARQLWrapper.SPARQLExceptions.QueryBadFormed, match="problem"):
        wrapper.query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_asks_through_its_store(service: Served, method: str) -> None:
    graph = Graph(SPARQLStore(f"{service.url}/sparql", method=method))
    assert str(graph.value(URIRef(ZENDA), RDFS.label)) == "Anna Zenda"
    assert (URIRef(ZENDA), RDF.type, URIRef(PERSON.value)) in graph
    rows = [
        *graph.query(
            "SELECT DISTINCT ?name { ?actor a ?kind ; rdfs:label ?name }", initBindings={"kind": URIRef(PERSON.value)}
        )
    ]
    assert [str(row.name) for row in rows] == ["Anna Zenda"]
    assert len({*graph.triples((None, RDF.type, URIRef(PERSON.value)))}) == 1


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Served]:
    """A service with a store of its own."""
    folder = tmp_path / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    with served(folder, api_key=f"tester={KEY}", readers=1) as running:
        yield running


def test_rdflib_writes_through_its_store(written: Served) -> None:
    store = SPARQLUpdateStore(
        f"{written.url}/sparql", f"{written.url}/sparql/update", context_aware=True, headers=dict(MAY_WRITE)
    )
    graph = Graph(store, identifier=URIRef("urn:notes"))
    graph.add((URIRef(ZENDA), RDFS.comment, Literal("“quoted”\nand more")))
    assert [str(each) for each in graph.objects(URIRef(ZENDA), RDFS.comment)] == ["“quoted”\nand more"]
    graph.update("DELETE WHERE { ?s rdfs:comment ?o }", initNs={"rdfs": RDFS})
    assert [*graph.objects(URIRef(ZENDA), RDFS.comment)] == []


def test_pandas_reads_an_address(service: Served) -> None:
    address = f"{service.url}/sparql?{urlencode({'query': SELECT})}"
    with warnings.catch_warnings():
        # Its way to open an address leaves it to the collector to close.
        warnings.simplefilter("ignore", ResourceWarning)
        frame = pandas.read_csv(address, storage_options={"Accept": "text/csv"})
    assert [*frame.columns] == ["actor", "name"]
    assert frame.loc[0, "name"] == "Anna Zenda"
    said = f"{service.url}/statements"
    assert pandas.DataFrame(service.client.get(said).json()["items"]).shape[0] == 6
