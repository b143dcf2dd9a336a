"""Graphs over HTTP: read without a key, written with one, in every format of RDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pyoxigraph as ox
import pytest

from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE, article_iri, ontology_graph
from tests.api.service.serving import KEY, MAY_WRITE, Served, assert_problem, served
from tests.sample import sample_quads

TURTLE = {**MAY_WRITE, "Content-Type": "text/turtle"}
FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/trig": ox.RdfFormat.TRIG,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "text/n3": ox.RdfFormat.N3,
}
S, P = ox.NamedNode("http://example.org/s"), ox.NamedNode("http://example.org/p")
TRIPLES = [
    ox.Triple(S, P, ox.Literal("Zoë \"said\"\n'no' \\ \t")),
    ox.Triple(S, P, ox.Literal("nein", language="de")),
    ox.Triple(S, P, ox.Literal(17)),
    ox.Triple(S, P, ox.NamedNode("http://example.org/ü%20")),
]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service that may be written to."""
    folder = tmp_path_factory.mktemp("graphs") / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    with served(folder, api_key=f"tester={KEY}", max_write_kb=64) as running:
        yield running


def triples(answer: httpx.Response) -> set[ox.Triple]:
    assert answer.status_code == 200, answer.text
    media_type = answer.headers["content-type"].partition(";")[0]
    return {quad.triple for quad in ox.parse(answer.content, format=FORMATS[media_type])}


@pytest.mark.parametrize("media_type", FORMATS)
def test_a_graph_comes_back_as_it_was_put_in_every_format(written: Served, media_type: str) -> None:
    graph = {"graph": f"http://example.org/{media_type}"}
    headers = {**MAY_WRITE, "Content-Type": media_type}
    body = ox.serialize(TRIPLES, format=FORMATS[media_type])
    assert written.client.put("/graphs", params=graph, content=body, headers=headers).status_code == 201
    assert written.client.put("/graphs", params=graph, content=body, headers=headers).status_code == 204
    answer = written.client.get("/graphs", params=graph, headers={"Accept": media_type})
    assert triples(answer) == set(TRIPLES)
    head = written.client.head("/graphs", params=graph, headers={"Accept": media_type})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == answer.headers["content-type"]
    assert written.client.delete("/graphs", params=graph, headers=MAY_WRITE).status_code == 204
    assert_problem(written.client.get("/graphs", params=graph), 404, "not-found")


@pytest.mark.parametrize("path", ["/graphs/a", "/graphs/a%20b", "/graphs/%C3%BC/b.ttl", "/graphs?graph=urn:x:y"])
def test_put_replaces_post_adds_delete_takes_away(written: Served, path: str) -> None:
    def told() -> set[str]:
        return {str(one.object.value) for one in triples(written.client.get(path))}  # type: ignore[union-attr]

    assert_problem(written.client.delete(path, headers=MAY_WRITE), 404, "not-found")
    assert written.client.post(path, content="<> <urn:p> 'a' .", headers=TURTLE).status_code == 201
    assert written.client.post(path, content="<> <urn:p> 'b' .", headers=TURTLE).status_code == 204
    assert told() == {"a", "b"}
    assert written.client.put(path, content="<> <urn:p> 'c' .", headers=TURTLE).status_code == 204
    assert told() == {"c"}
    assert written.client.put(path, content="", headers=TURTLE).status_code == 204
    assert told() == set()
    assert written.client.delete(path, headers=MAY_WRITE).status_code == 204
    assert written.client.head(path).status_code == 404


def test_a_large_graph_is_put_and_replaced(tmp_path: Path) -> None:
    many = "".join(f'<urn:s{i}> <urn:p> "{"x" * 100}" . _:b{i} <urn:p> <urn:s{i}> .\n' for i in range(15_000))
    count = {"query": "SELECT (COUNT(*) AS ?n) { GRAPH <urn:large> { ?s ?p ?o } }"}
    with served(tmp_path / "some.store", api_key=KEY) as service:
        for method, status, expected in (("PUT", 201, 30_000), ("PUT", 204, 30_000), ("POST", 204, 45_000)):
            answer = service.client.request(method, "/graphs?graph=urn:large", content=many, headers=TURTLE)
            assert answer.status_code == status
            told = service.client.get("/sparql", params=count).json()["results"]["bindings"][0]["n"]["value"]
            assert int(told) == expected


def test_a_direct_graph_is_named_by_its_own_address(written: Served) -> None:
    written.client.put("/graphs/own/%41", content="<> <urn:p> <b> .", headers=TURTLE)
    [triple] = triples(written.client.get("/graphs", params={"graph": f"{written.url}/graphs/own/%41"}))
    assert triple.subject == ox.NamedNode(f"{written.url}/graphs/own/%41")
    assert triple.object == ox.NamedNode(f"{written.url}/graphs/own/b")
    assert written.client.get("/graphs/own/A").status_code == 404


def test_a_graph_posted_without_a_name_gets_one(written: Served) -> None:
    answer = written.client.post("/graphs", content="[] <urn:p> 'new' .", headers=TURTLE)
    assert answer.status_code == 201
    [triple] = triples(written.client.get(answer.headers["location"]))
    assert triple.object == ox.Literal("new")


