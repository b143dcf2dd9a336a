"""Counting: the union of all graphs holds each triple once, so that plain SPARQL counts as any other engine does."""

from __future__ import annotations

from collections import Counter

import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, serialize

from sayso.graph.edits.articles import drop_article
from sayso.graph.edits.merging import merge
from sayso.graph.export.rdf import quads as exported
from sayso.graph.store.solutions import Table, text_of
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns
from sayso.ontology.iris import BASE, article_iri, loading_graph
from tests.graph.edits.test_merging import ARTICLES, BY, STATES, STEPS, TWO, USA, Told, loaded, node, step

FRANCE = node("country/FR")
# What a question may go through: from a variable to the next, with the pattern between the two.
PATTERNS = {
    "s": ["?s a sayso:Statement", "?s sayso:speaker ?a", "?s sayso:about ?a", "?s sayso:act ?c",
          "?s prov:wasGeneratedBy ?e"],
    "a": ["?a a sayso:Country", "?a a sayso:Actor", "?a a foaf:Agent", "?a rdfs:label ?n", "?a skos:altLabel ?o",
          "?m org:member ?a", "?m org:organization ?a", "?p org:postIn ?a"],
    "m": ["?m org:member ?a", "?m sayso:post ?p"],
    "p": ["?p a org:Post", "?p rdfs:label ?t"],
    "c": ["?c skos:notation ?w", "?c a skos:Concept"],
    "e": ["?e rdfs:label ?l", "?e a prov:Activity"],
}  # fmt: skip
AGGREGATES = ("COUNT(*)", "COUNT(?{})", "COUNT(DISTINCT ?{})")


@st.composite
def questions(draw: st.DrawFn) -> str:
    """Ask how many there are, as people ask: a few patterns that hang together, perhaps by a group."""
    start = draw(st.sampled_from("samp"))
    known, chosen = [start], list[str]()
    for _ in range(draw(st.integers(1, 4))):
        pattern = draw(st.sampled_from(PATTERNS[draw(st.sampled_from([one for one in known if one in PATTERNS]))]))
        chosen.append(pattern)
        known += [word[1] for word in pattern.split() if word.startswith("?") and word[1] not in known]
    met = sorted({word[1] for pattern in chosen for word in pattern.split() if word.startswith("?")})
    counted = draw(st.sampled_from(AGGREGATES)).format(draw(st.sampled_from(met)))
    by = draw(st.sampled_from(["", *met]))
    where = " . ".join(dict.fromkeys(chosen))
    if by:
        return f"SELECT ?{by} ({counted} AS ?count) WHERE {{ {where} }} GROUP BY ?{by}"
    return f"SELECT ({counted} AS ?count) WHERE {{ {where} }}"


def merged(store: Store) -> rdflib.Graph:
    """What a client has who merges all graphs of an export."""
    lines = serialize((quad.triple for quad in exported(store)), format=RdfFormat.N_TRIPLES) or b""
    graph = rdflib.Graph().parse(data=lines.decode(), format="nt")
    for prefix, namespace in ns.PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
    return graph


def repeated(store: Store) -> list[object]:
    """The triples that stand in several graphs."""
    return [triple for triple, count in Counter(quad.triple for quad in store.engine).items() if count > 1]


def rows(store: Store, question: str) -> Counter[tuple[str, ...]]:
    answer = store.query(question)
    assert isinstance(answer, Table)
    return Counter(tuple(map(text_of, row)) for row in answer.rows)


@settings(max_examples=15)
@given(ARTICLES, STEPS, st.lists(questions(), min_size=4, max_size=8))
def test_plain_questions_count_what_rdflib_counts_on_the_merged_graph(
    articles: dict[str, Told], steps: list[tuple[object, ...]], asked: list[str]
) -> None:
    store, articles = loaded(articles), dict(articles)
    for one in steps:
        step(store, articles, *one)
    assert not repeated(store)
    graph = merged(store)
    for question in asked:
        found = Counter(tuple("" if cell is None else str(cell) for cell in row) for row in graph.query(question))
        assert rows(store, question) == found, question


def test_a_country_that_many_articles_name_is_counted_once_for_each_statement() -> None:
    store = loaded({str(number): Told(says=((FRANCE, USA), (USA, FRANCE))) for number in range(40)})
    asked = (
        "SELECT ?n (COUNT(?s) AS ?c) { ?s a sayso:Statement ; sayso:speaker ?a . "
        "?a a sayso:Country ; rdfs:label ?n } GROUP BY ?n ORDER BY ?n"
    )
    assert sorted(rows(store, asked)) == [("Fr", "40"), ("Us", "40")]


def test_all_triples_are_as_many_as_a_client_reads() -> None:
    store = loaded(TWO)
    merge(store, STATES, USA, BY)
    hidden = sum(1 for _ in store.quads(loading_graph(BASE)))
    (count,) = rows(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert int(count[0]) - hidden == len(merged(store))


def test_what_nothing_names_any_more_is_gone() -> None:
    store = loaded({"1": Told(says=((FRANCE, USA),), president=()), "2": Told(says=((USA, USA),))})
    drop_article(store, "1")
    assert not list(store.engine.quads_for_pattern(FRANCE, None, None))
    assert list(store.engine.quads_for_pattern(node("activity/by-hand"), ns.LABEL, Literal("by hand")))
    drop_article(store, "2")
    left = {quad.subject for quad in store.engine if str(quad.subject).startswith(f"<{BASE}")}
    assert article_iri("2") not in left
    assert not any("activity" in str(one) or "country" in str(one) for one in left)
