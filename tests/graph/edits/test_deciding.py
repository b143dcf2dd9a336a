"""Reviews: rejected statements leave, corrected values stand, later loads keep to it, undoing leaves the extraction."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Triple

from sayso.graph.actors.judgements import Decision
from sayso.graph.answers.validation import violations
from sayso.graph.edits.articles import Seen, drop_article, replace_article
from sayso.graph.edits.deciding import MarkedSpans, NewPosition, Wanted, add, coded, done_coding, review, take_back
from sayso.graph.edits.merging import merge, split, tell_apart
from sayso.graph.matters.matter import assign, unassign
from sayso.graph.reviews.review import every_review
from sayso.graph.reviews.revision import extracted
from sayso.graph.store.store import Store
from sayso.loaders.document import Document
from sayso.loaders.facts import Attribution, Extraction, Span
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.errors import NotFoundError, UsageError
from sayso.ontology.iris import BASE, article_iri, codings_graph, reviews_graph
from tests.sample import BORDURIA, LATER, LEAGUE, RURITANIA, SUMMIT, ZENDA, later, span, summit

BY = Decision("Ada", "2024-05-03T10:00:00Z", "read it twice")
BOB = Decision("Bob", "2024-05-04T10:00:00Z")
SEEN = Seen("m", "o")
GRAPH = reviews_graph(BASE)
ARTICLE = article_iri(SUMMIT.id)


def actor(key: str) -> NamedNode:
    return NamedNode(BASE + key)


def put(store: Store, document: Document, facts: Extraction) -> None:
    quads = [*article_quads(document, facts), *actor_quads(facts.actors.values())]
    replace_article(store, document.id, quads, SEEN)


@pytest.fixture
def store(store: Store) -> Store:
    put(store, SUMMIT, summit())
    put(store, LATER, later())
    return store


def statement(store: Store, words: str) -> NamedNode:
    """Return the statement that holds some words."""
    found = {
        q.subject for q in store.engine.quads_for_pattern(None, terms.CONTENT, None) if words in str(q.object.value)
    }
    (node,) = found
    assert isinstance(node, NamedNode)
    return node


def values(store: Store, subject: NamedNode, predicate: NamedNode) -> set[str]:
    found = store.engine.quads_for_pattern(subject, predicate, None)
    return {getattr(quad.object, "value", "").removeprefix(BASE) for quad in found}


def links(predicate: NamedNode, *actors: str) -> Wanted:
    return Wanted({predicate: tuple(actor(key) for key in actors)})


def kept(store: Store) -> set[Quad]:
    """Return what persons decided: all of the reviews' graph but what follows from it and the articles."""
    revisions = {q.subject for q in store.engine.quads_for_pattern(None, ns.TYPE, terms.REVISION, GRAPH)}
    return {q for q in store.quads(GRAPH) if q.subject not in revisions and q.predicate != terms.REVIEWS}


def articles(store: Store) -> set[Quad]:
    return {quad for quad in store.engine if quad.graph_name != GRAPH}


def test_a_rejected_statement_leaves_with_all_it_expresses_and_comes_back_whole(store: Store) -> None:
    before = set(store.engine)
    node = statement(store, "open its archives")
    made = review(store, node, "reject", BY)
    assert made.statement == node
    assert not values(store, node, ns.TYPE)
    assert store.query("ASK { ?d a sayso:Demand }") is False
    assert store.query("ASK { ?s sayso:content ?c FILTER(CONTAINS(?c, 'archives')) }") is False
    assert violations(store) == []
    gone = take_back(store, made.node, BOB)
    assert gone.statement == node
    assert articles(store) == before
    (known,) = every_review(store)
    assert known.taken_back == replace(BOB, why="")
    assert (known.verdict, known.decision) == ("reject", BY)
    with pytest.raises(UsageError, match="Bob took this review back on 2024-05-04"):
        take_back(store, made.node, BY)