def test_the_default_graph_is_what_stands_in_no_named_one(written: Served) -> None:
    assert written.client.put("/graphs?default", content="<urn:a> <urn:p> 'd' .", headers=TURTLE).status_code == 204
    assert [one.object for one in triples(written.client.get("/graphs?default"))] == [ox.Literal("d")]
    # Queries see it in the union of all graphs.
    query = "ASK { <urn:a> <urn:p> 'd' . ?statement a sayso:Statement }"
    assert written.client.get("/sparql", params={"query": query}).json()["boolean"] is True
    assert written.client.delete("/graphs?default", headers=MAY_WRITE).status_code == 204
    assert triples(written.client.get("/graphs?default")) == set()


def test_blank_nodes_of_two_bodies_are_not_one(written: Served) -> None:
    for name in ("a", "b"):
        written.client.post("/graphs/blank", content=f"_:x <urn:p> '{name}' .", headers=TURTLE)
    assert len({triple.subject for triple in triples(written.client.get("/graphs/blank"))}) == 2


def test_an_article_s_graph_is_dropped_with_what_it_alone_told(tmp_path: Path) -> None:
    folder = tmp_path / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
        [article, *_] = [
            g for g in store.engine.named_graphs() if isinstance(g, ox.NamedNode) and "/article/" in g.value
        ]
    with served(folder, api_key=KEY) as service:
        assert service.client.delete("/graphs", params={"graph": article.value}, headers=MAY_WRITE).status_code == 204
        assert service.client.get("/graphs", params={"graph": article.value}).status_code == 404


BROKEN = [
    ("PUT", "/graphs", TURTLE, b"", 400),
    ("GET", "/graphs", {}, b"", 400),
    ("GET", "/graphs?default&graph=urn:x", {}, b"", 400),
    ("GET", "/graphs?graph=urn:x&graph=urn:y", {}, b"", 400),
    ("GET", "/graphs?graph=relative", {}, b"", 400),
    ("GET", "/graphs?graph=", {}, b"", 400),
    ("PUT", "/graphs?graph=no%20iri", TURTLE, b"<urn:a> <urn:b> 1 .", 400),
    ("PUT", "/graphs/x?default", TURTLE, b"<urn:a> <urn:b> 1 .", 400),
    ("PUT", "/graphs/x", TURTLE, b"<urn:a> <urn:b>", 400),
    ("PUT", "/graphs/x", TURTLE, b"<urn:a> <urn:b> '\xff' .", 400),
    ("PUT", "/graphs/x", {**MAY_WRITE, "Content-Type": "application/rdf+xml"}, b"<rdf:RDF>", 400),
    ("PUT", "/graphs/x", {**MAY_WRITE, "Content-Type": "application/trig"}, b"<urn:g> { <urn:a> <urn:b> 1 }", 400),
    ("PUT", "/graphs/x", {**MAY_WRITE, "Content-Type": "text/html"}, b"<p>", 415),
    ("PUT", "/graphs/x", {**MAY_WRITE, "Content-Type": "multipart/form-data; boundary=b"}, b"--b--", 415),
    ("POST", "/graphs/x", {**MAY_WRITE, "Content-Type": "multipart/form-data; boundary=b"}, b"nothing", 400),
    ("POST", "/graphs/x", {**MAY_WRITE, "Content-Type": "multipart/form-data"}, b"--b--", 400),
    ("PUT", "/graphs/x", MAY_WRITE, b"<urn:a> <urn:b> 1 .", 415),
    ("PUT", "/graphs/x", TURTLE, b"#" * (65 << 10), 413),
    ("PATCH", "/graphs/x", TURTLE, b"", 405),
    ("PUT", "/graphs/x", {"Content-Type": "text/turtle"}, b"", 401),
    ("DELETE", "/graphs/x", {}, b"", 401),
    ("PUT", f"/graphs?graph={ontology_graph().value}", TURTLE, b"<urn:a> <urn:b> 1 .", 400),
    ("PUT", f"/graphs?graph={article_iri('x').value}", TURTLE, b"[] <urn:b> 1 .", 400),
    ("GET", f"/graphs?graph={BASE}graph/actors", {"Accept": "text/html"}, b"", 406),
]


@pytest.mark.parametrize(("method", "path", "headers", "body", "status"), BROKEN)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    written: Served, method: str, path: str, headers: dict[str, str], body: bytes, status: int
) -> None:
    assert_problem(written.client.request(method, path, headers=headers, content=body), status)
    assert written.client.get("/graphs/x").status_code == 404


def test_reading_takes_no_key_and_keeps_an_etag(sample_folder: Path) -> None:
    with served(sample_folder) as service:
        graph = {"graph": ontology_graph().value}
        answer = service.client.get("/graphs", params=graph)
        assert triples(answer)
        again = service.client.get("/graphs", params=graph, headers={"If-None-Match": answer.headers["etag"]})
        assert again.status_code == 304
