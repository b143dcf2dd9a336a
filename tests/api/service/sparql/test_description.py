"""The service describes itself: formats, dataset, counts that are true, and queries that run."""

from __future__ import annotations

import time

from rdflib import RDF, Graph, Literal, Namespace, URIRef

from sayso.ontology.terms import STATEMENT
from tests.api.service.serving import Served

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
SH = Namespace("http://www.w3.org/ns/shacl#")


def told(service: Served) -> Graph:
    answer = service.client.get("/sparql", headers={"Accept": "text/turtle"})
    return Graph().parse(data=answer.text, format="turtle")


def number(service: Served, text: str) -> int:
    [row] = service.client.get("/sparql", params={"query": text}).json()["results"]["bindings"]
    return int(row["n"]["value"])


def counted(service: Served) -> Graph:
    """Ask for the description until the counts, which nobody waits for, are in it."""
    for _ in range(600):
        graph = told(service)
        if {*graph.subject_objects(VOID.triples)} and {*graph.subject_objects(VOID.classes)}:
            return graph
        time.sleep(0.5)
    raise AssertionError("nothing was counted")


def test_the_counts_are_those_that_queries_find(service: Served) -> None:
    graph = counted(service)
    [dataset] = graph.subjects(RDF.type, VOID.Dataset)
    triples = number(service, "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }")
    assert graph.value(dataset, VOID.triples) == Literal(triples)
    classes = number(service, "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }")
    assert graph.value(dataset, VOID.classes) == Literal(classes)
    assert len({*graph.objects(dataset, VOID.classPartition)}) == classes
    [statements] = graph.subjects(VOID["class"], URIRef(STATEMENT.value))
    assert graph.value(statements, VOID.entities) == Literal(6)
    parts = [graph.value(part, VOID.triples) for part in graph.objects(dataset, VOID.propertyPartition)]
    assert sum(int(part) for part in parts) == triples


def test_updates_are_told_of_where_there_are_keys(service: Served) -> None:
    graph = told(service)
    [update] = graph.subjects(SD.supportedLanguage, SD.SPARQL11Update)
    assert str(graph.value(update, SD.endpoint)) == f"{service.url}/sparql/update"
    [query] = graph.subjects(SD.supportedLanguage, SD.SPARQL11Query)
    assert query != update


def test_the_examples_run(service: Served) -> None:
    graph = told(service)
    examples = {*graph.subjects(RDF.type, SH.SPARQLExecutable)}
    assert len(examples) > 10
    for example in examples:
        answer = service.client.post("/sparql", data={"query": str(graph.value(example, SH.select))})
        assert answer.status_code == 200, answer.text
