"""Updates over HTTP: with a key, whole or not at all, seen by the next query, and without a way out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.service.serving import KEY, MAY_WRITE, Served, assert_problem, served
from tests.api.service.test_attacks import listening

UPDATE = {"Content-Type": "application/sparql-update"}
INSERT = 'INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> "Zoë" } }'
ASK = 'ASK { <urn:s> <urn:p> "Zoë" }'


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service that may be written to."""
    folder = tmp_path_factory.mktemp("updates") / "some.store"
    with served(folder, api_key=f"tester={KEY}", write_seconds=20, writer_memory_mb=1024) as running:
        yield running


def asked(service: Served, query: str) -> bool:
    return bool(service.client.get("/sparql", params={"query": query}).json()["boolean"])


@pytest.mark.parametrize("path", ["/sparql/update", "/sparql/update/"])
@pytest.mark.parametrize("form", [True, False])
def test_an_update_is_seen_by_the_next_query(written: Served, path: str, form: bool) -> None:
    for text, after in ((INSERT, True), ("DROP ALL", False)):
        if form:
            answer = written.client.post(path, data={"update": text}, headers=MAY_WRITE)
        else:
            answer = written.client.post(path, content=text.encode(), headers={**MAY_WRITE, **UPDATE})
        assert (answer.status_code, answer.content) == (204, b"")
        assert asked(written, ASK) is after
    assert asked(written, "ASK { sayso:Statement a ?class }")


def test_a_snapshot_s_name_changes_with_each_update_and_not_with_a_failed_one(written: Served) -> None:
    def snapshot() -> str:
        return str(written.client.get("/readyz").json()["snapshot"])

    before = snapshot()
    assert_problem(written.client.post("/sparql/update", data={"update": "INSERT"}, headers=MAY_WRITE), 400, "query")
    assert snapshot() == before
    written.client.post("/sparql/update", data={"update": INSERT}, headers=MAY_WRITE)
    assert snapshot() != before


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer no"}, {"Authorization": f"Basic {KEY}"}])
def test_an_update_takes_a_key(written: Served, headers: dict[str, str]) -> None:
    answer = written.client.post("/sparql/update", data={"update": INSERT}, headers=headers)
    assert_problem(answer, 401, "unauthorized")
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_a_service_without_keys_says_how_to_configure_one(sample_folder: Path) -> None:
    with served(sample_folder) as service:
        for path in ("/sparql/update", "/graphs?default", "/articles"):
            answer = service.client.post(path, headers=MAY_WRITE, content=b"x")
            assert "SAYSO_API_KEY" in assert_problem(answer, 403, "forbidden")


REFUSED = [
    ("GET", "/sparql/update?update=CLEAR%20ALL", {}, b"", 405),
    ("PUT", "/sparql/update", UPDATE, INSERT.encode(), 405),
    ("POST", "/sparql/update?update=CLEAR%20ALL", UPDATE, INSERT.encode(), 400),
    ("POST", "/sparql/update", {"Content-Type": "text/plain"}, INSERT.encode(), 415),
    ("POST", "/sparql/update", {}, INSERT.encode(), 415),
    ("POST", "/sparql/update", {"Content-Type": "application/sparql-update; charset=utf-16"}, INSERT.encode(), 415),
    ("POST", "/sparql/update", UPDATE, b"INSERT DATA { <urn:s> <urn:p> '\xff' }", 400),
    ("POST", "/sparql/update", UPDATE, b"", 204),
    ("POST", "/sparql/update", UPDATE, b"SELECT * { ?s ?p ?o }", 400),
    ("POST", "/sparql/update", {"Content-Type": "application/x-www-form-urlencoded"}, b"", 400),
    ("POST", "/sparql/update", {"Content-Type": "application/x-www-form-urlencoded"}, b"update=a&update=b", 400),
    ("POST", "/sparql/update", {"Content-Type": "application/x-www-form-urlencoded"}, b"query=ASK{}", 400),
    ("POST", "/sparql/update?using-graph-uri=no%20iri", UPDATE, b"INSERT { ?s ?p 1 } WHERE { ?s ?p 2 }", 400),
]


@pytest.mark.parametrize(("method", "path", "headers", "body", "status"), REFUSED)
def test_what_is_no_update_is_told(
    written: Served, method: str, path: str, headers: dict[str, str], body: bytes, status: int
) -> None:
    answer = written.client.request(method, path, headers={**MAY_WRITE, **headers}, content=body)
    if status == 204:
        assert answer.status_code == status
    else:
        assert_problem(answer, status)


OUT = [
    "LOAD <http://127.0.0.1:PORT/>",
    "LOAD SILENT <http://127.0.0.1:PORT/> INTO GRAPH <urn:g>",
    "LOAD <file:///etc/passwd>",
    "lOaD<http://127.0.0.1:PORT/>",
    "INSERT DATA { <urn:a> <urn:b> '#' } ; LOAD <http://127.0.0.1:PORT/>",
    'INSERT DATA { <urn:a> <urn:b> """\\"""" } ; LOAD <http://127.0.0.1:PORT/>',
    "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <http://127.0.0.1:PORT/> { ?s ?p ?o } } }",
    "PREFIX s: <http://127.0.0.1:PORT/> INSERT { ?s ?p ?o } WHERE { SERVICE s:x { ?s ?p ?o } }",
    "\\u004COAD <http://127.0.0.1:PORT/>",
]


@pytest.mark.parametrize("text", OUT)
@pytest.mark.parametrize("dataset", ["", "?using-graph-uri=http://127.0.0.1:PORT/"])
def test_no_update_opens_a_connection(written: Served, text: str, dataset: str) -> None:
    with listening() as (port, met):
        path, body = (part.replace("PORT", str(port)) for part in (f"/sparql/update{dataset}", text))
        assert_problem(written.client.post(path, content=body, headers={**MAY_WRITE, **UPDATE}), 400, "query")
    assert met == []


def test_a_long_update_is_read_to_its_limit(tmp_path: Path) -> None:
    triples = "".join(f'<urn:s{i}> <urn:p> "{"x" * 1000}" .\n' for i in range(1500))
    with served(tmp_path / "some.store", api_key=KEY, max_write_kb=2048) as service:
        headers = {**MAY_WRITE, **UPDATE}
        assert service.client.post("/sparql/update", content=f"INSERT DATA {{ {triples} }}", headers=headers).is_success
        assert asked(service, "ASK { <urn:s1499> <urn:p> ?x }")
        answer = service.client.post("/sparql/update", content=f"INSERT DATA {{ {triples * 2} }}", headers=headers)
        assert_problem(answer, 413, "too-large")
        form = service.client.post("/sparql/update", data={"update": f"INSERT DATA {{ {triples} }}"}, headers=MAY_WRITE)
        assert_problem(form, 413, "too-large")


def test_the_page_s_update_renames(written: Served) -> None:
    page = (Path(__file__).parents[4] / "docs" / "service.md").read_text("utf-8")
    [text] = re.findall(r"^    (DELETE \{ GRAPH \?g .*\n.*)$", page, re.MULTILINE)
    put = 'INSERT DATA { GRAPH <urn:g> { <urn:nato> rdfs:label "Nato" } }'
    for update in (put, text):
        assert written.client.post("/sparql/update", content=update, headers={**MAY_WRITE, **UPDATE}).is_success
    assert asked(written, 'ASK { GRAPH <urn:g> { <urn:nato> rdfs:label "NATO" } }')
    assert not asked(written, 'ASK { ?s rdfs:label "Nato" }')