def test_what_stood_inside_a_rejected_statement_stays(store: Store) -> None:
    facts = summit()
    inner = replace(facts.statements[2], part_of=1)
    put(store, SUMMIT, replace(facts, statements=(*facts.statements[:2], inner, facts.statements[3])))
    node = statement(store, "raise prices")
    assert values(store, node, terms.PART_OF)
    review(store, statement(store, "open its archives"), "reject", BY)
    assert not values(store, node, terms.PART_OF)
    assert violations(store) == []


def test_a_corrected_speaker_takes_over_what_the_old_one_was_said_to_want(store: Store) -> None:
    before = articles(store)
    node = statement(store, "open its archives")
    made = review(store, node, "correct", BY, links(terms.SPEAKER, BORDURIA))
    assert values(store, node, terms.SPEAKER) == {BORDURIA}
    wanted = store.query("SELECT DISTINCT ?by { ?d a sayso:Demand ; sayso:demandedBy ?by }")
    assert [row["by"] for row in wanted.records()] == [BASE + BORDURIA]
    she = store.query(
        "SELECT ?who { ?m sayso:mentionOf ?who ; sayso:mentionSpan [ oa:hasSelector [ oa:exact 'she' ] ] }"
    )
    assert [row["who"] for row in she.records()] == [BASE + BORDURIA]
    assert violations(store) == []
    take_back(store, made.node, BOB)
    assert articles(store) == before


def test_nobody_may_be_the_speaker(store: Store) -> None:
    node = statement(store, "open its archives")
    review(store, node, "correct", BY, links(terms.SPEAKER))
    assert values(store, node, terms.SPEAKER) == set()
    assert store.query("ASK { ?d a sayso:Demand }") is False
    assert violations(store) == []


def test_every_kind_of_value_can_be_corrected_at_once_and_one_after_another(store: Store) -> None:
    before = articles(store)
    node = statement(store, "no plans")
    (position,) = (q.subject for q in store.engine.quads_for_pattern(None, terms.HOLDER, None, ARTICLE))
    narrow = span(SUMMIT, "“no plans” to leave the League")
    first = review(
        store,
        node,
        "correct",
        BY,
        Wanted(
            {terms.ABOUT: (actor(LEAGUE),), terms.ACT: (terms.ACTS["promise"],), terms.FORM: (terms.FORMS["direct"],)},
            ((narrow.start, narrow.end),),
            {position: terms.STANCES["for"]},
        ),
    )
    second = review(store, node, "correct", BOB, Wanted({terms.ACT: (terms.ACTS["state"],)}))
    assert values(store, node, terms.ABOUT) == {LEAGUE}
    assert values(store, node, terms.ACT) == {terms.ACTS["state"].value}
    assert values(store, node, terms.CONTENT) == {"“no plans” to leave the League"}
    assert ns.QUOTATION.value in values(store, node, ns.TYPE)
    assert values(store, position, terms.STANCE) == {terms.STANCES["for"].value}
    assert violations(store) == []
    take_back(store, second.node, BY)
    assert values(store, node, terms.ACT) == {terms.ACTS["promise"].value}
    take_back(store, first.node, BY)
    assert articles(store) == before


def test_a_position_that_is_none_goes_alone(store: Store) -> None:
    node = statement(store, "no plans")
    (position,) = (q.subject for q in store.engine.quads_for_pattern(None, terms.HOLDER, None, ARTICLE))
    assert isinstance(position, NamedNode)
    review(store, node, "correct", BY, Wanted({}, stances={position: None}))
    assert not values(store, position, ns.TYPE)
    assert values(store, node, ns.TYPE)
    assert violations(store) == []


def test_the_last_word_counts(store: Store) -> None:
    node = statement(store, "open its archives")
    before = articles(store)
    review(store, node, "reject", BY)
    review(store, node, "accept", BOB)
    assert articles(store) == before
    again = review(store, node, "reject", BY)
    assert not values(store, node, ns.TYPE)
    assert again.review.number == 3
    numbers = [known.number for known in every_review(store)]
    assert numbers == [3, 2, 1], "the latest first, though a clock went back"


