"""What may be shown is decided for every property that holds words, and nothing else is shown."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.store.showable import MOST_CHARACTERS, SHOWN, WITHHELD, may_be_shown
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.iris import ontology_graph
from tests.sample import sample_quads

S, G = NamedNode("urn:s"), NamedNode("urn:g")
CASES = [
    (ns.LABEL, Literal("a name"), True),
    (terms.SENTENCE, Literal("He said so.", language="en"), True),
    (terms.SENTENCE, Literal("x" * (MOST_CHARACTERS + 1)), False),
    (ns.ARTICLE_BODY, Literal("the whole"), False),
    (terms.REMOVED, Literal('<urn:a> <urn:b> "before" .'), False),
    (NamedNode("urn:of-somebody-s-own"), Literal("the whole"), False),
    (NamedNode("urn:of-somebody-s-own"), Literal(1), True),
    (NamedNode("urn:of-somebody-s-own"), Literal("1" * 100, datatype=NamedNode(f"{ns.XSD}integer")), False),
    (NamedNode("urn:of-somebody-s-own"), Literal("the whole", datatype=NamedNode("urn:text")), False),
    (NamedNode("urn:of-somebody-s-own"), NamedNode("urn:other"), True),
    (NamedNode("urn:of-somebody-s-own"), NamedNode(f"urn:{'x' * 5000}"), False),
]


@pytest.mark.parametrize(("predicate", "value", "shown"), CASES)
def test_a_value_is_shown_or_not(predicate: NamedNode, value: NamedNode | Literal, shown: bool) -> None:
    assert may_be_shown(Quad(S, predicate, value, G), 100_000) is shown


def test_most_of_a_long_text_is_never_one_value() -> None:
    quad = Quad(S, terms.CONTENT, Literal("x" * 1500), G)
    assert may_be_shown(quad, 4000)
    assert not may_be_shown(quad, 2000)


def test_all_that_holds_words_is_decided() -> None:
    assert not SHOWN & WITHHELD
    found = {
        quad.predicate
        for quad in sample_quads()
        if isinstance(quad.object, Literal)
        and quad.object.datatype == NamedNode(f"{ns.XSD}string")
        and quad.graph_name != ontology_graph()
    }
    assert found <= SHOWN | WITHHELD
    assert len(found) > 15
