"""DNA's arithmetic on a dozen positions, computed by hand.

       tax      road     wall     park       n
Ann    2+       1+ 1-                        4
Bob    1+       1-       1-                  3
Cid    2-                1+ 1-               4
Dee                               1+         1
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.networks.coding import codings
from sayso.graph.networks.counts import Counts
from sayso.graph.networks.discourse_networks import OneMode, OneModeNorm, divisor, one_mode, tie
from sayso.graph.networks.network import Network
from sayso.graph.statements.rows.row import Named
from sayso.ontology.errors import UsageError
from tests.graph.networks.coded import DOZEN, dozen, rows


def weights(network: Network) -> dict[str, float]:
    """The weights by the first letters of the two."""
    labels = {node.id: node.label for node in network.nodes}
    return {labels[edge.source][0] + labels[edge.target][0]: edge.weight for edge in network.edges}


# Ann and Bob: tax 2·1, road 2·1. Ann and Cid: tax 2·2. Bob and Cid: tax 1·2, wall 1·2.
# For congruence the parts of one stance count: Ann and Bob tax 2·1 for, road 1·1 against; Bob and Cid wall 1·1 against.
GOLDEN = [
    ("ignore", "none", {"AB": 4, "AC": 4, "BC": 4}),
    ("congruence", "none", {"AB": 3, "BC": 1}),
    ("conflict", "none", {"AB": 1, "AC": 4, "BC": 3}),
    ("subtract", "none", {"AB": 2, "AC": -4, "BC": -2}),
    # Divided by the mean of their numbers: (4 + 3) / 2 for Ann and Bob, and so on.
    ("ignore", "average", {"AB": Fraction(8, 7), "AC": 1, "BC": Fraction(8, 7)}),
    ("congruence", "average", {"AB": Fraction(6, 7), "BC": Fraction(2, 7)}),
    ("conflict", "average", {"AB": Fraction(2, 7), "AC": 1, "BC": Fraction(6, 7)}),
    ("subtract", "average", {"AB": Fraction(4, 7), "AC": -1, "BC": Fraction(-4, 7)}),
    # 4·3, 4·4, 3·4
    ("ignore", "cosine", {"AB": Fraction(4, 12), "AC": Fraction(4, 16), "BC": Fraction(4, 12)}),
    ("subtract", "cosine", {"AB": Fraction(2, 12), "AC": Fraction(-4, 16), "BC": Fraction(-2, 12)}),
    # Ann and Bob: both tax+ 2·1, road- 1·1; Ann alone road+ 1; Bob alone wall- 1: 5.
    # Ann and Cid: nothing in both; 4 + 4.
    # Bob and Cid: both wall- 1·1; Bob alone tax+, road-; Cid alone 2 tax-, wall+: 6.
    ("congruence", "jaccard", {"AB": Fraction(3, 5), "BC": Fraction(1, 6)}),
    ("conflict", "jaccard", {"AB": Fraction(1, 5), "AC": Fraction(4, 8), "BC": Fraction(3, 6)}),
]


@pytest.mark.parametrize(("kind", "norm", "expected"), GOLDEN)
def test_the_dozen(kind: OneMode, norm: OneModeNorm, expected: dict[str, Fraction]) -> None:
    assert weights(one_mode(dozen(), kind, norm)) == pytest.approx({pair: float(w) for pair, w in expected.items()})


def test_nodes_are_actors_with_their_frequency() -> None:
    network = one_mode(dozen(), "congruence")
    assert not network.directed
    assert {node.label: node.attributes["frequency"] for node in network.nodes} == {
        "Ann": 4,
        "Bob": 3,
        "Cid": 4,
        "Dee": 1,
    }


def test_edges_say_on_what_and_which_way() -> None:
    told = {edge.id: dict(edge.attributes) for edge in one_mode(dozen(), "subtract").edges}
    assert told["e1"] == {
        "shared": 2, "about": "road; tax", "agreeing": 3, "opposing": 1, "sign": 1, "count": 6,
        "start": "2024-01-10", "end": "2024-03-01", "statements": "urn:s0 urn:s1 urn:s4 urn:s2 urn:s5 urn:s3",
    }  # fmt: skip
    assert (told["e2"]["about"], told["e2"]["sign"]) == ("tax", -1)
    assert [edge.attributes["sign"] for edge in one_mode(dozen(), "conflict").edges] == [-1, -1, -1]


def test_a_difference_of_nothing_is_no_tie() -> None:
    chosen = [("Ann", "tax", "for", "", "a"), ("Bob", "tax", "for", "", "a"), ("Bob", "tax", "against", "", "a")]
    assert weights(one_mode(list(codings(rows(chosen))), "subtract")) == {}
    assert weights(one_mode(list(codings(rows(chosen))), "congruence")) == {"AB": 1}


def test_isolates_are_added() -> None:
    network = one_mode(dozen()[:2], "ignore", isolates=[Named("Eve", "urn:Eve", "Person")])
    assert [(node.label, node.attributes["frequency"]) for node in network.nodes] == [("Ann", 2), ("Eve", 0)]


def test_an_unknown_normalisation_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="none, average, jaccard, cosine"):
        one_mode(dozen(), "ignore", "activity")  # type: ignore[arg-type]


positions = st.lists(
    st.tuples(
        st.sampled_from("ABCD"),
        st.sampled_from("xyz"),
        st.sampled_from(["for", "against"]),
        st.just(""),
        st.sampled_from(["a", "b"]),
    ),
    max_size=30,
)


@given(positions)
def test_ties_hold_together(chosen: list[tuple[str, str, str, str, str]]) -> None:
    """Congruence and conflict are the two parts of ignore; every tie is the same both ways."""
    counts = Counts.of(list(codings(rows(chosen))))
    for one in counts.cells.values():
        for other in counts.cells.values():
            kinds: tuple[OneMode, ...] = ("ignore", "congruence", "conflict", "subtract")
            ignore, near, far, less = (tie(one, other, kind) for kind in kinds)
            assert near + far == ignore
            assert near - far == less
            for kind in kinds:
                assert tie(one, other, kind) == tie(other, one, kind)
            for norm in ("average", "jaccard", "cosine"):
                assert divisor(one, other, norm) == divisor(other, one, norm) > 0


def test_the_dozen_is_a_dozen() -> None:
    assert len(DOZEN) == len(dozen()) == 12
