"""The shapes hold reviews to what they have to tell."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.judgements import Decision
from sayso.graph.answers.validation import violations
from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.edits.deciding import Wanted, review, take_back
from sayso.graph.store.store import Store
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.iris import BASE, reviews_graph
from tests.sample import SUMMIT, summit

BY = Decision("Ada", "2024-05-03T10:00:00Z", "why not")
GRAPH = reviews_graph(BASE)


@pytest.fixture
def reviewed(store: Store) -> tuple[Store, NamedNode]:
    """A store with one corrected statement whose review was taken back, and one rejected."""
    facts = summit()
    quads = [*article_quads(SUMMIT, facts), *actor_quads(facts.actors.values())]
    replace_article(store, SUMMIT.id, quads, Seen("m", "o"))
    nodes = sorted((q.subject for q in store.engine.quads_for_pattern(None, terms.CUE, None)), key=str)
    first, second = (node for node in nodes[:2] if isinstance(node, NamedNode))
    made = review(store, first, "correct", BY, Wanted({terms.ACT: (terms.ACTS["deny"],)}))
    take_back(store, made.node, BY)
    review(store, second, "reject", BY)
    return store, made.node


def test_what_is_written_conforms(reviewed: tuple[Store, NamedNode]) -> None:
    assert violations(reviewed[0]) == []


@pytest.mark.parametrize(
    "predicate",
    [terms.VERDICT, terms.APPLIES_TO, terms.NUMBER, terms.TEXT_HASH, terms.CONTENT_PLACE, ns.CREATOR, ns.CREATED],
)
def test_nothing_may_be_missing(reviewed: tuple[Store, NamedNode], predicate: NamedNode) -> None:
    store, node = reviewed
    store.apply(store.engine.quads_for_pattern(node, predicate, None, GRAPH), ())
    assert violations(store)


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (terms.VERDICT, Literal("maybe")),
        (terms.NUMBER, Literal(0)),
        (terms.TEXT_HASH, Literal("abc")),
        (ns.CREATOR, Literal("")),
        (terms.TAKEN_BACK_ON, Literal("yesterday")),
        (terms.CORRECTS, NamedNode(BASE + "country/RU1")),
    ],
)
def test_nothing_may_be_told_otherwise(
    reviewed: tuple[Store, NamedNode], predicate: NamedNode, value: NamedNode | Literal
) -> None:
    store, node = reviewed
    old = list(store.engine.quads_for_pattern(node, predicate, None, GRAPH))
    store.apply(old, [Quad(node, predicate, value, GRAPH)])
    assert violations(store)
