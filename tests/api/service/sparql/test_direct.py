"""`/sparql` ahead of the framework: point look-ups, compression, and that all else holds there as everywhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.graph.store.store import Store
from tests.api.service.serving import KEY, MAY_WRITE, Served, assert_problem, served
from tests.sample import sample_quads

MANY = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 50"
THING = "http://example.org/thing"
POINT = f"SELECT ?o {{ <{THING}> <http://example.org/is> ?o }}"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service that is written to."""
    folder: Path = tmp_path_factory.mktemp("direct") / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    with served(folder, api_key=f"tester={KEY}", max_rows=40) as running:
        yield running


def values(service: Served, text: str) -> list[str]:
    answer = service.client.get("/sparql", params={"query": text})
    assert answer.status_code == 200
    return sorted(row["o"]["value"] for row in answer.json()["results"]["bindings"])


def write(service: Served, text: str) -> None:
    answer = service.client.post("/sparql/update", data={"update": text}, headers=MAY_WRITE)
    assert answer.status_code == 204


def settled(service: Served, text: str) -> list[str]:
    """Ask in ever new words, by a reader first and then, once the snapshot is open there, in the service itself."""
    found = []
    for number in range(6):
        found.append(values(service, f"{text} # {number} {time.monotonic()}"))
        time.sleep(0.05)
    assert all(one == found[0] for one in found)
    return found[0]


def test_a_look_up_sees_every_write(own: Served) -> None:
    for number in range(1, 4):
        write(own, f'INSERT DATA {{ GRAPH <http://example.org/g> {{ <{THING}> <http://example.org/is> "{number}" }} }}')
        assert settled(own, POINT) == [str(one + 1) for one in range(number)]
    write(own, f"DELETE WHERE {{ GRAPH <http://example.org/g> {{ <{THING}> <http://example.org/is> ?o }} }}")
    assert settled(own, POINT) == []


def test_a_look_up_keeps_to_the_limit_of_rows(own: Served) -> None:
    thing = "<http://example.org/rich>"
    rows = " . ".join(f"{thing} <http://example.org/has> {number}" for number in range(41))
    write(own, f"INSERT DATA {{ GRAPH <http://example.org/g> {{ {rows} }} }}")
    for number in range(6):
        text = f"SELECT ?o {{ {thing} <http://example.org/has> ?o }} # {number}"
        assert_problem(own.client.get("/sparql", params={"query": text}), 503, "limit")
        time.sleep(0.05)


def test_a_look_up_is_asked_of_the_graphs_that_the_request_names(own: Served) -> None:
    write(own, f'INSERT DATA {{ GRAPH <http://example.org/h> {{ <{THING}-2> <http://example.org/is> "h" }} }}')
    text = f"SELECT ?o {{ <{THING}-2> <http://example.org/is> ?o }}"
    assert settled(own, text) == ["h"]
    parameters = {"query": text, "default-graph-uri": "http://example.org/g"}
    assert own.client.get("/sparql", params=parameters).json()["results"]["bindings"] == []


@pytest.mark.parametrize("accept", ["text/csv", "application/sparql-results+xml", "text/tab-separated-values"])
def test_a_look_up_is_answered_in_every_format(own: Served, accept: str) -> None:
    settled(own, POINT)
    answer = own.client.get("/sparql", params={"query": POINT}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(accept)


@pytest.mark.parametrize("query", [MANY.replace("50", "30"), POINT])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_answers_are_compressed_for_those_who_ask(own: Served, query: str, method: str) -> None:
    answers = {}
    for encoding in ("identity", "gzip"):
        parameters = {"query": f"{query} # {encoding} {method}"}
        answers[encoding] = own.client.request(
            method, "/sparql", params=parameters, headers={"Accept-Encoding": encoding}
        )
        assert answers[encoding].status_code == 200
        vary = [name.strip() for name in answers[encoding].headers["vary"].split(",")]
        assert "Accept" in vary
        assert len(vary) == len({*vary})
    assert "content-encoding" not in answers["identity"].headers
    assert "Accept-Encoding" in answers["identity"].headers["vary"]
    if method == "GET" and query != POINT:
        assert answers["gzip"].headers["content-encoding"] == "gzip"
        assert answers["gzip"].json() == answers["identity"].json()


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
@pytest.mark.parametrize("path", ["/sparql", "/sparql/"])
def test_what_holds_everywhere_holds_here(own: Served, path: str, encoding: str) -> None:
    headers = {"Accept-Encoding": encoding}
    refused = own.client.get(path, params={"query": "nonsense"}, headers=headers)
    assert_problem(refused, 400, "query")
    assert refused.headers["x-content-type-options"] == "nosniff"
    assert_problem(own.client.put(path, headers=headers), 405, "method-not-allowed")
    elsewhere = own.client.get(path, params={"query": POINT}, headers={**headers, "Host": "elsewhere.example"})
    assert_problem(elsewhere, 421, "misdirected")
    answer = own.client.get(path, params={"query": POINT}, headers={**headers, "X-Request-Id": "mine"})
    assert answer.headers["x-request-id"] == "mine"
    assert answer.headers["x-query-id"]
    again = own.client.get(path, params={"query": POINT}, headers={**headers, "If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304
    assert again.headers["vary"] == answer.headers["vary"]
