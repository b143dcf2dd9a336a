"""Actors and matters on the same dozen, by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sayso.graph.networks.two_mode import TwoMode, TwoModeNorm, two_mode
from sayso.ontology.errors import UsageError
from tests.graph.networks.coded import dozen

GOLDEN = [
    ("ignore", "none", "A-tax 2, A-road 2, B-tax 1, B-road 1, B-wall 1, C-tax 2, C-wall 2, D-park 1"),
    ("subtract", "none", "A-tax 2, B-tax 1, B-road -1, B-wall -1, C-tax -2, D-park 1"),
    ("combine", "none", "A-tax 1, A-road 3, B-tax 1, B-road 2, B-wall 2, C-tax 2, C-wall 3, D-park 1"),
    ("subtract", "activity", "A-tax 0.5, B-tax 1/3, B-road -1/3, B-wall -1/3, C-tax -0.5, D-park 1"),
    # tax 5, road 3, wall 3, park 1
    ("subtract", "prominence", "A-tax 0.4, B-tax 0.2, B-road -1/3, B-wall -1/3, C-tax -0.4, D-park 1"),
]


@pytest.mark.parametrize(("qualifier", "norm", "expected"), GOLDEN)
def test_the_dozen(qualifier: TwoMode, norm: TwoModeNorm, expected: str) -> None:
    network = two_mode(dozen(), qualifier, norm)
    labels = {node.id: node.label for node in network.nodes}
    found = {f"{labels[edge.source][0]}-{labels[edge.target]}": edge.weight for edge in network.edges}
    wanted = dict(part.split(" ") for part in expected.split(", "))
    assert found == pytest.approx({pair: float(Fraction(weight)) for pair, weight in wanted.items()})


def test_nodes_are_of_two_kinds() -> None:
    nodes = {node.label: (node.kind, node.attributes["frequency"]) for node in two_mode(dozen()).nodes}
    assert nodes["tax"] == ("Matter", 5)
    assert nodes["Cid"] == ("Person", 4)
    assert len(nodes) == 8


def test_edges_carry_their_evidence() -> None:
    edge = two_mode(dozen()).edges.__iter__().__next__()
    assert (edge.attributes["for"], edge.attributes["against"], edge.attributes["sign"]) == (2, 0, 1)
    assert edge.attributes["statement"] == "urn:s0"


def test_an_unknown_normalisation_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="none, activity, prominence"):
        two_mode(dozen(), "subtract", "cosine")  # type: ignore[arg-type]
