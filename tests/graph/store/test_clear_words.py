"""What is wrong with a query is said in words that tell the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.api.command import run
from sayso.graph.store.store import Store
from sayso.ontology.errors import QueryError


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the query is empty; write one"),
        (" \n# only this\n", "the query is empty"),
        ("\ufeff", "the query is empty"),
        ("SELECT * {\n ?s foo:bar ?o }", "line 2: the prefix “foo:” is not known; declare it before the query"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "this is an update, where a query is asked for"),
        ("PREFIX x: <urn:x> # why\nDELETE WHERE { ?s ?p ?o }", "this is an update"),
    ],
)  # fmt: skip
def test_a_query_that_is_none_is_told_what_to_do(store: Store, text: str, words: str) -> None:
    with pytest.raises(QueryError) as raised:
        store.query(text)
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SELECT ?é { ?s ?p ", "line 1, column 19: this is not SPARQL; expected one of"),
        ("SELECT * { ?s ?p ?o . ] }", "this is not SPARQL; what stands there cannot follow"),
        ("SELECT", "line 1, column 7: this is not SPARQL; expected one of"),
    ],
)
def test_what_is_expected_is_told_without_the_engine_s_grammar(store: Store, text: str, words: str) -> None:
    with pytest.raises(QueryError) as raised:
        store.query(text)
    assert words in str(raised.value)
    assert "..=" not in str(raised.value)
    assert "[_]" not in str(raised.value)


def test_a_byte_order_mark_is_no_part_of_a_query(store: Store) -> None:
    assert store.query("\ufeffASK { ?s ?p ?o }") is True
    store.update("\ufeffINSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 'c' } }")
    assert store.query("ASK { <urn:a> <urn:b> 'c' }") is True


def test_names_are_readable_in_messages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Store.open(folder).close()
    for name in ("René Étienne", "https://w3id.org/sayso/id/person/nobody", "习近平"):
        assert run(["query", "statements", "--param", f"by={name}", "--store", str(folder)]) == 2
        told = capsys.readouterr().err
        assert name in told
        assert "no actor has this name or id" in told
        assert "/actors" not in told
