"""Point look-ups: what is one, and that the index answers as the engine does."""

from __future__ import annotations

import json
from collections import Counter

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.answers.points.point_lookup import answer_points
from sayso.graph.answers.points.shape import points_of
from sayso.ontology.namespaces import LABEL, PREFIXES, SAYSO, XSD

A, B = (ox.NamedNode(f"https://example.org/{name}") for name in "ab")
CONTENT = ox.NamedNode(f"{SAYSO}content")
OBJECTS = (
    B,
    ox.BlankNode("some"),
    ox.Literal('in "quotes"\n\t\\ and \u2028 beyond 🙂'),
    ox.Literal("wort", language="de"),
    ox.Literal("12.50", datatype=ox.NamedNode(f"{XSD}decimal")),
    ox.Literal("2024-01-30", datatype=ox.NamedNode(f"{XSD}date")),
    ox.Literal(""),
)
LOOK_UPS = (
    "SELECT ?o { <https://example.org/a> sayso:content ?o }",
    "SELECT ?o WHERE { <https://example.org/a> ?p ?o }",
    "select ?p ?o where { <https://example.org/a> ?p ?o . } # all of it",
    "PREFIX e: <https://example.org/> SELECT ?x ?y { e:a sayso:content ?x ; rdfs:label ?y }",
    "PREFIX rdfs: <https://w3id.org/sayso/ontology#> SELECT ?x { <https://example.org/a> rdfs:content ?x }",
    "SELECT ?x ?t { <https://example.org/a> sayso:content ?x . <https://example.org/b> a ?t . }",
    "SELECT ?x{<https://example.org/b> rdfs:label ?y;sayso:content ?x}",
    "SELECT ?x { <https://example.org/nobody> sayso:content ?x }",
    "SELECT $o { <https://example.org/a> sayso:content $o }",
)
OTHERS = (
    "",
    "ASK { <https://example.org/a> sayso:content ?o }",
    "SELECT * { <https://example.org/a> sayso:content ?o }",
    "SELECT DISTINCT ?o { <https://example.org/a> sayso:content ?o }",
    "SELECT ?o FROM <https://example.org/g> { <https://example.org/a> sayso:content ?o }",
    "SELECT ?s { ?s sayso:content ?o }",
    "SELECT ?o { <https://example.org/a> sayso:content ?o . ?o sayso:content ?o2 }",
    "SELECT ?o { <https://example.org/a> sayso:content ?o ; rdfs:label ?o }",
    "SELECT ?o { <https://example.org/a> ?o ?o }",
    "SELECT ?o { <https://example.org/a> sayso:content+ ?o }",
    "SELECT ?o { <https://example.org/a> sayso:content/rdfs:label ?o }",
    "SELECT ?o { <https://example.org/a> ^sayso:content ?o }",
    "SELECT ?o { <https://example.org/a> sayso:content ?o OPTIONAL { ?o ?p ?q } }",
    "SELECT ?o { <https://example.org/a> sayso:content ?o FILTER(?o > 1) }",
    "SELECT ?o { { <https://example.org/a> sayso:content ?o } }",
    "SELECT ?o { GRAPH <https://example.org/g> { <https://example.org/a> sayso:content ?o } }",
    "SELECT ?o { SERVICE <https://example.org/> { <https://example.org/a> sayso:content ?o } }",
    "SELECT (?o AS ?x) { <https://example.org/a> sayso:content ?o }",
    "SELECT ?x { <https://example.org/a> sayso:content ?o }",
    "SELECT ?o ?o { <https://example.org/a> sayso:content ?o }",
    "SELECT ?o { <https://example.org/a> sayso:content ?o } ORDER BY ?o",
    "SELECT ?o { <https://example.org/a> sayso:content ?o } LIMIT 1 OFFSET 1",
    "SELECT ?o { <https://example.org/a> sayso:content ?o } LIMIT 1.5",
    "SELECT ?o { <https://example.org/a> sayso:content ?o } VALUES ?o { 1 }",
    "SELECT ?o { <https://example.org/a> unknown:content ?o }",
    "SELECT ?o { <a> sayso:content ?o }",
    "SELECT ?o { <https://example.org/x/../a> sayso:content ?o }",
    "SELECT ?o { <https://example.org/\\u0061> sayso:content ?o }",
    "SELECT ?o { <https://example.org/ä> sayso:content ?o }",
    "SELECT ?o { sayso:a.b sayso:content ?o }",
    "SELECT ?o { sayso:a%20b sayso:content ?o }",
    "SELECT ?o { [] sayso:content ?o }",
    "SELECT ?o { _:a sayso:content ?o }",
    "SELECT ?o { <https://example.org/a> sayso:content ?o",
    "SELECT ?o { }",
    "SELECT { <https://example.org/a> sayso:content ?o }",
    "BASE <https://example.org/> SELECT ?o { <https://example.org/a> sayso:content ?o }",
    "PREFIX e: <https://example.org/> PREFIX e: <https://example.com/> SELECT ?o { e:a sayso:content ?o }",
    "SELECT ?o { <https://example.org/a> sayso:content ?o } # " + "x" * 5000,
    "SELECT ?o { " + " . ".join(f"<https://example.org/a> sayso:content ?o{n}" for n in range(9)) + " }",
)


