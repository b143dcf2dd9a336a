"""No way out, no way down: nothing that a query says opens a connection, or keeps others from their answers."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2 as httpx
import pytest

from tests.api.service.serving import Served, assert_problem, served


@pytest.fixture(scope="module")
def attacked(sample_folder: Path) -> Iterator[Served]:
    """A service that ends queries soon."""
    with served(sample_folder, query_seconds=4, queue_seconds=30, readers=2) as running:
        yield running


@contextmanager
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """Listen on the loopback; yield the port and what connected to it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        met: list[bytes] = []
        end = threading.Event()

        def accept() -> None:
            while not end.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    met.append(b"connected")

        thread = threading.Thread(target=accept)
        thread.start()
        try:
            yield server.getsockname()[1], met
        finally:
            end.set()
            thread.join()


@contextmanager
def steady(service: Served) -> Iterator[list[int]]:
    """Ask an ordinary question again and again, another one each time; yield the statuses of the answers."""
    statuses: list[int] = []
    end = threading.Event()

    def ask() -> None:
        number = 0
        while not end.is_set():
            number += 1
            text = f"SELECT (COUNT(*) + {number} AS ?n) {{ ?s a sayso:Statement }}"
            statuses.append(service.client.get("/sparql", params={"query": text}).status_code)

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        yield statuses
    finally:
        end.set()
        thread.join()


OUT = [
    "SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * { sErViCe<http://127.0.0.1:PORT/>{ ?s ?p ?o } }",
    "SELECT * { SERVICE#comment\n<http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p '#' . SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p '\\'#' . SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p '''#\n''' . SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * { ?s <http://example.org/#> ?o . SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * { FILTER EXISTS { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } } }",
    "SELECT * { { SELECT * { { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } } } } }",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "BASE <http://127.0.0.1:PORT/> SELECT * { SERVICE <x> { ?s ?p ?o } }",
    "PREFIX s: <http://127.0.0.1:PORT/> SELECT * { SERVICE s:x { ?s ?p ?o } }",
    "SELECT * { VALUES ?e { <http://127.0.0.1:PORT/> } SERVICE ?e { ?s ?p ?o } }",
    "LOAD <http://127.0.0.1:PORT/>",
    "LOAD SILENT <http://127.0.0.1:PORT/> INTO GRAPH <http://example.org/g>",
    "LOAD <file:///etc/passwd>",
]


@pytest.mark.parametrize("text", OUT)
def test_no_query_opens_a_connection(attacked: Served, text: str) -> None:
    with listening() as (port, met):
        answer = attacked.client.get("/sparql", params={"query": text.replace("PORT", str(port))})
        # An update is no query, and is not read as one.
        assert_problem(answer, 400, "usage" if text.startswith("LOAD") else "query")
    assert met == []


@pytest.mark.parametrize("graph", ["http://127.0.0.1:PORT/", "file:///etc/passwd"])
def test_a_graph_s_name_is_never_fetched(attacked: Served, graph: str) -> None:
    with listening() as (port, met):
        iri = graph.replace("PORT", str(port))
        for parameters in ({"default-graph-uri": iri}, {"named-graph-uri": iri}, {}):
            query = "SELECT * { ?s ?p ?o }" if parameters else f"SELECT * FROM <{iri}> {{ ?s ?p ?o }}"
            answer = attacked.client.get("/sparql", params={"query": query, **parameters})
            assert answer.status_code == 200
            assert answer.json()["results"]["bindings"] == []
    assert met == []


DOWN = {
    "3,000 nested groups": "SELECT * " + "{" * 3000 + "}" * 3000,
    "3,000 nested optionals": "SELECT * {" + " OPTIONAL {" * 3000 + "}" * 3001,
    "30,000 parentheses": "SELECT * { FILTER(" + "(" * 30_000 + "1" + ")" * 30_000 + ") }",
    "200,000 negations": "SELECT * { FILTER(" + "!" * 200_000 + "true) }",
    "30,000 conjunctions": "SELECT * { FILTER(" + " && ".join(["?a"] * 30_000) + ") }",
    "30,000 branches": "SELECT * {" + " UNION ".join(["{?a ?b ?c}"] * 30_000) + "}",
    "320 patterns": "SELECT * {" + "".join(f"?s{i} ?p{i} ?o{i} ." for i in range(320)) + "}",
    "a sorted cross product": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
    "a counted cross product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "a grown string": 'SELECT (STRLEN(?x11) AS ?y) { BIND("a" AS ?x0)'
    + "".join(f" BIND(CONCAT({f'?x{i - 1}, ' * 9}?x{i - 1}) AS ?x{i})" for i in range(1, 12))
    + " }",
}


@pytest.mark.parametrize("name", DOWN)
def test_no_query_takes_the_service_down(attacked: Served, name: str) -> None:
    with steady(attacked) as statuses:
        answer = attacked.client.post("/sparql", data={"query": DOWN[name]})
        if name == "a grown string":
            # 100 GB of text, unless the engine finds a way around.
            assert answer.status_code in (200, 503, 504)
        else:
            assert answer.status_code in (400, 503, 504)
            assert_problem(answer, answer.status_code)
    assert statuses
    assert set(statuses) == {200}


def test_an_answer_that_has_to_be_cut_never_ends_like_a_whole_one(sample_folder: Path) -> None:
    endless = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with served(sample_folder, max_answer_mb=1) as service:
        for accept in ("application/sparql-results+json", "text/csv", "text/tab-separated-values"):
            came = 0
            headers = {"Accept": accept, "Accept-Encoding": "identity"}
            with (  # noqa: PT012
                pytest.raises(httpx.RemoteProtocolError, match="incomplete"),
                service.client.stream("GET", "/sparql", params={"query": endless}, headers=headers) as answer,
            ):
                assert answer.status_code == 200
                for chunk in answer.iter_bytes():
                    came += len(chunk)
            assert 0 < came <= 1 << 20
        assert service.client.get("/sparql", params={"query": "ASK {}"}).status_code == 200