def test_an_actor_that_the_store_does_not_know_is_introduced(store: Store) -> None:
    node, new = statement(store, "raise prices"), actor("person/rudolf-v")
    with pytest.raises(UsageError, match="what it is called"):
        review(store, node, "correct", BY, Wanted({terms.SPEAKER: (new,)}))
    review(store, node, "correct", BY, Wanted({terms.SPEAKER: (new,)}, names={new: "Rudolf V"}))
    assert values(store, new, ns.LABEL) == {"Rudolf V"}
    assert violations(store) == []
    drop_article(store, SUMMIT.id)
    assert values(store, new, ns.LABEL) == set()


def test_a_corrected_actor_is_called_something_when_the_article_that_named_it_goes(store: Store) -> None:
    for document, facts in ((SUMMIT, summit()), (LATER, later())):
        named = {key: one for key, one in facts.actors.items() if document is LATER or key != BORDURIA}
        used = replace(facts, actors=named, statements=facts.statements[:3] if document is SUMMIT else facts.statements)
        put(store, document, used)
    review(store, statement(store, "raise prices"), "correct", BY, links(terms.SPEAKER, BORDURIA))
    drop_article(store, LATER.id)
    assert values(store, actor(BORDURIA), ns.LABEL) == {"Borduria"}
    assert violations(store) == []


def shifted(by: int, more: int = 0) -> tuple[Document, Extraction]:
    """Return the first article with so much text before it; the demand's content ends so many code points later."""
    facts, text = summit(), "x" * (by - 1) + " " * bool(by) + SUMMIT.text

    def moved(one: Span) -> Span:
        return Span(one.start + by, one.end + by)

    said = facts.statements[1].attribution
    last = said.contents[-1]
    attribution = Attribution(
        (moved(said.contents[0]), Span(last.start + by, last.end + by + more)),
        tuple(map(moved, said.cues)),
        tuple(map(moved, said.sources)),
        said.confidence,
    )
    second = replace(facts.statements[1], attribution=attribution, sentence=moved(facts.statements[1].sentence))
    document = replace(SUMMIT, text=text)
    return document, replace(facts, statements=(second,), memberships=(), positions=(), demands=(), mentions=())


@pytest.mark.parametrize(
    ("by", "more", "found"),
    [(0, 0, True), (0, -3, True), (0, 1, True), (0, -20, True), (40, 0, True), (400, 0, True)],
)
def test_a_better_model_or_a_changed_text_may_move_the_statement(store: Store, by: int, more: int, found: bool) -> None:
    node = statement(store, "open its archives")
    made = review(store, node, "correct", BY, links(terms.SPEAKER, LEAGUE))
    put(store, *shifted(by, more))
    moved = statement(store, "open its archives")
    assert values(store, moved, terms.SPEAKER) == {LEAGUE if found else ZENDA}
    assert values(store, made.node, terms.REVIEWS) == ({moved.value.removeprefix(BASE)} if found else set())
    put(store, SUMMIT, summit())
    assert values(store, node, terms.SPEAKER) == {LEAGUE}


def test_a_statement_that_is_found_no_more_is_waited_for(store: Store) -> None:
    node = statement(store, "open its archives")
    made = review(store, node, "reject", BY)
    facts = summit()
    put(store, SUMMIT, replace(facts, statements=(facts.statements[0],), demands=()))
    assert values(store, made.node, terms.REVIEWS) == set()
    assert values(store, statement(store, "no plans"), ns.TYPE)
    put(store, SUMMIT, facts)
    assert not values(store, node, ns.TYPE)


