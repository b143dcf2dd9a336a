"""Without full texts nothing of a text comes out that stands in no sentence: after reviews, merges, matters."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import httpx2 as httpx
import pytest

from sayso.api.service.sparql.negotiation import RESULTS, TRIPLES
from sayso.api.service.walk.files import FORMATS
from sayso.graph.actors.judgements import Decision
from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.matters.matter import assign
from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.graph.store.textless import textless
from sayso.loaders.mapping import actor_quads, article_quads
from tests.api.service.serving import KEY, MAY_WRITE, Served, served
from tests.api.service.walk.test_odd_data import ROUTES
from tests.sample import LATER, SUMMIT, later, summit

SECRET = ("Rain fell on the harbour", "quiet boats", "rocked until the evening")
TEXT = f"{SUMMIT.text} {SECRET[0]}, {SECRET[1]} {SECRET[2]}." + " The water was cold and nobody swam." * 60
ALL = quote("SELECT * { GRAPH ?g { ?s ?p ?o } }")
TRIPLE = quote("CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } }")
FIRST = "{statement}"
DUMPS = [
    *((f"/sparql?query={ALL}", types[0]) for types in RESULTS.values()),
    *((f"/sparql?query={TRIPLE}", types[0]) for types in TRIPLES.values()),
    *(("/{id}".replace("{id}", f"statements.{ending}"), "*/*") for ending in sorted(FORMATS)),
    *((f"/subgraph?format={name}", "*/*") for name in sorted(FORMATS)),
    ("/queries.json", "*/*"),
    ("/sparql?query=" + quote("SELECT ?o { ?s sayso:removed|sayso:added ?o }"), "text/csv"),
    ("/graphs?graph=" + quote("https://w3id.org/sayso/id/graph/reviews"), "application/n-triples"),
    ("/graphs?default", "application/n-triples"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the store lies."""
    return tmp_path_factory.mktemp("swept") / "some.store"


@pytest.fixture(scope="module")
def decided(folder: Path) -> Iterator[Served]:
    """A service without full texts, over articles of which people have decided what they could."""
    document = replace(SUMMIT, text=TEXT)
    with Store.open(folder) as store:
        for each, facts in ((document, summit()), (LATER, later())):
            quads = [*article_quads(each, facts), *actor_quads(facts.actors.values())]
            replace_article(store, each.id, quads, Seen("m", "o"))
        assign(store, "the archives", ["open its archives"], Decision("Ada", "2026-01-01T00:00:00Z", ""))
    with served(folder, api_key=f"Ada={KEY}", full_text="off", readers=1) as running:
        client = running.client
        cards = client.get(f"/articles/{SUMMIT.id}").json()["statements"]
        decisions: list[dict[str, object]] = [
            {"statement": cards[0]["id"], "verdict": "correct", "content": [[0, len(TEXT)]]},
            {"statement": cards[1]["id"], "verdict": "correct", "act": "deny", "note": "it denies"},
            {"statement": cards[2]["id"], "verdict": "reject"},
        ]
        done = [client.post("/reviews", json=body, headers=MAY_WRITE) for body in decisions]
        judged = {"one": "country/BO", "other": "organisation/the-league", "anyway": True}
        done.append(client.post("/merges", json=judged, headers=MAY_WRITE))
        assert [answer.status_code for answer in done] == [201] * 4, [answer.text for answer in done]
        own = f'INSERT DATA {{ GRAPH <urn:g> {{ <urn:a> <urn:note> "{TEXT}" }} }}'
        assert client.post("/sparql/update", data={"update": own}, headers=MAY_WRITE).status_code == 204
        yield running


def everything(answer: httpx.Response) -> str:
    """Return an answer's text, of an archive that of all its files."""
    if answer.content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return answer.content.decode("utf-8", "replace")


def of(running: Served, path: str) -> str:
    def some(class_: str) -> list[str]:
        query = f"SELECT DISTINCT ?s {{ ?s a sayso:{class_} }} ORDER BY ?s LIMIT 2"
        rows = running.client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
        return [quote(row["s"]["value"].partition("/id/")[2]) for row in rows]

    actors = (*some("Organisation"), *some("Country"), *some("Person"))[:2]
    names = {"{actor}": actors[0], "{other}": actors[1]}
    names |= {"{statement}": some("Statement")[0], "{article}": some("Article")[0]}
    for name, value in names.items():
        path = path.replace(name, value)
    return path


@pytest.mark.parametrize("route", ROUTES)
def test_no_route_gives_a_text_away(decided: Served, route: str) -> None:
    answer = decided.client.get(of(decided, route), follow_redirects=True)
    assert answer.status_code in (200, 404), answer.text
    assert not any(words in everything(answer) for words in SECRET)


@pytest.mark.parametrize(("path", "accept"), DUMPS)
def test_no_export_and_no_query_gives_a_text_away(decided: Served, path: str, accept: str) -> None:
    answer = decided.client.get(path, headers={"Accept": accept}, follow_redirects=True)
    assert answer.status_code < 500, answer.text
    assert not any(words in everything(answer) for words in SECRET)


def test_what_is_answered_from_holds_no_text_at_all(decided: Served, folder: Path) -> None:
    assert decided.client.get("/readyz").status_code == 200
    snapshot = latest(textless(folder))
    assert snapshot is not None
    with Store.open_snapshot(snapshot) as store:
        whole = "\n".join(str(quad) for quad in store.engine)
    assert "Strelsau" in whole
    assert not any(words in whole for words in SECRET)
