"""`/sparql` answers in every format, says what it cannot do in one shape, and remembers what it answered."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx2 as httpx
import pyoxigraph as ox
import pytest

from sayso.queries.catalogue import names
from tests.api.service.serving import KEY, MAY_WRITE, Served, assert_problem

COUNT = "SELECT (COUNT(*) AS ?n) { ?statement a sayso:Statement }"
CONSTRUCT = "CONSTRUCT WHERE { ?statement sayso:speaker ?speaker }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def ask(service: Served, text: str, accept: str | None = None, **parameters: str) -> httpx.Response:
    headers = {"Accept": accept} if accept else {}
    return service.client.get("/sparql", params={"query": text, **parameters}, headers=headers)


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0.5, text/tab-separated-values;q=0.9", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0, */*;q=0.1", "application/sparql-results+json"),
        ("text/html, text/*;q=0.3", "text/csv; charset=utf-8"),
        ("nonsense, text/csv;q=x, application/sparql-results+xml", "application/sparql-results+xml"),
    ],
)
def test_a_table_comes_in_the_format_that_the_client_likes_best(
    service: Served, accept: str | None, media_type: str
) -> None:
    answer = ask(service, COUNT, accept)
    assert answer.status_code == 200
    if accept != "text/html, text/*;q=0.3":
        assert answer.headers["content-type"] == media_type
    assert b"6" in answer.content
    assert answer.headers["x-query-id"]


@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        (None, ox.RdfFormat.TURTLE),
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/trig", ox.RdfFormat.TRIG),
        ("application/n-quads", ox.RdfFormat.N_QUADS),
    ],
)
def test_a_graph_comes_in_the_format_that_the_client_likes_best(
    service: Served, accept: str | None, format_: ox.RdfFormat
) -> None:
    answer = ask(service, CONSTRUCT, accept)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == (accept or "text/turtle")
    assert len(list(ox.parse(answer.content, format=format_))) == 6


def test_the_union_of_all_graphs_is_the_default_graph_unless_the_query_says_otherwise(service: Served) -> None:
    everywhere = ask(service, COUNT).json()["results"]["bindings"][0]["n"]["value"]
    within = "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/sayso/id/graph/ontology> { ?s a sayso:Statement }"
    assert (everywhere, ask(service, within).json()["results"]["bindings"][0]["n"]["value"]) == ("6", "0")


@pytest.mark.parametrize(
    ("act", "status", "type_"),
    [
        (lambda c: c.get("/sparql", params={"query": "SELECT"}), 400, "query"),
        (lambda c: c.get("/sparql", params={"query": ""}), 400, "query"),
        (lambda c: c.get("/sparql", params={"query": "ASK {}", "default-graph-uri": "a b"}), 400, "query"),
        (lambda c: c.get("/sparql", params={"query": "ASK {}", "timeout": "soon"}), 400, "usage"),
        (lambda c: c.get("/sparql", params={"query": "ASK {}", "timeout": "nan"}), 400, "usage"),
        (lambda c: c.get("/sparql?query=%ff"), 400, "usage"),
        (lambda c: c.get("/sparql", params={"query": "ASK {}"}, headers={"Accept": "text/html"}), 406, None),
        (lambda c: c.get("/sparql", params={"query": "ASK {}"}, headers={"Accept": "text/turtle"}), 406, None),
        (lambda c: c.get("/sparql", params={"query": CONSTRUCT}, headers={"Accept": "text/csv"}), 406, None),
        (lambda c: c.post("/sparql", data={"nothing": "here"}), 400, "usage"),
        (lambda c: c.post("/sparql", data={"query": "#" * 2_000_000}), 413, "too-large"),
        (lambda c: c.delete("/sparql"), 405, "method-not-allowed"),
        (lambda c: c.get("/nowhere"), 404, "not-found"),
        (lambda c: c.get("/sparql", headers={"Host": "attacker.example"}), 421, "misdirected"),
        (lambda c: c.get("/queries"), 401, "unauthorized"),
        (lambda c: c.get("/queries", headers={"Authorization": "Bearer no"}), 401, "unauthorized"),
        (lambda c: c.get("/queries", headers={"Authorization": f"Basic {KEY}"}), 401, "unauthorized"),
        (lambda c: c.delete("/queries/none", headers=MAY_WRITE), 404, "not-found"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_of_one_shape(
    service: Served, act: Callable[[httpx.Client], httpx.Response], status: int, type_: str | None
) -> None:
    detail = assert_problem(act(service.client), status, type_)
    assert KEY not in detail


def test_head_and_options(service: Served) -> None:
    head = service.client.head("/sparql", params={"query": "ASK {}"})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == "application/sparql-results+json"
    options = service.client.request("OPTIONS", "/sparql")
    assert options.status_code == 204
    assert {"GET", "HEAD", "POST"} <= set(options.headers["allow"].split(", "))


def test_a_repeated_query_comes_from_the_cache_and_304_where_the_client_has_it(service: Served) -> None:
    text = COUNT + " # once more"
    first = ask(service, text)
    hits = metric(service, "sayso_cache_hits_total")
    second = ask(service, text)
    assert metric(service, "sayso_cache_hits_total") == hits + 1
    assert (second.content, second.headers["etag"]) == (first.content, first.headers["etag"])
    assert second.headers["x-query-id"] != first.headers["x-query-id"]
    known = service.client.get("/sparql", params={"query": text}, headers={"If-None-Match": first.headers["etag"]})
    assert (known.status_code, known.content) == (304, b"")
    assert ask(service, text, "text/csv").headers["etag"] != first.headers["etag"]


def test_what_differs_each_time_is_not_kept(service: Served) -> None:
    text = "SELECT (STRUUID() AS ?id) {}"
    assert ask(service, text).content != ask(service, text).content


def metric(service: Served, name: str) -> int:
    lines = service.client.get("/metrics").text.splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name + " "))


def test_a_running_query_is_listed_and_can_be_stopped(service: Served) -> None:
    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(ask, service, ENDLESS)
        found: list[dict[str, str]] = []
        while not found:
            time.sleep(0.02)
            listed = service.client.get("/queries", headers=MAY_WRITE).json()["queries"]
            found = [query for query in listed if query["query"] == ENDLESS and query["state"] == "running"]
        stopped = service.client.delete(f"/queries/{found[0]['id']}", headers=MAY_WRITE)
        assert stopped.status_code == 204
        assert "stopped" in assert_problem(waiting.result(), 503, "limit")
    assert service.client.get("/queries", headers=MAY_WRITE).json() == {"queries": []}


def test_a_client_that_leaves_ends_its_query(service: Served) -> None:
    with pytest.raises(httpx.TimeoutException):
        service.client.get("/sparql", params={"query": ENDLESS}, timeout=0.5)
    until = time.monotonic() + 300
    while metric(service, "sayso_readers_busy") and time.monotonic() < until:
        time.sleep(0.05)
    assert metric(service, "sayso_readers_busy") == 0


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_a_long_answer_is_streamed_whole(service: Served, encoding: str) -> None:
    text = f"SELECT ?a ?b {{ ?a ?p ?b . ?c a sayso:Statement }} # {encoding}"
    headers = {"Accept": "text/csv", "Accept-Encoding": encoding}
    answer = service.client.get("/sparql", params={"query": text}, headers=headers)
    assert answer.headers.get("content-encoding", "identity") == encoding
    rows = list(csv.reader(io.StringIO(answer.text)))
    count = ask(service, "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c a sayso:Statement }").json()
    assert len(rows) - 1 == int(count["results"]["bindings"][0]["n"]["value"]) > 5000


def test_many_at_once_get_their_own_answers(service: Served) -> None:
    with ThreadPoolExecutor(8) as threads:
        texts = [f"SELECT (COUNT(*) + {i} AS ?n) {{ ?s a sayso:Statement }}" for i in range(40)]
        answers = list(threads.map(lambda text: ask(service, text).json(), texts))
    assert [int(answer["results"]["bindings"][0]["n"]["value"]) for answer in answers] == [6 + i for i in range(40)]


def test_the_description_offers_the_queries_of_the_catalogue(service: Served) -> None:
    text = service.client.get("/sparql", headers={"Accept": "application/ld+json"}).text
    offered = [node for node in json.loads(text) if "http://www.w3.org/ns/shacl#select" in node]
    assert len(offered) == len(names())
    for node in offered:
        answer = ask(service, node["http://www.w3.org/ns/shacl#select"][0]["@value"])
        assert answer.status_code == 200, answer.text
