"""What rules and reading model see, joined to one answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.loaders.facts import Act, Marked, Meaning, Span, WordRole
from sayso.loaders.meaning.joining import (
    ITEMS,
    SIDES,
    JoiningWeights,
    SpanCandidate,
    candidates,
    features,
    joined,
    joined_act,
    joining_weights,
)

CONTENT = (Span(0, 100),)
NOTHING = Meaning(())
PLAIN = JoiningWeights((1.0, 0.0, 1.0), (), 0.0, (), 0.0)
ACTS: list[tuple[str, list[tuple[Act, float]], Act, Act]] = [  # what, the model's chances, the rules' act, the answer
    ("the model alone", [("accuse", 0.8), ("state", 0.2)], "state", "accuse"),
    ("the rules tip a near choice", [("state", 0.5), ("demand", 0.4)], "demand", "demand"),
    ("the rules do not overrule what is sure", [("state", 0.9), ("demand", 0.05)], "demand", "state"),
    ("what the model does not list", [("state", 0.06)], "deny", "deny"),
]


@pytest.mark.parametrize(("acts", "ruled", "answer"), [c[1:] for c in ACTS], ids=[c[0] for c in ACTS])
def test_the_rules_act_weighs_in(acts: list[tuple[Act, float]], ruled: Act, answer: Act) -> None:
    act, sure = joined_act(acts, ruled, PLAIN)
    assert act == answer
    assert 0 < sure <= 1


def test_a_set_way_of_doing_it_overrules_what_is_sure() -> None:
    assert joined_act([("intend", 0.9), ("reject", 0.06)], "reject", PLAIN, sure=True)[0] == "reject"


def test_what_both_see_is_one_candidate_as_the_rules_cut_it() -> None:
    meaning = Meaning((), (Marked("for", Span(10, 30), 0.7),))
    (one,) = candidates([("for", Span(14, 30))], meaning, SIDES, CONTENT)
    assert (one.chance, one.cut) == (0.7, Span(14, 30))


@pytest.mark.parametrize(
    ("ruled", "marks", "found"),
    [
        ([("for", Span(10, 20))], [("against", Span(10, 20))], {"for", "against"}),
        ([("demand", Span(10, 20))], [], set()),
        ([], [("for", Span(110, 120))], set()),
    ],
    ids=["two sides of one matter", "another role", "outside the words"],
)
def test_what_is_a_candidate(
    ruled: list[tuple[WordRole, Span]], marks: list[tuple[WordRole, Span]], found: set[str]
) -> None:
    meaning = Meaning((), tuple(Marked(role, span, 0.6) for role, span in marks))
    assert {one.role for one in candidates(ruled, meaning, SIDES, CONTENT)} == found


def test_the_surest_are_kept_in_the_order_of_the_text() -> None:
    found = [
        SpanCandidate("for", Span(20 + 10 * i, 25 + 10 * i), chance) for i, chance in enumerate((0.9, 0.2, 0.8, 0.7))
    ]
    only_chance = (0.0, 1.0, *[0.0] * 12)
    kept = joined(found, NOTHING, only_chance, 0.5, 2)
    assert [(one.span.start, sure) for one, sure in kept] == [(20, 0.9), (40, 0.8)]


def test_the_shipped_weights_fit_the_features() -> None:
    weights = joining_weights()
    one = SpanCandidate("for", Span(0, 5), 0.5)
    assert len(weights.sides) == len(weights.items) == 1 + len(features(one, [one], NOTHING))


@given(
    st.lists(st.tuples(st.sampled_from(["for", "against", "demand"]), st.integers(0, 90), st.integers(1, 9))),
    st.lists(
        st.tuples(st.sampled_from(["for", "against", "demand"]), st.integers(0, 90), st.integers(1, 9), st.floats(0, 1))
    ),
)
def test_whatever_is_seen_each_answer_is_one_of_it_with_a_share(
    ruled: list[tuple[WordRole, int, int]], marks: list[tuple[WordRole, int, int, float]]
) -> None:
    meaning = Meaning((), tuple(Marked(role, Span(a, a + n), chance) for role, a, n, chance in marks))
    weights = joining_weights()
    for roles, told, most in ((SIDES, weights.sides, 3), (ITEMS, weights.items, 9)):
        found = candidates([(role, Span(a, a + n)) for role, a, n in ruled], meaning, roles, CONTENT)
        kept = joined(found, meaning, told, 0.0, most)
        assert bool(kept) == bool(found)
        assert len(kept) <= most
        assert not any(a is not b and a.role == b.role and a.cut.overlaps(b.cut) for a, _ in kept for b, _ in kept)
        assert all(one in found and 0 <= sure <= 1 for one, sure in kept)


def test_a_set_way_of_taking_a_side_stands_against_what_is_marked() -> None:
    meaning = Meaning((("state", 0.9),), (Marked("against", Span(14, 30), 0.9),))
    seen = candidates([("for", Span(10, 30))], meaning, SIDES, CONTENT)
    weights = joining_weights()
    found = joined(seen, meaning, weights.sides, weights.sides_least, 3, [("for", Span(10, 30))])
    assert [(one.role, one.cut, sure >= weights.sides_least) for one, sure in found] == [("for", Span(10, 30), True)]


@pytest.mark.parametrize(
    ("marks", "spans"),
    [
        ([("for", 0, 7), ("for", 8, 30)], [(0, 30)]),
        ([("for", 0, 7), ("for", 9, 30)], [(0, 7), (9, 30)]),
        ([("for", 0, 7), ("against", 8, 30)], [(0, 7), (8, 30)]),
        ([("for", 8, 30), ("for", 31, 40), ("for", 0, 7)], [(0, 40)]),
    ],
)
def test_marks_with_nothing_between_them_are_one(
    marks: list[tuple[WordRole, int, int]], spans: list[tuple[int, int]]
) -> None:
    meaning = Meaning((), tuple(Marked(role, Span(a, b), 0.5) for role, a, b in marks))
    found = candidates([], meaning, SIDES, CONTENT)
    assert sorted((c.span.start, c.span.end) for c in found) == spans