def test_two_cues_about_the_same_words_are_two_statements(store: Store) -> None:
    facts = summit()
    other = replace(
        facts.statements[1], attribution=replace(facts.statements[1].attribution, cues=(span(SUMMIT, "warned"),))
    )
    put(store, SUMMIT, replace(facts, statements=(*facts.statements, other)))
    (added,) = (q.subject for q in store.engine.quads_for_pattern(None, terms.CUE, None) if q.object.value == "added")
    review(store, added, "reject", BY)
    assert statement(store, "open its archives") != added
    put(store, SUMMIT, replace(facts, statements=(*facts.statements[:1], other), demands=()))
    assert values(store, statement(store, "open its archives"), terms.CUE) == {"warned"}


def test_merges_hold_for_corrected_and_for_rejected_statements(store: Store) -> None:
    rejected = review(store, statement(store, "open its archives"), "reject", BY)
    review(store, statement(store, "raise prices"), "correct", BY, links(terms.SPEAKER, "person/anna-zenda"))
    before = set(store.engine)
    other = actor("person/a-zenda-the-younger")
    merge(store, actor(ZENDA), other, BY)
    assert values(store, statement(store, "raise prices"), terms.SPEAKER) == {"person/a-zenda-the-younger"}
    take_back(store, rejected.node, BY)
    assert values(store, statement(store, "open its archives"), terms.SPEAKER) == {"person/a-zenda-the-younger"}
    split(store, other, BY)
    assert values(store, statement(store, "open its archives"), terms.SPEAKER) == {ZENDA}
    assert values(store, statement(store, "raise prices"), terms.SPEAKER) == {ZENDA}
    assert before != set(store.engine)


def marked(words: str, cue: str = "", source: str = "") -> MarkedSpans:
    """Mark words of the first article as a person would."""
    places = (((s := span(SUMMIT, one)).start, s.end) if one else None for one in (words, cue, source))
    return MarkedSpans(*((place,) if place else () for place in places))


MISSED = marked("ignored the treaty", "dispute", "the report")
WANTED = Wanted({terms.SPEAKER: (actor(BORDURIA),), terms.ACT: (terms.ACTS["accuse"],)})


def test_a_statement_that_was_not_found_is_added_and_taken_back(store: Store) -> None:
    before = articles(store)
    matter = span(SUMMIT, "the treaty")
    position = NewPosition(actor(BORDURIA), terms.STANCES["against"], (matter.start, matter.end))
    made = add(store, ARTICLE, MISSED, BY, replace(WANTED, positions=(position,)))
    node = made.statement
    assert node is not None
    assert values(store, node, terms.CONTENT) == {"ignored the treaty"}
    assert values(store, node, terms.CUE) == {"dispute"}
    assert values(store, node, terms.SPEAKER) == {BORDURIA}
    assert values(store, node, terms.FORM) == {terms.FORMS["indirect"].value.removeprefix(BASE)}
    assert "According to the report, Borduria" in next(iter(values(store, node, terms.SENTENCE)))
    (activity,) = values(store, node, ns.WAS_GENERATED_BY)
    assert values(store, actor(activity), ns.LABEL) == {"coded by Ada"}
    (stands,) = (q.subject for q in store.engine.quads_for_pattern(None, ns.WAS_DERIVED_FROM, node))
    assert values(store, stands, terms.MATTER) == {"the treaty"}
    assert violations(store) == []
    take_back(store, made.node, BOB)
    assert articles(store) == before


def test_an_added_statement_is_reviewed_like_any_other(store: Store) -> None:
    before = articles(store)
    made = add(store, ARTICLE, MISSED, BY, WANTED)
    assert made.statement is not None
    corrected = review(store, made.statement, "correct", BOB, Wanted({terms.ACT: (terms.ACTS["state"],)}))
    assert corrected.statement == made.statement
    assert values(store, made.statement, terms.ACT) == {terms.ACTS["state"].value}
    gone = review(store, made.statement, "reject", BOB)
    assert not values(store, made.statement, ns.TYPE)
    take_back(store, gone.node, BY)
    assert values(store, made.statement, terms.ACT) == {terms.ACTS["state"].value}
    take_back(store, made.node, BY)
    assert articles(store) == before


