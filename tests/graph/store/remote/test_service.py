"""A service in front of a store on another server: the same answers, within limits, and nothing written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.graph.store.store import Store
from tests.api.service.serving import KEY, MAY_WRITE, Served, assert_problem, served
from tests.graph.store.remote.server import remote
from tests.sample import sample_quads

CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service before a server that holds the sample."""
    with remote(tmp_path_factory.mktemp("remote") / "database") as address:
        with Store.open(address) as store:
            store.apply([], sample_quads())
        with served(address, api_key=f"tester={KEY}", query_seconds=20, max_rows=100) as running:
            yield running


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service over the sample in a folder."""
    folder = tmp_path_factory.mktemp("embedded") / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    with served(folder) as running:
        yield running


@pytest.mark.parametrize(
    "path",
    [
        "/actors?name=Zenda",
        "/actors/person/anna-zenda",
        "/actors/person/anna-zenda/statements",
        "/actors/country/RU1/neighbours",
        "/said?by=Zenda&about=League",
        "/paths?from=person/anna-zenda&to=country/BO",
        "/statements?limit=2",
        "/articles",
        "/demands",
        "/positions",
        "/posts",
        "/subgraph?actor=person/anna-zenda&depth=2",
        "/networks?kind=about&format=graphology",
    ],
)
def test_walks_answer_as_over_a_folder(service: Served, here: Served, path: str) -> None:
    far, near = service.client.get(path), here.client.get(path)
    assert far.status_code == near.status_code == 200, far.text
    told, expected = far.json(), near.json()
    for answer in (told, expected):
        for passing in ("snapshot", "next"):
            answer.pop(passing, None)
            answer.get("attributes", {}).pop(passing, None)
    assert told == expected


def test_pages_follow_one_another(service: Served) -> None:
    first = service.client.get("/statements?limit=2").json()
    second = service.client.get(first["next"]).json()
    assert len(first["items"]) == len(second["items"]) == 2
    assert first["items"] != second["items"]


@pytest.mark.parametrize(
    ("text", "accept", "told"),
    [
        ("SELECT (COUNT(*) AS ?n) { ?s a sayso:Statement }", "text/csv", "n\r\n6\r\n"),
        ("ASK { ?s a sayso:Statement }", "text/tab-separated-values", "true"),
        ("CONSTRUCT { <urn:s> <urn:p> 1 } WHERE {}", "application/n-triples", "<urn:s> <urn:p> "),
    ],
)
def test_sparql_passes_through(service: Served, text: str, accept: str, told: str) -> None:
    answer = service.client.get("/sparql", params={"query": text}, headers={"Accept": accept})
    assert answer.status_code == 200, answer.text
    assert answer.text.startswith(told)
    assert "etag" not in answer.headers


def test_the_protocols_graphs_pass_through(service: Served) -> None:
    graph = service.client.get("/sparql", params={"query": "SELECT ?g { GRAPH ?g { ?s a sayso:Article } } LIMIT 1"})
    name = graph.json()["results"]["bindings"][0]["g"]["value"]
    text = "SELECT (COUNT(*) AS ?n) { ?s a sayso:Article }"
    answer = service.client.get("/sparql", params={"query": text, "default-graph-uri": name})
    assert answer.json()["results"]["bindings"][0]["n"]["value"] == "1"


@pytest.mark.parametrize(
    ("text", "status", "type_"),
    [
        ("SELECT * { ?s ?p", 400, "query"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> {} }", 400, "query"),
        ("SELECT * { ?a ?b ?c }", 503, "limit"),
    ],
)
def test_limits_hold(service: Served, text: str, status: int, type_: str) -> None:
    assert_problem(service.client.get("/sparql", params={"query": text}), status, type_)


def test_a_query_that_takes_too_long_is_left(service: Served) -> None:
    answer = service.client.get("/sparql", params={"query": CROSS, "timeout": "1"})
    assert_problem(answer, 504, "time-limit")
    assert service.client.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_nothing_is_written(service: Served) -> None:
    update = "INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 } }"
    answer = service.client.post("/sparql/update", data={"update": update}, headers=MAY_WRITE)
    assert "another server" in assert_problem(answer, 400, "usage")
    assert not Path("remote").exists()
