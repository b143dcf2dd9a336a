"""Windows that step, and kernels: DNA's arithmetic, computed by hand."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.networks.coding import codings
from sayso.graph.networks.kernels import KERNELS, Kernel, kernel_weight
from sayso.graph.networks.making import make, series
from sayso.graph.networks.options import choice_of
from sayso.graph.networks.windows import Unit, windows
from sayso.ontology.errors import UsageError
from tests.graph.networks.coded import dozen, rows

# Three days, the middle one in the middle of the window; two actors on one matter.
DAYS = [
    ("Ann", "tax", "for", "2024-01-01", "a"),
    ("Bob", "tax", "for", "2024-01-02", "b"),
    ("Bob", "tax", "against", "2024-01-03", "c"),
]
TOP = 1 / math.sqrt(2 * math.pi)
SLOPE = math.exp(-2 / 9) * TOP


@pytest.mark.parametrize(
    ("kernel", "weights"),
    [
        ("none", [1, 1, 1]),
        ("uniform", [0.5, 0.5, 0.5]),
        # Half the width is 1.5 days: u is -2/3, 0, 2/3.
        ("triangular", [1 / 3, 1, 1 / 3]),
        ("epanechnikov", [0.75 * 5 / 9, 0.75, 0.75 * 5 / 9]),
        ("gaussian", [SLOPE, TOP, SLOPE]),
    ],
)  # fmt: skip
def test_a_tie_weighs_the_root_of_the_product(kernel: Kernel, weights: list[float]) -> None:
    [window] = windows(list(codings(rows(DAYS))), "days", 3, 1, kernel)
    assert [coding.weight for coding in window.codings] == pytest.approx(weights)
    ann, bob, later = weights

    def tie(kind: str) -> float:
        [one] = series(lambda: rows(DAYS), choice_of(kind, window=3, unit="days", kernel=kernel))  # type: ignore[arg-type]
        return next(iter(one.network.edges)).weight

    assert tie("congruence") == pytest.approx(math.sqrt(ann * bob))
    assert tie("conflict") == pytest.approx(math.sqrt(ann * later))
    assert tie("ignore") == pytest.approx(math.sqrt(ann * bob) + math.sqrt(ann * later))
    [one] = series(lambda: rows(DAYS), choice_of("two-mode", window=3, unit="days", kernel=kernel))
    found = {edge.source: edge.weight for edge in one.network.edges}
    assert found["urn:Ann"] == pytest.approx(ann)
    assert found.get("urn:Bob", 0) == pytest.approx(bob - later)


@given(st.sampled_from(KERNELS[1:]), st.floats(-1, 1))
def test_kernels_are_even_and_highest_in_the_middle(kernel: Kernel, u: float) -> None:
    assert kernel_weight(kernel, u) == kernel_weight(kernel, -u) <= kernel_weight(kernel, 0)
    assert kernel_weight(kernel, u) >= 0


def test_only_a_gaussian_reaches_out_of_its_window() -> None:
    chosen = list(codings(rows()))
    for kernel in KERNELS:
        reach = {window.start: len(window.codings) for window in windows(chosen, "months", 1, 1, kernel)}
        plain = {window.start: len(window.codings) for window in windows(chosen, "months", 1)}
        assert (reach == plain) == (kernel != "gaussian")


@pytest.mark.parametrize("norm", ["average", "jaccard", "cosine"])
@pytest.mark.parametrize("kind", ["ignore", "congruence", "conflict", "subtract"])
def test_a_uniform_kernel_divides_out_where_weights_are_normalised(kind: Any, norm: Any) -> None:
    weighed = series(lambda: rows(), choice_of(kind, normalisation=norm, window=2, kernel="uniform"))
    plain = series(lambda: rows(), choice_of(kind, normalisation=norm, window=2))
    for one, other in zip(weighed, plain, strict=True):
        assert [e.weight for e in one.network.edges] == pytest.approx([e.weight for e in other.network.edges])


@pytest.mark.parametrize(
    ("norm", "by"),
    # Of Ann's one position and Bob's two, weighed 1/3, 1 and 1/3: pairs weigh the roots of products.
    [("jaccard", math.sqrt(1 / 3) + 1 / 3), ("cosine", math.sqrt(1 / 3) * (1 + math.sqrt(1 / 3)))],
)
def test_normalised_ties_of_a_kernel_by_hand(norm: Any, by: float) -> None:
    chosen = choice_of("congruence", normalisation=norm, window=3, unit="days", kernel="triangular")
    [one] = series(lambda: rows(DAYS), chosen)
    [edge] = one.network.edges
    assert edge.weight == pytest.approx(math.sqrt(1 / 3) / by)


EVENTS = [(f"A{number}", "tax", "for", f"2024-01-{day:02}", "a") for number, day in enumerate((1, 1, 2, 3, 3, 9))]


@pytest.mark.parametrize(
    ("size", "step", "expected"),
    [
        # Days are 1, 1, 2, 3, 3, 9; the middle ones of three are the second to the fifth.
        (3, 1, [(1, 2, 3), (1, 3, 5), (2, 3, 3), (3, 9, 3)]),
        (2, 1, [(1, 2, 3), (1, 3, 5), (2, 3, 3), (3, 9, 3)]),
        (3, 2, [(1, 2, 3), (2, 3, 3)]),
        (1, 1, [(1, 1, 2), (2, 2, 1), (3, 3, 2), (9, 9, 1)]),
        (5, 1, [(1, 3, 5), (1, 9, 6)]),
        (7, 1, []),
    ],
)
def test_windows_of_events(size: int, step: int, expected: list[tuple[int, int, int]]) -> None:
    found = windows(list(codings(rows(EVENTS))), "events", size, step)
    assert [(one.start.day, one.end.day, len(one.codings)) for one in found] == expected


def test_windows_of_events_take_no_kernel() -> None:
    with pytest.raises(UsageError, match="distance in time"):
        choice_of("congruence", window=3, unit="events", kernel="uniform")
    about = choice_of("about", window=3, unit="events")
    assert len(list(series(lambda: rows(EVENTS), about))) == 4


@pytest.mark.parametrize(("unit", "step"), [("days", 7), ("weeks", 2), ("months", 3), ("years", 1)])
def test_windows_step(unit: Unit, step: int) -> None:
    every = list(windows(dozen(), unit, 4))
    some = list(windows(dozen(), unit, 4, step))
    both = zip(some, every[::step], strict=False)
    assert all(one.start == other.start and len(one.codings) == len(other.codings) for one, other in both)
    assert len(some) <= len(every) // step + 2
    assert some[-1].end >= date(2025, 1, 5)


@pytest.mark.parametrize(
    "options", [{"kernel": "gaussian"}, {"unit": "events", "window": 3}, {"kind": "about"}], ids=str
)
def test_the_nth_window_is_that_of_the_series(options: dict[str, Any]) -> None:
    asked: dict[str, Any] = {"kind": "congruence", "window": 2, "unit": "days", **options}
    every = list(series(lambda: rows(EVENTS), choice_of(**asked)))
    assert len(every) > 2
    for number, whole in enumerate(every, 1):
        [one] = series(lambda: rows(EVENTS), choice_of(**asked, nth=number))
        assert (one.start, one.end, one.of) == (whole.start, whole.end, len(every))
        assert list(one.network.edges) == list(whole.network.edges)
    with pytest.raises(UsageError, match=f"there are {len(every)}$"):
        list(series(lambda: rows(EVENTS), choice_of(**asked, nth=len(every) + 1)))


def test_one_window_over_all_is_the_network_itself() -> None:
    [one] = series(lambda: rows(DAYS), choice_of("subtract", window=1, unit="years"))
    whole = make(lambda: rows(DAYS), choice_of("subtract"))
    assert (one.network.nodes, one.network.edges) == (whole.nodes, whole.edges)


@pytest.mark.parametrize(
    "values",
    [{"window": 0}, {"window": 1, "step": 0}, {"step": 2}, {"kernel": "gaussian"}, {"nth": 1}, {"window": 1, "nth": 0}],
)
def test_windows_that_make_no_sense_are_refused(values: dict[str, int]) -> None:
    with pytest.raises(UsageError):
        choice_of("congruence", **values)  # type: ignore[arg-type]
