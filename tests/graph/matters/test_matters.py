"""Matters: words that share one, what is loaded later too; undone without a trace; no order shows."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.judgements import Decision
from sayso.graph.edits.articles import Seen, drop_article, replace_article
from sayso.graph.matters.assignments import matter_iri, normalised
from sayso.graph.matters.matter import assign, matters, unassign
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.errors import NotFoundError, UsageError
from sayso.ontology.iris import BASE, article_iri, matters_graph

BY = Decision("Ada", "2024-05-03T10:00:00Z", "one thing")
SEEN = Seen("m", "o")
GRAPH = matters_graph(BASE)
NATO = "NATO’s eastward expansion"
MATTER = NamedNode(BASE + "matter/natos-eastward-expansion")


@dataclass(frozen=True)
class Told:
    """A matter's words, where they begin in the text, and whether somebody demands them."""

    words: str
    start: int = 0
    demanded: bool = False

    def node(self, identifier: str) -> NamedNode:
        kind = "demand" if self.demanded else "position"
        where = f"{self.start}-{self.start + len(self.words)}"
        return NamedNode(f"{article_iri(identifier).value}/{kind}/{where}/country/RU")

    def quads(self, identifier: str) -> list[Quad]:
        article, node = article_iri(identifier), self.node(identifier)
        span, selector = NamedNode(node.value + "/span"), NamedNode(node.value + "/span/position")
        kind, who = (terms.DEMAND, terms.DEMANDED_BY) if self.demanded else (terms.POSITION, terms.HOLDER)
        triples = [
            (article, terms.TEXT_HASH, Literal("0")),
            (node, ns.TYPE, kind),
            (node, who, NamedNode(BASE + "country/RU")),
            (node, terms.MATTER, Literal(self.words)),
            (node, terms.MATTER_SPAN, span),
            (span, ns.HAS_SELECTOR, selector),
            (selector, ns.START, Literal(self.start)),
            (selector, ns.END, Literal(self.start + len(self.words))),
        ]
        return [Quad(*triple, article) for triple in triples]


def put(store: Store, identifier: str, *told: Told) -> None:
    replace_article(store, identifier, [quad for one in told for quad in one.quads(identifier)], SEEN)


def loaded(articles: dict[str, tuple[Told, ...]], decisions: set[Quad] = frozenset()) -> Store:
    store = Store.in_memory()
    store.apply((), decisions)
    for identifier, told in articles.items():
        put(store, identifier, *told)
    return store


def decisions(store: Store) -> set[Quad]:
    return {quad for quad in store.quads(GRAPH) if quad.predicate != terms.ON_MATTER}


def on(store: Store, identifier: str, told: Told) -> set[str]:
    found = store.engine.quads_for_pattern(told.node(identifier), terms.ON_MATTER, None, GRAPH)
    return {quad.object.value.removeprefix(BASE) for quad in found}


ITS, MOVING, OTHER = Told("its eastward expansion", 10), Told("continues moving eastwards", 90), Told("talks", 200)
HALT = Told("halt its eastward expansion", 5, demanded=True)


def test_nothing_is_put_under_a_matter_by_itself() -> None:
    assert set(loaded({"1": (ITS, MOVING), "2": (ITS,)}).quads(GRAPH)) == set()


def test_wordings_share_a_matter_also_in_what_is_loaded_later() -> None:
    store = loaded({"1": (ITS, OTHER)})
    change = assign(store, NATO, [ITS.words, MOVING.words], BY)
    assert (change.matter, change.label, change.moved, change.changed) == (MATTER, NATO, 1, True)
    label = Told("NATO's Eastward Expansion", 40)
    put(store, "2", MOVING, OTHER, label)
    assert on(store, "1", ITS) == on(store, "2", MOVING) == on(store, "2", label) == {"matter/natos-eastward-expansion"}
    assert on(store, "1", OTHER) == on(store, "2", OTHER) == set()
    drop_article(store, "2")
    assert on(store, "2", MOVING) == set()


