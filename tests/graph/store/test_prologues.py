"""Declarations within an update hold from there on, as the grammar has it, and change nothing before."""

from __future__ import annotations

import pytest

from sayso.graph.store.prologues import hoisted
from sayso.graph.store.store import Store
from sayso.ontology.errors import QueryError

TWO = (
    "PREFIX x: <urn:one:> INSERT DATA { GRAPH x:g { x:a x:b 'x:not # a name' } } ; # PREFIX x: <urn:no:>\n"
    "PREFIX x: <urn:two:> PREFIX y: <urn:y:> INSERT DATA { GRAPH x:g { x:a y:b <x:c> } } ;\n"
    "prefix : <urn:three:> INSERT DATA { GRAPH :g { x:a :b y:c } }"
)


def test_each_operation_may_declare_prefixes(store: Store) -> None:
    store.update(TWO)
    found = {str(quad) for quad in store.engine if "urn:" in str(quad.graph_name)}
    assert found == {
        '<urn:one:a> <urn:one:b> "x:not # a name" <urn:one:g>',
        "<urn:two:a> <urn:y:b> <x:c> <urn:two:g>",
        "<urn:two:a> <urn:three:b> <urn:y:c> <urn:three:g>",
    }


def test_a_known_prefix_may_mean_something_else_from_there_on(store: Store) -> None:
    store.update(
        "INSERT DATA { GRAPH <urn:g> { <urn:a> foaf:name 'A' } } ; "
        "PREFIX foaf: <urn:mine:> INSERT DATA { GRAPH <urn:g> { <urn:b> foaf:name 'B' } }"
    )
    asked = "SELECT ?o { GRAPH <urn:g> { ?s <http://xmlns.com/foaf/0.1/name> ?o } }"
    assert [row["o"] for row in store.query(asked).records()] == ["A"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", ["INSERT DATA { }", "PREFIX x: <urn:x:> INSERT DATA { } ; INSERT DATA { x:a x:b 1 }", ""]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert hoisted(text) == text


def test_a_second_base_is_refused() -> None:
    with pytest.raises(QueryError, match="once, at its beginning"):
        hoisted("BASE <urn:a> INSERT DATA { } ; BASE <urn:b> INSERT DATA { }")


@pytest.mark.parametrize(
    "text", ["; PREFIX", "CLEAR ALL ; PREFIX x:", "; PREFIX x: <urn:x> {", "{ ; PREFIX x: <a:b> }"]
)
def test_what_is_no_update_is_the_engines_to_refuse(store: Store, text: str) -> None:
    with pytest.raises(QueryError):
        store.update(text)
