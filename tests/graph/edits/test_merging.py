"""Merging and splitting: plain SPARQL sees one actor, the way back is exact, and no order shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.judgements import Decision, canonical_of, discriminated, standing
from sayso.graph.edits import merging
from sayso.graph.edits.articles import Seen, drop_article, replace_article
from sayso.graph.edits.merging import Change, merge, separate, split, tell_apart
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.errors import NotFoundError, UsageError
from sayso.ontology.iris import BASE, actors_graph, article_iri, judgements_graph

BY = Decision("Ada", "2024-05-03T10:00:00Z", "same office")
SEEN = Seen("m", "o")
ACTORS = actors_graph(BASE)
JUDGEMENTS = judgements_graph(BASE)
TYPES = {
    "person": (terms.PERSON, ns.FOAF_PERSON),
    "organisation": (terms.ORGANISATION, ns.ORGANIZATION),
    "country": (terms.COUNTRY, ns.SCHEMA_COUNTRY),
}


def node(path: str) -> NamedNode:
    return NamedNode(BASE + path)


OBAMA, BARACK, HUSSEIN = map(node, ("person/obama", "person/barack-obama", "person/barack-hussein-obama"))
SMITH = node("person/john-smith")
USA, STATES, COURT = map(node, ("country/US", "organisation/united-states", "organisation/court"))
EXTRACTION = node("activity/by-hand")
POOL = (OBAMA, BARACK, HUSSEIN, SMITH, USA, STATES, COURT)


@dataclass(frozen=True)
class Told:
    """What a small article tells: who says something about whom, and whose president somebody is."""

    says: tuple[tuple[NamedNode, NamedNode], ...] = ()
    president: tuple[tuple[NamedNode, NamedNode], ...] = ()

    def quads(self, identifier: str) -> list[Quad]:
        article = article_iri(identifier)
        found = [
            (article, ns.IDENTIFIER, Literal(identifier), article),
            (article, terms.TEXT_HASH, Literal("0"), article),
            (EXTRACTION, ns.USED, article, article),
            (EXTRACTION, ns.TYPE, ns.ACTIVITY, ACTORS),
            (EXTRACTION, ns.LABEL, Literal("by hand"), ACTORS),
        ]
        for number, (speaker, about) in enumerate(self.says):
            statement = NamedNode(f"{article.value}/statement/{number}")
            found += [
                (statement, ns.TYPE, terms.STATEMENT, article),
                (statement, terms.ACT, terms.ACTS["deny"], article),
            ]
            found += [(statement, ns.WAS_GENERATED_BY, EXTRACTION, article)]
            found += [(statement, terms.SPEAKER, speaker, article), (statement, terms.ABOUT, about, article)]
            found += [(statement, terms.ABOUT, speaker, article)]
            for actor in (speaker, about):
                mention = NamedNode(f"{article.value}/mention/{number}/{actor.value.removeprefix(BASE)}")
                found += [(mention, ns.TYPE, terms.MENTION, article), (mention, terms.MENTION_OF, actor, article)]
        for person, body in self.president:
            post = node(f"post/{body.value.rpartition('/')[2]}/president")
            membership = NamedNode(f"{article.value}/membership/{person.value.rpartition('/')[2]}")
            found += [
                (post, ns.TYPE, ns.POST_CLASS, ACTORS),
                (post, ns.LABEL, Literal("President"), ACTORS),
                (post, ns.POST_IN, body, ACTORS),
                (membership, ns.MEMBER, person, article),
                (membership, terms.POST, post, article),
                (membership, ns.MEMBERSHIP_ORGANIZATION, body, article),
            ]
        for actor in {actor for pair in (*self.says, *self.president) for actor in pair}:
            kind, _, slug = actor.value.removeprefix(BASE).partition("/")
            name = slug.replace("-", " ").title()
            found += [(actor, ns.TYPE, type_, ACTORS) for type_ in (*TYPES[kind], terms.ACTOR, ns.AGENT)]
            found += [(actor, ns.LABEL, Literal(name), ACTORS), (actor, ns.ALT_LABEL, Literal(name + "’s"), ACTORS)]
        return [Quad(*quad) for quad in found]


def loaded(articles: dict[str, Told], judgements: set[Quad] = frozenset()) -> Store:
    store = Store.in_memory()
    store.apply((), judgements)
    for identifier, told in articles.items():
        replace_article(store, identifier, told.quads(identifier), SEEN)
    return store


def facts(store: Store) -> set[Quad]:
    """All but the judgements."""
    return {quad for quad in store.engine if quad.graph_name != JUDGEMENTS}


def judgements(store: Store) -> set[Quad]:
    return set(store.quads(JUDGEMENTS))


def objects(store: Store, subject: NamedNode | None, predicate: NamedNode) -> set[str]:
    return {q.object.value.removeprefix(BASE) for q in store.engine.quads_for_pattern(subject, predicate, None)}


TWO = {
    "1": Told(says=((OBAMA, USA), (OBAMA, SMITH)), president=((OBAMA, USA),)),
    "2": Told(says=((BARACK, STATES), (SMITH, BARACK)), president=((BARACK, STATES),)),
    "3": Told(says=((OBAMA, BARACK),)),
}


def test_after_a_merge_only_the_canonical_iri_is_met() -> None:
    store = loaded(TWO)
    change = merge(store, OBAMA, BARACK, BY)
    assert (change.actor, change.members) == (BARACK, {OBAMA, BARACK})
    for predicate in (terms.SPEAKER, terms.ABOUT, terms.MENTION_OF, ns.MEMBER):
        assert "person/obama" not in objects(store, None, predicate)
    assert objects(store, None, terms.ORIGINALLY) == {"person/obama"}
    assert objects(store, BARACK, ns.LABEL) == {"Barack Obama"}
    assert objects(store, BARACK, ns.ALT_LABEL) == {"Barack Obama’s", "Obama", "Obama’s"}
    assert not objects(store, OBAMA, ns.LABEL)
    assert objects(store, OBAMA, ns.IS_REPLACED_BY) == {"person/barack-obama"}


def test_a_merge_of_bodies_moves_their_posts_and_changes_their_kind() -> None:
    store = loaded(TWO)
    merge(store, STATES, USA, BY)
    assert objects(store, None, terms.POST) == {"post/US/president"}
    assert objects(store, None, ns.POST_IN) == {"country/US"}
    kinds = {q.object for q in store.engine.quads_for_pattern(USA, ns.TYPE, None)}
    assert kinds == {terms.COUNTRY, ns.SCHEMA_COUNTRY, terms.ACTOR, ns.AGENT}


def test_who_decided_when_and_why_is_in_the_graph() -> None:
    store = loaded(TWO)
    merge(store, OBAMA, BARACK, BY)
    found = store.query(
        "SELECT ?by ?when ?why { ?j a sayso:Judgement ; sayso:same true ; dcterms:creator ?by ; "
        f"dcterms:created ?when ; rdfs:comment ?why ; sayso:judges <{OBAMA.value}>, <{BARACK.value}> }}"
    )
    assert list(found.records()) == [{"by": "Ada", "when": "2024-05-03T10:00:00Z", "why": "same office"}]


def test_the_same_merge_again_changes_nothing() -> None:
    store = loaded(TWO)
    merge(store, OBAMA, BARACK, BY)
    before = set(store.engine)
    assert not merge(store, BARACK, OBAMA, Decision("Bob", "2025-01-01T00:00:00Z")).changed
    assert set(store.engine) == before


def test_after_merges_a_split_brings_everything_back() -> None:
    store = loaded(TWO)
    before = facts(store)
    merge(store, OBAMA, BARACK, BY)
    merge(store, OBAMA, HUSSEIN, BY)
    change = split(store, BARACK, BY)
    assert (change.actor, set(change.apart)) == (HUSSEIN, {OBAMA, BARACK})
    assert facts(store) == before
    assert not any(judgement.same for judgement in standing(store).judgements.values())
    assert not split(store, BARACK, BY).changed


def test_of_very_many_statements_in_one_article_each_is_brought_back() -> None:
    many = {**TWO, "4": Told(says=((OBAMA, USA),) * 12, president=((OBAMA, USA),))}
    store = loaded(many)
    before = facts(store)
    merge(store, OBAMA, BARACK, BY)
    assert "person/obama" not in objects(store, None, terms.SPEAKER)
    merge(store, USA, STATES, BY)
    split(store, BARACK, BY)
    split(store, USA, BY)
    assert facts(store) == before


def test_what_is_written_by_bulk_is_what_is_written_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    usual, by_bulk = loaded(TWO), loaded(TWO)
    merge(usual, OBAMA, BARACK, BY)
    before = facts(by_bulk)
    monkeypatch.setattr(merging, "_MANY", 1)
    merge(by_bulk, OBAMA, BARACK, BY)
    assert set(by_bulk.engine) == set(usual.engine)
    split(by_bulk, BARACK, BY)
    assert facts(by_bulk) == before


def test_one_can_be_taken_out_of_several() -> None:
    store = loaded(TWO)
    merge(store, OBAMA, BARACK, BY)
    merge(store, OBAMA, HUSSEIN, BY)
    tell_apart(store, HUSSEIN, OBAMA, BY)
    assert standing(store).cluster(BARACK) == {HUSSEIN, BARACK}, "what was merged by way of the one that left stays"
    alone = loaded(TWO)
    merge(alone, BARACK, HUSSEIN, BY)
    assert facts(store) == facts(alone)


def test_a_name_can_mean_another_in_one_article() -> None:
    store = loaded(TWO)
    before = facts(store)
    other = discriminated(SMITH, article_iri("2"))
    assert separate(store, SMITH, article_iri("2"), BY).apart == (other,)
    assert objects(store, NamedNode(article_iri("2").value + "/statement/1"), terms.SPEAKER) == {
        other.value.removeprefix(BASE)
    }
    assert objects(store, other, ns.LABEL) == {"John Smith"}
    assert objects(store, NamedNode(article_iri("1").value + "/statement/1"), terms.ABOUT) == {
        "person/john-smith",
        "person/obama",
    }
    assert facts(store) == facts(loaded(TWO, judgements(store)))
    assert not separate(store, SMITH, article_iri("2"), BY).changed
    merge(store, SMITH, other, BY)
    assert facts(store) == before
    split(store, SMITH, BY)
    assert facts(store) == facts(loaded(TWO, judgements(store)))
    assert objects(store, other, ns.LABEL) == {"John Smith"}


def test_two_separated_of_one_name_can_be_one() -> None:
    articles = {"1": Told(says=((SMITH, USA),)), "2": Told(says=((SMITH, USA),)), "3": Told(says=((SMITH, USA),))}
    store = loaded(articles)
    for identifier in ("1", "2"):
        separate(store, SMITH, article_iri(identifier), BY)
    merge(store, *(discriminated(SMITH, article_iri(identifier)) for identifier in ("1", "2")), BY)
    assert len(objects(store, None, terms.SPEAKER)) == 2


def test_what_others_judged_different_is_not_merged_by_the_way() -> None:
    store = loaded(TWO)
    tell_apart(store, OBAMA, SMITH, BY)
    merge(store, OBAMA, BARACK, BY)
    before = set(store.engine)
    with pytest.raises(UsageError, match=r"Ada judged on 2024-05-03.*--anyway"):
        merge(store, BARACK, SMITH, BY)
    assert set(store.engine) == before
    change = merge(store, BARACK, SMITH, BY, anyway=True)
    assert len(change.taken_back) == 1
    assert standing(store).cluster(SMITH) == {OBAMA, BARACK, SMITH}


def test_a_split_is_taken_back_by_a_merge_of_the_two() -> None:
    store = loaded(TWO)
    merge(store, OBAMA, BARACK, BY)
    merged = facts(store)
    split(store, BARACK, BY)
    assert merge(store, OBAMA, BARACK, BY).taken_back
    assert facts(store) == merged


@pytest.mark.parametrize(
    ("act", "error", "words"),
    [
        (lambda store: merge(store, OBAMA, USA, BY), UsageError, "never one"),
        (lambda store: merge(store, OBAMA, node("article/1/group/observers"), BY), UsageError, "group"),
        (lambda store: tell_apart(store, OBAMA, OBAMA, BY), UsageError, "itself"),
        (lambda store: separate(store, SMITH, article_iri("3"), BY), NotFoundError, "does not name"),
        (lambda store: separate(store, node("article/1/group/x"), article_iri("1"), BY), UsageError, "group"),
    ],
)
def test_what_cannot_be_judged_is_refused(act: Callable[[Store], Change], error: type, words: str) -> None:
    store = loaded(TWO)
    before = set(store.engine)
    with pytest.raises(error, match=words):
        act(store)
    assert set(store.engine) == before


@pytest.mark.parametrize(
    ("actors", "expected"),
    [
        (("person/obama", "person/barack-obama"), "person/barack-obama"),
        (("person/h-clinton", "person/hillary-clinton"), "person/hillary-clinton"),
        (("organisation/united-states", "country/US"), "country/US"),
        (("person/john-smith~12345678", "person/smith"), "person/smith"),
        (("person/ann-lee", "person/ann-roe"), "person/ann-lee"),
    ],
)
def test_the_fuller_name_stands_for_all(actors: tuple[str, ...], expected: str) -> None:
    assert canonical_of(map(node, actors)) == canonical_of(map(node, reversed(actors))) == node(expected)


PEOPLE = st.sampled_from(POOL[:4])
BODIES = st.sampled_from(POOL[4:])
PAIRS = st.tuples(PEOPLE, st.sampled_from(POOL))
TELLING = st.builds(
    Told,
    st.lists(PAIRS, max_size=3).map(tuple),
    st.lists(st.tuples(PEOPLE, BODIES), max_size=2, unique_by=lambda pair: pair[0]).map(tuple),
)
IDENTIFIERS = st.sampled_from("12345")
ARTICLES = st.dictionaries(IDENTIFIERS, TELLING, max_size=4)
ALONE = st.builds(lambda actor, name: discriminated(actor, article_iri(name)), st.sampled_from(POOL), IDENTIFIERS)
ANYONE = st.sampled_from(POOL) | ALONE
STEPS = st.lists(
    st.tuples(st.just("merge"), ANYONE, ANYONE, st.booleans())
    | st.tuples(st.just("split"), ANYONE)
    | st.tuples(st.just("apart"), ANYONE, ANYONE)
    | st.tuples(st.just("separate"), ANYONE, IDENTIFIERS)
    | st.tuples(st.just("load"), IDENTIFIERS, TELLING)
    | st.tuples(st.just("drop"), IDENTIFIERS),
    max_size=10,
)


def step(store: Store, articles: dict[str, Told], what: str, *given: object) -> None:
    try:
        match what, given:
            case "merge", (one, other, anyway):
                merge(store, one, other, BY, anyway=anyway)
            case "split", (actor,):
                split(store, actor, BY)
            case "apart", (one, other):
                tell_apart(store, one, other, BY)
            case "separate", (actor, identifier):
                separate(store, actor, article_iri(identifier), BY)
            case "load", (identifier, told):
                articles[identifier] = told
                replace_article(store, identifier, told.quads(identifier), SEEN)
            case "drop", (identifier,):
                articles.pop(identifier, None)
                drop_article(store, identifier)
    except (UsageError, NotFoundError):
        pass


@settings(max_examples=60)
@given(ARTICLES, STEPS)
def test_articles_and_judgements_decide_the_graph_in_whatever_order_they_came(articles: dict, steps: list) -> None:
    store, articles = loaded(articles), dict(articles)
    for one in steps:
        step(store, articles, *one)
    assert facts(store) == facts(loaded(articles, judgements(store)))


@settings(max_examples=60)
@given(ARTICLES, STEPS)
def test_when_all_is_split_the_graph_is_that_of_the_articles(articles: dict, steps: list) -> None:
    store, articles = loaded(articles), dict(articles)
    for one in steps:
        if one[0] != "separate":
            step(store, articles, *one)
    for actor in sorted(standing(store).clusters, key=str):
        split(store, actor, BY)
    assert facts(store) == facts(loaded(articles))


@settings(max_examples=60)
@given(ARTICLES, STEPS)
def test_no_actor_is_one_with_whom_it_was_told_apart_from(articles: dict, steps: list) -> None:
    store, articles = loaded(articles), dict(articles)
    for one in steps:
        step(store, articles, *one)
    found = standing(store)
    assert all(j.same == (found.name(j.pair[0]) == found.name(j.pair[1])) for j in found.judgements.values())
    assert judgements(store) == set(found.quads(BASE))
