"""Without full texts, none comes out: not by walking, not by SPARQL, not as linked data, not in a file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.store.store import Store
from sayso.ontology.iris import actors_graph, article_iri
from sayso.ontology.namespaces import LABEL
from tests.api.service.serving import KEY, MAY_WRITE, Served, served
from tests.sample import LATER, SUMMIT, sample_quads

# Words that no sentence of a statement holds together: they run from one into the next.
ACROSS = ("the League. “The League", "offices.” Observers")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample."""
    made = tmp_path_factory.mktemp("textless") / "some.store"
    with Store.open(made) as store:
        store.apply([], sample_quads())
    return made


@pytest.fixture(scope="module")
def sentences(folder: Path) -> Iterator[Served]:
    """A service that shows sentences only."""
    with served(folder, full_text="off") as running:
        yield running


@pytest.mark.parametrize(
    ("path", "accept"),
    [
        (f"/articles/{SUMMIT.id}", "application/json"),
        ("/articles", "application/json"),
        ("/statements", "application/json"),
        ("/actors/person/anna-zenda/statements", "application/json"),
        (f"/id/article/{article_iri(SUMMIT.id).value.rpartition('/')[2]}", "text/turtle"),
        (f"/id/article/{article_iri(SUMMIT.id).value.rpartition('/')[2]}", "application/ld+json"),
        ("/sparql?query=SELECT * { GRAPH ?g { ?s ?p ?o } }", "application/sparql-results%2Bjson"),
        ("/sparql?query=SELECT * { ?s schema:articleBody ?o }", "text/csv"),
        ("/sparql?query=CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "application/n-triples"),
        ("/sparql?query=DESCRIBE ?a { ?a a sayso:Article }", "text/turtle"),
        ("/sparql?query=SELECT (CONCAT(?x, ?y) AS ?z) { ?s oa:prefix ?x ; oa:suffix ?y }", "text/csv"),
        ("/subgraph?format=graphology", "application/json"),
    ],
)
def test_no_text_comes_out(sentences: Served, path: str, accept: str) -> None:
    answer = sentences.client.get(path, headers={"Accept": accept.replace("%2B", "+")})
    assert answer.status_code == 200
    assert not any(words in answer.text for words in (SUMMIT.text, LATER.text, *ACROSS))


def test_sentences_and_their_marks_stay(sentences: Served) -> None:
    told = sentences.client.get(f"/articles/{SUMMIT.id}").json()
    assert told["text"] is None
    for card in told["statements"]:
        assert card["sentence"]
        assert {mark["kind"] for mark in card["marks"]} == {"speaker", "cue", "content"}
        start, end = card["sentenceSpan"]
        assert SUMMIT.text[start:end] == card["sentence"]


def test_what_is_loaded_later_follows(folder: Path, sentences: Served) -> None:
    first = sentences.client.get("/actors").json()["snapshot"]
    with Store.open(folder) as store:
        store.apply([], [Quad(NamedNode("urn:s"), LABEL, Literal("a"), actors_graph())])
    until = time.monotonic() + 300
    while (later := sentences.client.get("/actors").json()["snapshot"]) == first and time.monotonic() < until:
        time.sleep(0.2)
    assert later > first
    assert sentences.client.get(f"/articles/{SUMMIT.id}").json()["text"] is None


def test_what_is_written_is_read_at_once(folder: Path) -> None:
    with served(folder, full_text="off", api_key=KEY) as running:
        for name in ("a", "b"):
            text = (
                f'INSERT DATA {{ GRAPH <urn:g> {{ <urn:{name}> schema:articleBody "whole" ; rdfs:label "{name}" }} }}'
            )
            answer = running.client.post("/sparql/update", data={"update": text}, headers=MAY_WRITE)
            assert answer.status_code in (200, 204), answer.text
            ask = f"ASK {{ <urn:{name}> rdfs:label ?label FILTER NOT EXISTS {{ ?x schema:articleBody ?y }} }}"
            assert running.client.get("/sparql", params={"query": ask}).json()["boolean"] is True
