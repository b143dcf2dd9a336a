"""Terms become plain values that JSON has words for, and what is no number stays text."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from sayso.graph.store.asking import SolutionValue, plain_value
from sayso.ontology.namespaces import XSD


def typed(text: str, name: str) -> Literal:
    """Return a literal of a datatype of XML Schema."""
    return Literal(text, datatype=NamedNode(XSD + name))


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (None, None),
        (NamedNode("urn:a"), "urn:a"),
        (Literal("a"), "a"),
        (Literal("a", language="en"), "a"),
        (typed("12", "integer"), 12),
        (typed("many", "integer"), "many"),
        (typed("9" * 400, "integer"), 10**400 - 1),
        (typed("9" * 5000, "integer"), "9" * 5000),
        (typed("0.25", "decimal"), 0.25),
        (typed("a quarter", "decimal"), "a quarter"),
        (typed("NaN", "double"), "NaN"),
        (typed("INF", "double"), "INF"),
        (typed("true", "boolean"), True),
        (typed("perhaps", "boolean"), False),
        (BlankNode("b"), "_:b"),
    ],
)
def test_a_term_as_a_value(term: NamedNode | Literal | BlankNode | None, expected: SolutionValue) -> None:
    assert plain_value(term) == expected
    json.dumps(plain_value(term), allow_nan=False)
