"""Candidates for matters: which wordings are proposed to mean one thing, and which are not."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.judgements import Decision
from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.matters.alike import matter_candidates
from sayso.graph.matters.matter import assign
from sayso.graph.matters.uses import listed, wordings
from sayso.graph.statements.stems import core, stem, stems
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.iris import BASE, actors_graph, article_iri

BY = Decision("Ada", "2024-05-03T10:00:00Z")
ACTORS = {"organisation/nato": "NATO", "country/UA": "Ukraine", "country/RU": "Russia"}


def told(store: Store, identifier: str, *words: str, toward: str = "organisation/nato") -> None:
    """Load an article in which Russia is against some things."""
    article, shared = article_iri(identifier), actors_graph(BASE)
    quads = [Quad(article, terms.TEXT_HASH, Literal(identifier), article)]
    for key, name in ACTORS.items():
        quads += [
            Quad(NamedNode(BASE + key), ns.TYPE, terms.ACTOR, shared),
            Quad(NamedNode(BASE + key), ns.LABEL, Literal(name), shared),
        ]
    for number, matter in enumerate(words):
        position = NamedNode(f"{article.value}/position/{number}")
        quads += [
            Quad(position, terms.MATTER, Literal(matter), article),
            Quad(position, terms.HOLDER, NamedNode(BASE + "country/RU"), article),
            Quad(position, terms.TOWARD, NamedNode(BASE + toward), article),
        ]
    replace_article(store, identifier, quads, Seen("m", "o"))


def pairs(store: Store, min_score: float = 0.5) -> set[frozenset[str]]:
    return {frozenset((c.one, c.other)) for c in matter_candidates(store, min_score)}


OTHERS = ("the price of bread", "a new school law", "open the archives", "cut taxes for farmers")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("its eastward expansion", "NATO’s eastward expansion", True),
        ("halt its eastward expansion", "expand eastwards", True),
        ("deploy NATO combat troops to Ukraine", "deploying combat troops", True),
        ("deploy NATO combat troops to Ukraine", "send combat troops to Ukraine in the event of an invasion", True),
        ("sending troops", "troops being sent to the border", True),
        ("admit Ukraine as a new member", "the admission of Ukraine", True),
        ("invade Ukraine", "support Ukraine", False),
        ("invade Ukraine", "sending troops to Ukraine in the event of a Russian invasion", False),
        ("lift the sanctions", "impose sanctions on banks", False),
        ("NATO", "NATO’s eastward expansion", False),
        ("return to the talks", "return to its 1997 borders", False),
    ],
)
def test_wordings_of_one_thing_are_proposed(store: Store, one: str, other: str, expected: bool) -> None:
    told(store, "1", one, *OTHERS)
    told(store, "2", other, *OTHERS)
    assert (frozenset((one, other)) in pairs(store)) == expected
    assert len(pairs(store)) == int(expected), "nothing else is"


def test_equal_words_of_two_articles_are_one_wording(store: Store) -> None:
    told(store, "1", "deploy NATO combat troops to Ukraine", *OTHERS)
    told(store, "2", "Deploy NATO combat troops to Ukraine.", "send combat troops to Ukraine")
    (found,) = matter_candidates(store)
    uses = next(uses for uses in found.uses if uses.words.startswith(("deploy", "Deploy")))
    assert (uses.positions, len(uses.articles)) == (2, 2)
    assert wordings(store)["deploy nato combat troops to ukraine"].positions == 2


def test_what_is_on_one_matter_is_not_proposed_again(store: Store) -> None:
    told(store, "1", "its eastward expansion", *OTHERS)
    told(store, "2", "NATO’s eastward expansion")
    told(store, "3", "expansion eastwards")
    assert len(pairs(store)) == 3
    assign(store, "NATO’s eastward expansion", ["its eastward expansion"], BY)
    assert frozenset(("its eastward expansion", "NATO’s eastward expansion")) not in pairs(store)
    assert len(pairs(store)) == 2


def test_matters_are_listed_with_their_numbers_and_actors(store: Store) -> None:
    told(store, "1", "its eastward expansion", "talks")
    told(store, "2", "NATO’s eastward expansion")
    assign(store, "NATO’s eastward expansion", ["its eastward expansion"], BY)
    assign(store, "dialogue", ["talks", "a dialogue"], BY)
    first, second = listed(store)
    assert (first.label, first.uses.positions, len(first.uses.articles)) == ("NATO’s eastward expansion", 2, 2)
    assert (second.label, second.uses.positions, second.wordings) == ("dialogue", 1, ("a dialogue", "talks"))
    assert first.uses.actors == {NamedNode(BASE + "country/RU")}


def test_the_reason_says_what_is_shared_and_the_order_is_by_likelihood(store: Store) -> None:
    told(store, "1", "its eastward expansion", "continues moving eastwards", *OTHERS)
    told(store, "2", "NATO’s eastward expansion")
    found = matter_candidates(store, 0)
    assert "all words of the shorter one" in found[0].reason
    assert "“eastward…”" in found[-1].reason
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
    assert all(0 <= c.score < 1 for c in found)


def test_a_common_word_alone_compares_not_everything_with_everything(store: Store) -> None:
    many = [f"the reform of {a}{b}{c}" for a in "bcdfg" for b in "aeiou" for c in "lmnrst"]
    told(store, "1", *many, "reform the pension funds", "the funds of pensions")
    assert pairs(store, 0) == {frozenset(("reform the pension funds", "the funds of pensions"))}


@pytest.mark.parametrize(
    "words",
    [
        "expand expands expanded expanding expansion",
        "invade invades invading invasion",
        "admit admitted admitting admission",
        "deploy deployed deploying deployment deployments",
        "eastward eastwards",
        "ally allies",
        "sanction sanctions sanctioned",
        "protect protecting protection",
        "move moves moving moved",
        "send sends sent sending",
        "organise organize organisation organizations",
    ],
)
def test_forms_of_a_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(("text", "expected"), [("its own plans for the", set()), ("NATO’s bases", {"nato", "bas"})])
def test_small_words_have_none(text: str, expected: set[str]) -> None:
    assert stems(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sending troops in the event of a war", "sending troops "),
        ("when it rains", "when it rains"),
        ("moving if need be", "moving "),
    ],
)
def test_circumstances_are_left_out(text: str, expected: str) -> None:
    assert core(text) == expected
