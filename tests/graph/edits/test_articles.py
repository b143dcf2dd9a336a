from itertools import permutations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.edits.articles import Seen, article_state, drop_article, replace_article
from sayso.graph.export.rdf import quads as exported
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE, actors_graph, article_iri, loading_graph
from sayso.ontology.namespaces import ALT_LABEL, IDENTIFIER, LABEL, SAME_AS, TYPE, USED
from sayso.ontology.terms import PERSON, TEXT_HASH

ACTORS = actors_graph(BASE)
ANN = ox.NamedNode(BASE + "person/ann-lee")
SEEN = Seen("metadata", "origin")


def article(identifier: str, label: str = "Ann Lee", *others: str, text_hash: str = "1") -> list[ox.Quad]:
    """An article that names one person."""
    node = article_iri(identifier)
    return [
        ox.Quad(node, IDENTIFIER, ox.Literal(identifier), node),
        ox.Quad(node, TEXT_HASH, ox.Literal(text_hash), node),
        ox.Quad(ox.NamedNode(BASE + "activity/1"), USED, node, node),
        ox.Quad(ANN, TYPE, PERSON, ACTORS),
        ox.Quad(ANN, LABEL, ox.Literal(label), ACTORS),
        *(ox.Quad(ANN, ALT_LABEL, ox.Literal(name), ACTORS) for name in others),
    ]


def names(store: Store) -> tuple[str, set[str]]:
    """The label and the other names in the actors' graph."""
    (label,) = store.engine.quads_for_pattern(ANN, LABEL, None, ACTORS)
    others = store.engine.quads_for_pattern(ANN, ALT_LABEL, None, ACTORS)
    return label.object.value, {quad.object.value for quad in others}


def test_an_article_is_known_by_its_identifier(store: Store) -> None:
    assert article_state(store, "a") is None
    assert replace_article(store, "a", article("a", text_hash="77"), SEEN)
    state = article_state(store, "a")
    assert state is not None
    assert (state.text_hash, state.method, state.seen) == ("77", BASE + "activity/1", SEEN)


def test_the_same_again_changes_nothing(store: Store) -> None:
    replace_article(store, "a", article("a"), SEEN)
    before = set(store.engine)
    assert not replace_article(store, "a", article("a"), SEEN)
    assert set(store.engine) == before


def test_a_replaced_article_leaves_nothing_behind(store: Store) -> None:
    replace_article(store, "a", article("a", "Ann Lee", "Annie"), SEEN)
    replace_article(store, "a", article("a", "Ann Lee", "A. Lee", text_hash="2"), Seen("other", "origin"))
    alone = Store.in_memory()
    replace_article(alone, "a", article("a", "Ann Lee", "A. Lee", text_hash="2"), Seen("other", "origin"))
    assert set(store.engine) == set(alone.engine)


def test_a_name_stays_as_long_as_one_article_uses_it(store: Store) -> None:
    for identifier in "ab":
        replace_article(store, identifier, article(identifier, "Ann Lee", "Annie"), SEEN)
    replace_article(store, "a", article("a"), SEEN)
    assert names(store) == ("Ann Lee", {"Annie"})
    replace_article(store, "b", article("b"), SEEN)
    assert names(store) == ("Ann Lee", set())


def test_a_dropped_article_is_gone_with_what_it_alone_named(store: Store) -> None:
    empty = set(store.engine)
    replace_article(store, "a", article("a"), SEEN)
    assert drop_article(store, "a")
    assert set(store.engine) == empty
    assert not drop_article(store, "a")


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["Ann Lee", "Ann Lee", "Annabel Jane Lee"], "Ann Lee"),
        (["Ann Lee", "Annabel Lee"], "Annabel Lee"),
        (["Ann Lee", "ANNABEL LEE"], "Ann Lee"),
        (["Bea Lee", "Ann Lee"], "Ann Lee"),
        (["Lee", "Lee", "Ann Lee"], "Ann Lee"),
    ],
)
def test_the_label_is_the_name_of_most_articles_then_the_longest(labels: list[str], expected: str) -> None:
    dumps = set()
    for order in permutations(enumerate(labels)):
        store = Store.in_memory()
        for number, label in order:
            replace_article(store, str(number), article(str(number), label), SEEN)
        assert names(store) == (expected, set(labels) - {expected})
        dumps.add(frozenset(store.engine))
    assert len(dumps) == 1


def test_only_what_is_proposed_as_label_becomes_one(store: Store) -> None:
    replace_article(store, "a", article("a", "Lee", "Professor Ann Lee"), SEEN)
    assert names(store) == ("Lee", {"Professor Ann Lee"})


LABELS = st.sampled_from(["Ann Lee", "ANN LEE", "A. Lee", "Lee", "Ann"])
STEPS = st.lists(
    st.tuples(st.sampled_from("abc"), st.none() | st.tuples(LABELS, st.frozensets(LABELS, max_size=2))), max_size=8
)


@given(STEPS)
def test_the_actors_graph_follows_from_the_articles_whatever_happened_before(steps: list) -> None:
    store, final = Store.in_memory(), {}
    for identifier, told in steps:
        if told is None:
            drop_article(store, identifier)
            final.pop(identifier, None)
        else:
            label, others = told
            final[identifier] = article(identifier, label, *(others - {label}))
            replace_article(store, identifier, final[identifier], SEEN)
    fresh = Store.in_memory()
    for identifier, quads in final.items():
        replace_article(fresh, identifier, quads, SEEN)
    assert set(store.engine) == set(fresh.engine)


def test_an_actor_is_told_once_in_the_union_of_all_graphs(store: Store) -> None:
    for identifier, label in (("a", "Ann Lee"), ("b", "Annabel Lee")):
        replace_article(store, identifier, article(identifier, label), SEEN)
    found = store.query(f"SELECT ?label {{ <{ANN.value}> rdfs:label ?label }}")
    assert [row["label"] for row in found.records()] == ["Annabel Lee"]


def test_links_are_kept_as_long_as_an_article_gives_them(store: Store) -> None:
    link = ox.Quad(ANN, SAME_AS, ox.NamedNode("http://www.wikidata.org/entity/Q1"), ACTORS)
    replace_article(store, "a", [*article("a"), link], SEEN)
    replace_article(store, "b", article("b"), SEEN)
    assert link in set(store.quads(ACTORS))
    replace_article(store, "a", article("a"), SEEN)
    assert link not in set(store.quads(ACTORS))


@pytest.mark.parametrize(
    "quad",
    [
        ox.Quad(ANN, LABEL, ox.Literal("x"), ox.NamedNode(BASE + "article/of-another")),
        ox.Quad(ANN, IDENTIFIER, ox.Literal("x"), ACTORS),
        ox.Quad(ox.BlankNode(), LABEL, ox.Literal("x"), article_iri("a")),
    ],
    ids=["another article's graph", "a predicate that is not shared", "a blank node"],
)
def test_quads_that_do_not_belong_are_refused_and_nothing_is_written(store: Store, quad: ox.Quad) -> None:
    before = set(store.engine)
    with pytest.raises(ValueError, match=r"graph|articles share|blank node"):
        replace_article(store, "a", [*article("a"), quad], SEEN)
    assert set(store.engine) == before


def test_what_loading_remembers_is_in_no_export(store: Store) -> None:
    replace_article(store, "a", article("a"), SEEN)
    assert list(store.quads(loading_graph(BASE)))
    assert not [quad for quad in exported(store) if quad.graph_name == loading_graph(BASE)]
