"""Candidates: who is proposed to be one, and who is not."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.candidates import Candidate, candidates
from sayso.graph.actors.judgements import Decision
from sayso.graph.actors.lookup import find_actor, find_article
from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.edits.merging import merge, separate, tell_apart
from sayso.graph.store.store import Store
from sayso.loaders.actors.slug import key, slug
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.errors import AmbiguousName, NotFoundError, UsageError
from sayso.ontology.iris import BASE, actors_graph, article_iri

BY = Decision("Ada", "2024-05-03T10:00:00Z")
ACTORS = actors_graph(BASE)


def node(path: str) -> NamedNode:
    return NamedNode(BASE + path)


def told(store: Store, identifier: str, *people: str, bodies: tuple[str, ...] = ()) -> None:
    """Load an article that names people, "Obama = President" with a post, and organisations."""
    article = article_iri(identifier)
    quads = [
        Quad(article, ns.TYPE, terms.ARTICLE, article),
        Quad(article, terms.TEXT_HASH, Literal(identifier), article),
    ]
    for kind, names in (("person", people), ("organisation", bodies)):
        for told in names:
            name, _, title = told.partition(" = ")
            actor = node(key(kind, name))
            quads += [
                Quad(actor, ns.TYPE, terms.ACTOR, ACTORS),
                Quad(actor, ns.TYPE, {"person": terms.PERSON}.get(kind, terms.ORGANISATION), ACTORS),
                Quad(actor, ns.LABEL, Literal(name), ACTORS),
                Quad(NamedNode(f"{article.value}/mention/{key(kind, name)}"), terms.MENTION_OF, actor, article),
            ]
            if title:
                post = NamedNode(f"{article.value}/post/{slug(title)}")
                membership = NamedNode(f"{article.value}/membership/{key(kind, name)}")
                quads += [
                    Quad(post, ns.LABEL, Literal(title), article),
                    Quad(membership, ns.MEMBER, actor, article),
                    Quad(membership, terms.POST, post, article),
                ]
    replace_article(store, identifier, quads, Seen("m", "o"))


def pairs(store: Store, min_score: float = 0.5) -> list[tuple[str, str]]:
    return [c.names for c in candidates(store, min_score)]


def test_a_surname_alone_is_proposed_where_only_one_person_has_it(store: Store) -> None:
    told(store, "1", "Obama")
    told(store, "2", "Barack Obama")
    (found,) = candidates(store)
    assert isinstance(found, Candidate)
    assert (found.names, found.kind, found.articles) == (("Barack Obama", "Obama"), "person", 2)
    assert "surname" in found.reason
    told(store, "3", "Michelle Obama")
    assert pairs(store) == []


def test_a_surname_that_articles_give_as_another_name_tells_nothing(store: Store) -> None:
    told(store, "1", "Bill Clinton", "Hillary Clinton")
    extra = [
        Quad(node(f"person/{name}-clinton"), ns.ALT_LABEL, Literal("Clinton"), ACTORS) for name in ("bill", "hillary")
    ]
    store.apply((), extra)
    assert pairs(store, 0.1) == []
    told(store, "2", "Clinton")
    assert pairs(store, 0.1) == []


def test_of_several_namesakes_the_post_decides(store: Store) -> None:
    told(store, "1", "Obama = President")
    told(store, "2", "Barack Obama = President")
    told(store, "3", "Michelle Obama = First Lady")
    (found,) = candidates(store)
    assert found.names == ("Barack Obama", "Obama")
    assert "president" in found.reason
    told(store, "4", "Malia Obama = President")
    assert pairs(store) == []


def test_a_shared_post_makes_it_likelier_and_one_article_that_names_both_less(store: Store) -> None:
    told(store, "1", "John Kerry")
    told(store, "2", "John F. Kerry")
    (plain,) = candidates(store)
    told(store, "1", "John Kerry = Secretary of State")
    told(store, "2", "John F. Kerry = Secretary of State")
    (shared,) = candidates(store)
    told(store, "2", "John F. Kerry = Secretary of State", "John Kerry")
    (both,) = candidates(store)
    assert shared.score > plain.score > both.score
    assert "names both" in both.reason


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Fox", "Fox News", True),
        ("SEC", "Securities and Exchange Commission", True),
        ("House Committee on Agriculture", "House Committee on Armed Services", False),
        ("Ministry of Defence", "Ministry of Finance", False),
    ],
)
def test_organisations(store: Store, one: str, other: str, expected: bool) -> None:
    told(store, "1", bodies=(one,))
    told(store, "2", bodies=(other,))
    assert bool(pairs(store)) == expected


def test_a_person_and_an_organisation_are_never_proposed(store: Store) -> None:
    told(store, "1", "Politifact", bodies=("Politifact",))
    assert pairs(store) == []


def test_judged_pairs_are_not_proposed_again(store: Store) -> None:
    told(store, "1", "John Kerry")
    told(store, "2", "John F. Kerry")
    told(store, "3", "J. Kerry")
    kerry, middle, initial = map(node, ("person/john-kerry", "person/john-f-kerry", "person/j-kerry"))
    assert len(pairs(store)) == 3
    merge(store, kerry, middle, BY)
    assert {frozenset((c.one, c.other)) for c in candidates(store)} == {frozenset((middle, initial))}
    tell_apart(store, kerry, initial, BY)
    assert pairs(store) == []


def test_whoever_is_told_apart_in_an_article_is_not_proposed(store: Store) -> None:
    for identifier in "123":
        told(store, identifier, "John Smith")
    for identifier in "12":
        separate(store, node("person/john-smith"), article_iri(identifier), BY)
    (found,) = candidates(store)
    assert all("~" in actor.value for actor in (found.one, found.other)), "these two may be one, but not the third"


def test_the_likeliest_come_first_and_a_bound_holds(store: Store) -> None:
    told(store, "1", "John Kerry", "Obama", "Ann Lee")
    told(store, "2", "John F. Kerry", "Barack Obama", "A. Lee")
    scores = [c.score for c in candidates(store, 0)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 3
    assert [c.score for c in candidates(store, scores[0])] == [s for s in scores if s >= scores[0]]


def test_many_of_one_surname_are_compared_by_how_their_names_begin(store: Store) -> None:
    first = [f"{a}{b}{c}" for a in "Bcdfgl" for b in "aeiou" for c in "bdfglmnrst"]
    told(store, "1", *(f"{name.title()}ko Smith" for name in first), "Zebulon Smith")
    told(store, "2", "Zebulon Q. Smith")
    assert ("Zebulon Q. Smith", "Zebulon Smith") in pairs(store, 0.9)


@pytest.mark.parametrize("text", ["person/john-kerry", BASE + "person/john-kerry", "John Kerry", "john kerry "])
def test_an_actor_is_found_by_id_iri_and_name(store: Store, text: str) -> None:
    told(store, "1", "John Kerry")
    assert find_actor(store, text) == node("person/john-kerry")


def test_a_name_of_several_lists_them_and_an_unknown_one_says_so(store: Store) -> None:
    told(store, "1", "Georgia", bodies=("Georgia",))
    with pytest.raises(AmbiguousName, match=r"2 actors.*organisation/georgia.*person/georgia"):
        find_actor(store, "Georgia")
    for unknown in ("Nobody", "person/nobody", "", "\x00", "a b>c", "https://w3id.org/sayso/id/"):
        with pytest.raises((NotFoundError, UsageError)):
            find_actor(store, unknown)


def test_an_article_is_found_by_identifier_and_iri(store: Store) -> None:
    told(store, "a b", "Ann Lee")
    assert find_article(store, "a b") == find_article(store, article_iri("a b").value) == article_iri("a b")
    with pytest.raises(NotFoundError):
        find_article(store, "c")
