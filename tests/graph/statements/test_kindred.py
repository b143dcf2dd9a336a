"""Merging speakers whose words others repeat: the same graph as by loading with the judgement standing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from sayso.graph.actors.judgements import Decision
from sayso.graph.edits.deciding import review
from sayso.graph.edits.merging import merge, split
from sayso.graph.statements import repetition
from sayso.graph.statements.turned import turned
from sayso.graph.statements.wording import Wording
from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions, load
from sayso.loaders.document import Document
from sayso.ontology.iris import BASE, actor_iri, article_iri, derived_graph, judgements_graph
from sayso.ontology.terms import CONTENT, SPEAKER
from tests.quoting import extract_quotes

BY = Decision("a tester", "2024-03-05T00:00:00Z")
ANN, ANNA, BOB = (actor_iri(f"person/{slug}", article_iri("a")) for slug in ("ann-lee", "anna-maria-lee", "bob-ray"))
LEAGUE, UNION = (actor_iri(f"organisation/{slug}", article_iri("a")) for slug in ("league", "union"))
FERRY = "“We have no intention of closing the ferry. We are focusing on repairs at home.”"
WORDS = (FERRY, FERRY.replace(". We", ", we"), "“no intention of closing the ferry”", "“The ferry has no repairs.”")
NAMES = (
    *("Ann Lee", "Anna Maria Lee", "Ann Lee of League", "Bob Ray of League", "League", "Somebody", "Observers"),
    *("Anna Maria Lee of Union", "Union"),
)


def document(number: int, *said: str) -> Document:
    return Document(f"{number}", f"It rained in town {number}. {' '.join(said)}", origin=f"{number}.txt")


def told(name: str, words: str) -> str:
    return f"{name} said: {words}"


def put(store: Store, documents: list[Document]) -> Store:
    assert not load(documents, store, extract_quotes, BatchOptions(any_language=True, replace=True)).rejected
    return store


def facts(store: Store) -> set[Quad]:
    """All but the judgements and what is noted of a load."""
    return {quad for quad in store.engine if quad.graph_name != judgements_graph(BASE)}


FEW = [document(0, told("Ann Lee", FERRY)), document(1, told("Anna Maria Lee", FERRY))]
# The more articles there are, the smaller a part of all are those that a merge concerns: each is asked for then.
OTHERS = [document(number, told("Zoe Low", f"“Bridge number {number} stays open to lorries.”")) for number in range(40)]


@pytest.mark.parametrize("others", [[], [replace(one, id=f"other {one.id}", origin="") for one in OTHERS]])
def test_a_merge_makes_the_graph_of_loading_after_it_and_a_split_brings_back_the_one_before(
    others: list[Document],
) -> None:
    documents = [*FEW, document(2, told("Bob Ray", FERRY), told("Ann Lee", WORDS[2])), *others]
    store = put(Store.in_memory(), documents)
    before, links = facts(store), set(store.quads(derived_graph(BASE)))
    assert merge(store, ANN, ANNA, BY).changed
    assert set(store.quads(derived_graph(BASE))) > links
    after = Store.in_memory()
    after.apply((), set(store.quads(judgements_graph(BASE))))
    assert facts(store) == facts(put(after, documents))
    split(store, ANNA, BY)
    assert facts(store) == before


SAYING = st.builds(told, st.sampled_from(NAMES), st.sampled_from(WORDS))
TEXTS = st.lists(st.lists(SAYING, min_size=1, max_size=3), min_size=1, max_size=5)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.booleans(), st.data())
def test_whoever_repeats_whom_it_does_not_show_whether_a_merge_or_a_review_came_first(
    texts: list[list[str]], many: bool, data: st.DataObject
) -> None:
    documents = [document(number, *said) for number, said in enumerate(texts)]
    others = [replace(one, id=f"other {one.id}", origin="") for one in OTHERS] if many else []
    store = put(Store.in_memory(), [*documents, *others])
    contents = sorted({q.subject for q in store.engine.quads_for_pattern(None, CONTENT, None)}, key=str)
    rejected = data.draw(st.sampled_from(contents))
    assert isinstance(rejected, NamedNode)
    review(store, rejected, "reject", BY)
    before = facts(store)
    merge(store, ANN, ANNA, BY)
    again = put(Store.in_memory(), [*documents, *others])
    merge(again, ANN, ANNA, BY)
    review(again, rejected, "reject", BY)
    assert facts(store) == facts(again)
    split(store, ANNA, BY)
    assert facts(store) == before


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from([(ANN, ANNA), (LEAGUE, UNION), (ANN, BOB)]), st.booleans())
def test_whoever_is_merged_the_graph_is_that_of_loading_afterwards(
    texts: list[list[str]], pair: tuple[NamedNode, NamedNode], many: bool
) -> None:
    documents = [document(number, *said) for number, said in enumerate(texts)]
    documents += [replace(one, id=f"other {one.id}", origin="") for one in OTHERS] if many else []
    store = put(Store.in_memory(), documents)
    before = facts(store)
    merge(store, *pair, BY)
    after = Store.in_memory()
    after.apply((), set(store.quads(judgements_graph(BASE))))
    assert facts(store) == facts(put(after, documents))
    split(store, pair[0], BY)
    assert facts(store) == before


def test_of_many_statements_of_one_speaker_only_those_of_the_other_are_turned() -> None:
    documents = [document(number, told("Ann Lee", FERRY)) for number in range(5)]
    store = put(Store.in_memory(), [*documents, document(5, told("Anna Maria Lee", FERRY))])
    gone = set(store.engine.quads_for_pattern(None, SPEAKER, ANN))
    come = {Quad(quad.subject, SPEAKER, ANNA, quad.graph_name) for quad in gone}
    statements = {quad.subject for quad in gone if isinstance(quad.subject, NamedNode)}
    others = {quad.subject for quad in store.engine.quads_for_pattern(None, SPEAKER, ANNA)}
    assert (len(statements), len(others)) == (5, 1)
    assert turned(store, gone, come, statements) == others
    assert turned(store, gone, set(), statements) == statements


VOCABULARY = st.sampled_from("the ferry we have closed repairs at home harbour league".split())
SENTENCES = st.lists(st.lists(VOCABULARY, min_size=1, max_size=12).map(tuple), min_size=1, max_size=3).map(tuple)
WORDINGS = st.builds(Wording, SENTENCES, st.booleans())


@settings(max_examples=300, deadline=None)
@given(WORDINGS, WORDINGS, st.booleans())
def test_strange_words_are_never_the_same(one: Wording, other: Wording, known: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repetition, "_is_strange", lambda *_: False)
        expected = repetition.same(one, other, speaker_known=known)
    assert repetition.same(one, other, speaker_known=known) == expected
