"""Logistic curves and what they are fitted to: the judged PolNeAR articles' dev part, which trains nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from benchmarks.quality import attribution_of, part
from sayso.loaders.facts import Attribution

FOLDS, BINS = 5, 10


def judged_articles(data: Path) -> Iterator[tuple[str, list[Attribution], list[dict[str, Any]]]]:
    """Yield text, given attributions and judgements of the judged PolNeAR articles' dev part."""
    texts = {r["id"]: r for r in map(json.loads, (data / "polnear/train.jsonl").open(encoding="utf-8"))}
    for article in part(data / "corpus/polnear_meaning.jsonl", "dev"):
        whole = texts[article["id"]]
        spans = [attribution_of(whole["attributions"][s["attribution"]]) for s in article["statements"]]
        yield whole["text"], spans, article["statements"]


def fit(features: Any, right: Any) -> Any:
    """Fit bias and weights by maximum likelihood, lightly regularised."""
    x = np.concatenate([np.ones((len(features), 1)), features], axis=1)

    def loss(w: Any) -> float:
        z = x @ w
        return float(np.logaddexp(0, z).sum() - (right * z).sum() + 0.5 * (w[1:] ** 2).sum())

    return minimize(loss, np.zeros(x.shape[1])).x


def cross_validate(features: Any, right: Any, fold: Any) -> Any:
    """Predict the confidence of each fold's attributions from the other folds."""
    predicted = np.zeros(len(right))
    for k in range(FOLDS):
        bias, *weights = fit(features[fold != k], right[fold != k])
        predicted[fold == k] = 1 / (1 + np.exp(-(bias + features[fold == k] @ np.array(weights))))
    return predicted


def calibration_error(predicted: Any, right: Any) -> float:
    """Return the expected calibration error (0 to 1) in ten bins of equal width."""
    error = 0.0
    for low in np.arange(BINS) / BINS:
        inside = (predicted >= low) & (predicted < low + 1 / BINS)
        if inside.any():
            error += inside.mean() * abs(predicted[inside].mean() - right[inside].mean())
    return float(error)