def test_an_added_statement_stays_over_loads_and_moves_with_its_text(store: Store) -> None:
    made = add(store, ARTICLE, MISSED, BY, WANTED)
    assert made.statement is not None
    put(store, SUMMIT, replace(summit(), statements=summit().statements[:2]))
    assert values(store, made.statement, terms.SPEAKER) == {BORDURIA}
    put(store, *shifted(40))
    moved = statement(store, "ignored the treaty")
    assert moved != made.statement
    assert values(store, moved, terms.SPEAKER) == {BORDURIA}
    assert values(store, made.node, terms.REVIEWS) == {moved.value.removeprefix(BASE)}
    put(
        store,
        replace(SUMMIT, text="Nothing of this."),
        replace(summit(), statements=(), positions=(), demands=(), memberships=(), mentions=()),
    )
    assert values(store, made.node, terms.REVIEWS) == set()
    assert violations(store) == []


def test_what_a_person_added_stands_as_a_correction_once_it_is_extracted(store: Store) -> None:
    facts = summit()
    less = replace(facts, statements=facts.statements[:2])
    put(store, SUMMIT, less)
    made = add(store, ARTICLE, marked("a dispute could raise prices", "warned"), BY, WANTED)
    put(store, SUMMIT, facts)
    node = statement(store, "raise prices")
    assert values(store, made.node, terms.REVIEWS) == {node.value.removeprefix(BASE)}
    assert values(store, node, terms.SPEAKER) == {BORDURIA}
    take_back(store, made.node, BY)
    assert values(store, node, terms.SPEAKER) != {BORDURIA}


@pytest.mark.parametrize(
    ("where", "wanted", "error"),
    [
        (marked("“no plans” to leave the League"), WANTED, "correct it instead"),
        (MarkedSpans(()), WANTED, "mark the words"),
        (MarkedSpans(((0, 10**6),)), WANTED, "no words"),
        (MISSED, Wanted({}), "state, deny, demand"),
        (MISSED, Wanted({terms.ACT: (terms.ACTS["deny"],), terms.SPEAKER: (actor("person/x-y"),)}), "called"),
        (MISSED, replace(WANTED, positions=(NewPosition(actor(ZENDA), terms.ACTS["deny"], (0, 9)),)), "for or against"),
    ],
)
def test_what_cannot_be_added_is_refused(store: Store, where: MarkedSpans, wanted: Wanted, error: str) -> None:
    before = set(store.engine)
    with pytest.raises(UsageError, match=error):
        add(store, ARTICLE, where, BY, wanted)
    assert set(store.engine) == before


def test_a_position_that_was_not_found_is_added_to_a_statement(store: Store) -> None:
    before = articles(store)
    node, matter = statement(store, "raise prices"), span(SUMMIT, "raise prices")
    position = NewPosition(actor(RURITANIA), terms.STANCES["against"], (matter.start, matter.end))
    made = review(store, node, "correct", BY, Wanted({}, positions=(position,)))
    (stands,) = (q.subject for q in store.engine.quads_for_pattern(None, ns.WAS_DERIVED_FROM, node))
    assert values(store, stands, terms.HOLDER) == {RURITANIA}
    assert violations(store) == []
    take_back(store, made.node, BOB)
    assert articles(store) == before


