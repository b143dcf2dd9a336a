"""The graphs that a request names go into the update as the clauses that say the same."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.edits.updating import update, with_dataset
from sayso.graph.store.store import Store
from sayso.ontology.errors import QueryError

G, H = "http://example.org/g", "http://example.org/h"
DATA = f"""INSERT DATA {{
    GRAPH <{G}> {{ <urn:a> <urn:p> "g" }}
    GRAPH <{H}> {{ <urn:a> <urn:p> "h" }}
    <urn:a> <urn:p> "nowhere"
}}"""

# An update, the graphs that are used and used by name, and what of "g" and "h" is then in <urn:out> (or still there).
COPIES = [
    ("INSERT { GRAPH <urn:out> { ?s ?p ?o } } WHERE { ?s ?p ?o }", [], [], {"nowhere"}),
    ("INSERT { GRAPH <urn:out> { ?s ?p ?o } } WHERE { ?s ?p ?o }", [G], [], {"g"}),
    ("INSERT { GRAPH <urn:out> { ?s ?p ?o } } WHERE { ?s ?p ?o }", [G, H], [], {"g", "h"}),
    ("INSERT { GRAPH <urn:out> { ?s ?p ?o } } WHERE { GRAPH ?x { ?s ?p ?o } }", [], [H], {"h"}),
    ("INSERT { GRAPH <urn:out> { ?s ?p ?o } } WHERE { GRAPH ?x { ?s ?p ?o } }", [G], [H], {"h"}),
    ("insert{GRAPH<urn:out>{?s ?p ?o}}where{?s ?p ?o}", [G], [], {"g"}),
    ("INSERT { GRAPH <urn:out> { ?s ?p ?o } } # WHERE { }\nWHERE { ?s ?p ?o FILTER(?o != 'WHERE {') }", [G], [], {"g"}),
    (
        "PREFIX where: <urn:> INSERT { GRAPH where:out { ?s where:p ?o } } "
        "WHERE { { SELECT * WHERE { ?s where:p ?o } } }",
        [H],
        [],
        {"h"},
    ),
    (
        "INSERT { GRAPH <urn:out> { ?s ?p ?o } } WHERE { ?s ?p ?o } ; "
        "DELETE { GRAPH <urn:out> { ?s ?p 'g' } } INSERT { GRAPH <urn:out> { ?s ?p 'again' } } WHERE { ?s ?p 'g' }",
        [G],
        [],
        {"again"},
    ),
]


@pytest.mark.parametrize(("text", "using", "using_named", "expected"), COPIES)
def test_patterns_see_the_graphs_that_are_named(
    store: Store, text: str, using: list[str], using_named: list[str], expected: set[str]
) -> None:
    update(store, by="", text=DATA)
    update(store, by="", text=text, using=using, using_named=using_named)
    rows = store.query("SELECT ?o { GRAPH <urn:out> { ?s ?p ?o } }")
    assert {record["o"] for record in rows.records()} == expected  # type: ignore[union-attr]


def test_the_short_form_of_delete_sees_them_too(store: Store) -> None:
    update(store, by="", text=DATA)
    update(store, by="", text="DELETE WHERE { ?s ?p ?o }", using=[G])
    # The pattern is matched in the graph, but names none to delete from: that is the default graph's triple.
    assert store.query("ASK { GRAPH <http://example.org/g> { ?s ?p ?o } }") is True
    update(store, by="", text=f"DELETE WHERE {{ GRAPH <{G}> {{ ?s ?p ?o }} }}", using_named=[G])
    assert store.query("ASK { GRAPH <http://example.org/g> { ?s ?p ?o } }") is False
    assert store.query("ASK { GRAPH <http://example.org/h> { ?s ?p ?o } }") is True


@pytest.mark.parametrize(
    "text",
    [
        "WITH <urn:x> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "INSERT { ?s ?p ?o } USING <urn:x> WHERE { ?s ?p ?o }",
        "insert { ?s ?p ?o } using named <urn:x> where { ?s ?p ?o }",
    ],
)
def test_graphs_are_named_in_one_place(text: str) -> None:
    with pytest.raises(QueryError, match="using-graph-uri"):
        with_dataset(text, [G], [])


@pytest.mark.parametrize("name", ["", "no iri", "http://example.org/> INSERT DATA { <urn:a> <urn:b> <urn:c> } #", "x"])
def test_a_name_that_is_no_iri_is_refused(name: str) -> None:
    with pytest.raises(QueryError, match="no IRI"):
        with_dataset("INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }", [name], [])


@given(st.text(), st.booleans())
def test_any_text_ends_in_an_update_or_an_error(text: str, named: bool) -> None:
    with Store.in_memory() as store, contextlib.suppress(QueryError):
        update(store, by="", text=text, using=[] if named else [G], using_named=[G] if named else [])


@pytest.mark.parametrize("text", ["DROP ALL", "CLEAR ALL", "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }", "CLEAR NAMED"])
def test_the_ontology_is_put_back(store: Store, text: str) -> None:
    before = set(store.engine)
    update(store, by="", text=DATA)
    update(store, by="", text=text)
    left = {quad for quad in store.engine if "nowhere" not in str(quad.object)}
    assert left == before


def test_an_update_is_done_whole_or_not_at_all(store: Store) -> None:
    before = set(store.engine)
    for second in ("CREATE GRAPH <urn:g>", "INSERT DATA", "LOAD <http://127.0.0.1:9/>"):
        with pytest.raises(QueryError):
            update(store, by="", text=f"CREATE GRAPH <urn:g> ; INSERT DATA {{ <urn:a> <urn:b> 1 }} ; {second}")
        assert set(store.engine) == before