def test_who_decided_when_and_why_and_the_concept_are_in_the_graph() -> None:
    store = loaded({"1": (ITS,)})
    assign(store, NATO, [ITS.words], BY)
    found = store.query(
        "SELECT ?label ?other ?by ?when ?why { ?a a sayso:Assignment ; dcterms:subject ?m ; dcterms:creator ?by ; "
        "dcterms:created ?when ; rdfs:comment ?why . ?m a skos:Concept ; skos:prefLabel ?label ; skos:altLabel ?other ;"
        " skos:inScheme [ a skos:ConceptScheme ] }"
    )
    (row,) = found.records()
    assert list(row.values()) == [NATO, ITS.words, "Ada", "2024-05-03T10:00:00Z", "one thing"]


def test_undoing_leaves_no_trace() -> None:
    store = loaded({"1": (ITS, MOVING)})
    before = set(store.engine)
    assign(store, NATO, [ITS.words, MOVING.words], BY)
    assert unassign(store, ["Its eastward EXPANSION"]).moved == 1
    assert on(store, "1", ITS) == set()
    assert on(store, "1", MOVING)
    unassign(store, [MOVING.words])
    assert set(store.engine) == before


@pytest.mark.parametrize("name", [NATO, "matter/natos-eastward-expansion", MATTER.value])
def test_a_matter_goes_whole_by_its_name(name: str) -> None:
    store = loaded({"1": (ITS, MOVING)})
    before = set(store.engine)
    assign(store, NATO, [ITS.words, MOVING.words], BY)
    assign(store, name, ["talks"], BY)
    assert unassign(store, [name]).matter == MATTER
    assert set(store.engine) == before


def test_the_same_again_changes_nothing() -> None:
    store = loaded({"1": (ITS,)})
    assign(store, NATO, [ITS.words], BY)
    before = set(store.engine)
    assert not assign(store, NATO, [ITS.words], Decision("Bob", "2025-01-01T00:00:00Z")).changed
    assert set(store.engine) == before


def test_the_last_word_counts_and_a_matter_without_words_is_gone() -> None:
    store = loaded({"1": (ITS,)})
    assign(store, NATO, [ITS.words], BY)
    assign(store, "the EU’s growth", [ITS.words], BY)
    assert list(matters(store).labels.values()) == ["the EU’s growth"]
    alone = loaded({"1": (ITS,)})
    assign(alone, "the EU’s growth", [ITS.words], BY)
    assert set(store.engine) == set(alone.engine)


def test_other_words_of_a_matter_name_it_and_its_label_brings_all_along() -> None:
    store = loaded({"1": (ITS, MOVING, OTHER)})
    assign(store, NATO, [ITS.words], BY)
    assert assign(store, ITS.words, [MOVING.words], BY).matter == MATTER
    change = assign(store, "Security in Europe", [NATO], BY)
    assert set(matters(store).labels) == {change.matter}
    assert on(store, "1", ITS) == on(store, "1", MOVING) == {"matter/security-in-europe"}


def test_words_can_mean_a_matter_in_one_article_alone() -> None:
    store = loaded({"1": (ITS, HALT), "2": (ITS,)})
    before = set(store.engine)
    assign(store, NATO, [ITS.words], BY, article_iri("1"))
    assert on(store, "1", ITS) == {"matter/natos-eastward-expansion"}
    assert on(store, "1", HALT) == on(store, "2", ITS) == set()
    assign(store, "the EU’s growth", [ITS.words], BY)
    assert on(store, "1", ITS) == {"matter/natos-eastward-expansion"}, "the place goes before the words"
    assert on(store, "2", ITS) != on(store, "1", ITS)
    unassign(store, ["the EU’s growth"])
    unassign(store, [ITS.words], article_iri("1"))
    assert set(store.engine) == before


