"""Quads by predicate, and whether they are plain."""

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from sayso.graph.store.predicates import ByPredicate, is_plain

S, P, Q, G = (NamedNode(f"http://example.org/{name}") for name in "spqg")
QUADS = [Quad(S, P, Literal("1"), G), Quad(S, Q, Literal("2"), G), Quad(S, P, Literal("3"), G)]


def test_quads_are_found_by_their_predicates() -> None:
    parts = ByPredicate(QUADS)
    assert parts.of(P) == [QUADS[0], QUADS[2]]
    assert parts.of(Q, G, P) == [QUADS[1], QUADS[0], QUADS[2]]
    assert parts.of(S) == []


@pytest.mark.parametrize(
    ("quad", "plain"),
    [
        (QUADS[0], True),
        (Quad(S, P, S, G), True),
        (Quad(BlankNode("b"), P, S, G), False),
        (Quad(S, P, BlankNode("b"), G), False),
        (Quad(S, P, Triple(S, P, S), G), False),
    ],
)
def test_a_blank_node_or_a_triple_as_a_term_is_not_plain(quad: Quad, plain: bool) -> None:
    assert is_plain([*QUADS, quad]) is plain
