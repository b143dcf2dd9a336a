from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from sayso.graph.actors.judgements import Decision
from sayso.graph.answers.validation import violations
from sayso.graph.edits.articles import drop_article
from sayso.graph.edits.merging import merge, split
from sayso.graph.export.rdf import quads as exported
from sayso.graph.statements.duplicates import nearly_same
from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions, load
from sayso.loaders.document import Document
from sayso.ontology.iris import BASE, actor_iri, article_iri, derived_graph
from sayso.ontology.terms import NEAR_DUPLICATE_OF, REPEATS, SAME_WORDS_AS
from tests.quoting import extract_quotes

DECISION = Decision("a tester", "2024-03-05T00:00:00Z")


def article(identifier: str, *said: str) -> Document:
    return Document(identifier, f"It rained in town {identifier}. " + " ".join(said), origin=f"{identifier}.txt")


FULL = "Ann Lee said: “We have no intention of closing the ferry. We are focusing on repairs at home.”"
COMMA = 'Ann Lee said: "We have no intention of closing the ferry ... we are focusing on repairs at home."'
SHORT = "Ann Lee said: “no intention of closing the ferry”"
PHRASE = "Ann Lee said: “I do not know what to say.”"


def links(store: Store) -> set[tuple[str, str]]:
    """Which articles hold words of which others, by what is told and by what follows from it."""
    derived = list(store.quads(derived_graph(BASE)))
    told = {(quad.subject, quad.object) for quad in derived if quad.predicate == REPEATS}
    first = {quad.subject: quad.object for quad in derived if quad.predicate == SAME_WORDS_AS}
    standing = told | {(one, one) for one in first.values()}
    said = {one for pair in told for one in pair} | first.keys()
    found = {
        (short(a), short(b)) for a in said for b in said if (first.get(a, a), first.get(b, b)) in standing and a != b
    }
    return {(a, b) for a, b in found if a != b}


def short(node: NamedNode) -> str:
    return node.value.split("/")[6][:4]


def pairs(*names: str) -> set[tuple[str, str]]:
    """The links in both directions of articles named two by two: "ab" joins a and b."""
    return {(short(article_iri(a)), short(article_iri(b))) for pair in names for a, b in (pair, reversed(pair))}


def loaded(*documents: Document) -> Store:
    store = Store.in_memory()
    report = load(documents, store, extract_quotes, BatchOptions(any_language=True, replace=True))
    assert not report.rejected
    return store


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (FULL, FULL, True),
        (FULL, COMMA, True),
        (FULL, SHORT, True),
        (FULL, SHORT.replace("Ann Lee", "Bob Ray"), False),
        (FULL, FULL.replace("Ann Lee", "Bob Ray"), False),
        (FULL, FULL.replace("Ann Lee", "Somebody"), True),
        (FULL, FULL.replace("Ann Lee", "Observers"), True),
        (FULL, SHORT.replace("Ann Lee", "Somebody"), False),
        (FULL.replace("Ann Lee", "Somebody"), FULL.replace("Ann Lee", "Observers"), True),
        (FULL.replace("Ann Lee", "Ann Lee of League"), FULL.replace("Ann Lee", "League"), True),
        (FULL.replace("Ann Lee", "Ann Lee of League"), FULL.replace("Ann Lee", "Bob Ray of League"), False),
        (PHRASE, PHRASE, False),
        (FULL, PHRASE, False),
    ],
)
def test_two_articles_with_the_same_words_of_one_speaker(one: str, other: str, linked: bool) -> None:
    assert links(loaded(article("a", one), article("b", other))) == (pairs("ab") if linked else set())


def test_words_that_one_article_says_twice_are_no_repetition() -> None:
    assert links(loaded(article("a", FULL, FULL))) == set()


DOCUMENTS = [
    article("a", FULL),
    article("b", COMMA, PHRASE),
    article("c", SHORT, PHRASE),
    article("d", FULL.replace("Ann Lee", "Somebody")),
    replace(article("e", FULL), text=article("a", FULL, PHRASE).text),
]


def test_the_order_of_loading_does_not_show() -> None:
    dumps = {frozenset(loaded(*order).engine) for order in permutations(DOCUMENTS[1:])}
    assert len(dumps) == 1
    assert set(loaded(*reversed(DOCUMENTS)).engine) == set(loaded(*DOCUMENTS).engine)
    assert links(loaded(*DOCUMENTS)) == pairs("ab", "ac", "ad", "ae", "bc", "bd", "be", "ce", "de")


@pytest.mark.parametrize("changed", range(len(DOCUMENTS)))
def test_an_article_that_is_replaced_takes_its_links_along(changed: int) -> None:
    store = loaded(*DOCUMENTS)
    new = replace(DOCUMENTS[changed], text="It snowed. Bob Ray said: “We are focusing on the repair of the old pier.”")
    load([new], store, extract_quotes)
    assert set(store.engine) == set(loaded(*(new if d.id == new.id else d for d in DOCUMENTS)).engine)


