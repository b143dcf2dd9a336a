"""Log-odds: chances on the scale on which weights add up, and the logistic curve that leads back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp, log


def odds(chance: float) -> float:
    """Return the log-odds of a chance, none as sure as to outweigh all else."""
    chance = min(max(chance, 0.01), 0.99)
    return log(chance / (1 - chance))


def chance_of(odds: float) -> float:
    """Return the chance, 0 to 1, that log-odds stand for."""
    return 1 / (1 + exp(-odds))


def logistic(weights: Sequence[float], features: Iterable[float]) -> float:
    """Return the chance that weights, the first of which is added as it is, give to features, one for each other."""
    bias, *slopes = weights
    return chance_of(bias + sum(w * x for w, x in zip(slopes, features, strict=True)))
