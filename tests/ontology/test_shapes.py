"""The shapes: what the mapping writes conforms, and what breaks DESIGN 2.3 does not."""

from __future__ import annotations

from collections.abc import Callable

import pyshacl
import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize
from rdflib import Graph

from sayso.loaders.mapping import article_quads
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.files import shapes
from tests.sample import SUMMIT, sample_quads, summit

type Triples = set[Triple]


@pytest.fixture(scope="module")
def rules() -> Graph:
    return Graph().parse(data=shapes(), format="turtle")


def sample() -> Triples:
    return {quad.triple for quad in sample_quads()}


def complaints(triples: Triples, rules: Graph) -> str:
    text = serialize(triples, format=RdfFormat.N_TRIPLES)
    data = Graph().parse(data=text, format="nt")
    conforms, _, report = pyshacl.validate(data, shacl_graph=rules, inference="none")
    return "" if conforms else str(report)


def test_what_the_mapping_writes_conforms(rules: Graph) -> None:
    assert complaints(sample(), rules) == ""


def first(kind: NamedNode) -> NamedNode:
    found = [q.subject for q in article_quads(SUMMIT, summit()) if q.predicate == ns.TYPE and q.object == kind]
    assert isinstance(found[0], NamedNode)
    return found[0]


def added(kind: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Callable[[Triples], Triples]:
    return lambda triples: triples | {Triple(first(kind), predicate, value)}


def removed(kind: NamedNode, predicate: NamedNode) -> Callable[[Triples], Triples]:
    node = first(kind)
    return lambda triples: {t for t in triples if not (t.subject == node and t.predicate == predicate)}


def replaced(kind: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Callable[[Triples], Triples]:
    return lambda triples: added(kind, predicate, value)(removed(kind, predicate)(triples))


BROKEN = {
    "two acts": added(terms.STATEMENT, terms.ACT, terms.ACTS["question"]),
    "no act": removed(terms.STATEMENT, terms.ACT),
    "a form for an act": replaced(terms.STATEMENT, terms.ACT, terms.FORMS["direct"]),
    "a word for an act": replaced(terms.STATEMENT, terms.ACT, Literal("deny")),
    "two statuses": added(terms.STATEMENT, terms.STATUS, terms.STATUSES["asked"]),
    "no status": removed(terms.STATEMENT, terms.STATUS),
    "two forms": added(terms.STATEMENT, terms.FORM, terms.FORMS["direct"]),
    "no content span": removed(terms.STATEMENT, terms.CONTENT_SPAN),
    "no article": removed(terms.STATEMENT, terms.IN_ARTICLE),
    "no sentence": removed(terms.STATEMENT, terms.SENTENCE),
    "confidence above one": replaced(terms.STATEMENT, terms.CONFIDENCE, Literal("1.2", datatype=ns.XSD_DECIMAL)),
    "confidence as a double": replaced(terms.STATEMENT, terms.CONFIDENCE, Literal(0.5)),
    "a speaker that is a string": added(terms.STATEMENT, terms.SPEAKER, Literal("Anna Zenda")),
    "a date that is a string": replaced(terms.STATEMENT, terms.SAID_ON, Literal("2024-03-04")),
    "two holders": added(terms.POSITION, terms.HOLDER, NamedNode("https://w3id.org/sayso/id/country/BO")),
    "two stances": added(terms.POSITION, terms.STANCE, terms.STANCES["for"]),
    "a position without a statement": removed(terms.POSITION, ns.WAS_DERIVED_FROM),
    "two demanders": added(terms.DEMAND, terms.DEMANDED_BY, NamedNode("https://w3id.org/sayso/id/country/BO")),
    "a demand without its words' place": removed(terms.DEMAND, terms.MATTER_SPAN),
    "a mention of nobody": removed(terms.MENTION, terms.MENTION_OF),
    "a membership without a post": removed(ns.MEMBERSHIP, terms.POST),
    "a membership without evidence": removed(ns.MEMBERSHIP, terms.EVIDENCE_SPAN),
    "a post without a title": removed(ns.POST_CLASS, ns.LABEL),
    "two identifiers": added(terms.ARTICLE, ns.IDENTIFIER, Literal("other")),
    "an article without a text": removed(terms.ARTICLE, ns.ARTICLE_BODY),
    "an address that is a string": replaced(terms.ARTICLE, ns.URL, Literal("https://courier.example/")),
    "an address that is a script": replaced(terms.ARTICLE, ns.URL, NamedNode("javascript:alert(1)")),
    "a hash that is none": replaced(terms.ARTICLE, terms.TEXT_HASH, Literal("abc")),
    "a span without selectors": removed(ns.SPECIFIC_RESOURCE, ns.HAS_SELECTOR),
    "a span that ends before it starts": replaced(ns.POSITION_SELECTOR, ns.END, Literal(-1)),
    "two starts": added(ns.POSITION_SELECTOR, ns.START, Literal(0)),
    "a quotation without its words": removed(ns.QUOTE_SELECTOR, ns.EXACT),
    "an actor of two kinds": added(terms.GROUP, ns.TYPE, terms.PERSON),
    "an actor without a label": removed(terms.GROUP, ns.LABEL),
    "an actor with two labels": added(terms.GROUP, ns.LABEL, Literal("onlookers")),
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN)
def test_what_breaks_the_contract_does_not_conform(rules: Graph, broken: str) -> None:
    triples = BROKEN[broken](sample())
    assert triples != sample(), "the case changes nothing"
    assert complaints(triples, rules)


@pytest.mark.parametrize("word", ["Deny", "12 REJECT"])
def test_a_second_notation_does_not_conform(rules: Graph, word: str) -> None:
    extra = Triple(terms.ACTS["deny"], ns.NOTATION, Literal(word))
    assert "notation" in complaints(sample() | {extra}, rules)
