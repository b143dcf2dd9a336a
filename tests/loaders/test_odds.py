"""Log-odds and the curve back."""

from __future__ import annotations

import pytest

from sayso.loaders.odds import chance_of, logistic, odds


@pytest.mark.parametrize("chance", [0.01, 0.2, 0.5, 0.99])
def test_the_curve_leads_back(chance: float) -> None:
    assert chance_of(odds(chance)) == pytest.approx(chance)


def test_no_chance_is_beyond_all_odds() -> None:
    assert odds(0.0) == odds(0.01) == pytest.approx(-odds(1.0))


def test_the_first_weight_stands_alone() -> None:
    assert logistic((2.0, 0.5, -1.0), (2.0, 3.0)) == chance_of(2.0 + 1.0 - 3.0) == 0.5
    with pytest.raises(ValueError, match="shorter"):
        logistic((2.0, 0.5, -1.0), (2.0,))