@pytest.mark.parametrize(
    ("verdict", "wanted", "error"),
    [
        ("correct", Wanted({}), UsageError),
        ("accept", links(terms.SPEAKER, ZENDA), UsageError),
        ("reject", links(terms.SPEAKER, ZENDA), UsageError),
        ("correct", Wanted({terms.ADDRESSEE: (actor(ZENDA),)}), UsageError),
        ("correct", Wanted({terms.ACT: (terms.FORMS["direct"],)}), UsageError),
        ("correct", Wanted({terms.ACT: ()}), UsageError),
        ("correct", Wanted({terms.SPEAKER: (NamedNode("urn:elsewhere"),)}), UsageError),
        ("correct", Wanted({terms.SPEAKER: (actor("article/other/group/observers"),)}), UsageError),
        ("correct", Wanted({}, ((5, 5),)), UsageError),
        ("correct", Wanted({}, ((-4, 5),)), UsageError),
        ("correct", Wanted({}, ((0, 10), (5, 20))), UsageError),
        ("correct", Wanted({}, ((0, 10**9),)), UsageError),
        ("correct", Wanted({}, stances={actor("x"): None}), NotFoundError),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    store: Store, verdict: str, wanted: Wanted, error: type[Exception]
) -> None:
    before = set(store.engine)
    with pytest.raises(error):
        review(store, statement(store, "open its archives"), verdict, BY, wanted)  # type: ignore[arg-type]
    assert set(store.engine) == before


@pytest.mark.parametrize("iri", [BASE + "article/x/statement/1-2", "urn:x", ARTICLE.value, BASE + "country/RU1"])
def test_what_is_no_statement_cannot_be_reviewed(store: Store, iri: str) -> None:
    with pytest.raises(NotFoundError):
        review(store, NamedNode(iri), "reject", BY)
    with pytest.raises(NotFoundError):
        take_back(store, NamedNode(iri), BY)


WORDS = st.sampled_from(["no plans", "open its archives", "raise prices", "ignored the treaty", "the idea"])
ACTORS = st.sampled_from([ZENDA, RURITANIA, LEAGUE, BORDURIA, "person/rudolf-v"])
DOCUMENTS = st.sampled_from([0, 1, 2, 3])
LOADS = (
    (SUMMIT, summit()),
    (LATER, later()),
    shifted(0, -3),
    (SUMMIT, replace(summit(), statements=summit().statements[:2])),
)
STEPS = st.lists(
    st.tuples(st.just("reject"), WORDS)
    | st.tuples(st.just("accept"), WORDS)
    | st.tuples(st.just("speaker"), WORDS, st.lists(ACTORS, max_size=2, unique=True))
    | st.tuples(st.just("narrow"), WORDS)
    | st.tuples(st.just("add"), st.sampled_from(["ignored the treaty", "open its archives", "Strelsau"]), ACTORS)
    | st.tuples(st.just("undo"), st.integers(0, 9))
    | st.tuples(st.just("load"), DOCUMENTS)
    | st.tuples(st.just("drop"), DOCUMENTS)
    | st.tuples(st.just("merge"), ACTORS, ACTORS)
    | st.tuples(st.just("split"), ACTORS)
    | st.tuples(st.just("apart"), ACTORS, ACTORS)
    | st.tuples(st.just("matter"), WORDS)
    | st.tuples(st.just("no matter"), WORDS),
    max_size=9,
)


def step(store: Store, loaded: dict[str, tuple[Document, Extraction]], what: str, *given: object) -> None:
    try:
        match what, given:
            case ("reject" | "accept") as verdict, (str(words),):
                review(store, statement(store, words), verdict, BY)
            case "speaker", (str(words), list(keys)):
                actors = tuple(actor(key) for key in keys)
                names = dict.fromkeys(actors, "Rudolf V")
                review(store, statement(store, words), "correct", BY, Wanted({terms.SPEAKER: actors}, names=names))
            case "add", (str(words), str(key)):
                said = Wanted(
                    {terms.ACT: (terms.ACTS["deny"],), terms.SPEAKER: (actor(key),)}, names={actor(key): "Rudolf V"}
                )
                add(store, ARTICLE, marked(words), BY, said)
            case "narrow", (str(words),):
                node = statement(store, words)
                document, _ = loaded[node.value.rpartition("/statement/")[0]]
                where = span(document, words)
                review(store, node, "correct", BY, Wanted({}, ((where.start, where.end),)))
            case "undo", (int(number),):
                known = every_review(store)
                take_back(store, known[number % len(known)].node(BASE), BOB)
            case "load", (int(which),):
                document, facts = LOADS[which]
                loaded[article_iri(document.id).value] = (document, facts)
                put(store, document, facts)
            case "drop", (int(which),):
                loaded.pop(article_iri(LOADS[which][0].id).value, None)
                drop_article(store, LOADS[which][0].id)
            case "merge", (str(one), str(other)):
                merge(store, actor(one), actor(other), BY)
            case "split", (str(one),):
                split(store, actor(one), BY)
            case "apart", (str(one), str(other)):
                tell_apart(store, actor(one), actor(other), BY)
            case "matter", (str(words),):
                assign(store, "One matter", [words], BY)
            case "no matter", (str(words),):
                unassign(store, [words])
    except (UsageError, NotFoundError, ValueError, ZeroDivisionError, KeyError):
        pass


@settings(max_examples=80)
@given(STEPS)
def test_articles_and_decisions_decide_the_graph_in_whatever_order_they_came(steps: list[tuple]) -> None:
    loaded = {article_iri(document.id).value: (document, facts) for document, facts in LOADS[:2]}
    store = Store.in_memory()
    for document, facts in loaded.values():
        put(store, document, facts)
    for one in steps:
        step(store, loaded, *one)
    decided = kept(store) | {q for q in store.engine if str(q.graph_name).endswith(("judgements>", "matters>"))}
    fresh = Store.in_memory()
    fresh.apply((), {q for q in decided if q.predicate != terms.ON_MATTER})
    for document, facts in loaded.values():
        put(fresh, document, facts)
    assert set(store.engine) == set(fresh.engine)
    for known in every_review(store):
        if known.taken_back is None:
            take_back(store, known.node(BASE), BOB)
    for article in loaded:
        node = NamedNode(article)
        assert extracted(store, node, set(store.quads(node))) == set(store.quads(node))
    plain = Store.in_memory()
    plain.apply((), {q for q in decided if q.predicate != terms.ON_MATTER and q.graph_name != GRAPH})
    for document, facts in loaded.values():
        put(plain, document, facts)
    assert articles(store) == articles(plain)


def test_what_two_coders_keep_apart_changes_nothing_and_neither_meets_the_other(store: Store) -> None:
    before = articles(store)
    node = statement(store, "no plans")
    review(store, node, "correct", BY, Wanted({terms.ACT: (terms.ACTS["state"],)}), apart=True)
    review(store, node, "reject", BOB, apart=True)
    added = add(store, ARTICLE, MISSED, BOB, WANTED, apart=True)
    assert articles(store) - set(store.quads(codings_graph(BASE))) == before
    assert violations(store) == []
    ada, bob = ({q.triple for q in coded(store, ARTICLE, one).quads} for one in ("Ada", "Bob"))
    assert Triple(node, terms.ACT, terms.ACTS["state"]) in ada
    assert not {triple for triple in bob if triple.subject == node}
    assert added.statement in {triple.subject for triple in bob} - {triple.subject for triple in ada}
    with pytest.raises(UsageError, match="Bob's own coding"):
        take_back(store, added.node, BY)
    take_back(store, added.node, BOB)
    assert added.statement not in {q.subject for q in coded(store, ARTICLE, "Bob").quads}


def test_who_is_done_goes_on_before_deciding_more(store: Store) -> None:
    node = statement(store, "no plans")
    assert done_coding(store, ARTICLE, "Ada", BY.when)
    assert not done_coding(store, ARTICLE, "Ada", BOB.when)
    with pytest.raises(UsageError, match="you are done"):
        review(store, node, "accept", BY, apart=True)
    assert done_coding(store, ARTICLE, "Ada", "")
    review(store, node, "accept", BY, apart=True)
    with pytest.raises(NotFoundError):
        done_coding(store, actor("article/none"), "Ada", "")