@pytest.mark.parametrize(
    ("moved", "found"),
    [
        (Told("its eastward expansion", 400), True),  # the text has grown before it
        (Told("halt its eastward expansion", 5), True),  # a model reads a word more
        (Told("eastward expansion", 14), True),  # or a word less
        (Told("“its eastward expansion”", 9), True),
        (Told("eastward expansion", 400), False),
        (Told("a new round of talks", 10), False),
        (Told("expansion", 23), False),
    ],
)
def test_a_place_finds_its_position_again(moved: Told, found: bool) -> None:
    store = loaded({"1": (ITS,)})
    assign(store, NATO, [ITS.words], BY, article_iri("1"))
    put(store, "1", moved, OTHER)
    assert bool(on(store, "1", moved)) == found
    assert on(store, "1", OTHER) == set()
    put(store, "1", ITS)
    assert on(store, "1", ITS), "it is not forgotten meanwhile"


@pytest.mark.parametrize(
    ("label", "words", "article", "error"),
    [
        (NATO, ["a\nb"], None, UsageError),
        (" ", ["talks"], None, UsageError),
        ("\ud800", ["talks"], None, UsageError),
        (NATO, [NATO], None, UsageError),
        ("matter/none", ["talks"], None, NotFoundError),
        (NATO, ["talks"], "2", NotFoundError),
    ],
)
def test_what_cannot_be_judged_is_refused(label: str, words: list[str], article: str | None, error: type) -> None:
    store = loaded({"1": (ITS, OTHER)})
    before = set(store.engine)
    with pytest.raises(error):
        assign(store, label, words, BY, article_iri(article) if article else None)
    with pytest.raises(NotFoundError):
        unassign(store, words)
    assert set(store.engine) == before


@given(st.text(), st.text())
def test_two_matters_share_an_iri_only_when_their_labels_differ_in_nothing_that_counts(one: str, other: str) -> None:
    assert (matter_iri(one, BASE) == matter_iri(other, BASE)) == (normalised(one) == normalised(other))


WORDS = st.sampled_from(["its expansion", "NATO’s expansion", "moving eastwards", "talks", "halt its expansion"])
# one stretch of a text has one wording
TELLING = st.lists(
    st.builds(Told, WORDS, st.sampled_from([0, 5, 40]), st.booleans()),
    max_size=3,
    unique_by=lambda told: (told.start, len(told.words), told.demanded),
).map(tuple)
IDENTIFIERS = st.sampled_from("123")
ARTICLES = st.dictionaries(IDENTIFIERS, TELLING, max_size=3)
STEPS = st.lists(
    st.tuples(st.just("assign"), WORDS, WORDS, st.none() | IDENTIFIERS)
    | st.tuples(st.just("unassign"), WORDS, st.none() | IDENTIFIERS)
    | st.tuples(st.just("load"), IDENTIFIERS, TELLING)
    | st.tuples(st.just("drop"), IDENTIFIERS),
    max_size=10,
)


def step(store: Store, articles: dict[str, tuple[Told, ...]], what: str, *given: object) -> None:
    try:
        match what, given:
            case "assign", (label, words, where):
                assign(store, label, [words], BY, article_iri(where) if where else None)
            case "unassign", (words, where):
                unassign(store, [words], article_iri(where) if where else None)
            case "load", (identifier, told):
                articles[identifier] = told
                put(store, identifier, *told)
            case "drop", (identifier,):
                articles.pop(identifier, None)
                drop_article(store, identifier)
    except (UsageError, NotFoundError):
        pass


@settings(max_examples=80)
@given(ARTICLES, STEPS)
def test_articles_and_decisions_decide_the_graph_in_whatever_order_they_came(articles: dict, steps: list) -> None:
    store, articles = loaded(articles), dict(articles)
    for one in steps:
        step(store, articles, *one)
    assert set(store.engine) == set(loaded(articles, decisions(store)).engine)
    assert decisions(store) == matters(store).quads(BASE)
    for label in matters(store).labels.values():
        unassign(store, [label])
    assert set(store.engine) == set(loaded(articles).engine)