@pytest.mark.parametrize("dropped", range(len(DOCUMENTS)))
def test_an_article_that_is_dropped_takes_its_links_along(dropped: int) -> None:
    store = loaded(*DOCUMENTS)
    assert drop_article(store, DOCUMENTS[dropped].id)
    left = [document for document in DOCUMENTS if document is not DOCUMENTS[dropped]]
    assert set(store.engine) == set(loaded(*left).engine)


def test_extracting_again_changes_nothing() -> None:
    store = loaded(*DOCUMENTS)
    before = set(store.engine)
    load(DOCUMENTS, store, extract_quotes, BatchOptions(again=True))
    assert set(store.engine) == before


def test_speakers_who_turn_out_to_be_one_repeat_each_other_until_they_are_split() -> None:
    other = FULL.replace("Ann Lee", "Anna Leeds")
    store = loaded(article("a", FULL), article("b", other), article("c", other.replace("“", '"')))
    before = set(store.engine)
    assert links(store) == pairs("bc")
    ann, anna = (actor_iri(f"person/{slug}", article_iri("a")) for slug in ("ann-lee", "anna-leeds"))
    change = merge(store, ann, anna, DECISION)
    assert links(store) == pairs("ab", "ac", "bc")
    split(store, change.actor, DECISION)
    assert links(store) == pairs("bc")
    assert {q for q in before if q.graph_name == derived_graph(BASE)} == set(store.quads(derived_graph(BASE)))


WIRE = (
    "The council of Strelsau voted on Monday to repair the northern harbour wall before winter. The wall was damaged "
    "in a storm that tore two fishing boats from their moorings in March. Engineers estimate the cost at four million "
    "crowns, half of which the League would pay. Opponents said the money was needed for schools and for the road."
)


def test_nearly_the_same_articles_are_linked_both_ways_and_conform_to_the_shapes() -> None:
    copy = "Strelsau Courier – " + WIRE.replace("Monday", "Tuesday")
    store = loaded(Document("w", WIRE), Document("x", copy), DOCUMENTS[0], DOCUMENTS[1])
    found = {(quad.subject, quad.object) for quad in exported(store) if quad.predicate == NEAR_DUPLICATE_OF}
    one, other = article_iri("w"), article_iri("x")
    assert {(one, other), (other, one)} <= found
    assert all({a, b} in ({one, other}, {article_iri(d.id) for d in DOCUMENTS[:2]}) for a, b in found)
    assert violations(store) == []


# Each is near to its neighbours and to nobody further off, so that who stands for whom is a matter of order.
_WORDS = [f"word{number}" for number in range(140)]
CHAIN = [Document(f"n{number}", " ".join(_WORDS[number * 10 : number * 10 + 60])) for number in range(9)]
CHAIN += [replace(document, id=f"same {document.id}") for document in CHAIN[::3]]


def near(store: Store) -> dict[NamedNode, set[NamedNode]]:
    """The articles that each article is told to be nearly the same as."""
    found = {article_iri(document.id): set[NamedNode]() for document in CHAIN}
    for quad in store.quads(derived_graph(BASE)):
        if quad.predicate == NEAR_DUPLICATE_OF:
            found[quad.subject].add(quad.object)
    return found


def test_each_copy_is_near_the_one_that_stands_for_it_and_these_are_not_near_each_other() -> None:
    linked = near(loaded(*CHAIN))
    texts = {article_iri(document.id): document.text for document in CHAIN}
    alike = {(a, b) for a in texts for b in texts if a != b and nearly_same(texts[a], texts[b])}
    assert len(CHAIN) < len(alike) < len(CHAIN) * 4
    copies = {a for a, others in linked.items() if len(others) == 1 and min(others, key=str).value < a.value}
    for one in linked.keys() - copies:
        assert linked[one] <= copies
        assert not {b for a, b in alike if a == one} - copies
    for copy in copies:
        (first,) = linked[copy]
        assert (copy, first) in alike
        assert first == min((b for a, b in alike if a == copy and b not in copies), key=str)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(CHAIN))), st.sets(st.integers(0, len(CHAIN) - 1)), st.integers(1, 12))
def test_whatever_is_loaded_and_dropped_in_whatever_order_the_same_links_are_left(
    order: list[int], dropped: set[int], cut: int
) -> None:
    store = loaded(*(CHAIN[number] for number in order[:cut]))
    for number in dropped:
        drop_article(store, CHAIN[number].id)
    load([CHAIN[number] for number in order[cut:]], store, extract_quotes, BatchOptions(any_language=True))
    kept = [CHAIN[n] for n in range(len(CHAIN)) if n not in dropped or n in order[cut:]]
    assert set(store.engine) == set(loaded(*kept).engine)


def test_words_and_texts_that_many_share_make_as_many_links() -> None:
    store = loaded(*(replace(article(f"{number}", FULL), text=WIRE + " " + FULL) for number in range(12)))
    kinds = [quad.predicate for quad in store.quads(derived_graph(BASE))]
    counts = {kind: kinds.count(kind) for kind in set(kinds)}
    assert counts == {REPEATS: 22, NEAR_DUPLICATE_OF: 22, SAME_WORDS_AS: 11}
    assert violations(store) == []