def store_of(quads: list[ox.Quad]) -> ox.Store:
    store = ox.Store()
    store.extend(quads)
    return store


def rows_of(answer: bytes) -> Counter[str]:
    return Counter(json.dumps(row, sort_keys=True) for row in json.loads(answer)["results"]["bindings"])


def by_engine(store: ox.Store, text: str) -> bytes:
    used = {name: iri for name, iri in PREFIXES.items() if f"PREFIX {name}:" not in text}
    found = store.query(text, use_default_graph_as_union=True, prefixes=used)
    return found.serialize(format=ox.QueryResultsFormat.JSON) or b""


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_none(text: str) -> None:
    assert points_of(text) is None


GRAPHS = st.sampled_from((A, B, ox.DefaultGraph()))
QUADS = st.lists(
    st.builds(
        ox.Quad,
        st.sampled_from((A, B)),
        st.sampled_from((CONTENT, LABEL, ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"))),
        st.sampled_from(OBJECTS),
        GRAPHS,
    ),
    max_size=12,
)


@given(QUADS, st.sampled_from(LOOK_UPS))
def test_the_index_answers_as_the_engine_does(quads: list[ox.Quad], text: str) -> None:
    store, asked = store_of(quads), points_of(text)
    assert asked is not None
    found = answer_points(store, asked, 1000)
    assert found is not None
    expected = by_engine(store, text)
    assert rows_of(found) == rows_of(expected)
    assert json.loads(found)["head"] == json.loads(expected)["head"]


@given(QUADS, st.integers(0, 5))
def test_a_limit_leaves_as_many_rows(quads: list[ox.Quad], limit: int) -> None:
    store, text = store_of(quads), "SELECT ?p ?o { <https://example.org/a> ?p ?o }"
    asked = points_of(f"{text} LIMIT {limit}")
    assert asked is not None
    found = answer_points(store, asked, 1000)
    assert found is not None
    rows, every = rows_of(found), rows_of(by_engine(store, text))
    assert rows.total() == min(limit, every.total())
    assert rows <= every


@pytest.mark.parametrize(
    ("literals", "text"),
    [
        ([str(n) for n in range(100)], "SELECT ?x { <https://example.org/a> sayso:content ?x }"),
        ([str(n) for n in range(100)], "SELECT ?x { <https://example.org/a> sayso:content ?x } LIMIT 1"),
        (
            [str(n) for n in range(20)],
            "SELECT ?x ?y { <https://example.org/a> sayso:content ?x . <https://example.org/a> sayso:content ?y }",
        ),
        (["x" * 70_000], "SELECT ?x { <https://example.org/a> sayso:content ?x }"),
        (["x" * 40_000, "y" * 40_000], "SELECT ?x { <https://example.org/a> sayso:content ?x }"),
    ],
)
def test_what_is_more_than_a_little_is_left_to_a_reader(literals: list[str], text: str) -> None:
    store = store_of([ox.Quad(A, CONTENT, ox.Literal(literal), A) for literal in literals])
    asked = points_of(text)
    assert asked is not None
    assert answer_points(store, asked, 1000) is None


def test_more_rows_than_the_service_gives_are_left_to_a_reader_that_says_so() -> None:
    store = store_of([ox.Quad(A, CONTENT, literal, A) for literal in OBJECTS])
    asked = points_of("SELECT ?x { <https://example.org/a> sayso:content ?x }")
    assert asked is not None
    assert answer_points(store, asked, 3) is None


@given(st.text())
def test_any_text_is_one_or_none(text: str) -> None:
    points_of(text)


PIECES = (
    "SELECT",
    "?a",
    "?b",
    "{",
    "}",
    "<https://e.org/a>",
    "sayso:content",
    "a",
    ";",
    ".",
    "LIMIT",
    "1",
    "*",
    "(",
    "+",
    "#",
)


@given(st.lists(st.sampled_from((*PIECES, " ", "\n", "WHERE", "/", "^", ",", "FILTER", "[]")), max_size=25))
def test_what_is_a_look_up_is_a_query_too(pieces: list[str]) -> None:
    text = " ".join(pieces)
    asked = points_of(text)
    if asked is not None:
        found = ox.Store().query(text, prefixes=PREFIXES)
        assert isinstance(found, ox.QuerySolutions)
        assert tuple(variable.value for variable in found.variables) == asked.variables
