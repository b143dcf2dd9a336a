"""A store on another server answers as the embedded one does, and says clearly when it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from sayso.graph.answers.statistics import statistics
from sayso.graph.edits.articles import Seen, article_state, drop_article, replace_article
from sayso.graph.statements.rows.reading import rows
from sayso.graph.store.remote.address import Address
from sayso.graph.store.remote.remote_store import RemoteStore
from sayso.graph.store.solutions import Answer, Table
from sayso.graph.store.store import Store
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology.errors import NotFoundError, QueryError, RemoteError, UsageError
from sayso.queries import catalogue
from tests.graph.store.remote.server import remote
from tests.sample import LATER, SUMMIT, later, sample_quads, summit


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """A server that holds the sample."""
    with remote(tmp_path_factory.mktemp("remote") / "database") as running:
        with Store.open(running) as store:
            store.apply([], sample_quads())
        yield running


@pytest.fixture(scope="module")
def embedded() -> Iterator[Store]:
    """The sample in memory."""
    with Store.in_memory() as store:
        store.apply([], sample_quads())
        yield store


def same(answer: Answer) -> object:
    """Return an answer without the order that neither store promises."""
    if isinstance(answer, Table):
        return answer.variables, sorted(map(str, answer.rows))
    return sorted(map(str, answer)) if isinstance(answer, tuple) else answer


@pytest.mark.parametrize("name", catalogue.names())
def test_every_question_has_the_same_answer(address: Address, embedded: Store, name: str) -> None:
    text = catalogue.bind(catalogue.get(name), {})
    with Store.open(address, read_only=True) as store:
        assert same(store.query(text)) == same(embedded.query(text))


@pytest.mark.parametrize(
    "text",
    [
        "ASK { ?statement a sayso:Statement }",
        "ASK { ?statement a sayso:Nothing }",
        "CONSTRUCT { ?a sayso:speaker ?b } WHERE { ?a sayso:speaker ?b }",
        "PREFIX s: <https://w3id.org/sayso/ontology#> SELECT * { ?s s:content ?words }",
        'SELECT ("a\\nb\\"c" AS ?text) ("2024-01-30"^^xsd:date AS ?day) ("é"@fr AS ?word) (1.50 AS ?number) {}',
    ],
)
def test_any_query_has_the_same_answer(address: Address, embedded: Store, text: str) -> None:
    with Store.open(address, read_only=True) as store:
        assert same(store.query(text)) == same(embedded.query(text))
        if not text.startswith("CONSTRUCT"):
            for format_ in (ox.QueryResultsFormat.JSON, ox.QueryResultsFormat.CSV):
                assert len(store.serialize(text, format_, None)) == len(embedded.serialize(text, format_, None))


def test_rows_and_statistics_are_the_same(address: Address, embedded: Store) -> None:
    with Store.open(address, read_only=True) as store:
        assert list(rows(store)) == list(rows(embedded))
        assert statistics(store) == statistics(embedded)


def test_articles_are_replaced_and_dropped(tmp_path: Path) -> None:
    with remote(tmp_path / "database") as running, Store.open(running) as store:
        for document, extraction in ((SUMMIT, summit()), (LATER, later())):
            quads = [*article_quads(document, extraction), *actor_quads(extraction.actors.values())]
            assert replace_article(store, document.id, quads, Seen("told", "place"))
            assert not replace_article(store, document.id, quads, Seen("told", "place"))
        with Store.in_memory() as other:
            for document, extraction in ((SUMMIT, summit()), (LATER, later())):
                quads = [*article_quads(document, extraction), *actor_quads(extraction.actors.values())]
                replace_article(other, document.id, quads, Seen("told", "place"))
            assert set(store.engine.quads_for_pattern(None, None, None)) == set(
                other.engine.quads_for_pattern(None, None, None)
            )
        assert drop_article(store, SUMMIT.id)
        assert article_state(store, SUMMIT.id) is None
        assert article_state(store, LATER.id) is not None


@pytest.mark.parametrize(
    ("text", "error", "told"),
    [
        ("SELECT", QueryError, "refuses the query: "),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> {} }", QueryError, "SERVICE"),
        ("SELECT * { ?s ?p ?o", QueryError, "refuses the query: "),
    ],
)
def test_what_the_server_refuses_is_told(address: Address, text: str, error: type[Exception], told: str) -> None:
    with Store.open(address, read_only=True) as store, pytest.raises(error, match=told):
        store.query(text)


def test_to_write_takes_an_address_for_updates(address: Address) -> None:
    with RemoteStore(Address(address.query)) as store, pytest.raises(UsageError, match="SAYSO_STORE_UPDATE"):
        store.update("INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 } }")


def test_an_empty_server_has_nothing_to_read(tmp_path: Path) -> None:
    with remote(tmp_path / "database") as running, pytest.raises(NotFoundError, match="load articles first"):
        Store.open(running, read_only=True)


def test_a_store_of_another_base_is_refused(address: Address) -> None:
    with pytest.raises(RemoteError, match="SAYSO_BASE"):
        Store.open(address, read_only=True, base="https://else.example/id/")


def test_a_reader_that_stops_early_lets_the_next_go_on(address: Address) -> None:
    with Store.open(address, read_only=True) as store:
        for _ in range(20):
            assert next(store.engine.quads_for_pattern(None, None, None), None) is not None
        assert store.query("ASK { ?s a sayso:Statement }") is True
