"""Writes that would take the service down: each ends within its limit, and others are answered meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.graph.store.store import Store
from tests.api.service.serving import KEY, MAY_WRITE, Served, assert_problem, served
from tests.api.service.test_attacks import steady
from tests.sample import sample_quads

UPDATE = {**MAY_WRITE, "Content-Type": "application/sparql-update"}


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service whose writer has little time and memory."""
    folder = tmp_path_factory.mktemp("hostile") / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    limits = {"write_seconds": 10, "writer_memory_mb": 700, "max_write_kb": 20_000, "queue_seconds": 30, "readers": 2}
    with served(folder, api_key=KEY, **limits) as running:
        yield running


def laughs(entity: str) -> str:
    entities = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    return (
        f'<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY a "{entity}">{entities}]>'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:">'
        '<rdf:Description rdf:about="urn:x"><e:p>&j;</e:p></rdf:Description></rdf:RDF>'
    )


GRAPHS = {
    "a billion laughs": ("application/rdf+xml", laughs("lol" * 5)),
    "a file of this machine": (
        "application/rdf+xml",
        '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><r xmlns="urn:r">&f;</r>',
    ),
    "100,000 nested lists": ("text/turtle", "<urn:a> <urn:b> " + "(" * 100_000 + ")" * 100_000 + " ."),
    "100,000 nested nodes": ("text/turtle", "<urn:a> <urn:b> " + "[ <urn:c> " * 100_000 + "1" + "]" * 100_000 + " ."),
    "100,000 nested elements": ("application/rdf+xml", "<a xmlns='urn:a'>" * 100_000),
    "100,000 nested objects": ("application/ld+json", '{"urn:a":' * 100_000 + "1" + "}" * 100_000),
    "a context from elsewhere": ("application/ld+json", '{"@context": "http://127.0.0.1:9/c", "a": "b"}'),
    "a literal without an end": ("text/turtle", '<urn:a> <urn:b> """' + "x" * 10_000_000),
    "an IRI without an end": ("text/turtle", "<urn:a> <urn:b> <urn:" + "x" * 10_000_000),
    "100,000 parts": ("multipart/form-data; boundary=b", "--b\r\n\r\n\r\n" * 100_000 + "--b--"),
    "nested forms": (
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 500,
    ),
}
UPDATES = {
    "3,000 nested groups": "INSERT { <urn:a> <urn:b> 1 } WHERE " + "{" * 3000 + "}" * 3000,
    "30,000 parentheses": "INSERT { <urn:a> <urn:b> 1 } WHERE { FILTER(" + "(" * 30_000 + "1" + ")" * 30_000 + ") }",
    "200,000 negations": "INSERT { <urn:a> <urn:b> 1 } WHERE { FILTER(" + "!" * 200_000 + "true) }",
    "320 patterns": "INSERT { <urn:a> <urn:b> 1 } WHERE {" + "".join(f"?s{i} ?p{i} ?o{i} ." for i in range(320)) + "}",
    "a cross product": "INSERT { ?a ?b ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }".replace(
        "?a ?b ?c . ", "GRAPH ?u { ?a ?b ?c . } GRAPH ?v { ?m ?n ?o . } "
    ),
    "a cross product of all graphs": "INSERT { ?a ?b ?i } WHERE { GRAPH ?x { ?a ?b ?c } GRAPH ?y { ?d ?e ?f } "
    "GRAPH ?z { ?g ?h ?i } }",
    "a grown string": 'INSERT { <urn:a> <urn:b> ?x11 } WHERE { BIND("a" AS ?x0)'
    + "".join(f" BIND(CONCAT({f'?x{i - 1}, ' * 9}?x{i - 1}) AS ?x{i})" for i in range(1, 12))
    + " }",
    "a literal without an end": "INSERT DATA { <urn:a> <urn:b> '''" + "x" * 15_000_000,
    "a literal of 15 MB twenty times": "INSERT DATA { <urn:a> <urn:b> '''" + "x" * 15_000_000 + "''' } ;"
    + "INSERT { ?s ?o ?x } WHERE { ?s ?p ?o BIND(CONCAT(?o, ?o) AS ?x) } ;" * 20,
    "30,000 quotation marks": "INSERT DATA { <urn:a> <urn:b> " + "'''\"" * 30_000,
    "a million operations": "CLEAR DEFAULT;" * 1_000_000,
}  # fmt: skip


def alive(service: Served) -> None:
    for text, there in (
        ("INSERT DATA { <urn:alive> <urn:p> 1 }", True),
        ("DELETE DATA { <urn:alive> <urn:p> 1 }", False),
    ):
        assert service.client.post("/sparql/update", content=text, headers=UPDATE).status_code == 204
        asked = service.client.get("/sparql", params={"query": "ASK { <urn:alive> <urn:p> 1 }"})
        assert asked.json()["boolean"] is there


@pytest.mark.parametrize("name", GRAPHS)
def test_no_graph_takes_the_service_down(attacked: Served, name: str) -> None:
    media_type, body = GRAPHS[name]
    graph = {"graph": f"urn:hostile:{[*GRAPHS].index(name)}"}
    with steady(attacked) as statuses:
        answer = attacked.client.post(
            "/graphs", params=graph, content=body, headers={**MAY_WRITE, "Content-Type": media_type}
        )
        if answer.status_code not in (201, 204):
            assert answer.status_code in (400, 503, 504)
            assert_problem(answer, answer.status_code)
            assert attacked.client.get("/graphs", params=graph).status_code == 404
        alive(attacked)
    assert set(statuses) == {200}


@pytest.mark.parametrize("name", UPDATES)
def test_no_update_takes_the_service_down(attacked: Served, name: str) -> None:
    with steady(attacked) as statuses:
        answer = attacked.client.post("/sparql/update", content=UPDATES[name], headers=UPDATE)
        if answer.status_code != 204:
            assert answer.status_code in (400, 503, 504)
            assert_problem(answer, answer.status_code)
        alive(attacked)
    assert set(statuses) == {200}
    attacked.client.post("/sparql/update", content="CLEAR DEFAULT", headers=UPDATE)


def test_a_write_that_fails_leaves_nothing_behind(attacked: Served, tmp_path: Path) -> None:
    def counted() -> str:
        return attacked.client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).text

    before = counted()
    text = "INSERT DATA { <urn:half> <urn:p> 1 } ; " + UPDATES["a cross product of all graphs"]
    assert attacked.client.post("/sparql/update", content=text, headers=UPDATE).status_code in (503, 504)
    alive(attacked)
    assert counted() == before
