"""Articles over HTTP: extracted and shown, or stored as `sayso load` stores them."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from pyoxigraph import NamedNode

from sayso.graph.actors.judgements import Decision, IdentityJudgement, Standing, pair_of
from sayso.graph.store.changes import change
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE, article_iri, digest, judgements_graph
from tests.api.service.serving import MAY_WRITE, Served, assert_problem

TEXT = (
    "The minister said on Monday that the bridge would be rebuilt within a year.\n\n"
    "“We reject the offer of the company,” said Anna Kowalska, the mayor of Gdansk. "
    "Kowalska accused Poland of delaying the work.\n"
)
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}
JSON = {"Content-Type": "application/json"}
PAGE = (
    "<!doctype html><html lang=en><head><title>The bridge</title><meta charset=utf-8></head><body><nav>Home</nav>"
    "<article><h1>The bridge</h1><p>"
    + "</p><p>".join(TEXT.strip().split("\n\n"))
    + "</p><p>The council of the city will meet again next week, its spokesman said.</p></article></body>"
)


def shown(service: Served, identifier: str) -> dict[str, object]:
    answer = service.client.get(f"/articles/{digest(identifier)}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def stored(service: Served) -> int:
    answer = service.client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?a a sayso:Article }"})
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_an_article_is_extracted_and_nothing_is_stored(extracting: Served) -> None:
    before = stored(extracting)
    answer = extracting.client.post("/extract?title=The%20bridge", content=TEXT.encode(), headers=PLAIN)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["text"], told["title"]) == (TEXT, "The bridge")
    assert {speaker["name"] for card in told["statements"] for speaker in card["speakers"]} >= {"Anna Kowalska"}
    for card in told["statements"]:
        for start, end in card["spans"]["content"]:
            assert TEXT[start:end].strip()
    assert extracting.client.get(f"/articles/{told['id'].removeprefix('article/')}").status_code == 404
    assert stored(extracting) == before


def test_what_is_stored_is_shown_as_it_was_extracted(extracting: Served) -> None:
    extracted = extracting.client.post("/extract?id=same", content=TEXT.encode(), headers=PLAIN).json()
    answer = extracting.client.post("/articles?id=same", content=TEXT.encode(), headers={**PLAIN, **MAY_WRITE})
    assert answer.status_code == 201, answer.text
    told = answer.json()
    report = told.pop("report")
    assert report["outcome"] == "loaded"
    assert report["statements"] == len(told["statements"]) > 0
    assert told == extracted
    assert extracting.client.get(answer.headers["location"]).json() == told == shown(extracting, "same")


def test_the_same_again_changes_nothing(extracting: Served) -> None:
    def post() -> tuple[int, str]:
        told = {"id": "again", "text": TEXT, "source": "The Paper"}
        answer = extracting.client.post("/articles", json=told, headers={**MAY_WRITE, "Prefer": "return=minimal"})
        assert set(answer.json()) == {"report"}
        return answer.status_code, answer.json()["report"]["outcome"]

    assert post() == (201, "loaded")
    before = extracting.client.get("/readyz").json()["snapshot"]
    assert post() == (200, "unchanged")
    assert extracting.client.get("/readyz").json()["snapshot"] == before
    again = extracting.client.post(
        "/articles?again=true", json={"id": "again", "text": TEXT, "source": "The Paper"}, headers=MAY_WRITE
    )
    assert (again.status_code, again.json()["report"]["outcome"]) == (200, "replaced")


def test_an_identifier_belongs_to_one_article(extracting: Served) -> None:
    def post(text: str, query: str = "") -> int:
        url, body = f"/articles?id=taken{query}", text.encode()
        answer = extracting.client.post(url, content=body, headers={**PLAIN, **MAY_WRITE})
        if answer.status_code == 409:
            assert "replace=true" in assert_problem(answer, 409, "identifier-taken")
        return answer.status_code

    assert post(TEXT) == 201
    assert post(TEXT + "He said no more.\n") == 409
    assert shown(extracting, "taken")["text"] == TEXT
    assert post(TEXT + "He said no more.\n", "&replace=true") == 200
    assert shown(extracting, "taken")["text"] == TEXT + "He said no more.\n"


def test_what_changes_where_it_comes_from_is_replaced(extracting: Served) -> None:
    for text, outcome in ((TEXT, "loaded"), (TEXT + "He said no more.\n", "replaced")):
        answer = extracting.client.post(
            "/articles?origin=/news/bridge.txt", json={"id": "moved", "text": text}, headers=MAY_WRITE
        )
        assert answer.json()["report"]["outcome"] == outcome
    elsewhere = extracting.client.post(
        "/articles?origin=/other/bridge.txt", json={"id": "moved", "text": TEXT}, headers=MAY_WRITE
    )
    assert_problem(elsewhere, 409, "identifier-taken")


@pytest.mark.parametrize("name", ["to be dropped", digest("to be dropped"), article_iri("to be dropped").value])
def test_an_article_is_dropped_by_any_of_its_names(extracting: Served, name: str) -> None:
    text = TEXT.replace("Kowalska", "Droppedova")
    query = {"query": 'ASK { ?a rdfs:label "Anna Droppedova" }'}
    assert extracting.client.post("/articles", json={"id": "to be dropped", "text": text}, headers=MAY_WRITE).is_success
    assert extracting.client.get("/sparql", params=query).json()["boolean"] is True
    path = f"/articles/{quote(name, safe='')}"
    assert_problem(extracting.client.delete(path), 401)
    assert extracting.client.delete(path, headers=MAY_WRITE).status_code == 204
    assert_problem(extracting.client.get(path), 404)
    assert_problem(extracting.client.delete(path, headers=MAY_WRITE), 404, "not-found")
    assert extracting.client.get("/sparql", params=query).json()["boolean"] is False


def test_near_duplicates_are_told(extracting: Served) -> None:
    text = "".join(f"The harbour master of quay {i} said that ship number {i} would leave at dawn. " for i in range(9))
    reports = [
        extracting.client.post(f"/articles?id=copy-{n}", content=text, headers={**PLAIN, **MAY_WRITE}).json()["report"]
        for n in (1, 2)
    ]
    assert [report["near_duplicates"] for report in reports] == [[], ["copy-1"]]


def test_store_false_only_extracts(extracting: Served) -> None:
    before = stored(extracting)
    answer = extracting.client.post(
        "/articles?store=false&id=unstored", content=TEXT.encode(), headers={**PLAIN, **MAY_WRITE}
    )
    assert answer.status_code == 200
    assert answer.json()["identifier"] == "unstored"
    assert stored(extracting) == before


def test_a_page_brings_its_article(extracting: Served) -> None:
    answer = extracting.client.post("/extract", content=PAGE.encode(), headers={"Content-Type": "text/html"})
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert told["title"] == "The bridge"
    assert "Home" not in told["text"]
    assert told["statements"]


def test_what_json_and_the_address_tell_is_kept(extracting: Served) -> None:
    record = {"text": TEXT, "headline": "The bridge", "url": "https://news.example/bridge", "date": "2022-01-30"}
    told = extracting.client.post("/extract?source=The%20Paper&published=2022-01-31", json=record).json()
    expected = ("https://news.example/bridge", "The bridge", "The Paper", "2022-01-31", "https://news.example/bridge")
    assert tuple(told[name] for name in ("identifier", "title", "source", "published", "url")) == expected


def test_a_merge_holds_for_what_is_only_extracted(extracting: Served) -> None:
    pair = pair_of(*(NamedNode(f"{BASE}person/{name}") for name in ("anna-kowalska", "anna-maria-kowalska")))
    standing = Standing.of([IdentityJudgement(pair, same=True, decision=Decision("tester", "2022-01-30T12:00:00Z"))])
    judgement = change([], standing.quads(BASE))
    headers = {**MAY_WRITE, "Content-Type": "application/sparql-update"}
    assert extracting.client.post("/sparql/update", content=judgement, headers=headers).status_code == 204
    told = extracting.client.post("/extract", content=TEXT.encode(), headers=PLAIN).json()
    undone = f"DROP GRAPH {judgements_graph()}"
    assert extracting.client.post("/sparql/update", content=undone, headers=headers).status_code == 204
    speakers = {speaker["id"] for card in told["statements"] for speaker in card["speakers"]}
    assert "person/anna-maria-kowalska" in speakers
    assert "person/anna-kowalska" not in speakers


REJECTED = [
    (PLAIN, b"", 422, "no text"),
    (PLAIN, b"   \n", 422, "no text"),
    (PLAIN, b"1 2 3", 422, "signs and digits"),
    (PLAIN, b"%PDF-1.4", 422, "PDF"),
    (PLAIN, b"He said \xff.", 422, "not utf-8"),
    (PLAIN, "El ministro dijo que el puente será reconstruido en el plazo de un año.".encode(), 422, "Spanish"),
    ({"Content-Type": "text/plain; charset=klingon"}, b"He said no.", 400, "encoding"),
    (JSON, b"{", 422, "JSON"),
    (JSON, b"[]", 400, "one article"),
    (JSON, b'{"text": 1}', 422, "text"),
    (JSON, b'{"title": "x"}', 422, "no text"),
    (JSON, b'[{"text": "He said no."}, {"text": "He said yes."}]', 400, "one article"),
    (JSON, b'{"text": "He said no.", "date": "yesterday"}', 422, "date"),
    (JSON, b'{"text": "He said no.", "url": "ftp://x"}', 422, "web address"),
    (JSON, b'{"text": "He said \\ud800."}', 422, "half a character"),
    (JSON, b'{"text": "He said \\u0000."}', 422, "NUL"),
    ({"Content-Type": "text/html"}, b"<p>", 422, ""),
    ({"Content-Type": "application/pdf"}, b"x", 415, "text/plain"),
    ({}, b"He said no.", 415, "text/plain"),
    (PLAIN, b"x " * 200_000, 413, "bytes"),
]


@pytest.mark.parametrize(("headers", "body", "status", "words"), REJECTED)
def test_what_is_no_article_is_told_with_the_reason(
    extracting: Served, headers: dict[str, str], body: bytes, status: int, words: str
) -> None:
    before = stored(extracting)
    assert words in assert_problem(extracting.client.post("/extract", content=body, headers=headers), status)
    if status != 413:
        answer = extracting.client.post("/articles", content=body, headers={**headers, **MAY_WRITE})
        assert_problem(answer, status)
    assert stored(extracting) == before


@pytest.mark.parametrize("query", ["published=soon", "url=x", "id=%00", "unknown=1", "id=%20"])
def test_what_the_address_tells_has_to_fit(extracting: Served, query: str) -> None:
    answer = extracting.client.post(f"/extract?{query}", content=TEXT.encode(), headers=PLAIN)
    assert_problem(answer, 400 if query.startswith("unknown") else 422)


def test_storing_takes_a_key(extracting: Served) -> None:
    assert_problem(extracting.client.post("/articles", content=TEXT.encode(), headers=PLAIN), 401, "unauthorized")


def test_who_stored_an_article_is_remembered_beside_the_graph(extracting: Served, extracting_folder: Path) -> None:
    extracting.client.post("/articles?id=whose", content=TEXT.encode(), headers={**PLAIN, **MAY_WRITE})
    entries = [json.loads(line) for line in (extracting_folder / "writes.jsonl").read_text("utf-8").splitlines()]
    named = [e for e in entries if "arguments" in e]
    assert any(e["by"] == "tester" and e["arguments"].get("identifier") == "whose" for e in named)
    with Store.open(extracting_folder, read_only=True) as store:
        query = f"ASK {{ <{article_iri('whose').value}> <urn:sayso:loading:by> 'tester' }}"
        assert store.query(query) is True
