"""What SPARQL clients expect of an address: formats by name, updates beside queries, Basic, a way for browsers."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from sayso.graph.store.store import Store
from tests.api.service.serving import KEY, Served, assert_problem, served
from tests.sample import ZENDA, sample_quads

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
READER, WRITER = "a-key-that-reads", KEY
ADDED = "INSERT DATA { GRAPH <urn:mine> { <urn:a> <urn:b> 'c' } }"
ASKED = "ASK { <urn:a> <urn:b> 'c' }"


@pytest.fixture(scope="module")
def open_(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service that may be written to, whose answers any page may read."""
    folder = tmp_path_factory.mktemp("clients") / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    keys = f"reader:read={READER},writer={WRITER}"
    with served(folder, api_key=keys, cors_origins="*", readers=1) as running:
        yield running


def basic(user: str, key: str) -> dict[str, str]:
    return {"Authorization": f"Basic {base64.b64encode(f'{user}:{key}'.encode()).decode()}"}


@pytest.mark.parametrize(
    ("query", "format_", "expected"),
    [
        ("ASK {}", "json", "application/sparql-results+json"),
        ("ASK {}", "xml", "application/sparql-results+xml"),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "CSV", "text/csv; charset=utf-8"),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "application/sparql-results+json", "application/sparql-results+json"),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "application/sparql-results xml", "application/sparql-results+xml"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1", "ttl", "text/turtle; charset=utf-8"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1", "json", "application/ld+json"),
    ],
)
def test_the_format_may_stand_in_the_address(open_: Served, query: str, format_: str, expected: str) -> None:
    for name in ("format", "output"):
        answer = open_.client.get("/sparql", params={"query": query, name: format_}, headers=BROWSER)
        assert (answer.status_code, answer.headers["content-type"]) == (200, expected), answer.text


def test_a_format_that_there_is_not_is_told(open_: Served) -> None:
    answer = open_.client.get("/sparql", params={"query": "ASK {}", "format": "word"})
    assert "json" in assert_problem(answer, 400, "usage")


def test_a_browser_is_led_to_the_page(open_: Served) -> None:
    answer = open_.client.get("/sparql", headers=BROWSER)
    assert (answer.status_code, answer.headers["location"]) == (303, "/#/sparql")
    for accept in ("*/*", "text/turtle", "application/rdf+xml,text/html;q=0.5"):
        assert "html" not in open_.client.get("/sparql", headers={"Accept": accept}).headers["content-type"]


def test_the_description_is_where_clients_look_for_it(open_: Served) -> None:
    answer = open_.client.get("/.well-known/void", headers={"Accept": "application/n-triples"})
    assert answer.text == open_.client.get("/sparql", headers={"Accept": "application/n-triples"}).text
    assert f"<{open_.url}/sparql>" in answer.text


@pytest.mark.parametrize(("ending", "type_"), [("ttl", "text/turtle"), ("jsonld", "application/ld+json")])
def test_a_things_address_may_end_in_a_format(open_: Served, ending: str, type_: str) -> None:
    answer = open_.client.get(f"/id/{ZENDA}.{ending}", headers=BROWSER)
    assert answer.headers["content-type"].startswith(type_)
    found = ox.parse(answer.content, format=ox.RdfFormat.from_media_type(type_))
    assert any("anna-zenda" in str(quad.subject) for quad in found)
    assert open_.client.get(f"/id/person/nobody.{ending}").status_code == 404


@pytest.mark.parametrize(
    "sent",
    [
        {"data": {"update": ADDED}},
        {"content": ADDED, "headers": {"Content-Type": "application/sparql-update"}},
    ],
    ids=["form", "itself"],
)
def test_updates_may_go_to_the_address_of_queries_with_a_key_that_writes(open_: Served, sent: dict) -> None:
    headers = sent.get("headers", {})
    assert_problem(open_.client.post("/sparql", **sent), 401, "unauthorized")
    read = {**sent, "headers": {**headers, "Authorization": f"Bearer {READER}"}}
    assert_problem(open_.client.post("/sparql", **read), 403, "forbidden")
    for allowed in ({"Authorization": f"Bearer {WRITER}"}, basic("writer", WRITER)):
        assert open_.client.post("/sparql", **{**sent, "headers": {**headers, **allowed}}).status_code == 204
        assert open_.client.get("/sparql", params={"query": ASKED}).json()["boolean"] is True
        gone = {"update": "DROP GRAPH <urn:mine>"}
        assert open_.client.post("/sparql", data=gone, headers=allowed).status_code == 204


def test_basic_is_for_programs_with_the_name_of_the_key(open_: Served) -> None:
    for headers in (
        basic("reader", WRITER),
        basic("", WRITER),
        {"Authorization": "Basic not base64"},
        {**basic("writer", WRITER), "Origin": "https://elsewhere.example"},
    ):
        assert open_.client.post("/sparql", data={"update": ADDED}, headers=headers).status_code == 401
    assert open_.client.get("/sparql", params={"query": ASKED}).json()["boolean"] is False


def test_what_is_no_query_is_told(open_: Served) -> None:
    asked = {"query": ADDED}
    assert "as the field `update`" in assert_problem(open_.client.get("/sparql", params=asked), 400, "usage")
    empty = {"query": "ASK {}", "default-graph-uri": ""}
    assert "leave it out" in assert_problem(open_.client.get("/sparql", params=empty), 400, "usage")
    assert "empty" in assert_problem(open_.client.get("/sparql", params={"query": ""}), 400)
    assert_problem(open_.client.get("/sparql", params={"update": ADDED}), 400, "usage")


@pytest.mark.parametrize("asked", ["accept,content-type,x-requested-with", "accept,accept-datetime,user-agent"])
def test_pages_elsewhere_may_ask_where_the_setting_lets_them(open_: Served, asked: str) -> None:
    headers = {
        "Origin": "https://yasgui.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": asked,
    }
    answer = open_.client.options("/sparql", headers=headers)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (200, "*")
    found = open_.client.post("/sparql", data={"query": "ASK {}"}, headers={"Origin": "https://yasgui.example"})
    assert found.headers["access-control-allow-origin"] == "*"
