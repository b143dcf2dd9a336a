"""Virtuoso answers what an embedded store answers: questions, walks, exports, networks, counts; but for what is listed.

A difference that is listed and is none any more fails, too.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile, is_zipfile

import pyarrow.parquet
import pytest
from pyoxigraph import NamedNode, QueryResultsFormat

from benchmarks.synthetic import actors, articles
from sayso.graph.actors.judgements import Decision
from sayso.graph.answers.statistics import statistics
from sayso.graph.edits.articles import Seen, article_state, drop_article, replace_article
from sayso.graph.edits.deciding import review
from sayso.graph.edits.merging import merge
from sayso.graph.export.options import ExportOptions
from sayso.graph.export.registry import NAMES, write
from sayso.graph.networks.around import Around
from sayso.graph.networks.kinds import KINDS
from sayso.graph.networks.making import network_of
from sayso.graph.networks.options import choice_of
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.store.remote.address import Address
from sayso.graph.store.solutions import Answer, Table
from sayso.graph.store.store import Store
from sayso.loaders.document import Document
from sayso.loaders.facts import Extraction, Status
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology.errors import NotFoundError, QueryError, RemoteError, SaysoError
from sayso.ontology.iris import BASE
from sayso.queries import catalogue
from tests.graph.answers.walks import STATEMENT, UNNAMED, WALKS, ZENDA, walked
from tests.graph.edits.test_counts import PATTERNS
from tests.graph.store.remote.virtuoso import virtuoso
from tests.sample import LATER, SUMMIT, later, summit

DOCS = Path(__file__).parents[4] / "docs" / "remote.md"
STATEMENTS = 100
BY = Decision("Ada", "2024-05-03T10:00:00Z", "read it twice")
SEEN = Seen("told", "place")

MEANS = (
    "SELECT ?act (COUNT(*) AS ?n) (AVG(?sure) AS ?mean) (MAX(?sure) AS ?most) "
    "{ ?s sayso:act [ skos:notation ?act ] ; sayso:confidence ?sure } GROUP BY ?act"
)
NOTHING = (
    "SELECT ?s (SUM(?n) AS ?sum) (GROUP_CONCAT(?n; SEPARATOR=' ') AS ?all) "
    "{ ?s a sayso:Demand OPTIONAL { ?s sayso:nothing ?n } } GROUP BY ?s"
)
# What differs → why, in the words of docs/remote.md.
DIFFERS: Final[dict[str, str]] = {
    "count SELECT (COUNT(*) AS ?n) { ?s ?p ?o }": "counts some 2,500 triples of its own",
    f"count {MEANS}": "averages have 15 digits",
    "csv SELECT ?a ?b { ?a sayso:former ?b }": "booleans are 1 and 0",
    "sparql SELECT (true AS ?yes) {}": "a constant boolean is the number 1",
    "csv SELECT (true AS ?yes) {}": "a constant boolean is the number 1",
    "query doubtful of an article": "the question `doubtful` of one article takes it minutes",
    f"sparql DESCRIBE <{BASE}{ZENDA}>": "DESCRIBE tells what points to a thing, too",
    f"sparql {NOTHING}": "of nothing, GROUP_CONCAT makes an empty text",
}


def put(store: Store, document: Document, found: Extraction) -> None:
    replace_article(store, document.id, [*article_quads(document, found), *actor_quads(found.actors.values())], SEEN)


@pytest.fixture(scope="module")
def embedded() -> Iterator[Store]:
    """The sample and invented articles in memory, two actors of them merged, two statements judged."""
    with Store.in_memory() as store:
        for document, found in ((SUMMIT, summit()), (LATER, later())):
            put(store, document, found)
        statuses: tuple[Status, ...] = ("said", "said", "unsaid", "asked", "supposed")
        for document, found in articles(STATEMENTS, actors(40)):
            bearing = {one.statement for one in found.positions} | {one.statement for one in found.demands}
            drawn = (
                one if index in bearing else replace(one, status=statuses[index % len(statuses)])
                for index, one in enumerate(found.statements)
            )
            put(store, document, replace(found, statements=tuple(drawn)))
        merge(store, NamedNode(f"{BASE}person/p4"), NamedNode(f"{BASE}person/q5"), BY)
        review(store, NamedNode(STATEMENT), "accept", BY)
        yield store


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """A server; what is written there stays for the next test."""
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as running:
        yield running


@pytest.fixture(scope="module")
def far(address: Address, embedded: Store) -> Iterator[Store]:
    """The same on Virtuoso, which takes no update of more than some thousand triples. An empty one holds nothing."""
    with pytest.raises(NotFoundError, match="load articles first"):
        Store.open(address, read_only=True)
    with Store.open(address) as store:
        for graph in embedded.engine.named_graphs():
            store.apply([], embedded.engine.quads_for_pattern(None, None, None, graph))
    with Store.open(address, read_only=True) as store:
        yield store


def held(name: str, answered: Callable[[], object], expected: object) -> None:
    """Check that an answer is the expected one, or that it is not, where a difference is listed."""
    if name not in DIFFERS:
        assert answered() == expected
        return
    try:
        same = answered() == expected
    except SaysoError:
        same = False
    assert not same, f"{name} differs no more; take it off the list, here and in docs/remote.md"


def plain(answer: Answer) -> object:
    """Return an answer without the order that neither store promises."""
    if isinstance(answer, Table):
        return answer.variables, sorted(map(str, answer.rows))
    return sorted(map(str, answer)) if isinstance(answer, tuple) else answer


ASKED: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    *((name, {}) for name in catalogue.names()),
    ("actors", {"name": "zenda"}),
    ("actors", {"contains": "person", "kind": "person", "limit": "7", "offset": "2"}),
    ("articles", {"limit": "3"}),
    ("demands", {"by": NamedNode(BASE + ZENDA)}),
    ("doubtful", {"below": "0.3"}),
    ("doubtful", {"limit": "0"}),
    ("positions", {"stance": "against", "confidence": "0.5"}),
    ("posts", {"title": "minister"}),
    ("statements", {"status": "any", "since": "2020-01-03", "until": "2024-03-31"}),
    ("statements", {"words": "THE", "form": "direct", "limit": "0"}),
    ("what-changed", {"limit": "0"}),
    ("who-said-what-about-whom", {"by": NamedNode(BASE + ZENDA)}),
)


@pytest.mark.parametrize(("name", "values"), ASKED, ids=str)
def test_named_queries(far: Store, embedded: Store, name: str, values: dict[str, Any]) -> None:
    text = catalogue.bind(catalogue.get(name), values)
    held(f"query {name}", lambda: plain(far.query(text)), plain(embedded.query(text)))


def settled(found: object) -> object:
    """Return an answer with posts in one order: Virtuoso at times sorts texts by when it stored them."""
    if isinstance(found, dict) and any("personIRI" in one for one in found.get("items", ())):
        return {**found, "items": sorted(found["items"], key=str)}
    return found


@pytest.mark.parametrize(("name", "arguments"), WALKS, ids=str)
def test_walks(far: Store, embedded: Store, name: str, arguments: dict[str, Any]) -> None:
    held(f"walk {name}", lambda: settled(walked(far, name, arguments)), settled(walked(embedded, name, arguments)))


def written(store: Store, name: str, around: Around) -> dict[str, bytes]:
    """Return the files of an export, with one word for whatever the snapshot is called."""
    output = io.BytesIO()
    write(store, name, output, ExportOptions(around=around))
    files = {"": output.getvalue()}
    if is_zipfile(output):
        with ZipFile(output) as archive:
            files = {one: archive.read(one) for one in archive.namelist()}
    if name == "parquet":
        # In the file's own form the name of the snapshot is compressed, and counted.
        table = pyarrow.parquet.read_table(io.BytesIO(files[""]))
        files = {"": f"{table.schema.metadata} {table.to_pylist()}".encode()}
    return {one: data.replace((store.snapshot or UNNAMED).encode(), UNNAMED.encode()) for one, data in files.items()}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("around", [Around(), Around((BASE + ZENDA,), depth=2, keep=Filter(since="2024-01-01"))])
def test_exports(far: Store, embedded: Store, name: str, around: Around) -> None:
    held(f"export {name}", lambda: written(far, name, around), written(embedded, name, around))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("options", [{}, {"since": "2020-01-02", "status": "any"}], ids=str)
def test_networks(far: Store, embedded: Store, kind: Any, options: dict[str, Any]) -> None:
    def made(store: Store) -> object:
        found = network_of(store, choice_of(kind, **options))
        return [*found.nodes], [*found.edges]

    held(f"network {kind}", lambda: made(far), made(embedded))


COUNTS: Final = (
    "SELECT ?n (COUNT(?s) AS ?c) { ?s a sayso:Statement ; sayso:speaker ?a . ?a a sayso:Country ; rdfs:label ?n } "
    "GROUP BY ?n",
    *(
        f"SELECT (COUNT(*) AS ?all) (COUNT(DISTINCT ?{name}) AS ?things) {{ {pattern} }}"
        for name, patterns in PATTERNS.items()
        for pattern in patterns
    ),
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    MEANS,
)


@pytest.mark.parametrize("text", COUNTS)
def test_counts(far: Store, embedded: Store, text: str) -> None:
    held(f"count {text}", lambda: plain(far.query(text)), plain(embedded.query(text)))


def test_statistics(far: Store, embedded: Store) -> None:
    assert statistics(far) == statistics(embedded)


@pytest.mark.parametrize(
    "text",
    [
        "ASK { ?s a sayso:Statement }",
        "ASK { ?s a sayso:Nothing }",
        "SELECT ?a { ?a sayso:former ?b }",
        "SELECT ?a ?b { ?a sayso:former ?b }",
        "SELECT (true AS ?yes) {}",
        "SELECT ?day { ?s sayso:saidOn ?day }",
        "SELECT ?sure { ?s sayso:confidence ?sure }",
        "SELECT ?text { ?a schema:articleBody ?text }",
        "SELECT ?s ?none { ?s a sayso:Demand OPTIONAL { ?s sayso:nothing ?none } }",
        NOTHING,
        "CONSTRUCT { ?a sayso:speaker ?b } WHERE { ?a sayso:speaker ?b }",
        f"DESCRIBE <{BASE}{ZENDA}>",
    ],
)
def test_own_sparql(far: Store, embedded: Store, text: str) -> None:
    held(f"sparql {text}", lambda: plain(far.query(text)), plain(embedded.query(text)))
    if text.startswith(("SELECT", "ASK")):
        told = [store.serialize(text, QueryResultsFormat.CSV, None) for store in (far, embedded)]
        held(f"csv {text}", lambda: sorted(told[0].splitlines()), sorted(told[1].splitlines()))


def test_articles_are_replaced_and_dropped(far: Store, embedded: Store, address: Address) -> None:
    document = Document("three", "“Yes,” said Ada Berg.", "Three", published="2024-01-01")
    empty = Extraction({}, (), (), (), (), (), (("sayso", "0"),))
    with Store.open(address) as store:
        put(store, document, empty)
        put(store, document, replace(empty, method=(("sayso", "1"),)))
        assert article_state(store, document.id) is not None
        assert drop_article(store, document.id)
    assert {*far.engine.quads_for_pattern(None, None, None)} == {*embedded.engine}


def test_what_cannot_be_is_refused(address: Address, far: Store) -> None:
    with pytest.raises(RemoteError, match="SAYSO_BASE"):
        Store.open(address, read_only=True, base="https://else.example/id/")
    with pytest.raises(QueryError, match="refuses the query"):
        far.query("SELECT * { ?s ?p ?o")


def test_one_question_is_slow(address: Address, far: Store) -> None:
    text = catalogue.bind(catalogue.get("doubtful"), {"article": "synthetic-1"})
    assert far.query("ASK { ?s a sayso:Statement }") is True
    with Store.open(replace(address, seconds=3), read_only=True) as hasty:
        held("query doubtful of an article", lambda: plain(hasty.query(text)), [])


def test_the_docs_tell_what_differs() -> None:
    text = " ".join(DOCS.read_text("utf-8").split())
    assert [why for why in DIFFERS.values() if why not in text] == []
