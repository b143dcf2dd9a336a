"""Numbers that can be published: one store, one filter, and the same counts by whatever way they are taken."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pandas
import pytest
import rdflib
from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

import sayso
from benchmarks.synthetic import actors, articles
from sayso.api.command import run
from sayso.graph.actors.names import contribution
from sayso.graph.edits.many_articles import add_articles
from sayso.graph.export.rdf import quads
from sayso.graph.store.store import Store
from sayso.loaders.facts import Extraction, Status
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology.iris import BASE, article_iri
from tests.api.service.serving import Served, served

ARTICLES, PER_ARTICLE = 200, 3
_STATUSES: tuple[Status, ...] = ("said", "said", "unsaid", "asked", "supposed")
_COUNTED = """PREFIX sayso: <https://w3id.org/sayso/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?name ?act (COUNT(?statement) AS ?count) WHERE {
  ?statement a sayso:Statement ; sayso:speaker ?speaker ; sayso:act ?concept ; sayso:status ?status .
  ?speaker a sayso:Actor ; rdfs:label ?name .
  ?concept skos:notation ?act .
  ?status skos:notation "said" .
} GROUP BY ?name ?act"""

type Counts = Counter[tuple[str, str]]


def _drawn(found: Extraction, chance: random.Random) -> Extraction:
    """Keep a few statements of an article, not all of them said, without what only said ones bear."""
    chosen = (replace(one, status=chance.choice(_STATUSES), part_of=None) for one in found.statements[:PER_ARTICLE])
    return replace(found, statements=tuple(chosen), mentions=(), positions=(), demands=())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of random articles, written as `sayso load` writes shards, so that names are told by many."""
    place = tmp_path_factory.mktemp("same") / "some.store"
    cast, chance, made = actors(12), random.Random(5), dict[NamedNode, set[Quad]]()
    with Store.open(place) as store:
        for document, found in articles(ARTICLES * 20, cast):
            drawn, article = _drawn(found, chance), article_iri(document.id)
            told = {*article_quads(document, drawn), *actor_quads(drawn.actors.values())}
            own = {quad for quad in told if quad.graph_name == article}
            made[article] = own | contribution(told - own, article, BASE)
        add_articles(store, made, set())
    return place


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[Served]:
    """A service over it."""
    with served(folder) as running:
        yield running


def by_rdflib(folder: Path) -> Counts:
    with Store.open(folder, read_only=True) as store:
        lines = serialize((quad.triple for quad in quads(store)), format=RdfFormat.N_TRIPLES) or b""
    found = rdflib.Graph().parse(data=lines.decode(), format="nt").query(_COUNTED)
    return Counter({(str(name), str(act)): int(count) for name, act, count in found})  # type: ignore[misc]


def by_parquet(file: Path) -> Counts:
    asked = (
        "SELECT name, act, count(*) FROM (SELECT unnest(speaker) AS name, act FROM read_parquet(?) "
        "WHERE status = 'said') GROUP BY ALL"
    )
    return Counter({(name, act): count for name, act, count in duckdb.execute(asked, [str(file)]).fetchall()})


def by_csv(file: Path) -> Counts:
    frame = pandas.read_csv(file, keep_default_na=False)
    said = frame[(frame["status"] == "said") & (frame["speaker"] != "")]
    return Counter(zip(said["speaker"], said["act"], strict=True))


def by_listing(service: Served) -> Counts:
    found: Counts = Counter()
    address: str | None = "/statements?status=said&limit=500"
    while address:
        page = service.client.get(address).json()
        found.update((who["name"], one["act"]) for one in page["items"] for who in one["speakers"])
        address = page["next"]
    return found


def test_the_same_counts_by_every_way(folder: Path, service: Served, tmp_path: Path) -> None:
    expected = by_rdflib(folder)
    assert expected.total() > ARTICLES
    for format_ in ("parquet", "csv"):
        output = str(tmp_path / f"all.{format_}")
        chosen = ["export", "--format", format_, "--status", "said", "--output", output, "--store", str(folder)]
        assert run(chosen) == 0
    assert by_parquet(tmp_path / "all.parquet") == expected
    assert by_csv(tmp_path / "all.csv") == expected
    answer = service.client.get("/sparql", params={"query": _COUNTED, "format": "csv"}).text
    rows = csv.reader(io.StringIO(answer))
    assert Counter({(name, act): int(count) for name, act, count in [*rows][1:]}) == expected
    assert by_listing(service) == expected
    written = list(csv.DictReader(io.StringIO(service.client.get("/statements.csv?status=said").text)))
    assert Counter((one["speaker"], one["act"]) for one in written if one["speaker"]) == expected
    with sayso.open(folder) as db:
        frame = db.q.statements(status="said").df()
        named = frame[frame["speaker"] != "not named"]
        assert Counter(zip(named["speaker"], named["act"], strict=True)) == expected
        assert len(db.sparql(_COUNTED).df()) == len(expected)  # type: ignore[union-attr]
