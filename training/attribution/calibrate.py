"""Fit the confidence of an exported model, and set how sure the tagger has to be, on articles it has not seen.

    python training/attribution/calibrate.py ../shared/polnear/dev.jsonl [--model FOLDER]

Runs in the project's own environment. Fits the confidence (logistic regression on the decoder's features) to whether
content and source are right, prints the expected calibration error of a five-fold cross-validation by article (the
figure for articles not seen), and chooses the least confidence to keep for the best attribution F1.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from scipy.optimize import linear_sum_assignment, minimize  # noqa: E402

from sayso.loaders.attribution.model_files import write_sums  # noqa: E402
from sayso.loaders.attribution.tagger import MODEL, Tagger, tagger  # noqa: E402

LEAST = (0.25, 0.3, 0.35, 0.4, 0.45)
FOLDS, BINS = 5, 10
Article = dict[str, Any]


def main() -> None:
    """Choose thresholds, fit the confidence and write both into the model's settings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", type=Path, default=MODEL)
    args = parser.parse_args()
    model = tagger(args.model)
    articles = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines()]
    for article in articles:
        article["run"] = model.run(article["text"])
    model = replace(model, thresholds=replace(model.thresholds, confidence=0.0))
    features, right, fold = examples(model, articles)
    predicted = cross_validate(features, right, fold)
    print(f"expected calibration error, cross-validated: {100 * calibration_error(predicted, right):.1f} points")
    wanted = sum(bool(a["content"]) for article in articles for a in article["attributions"])
    f1 = {least: 2 * right[predicted >= least].sum() / ((predicted >= least).sum() + wanted) for least in LEAST}
    for least, value in f1.items():
        print(f"least confidence {least:.2f}: attribution F1 {100 * value:.1f}")
    path = args.model / "settings.json"
    settings = json.loads(path.read_text(encoding="utf-8"))
    settings["thresholds"] = {"confidence": max(f1, key=lambda least: f1[least])}
    settings["calibration"] = [round(float(x), 4) for x in fit(features, right)]
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    write_sums(args.model)


def matches(model: Tagger, article: Article) -> tuple[list[tuple[float, ...]], list[bool]]:
    """Return the decoder's features of each attribution found, and whether its content and source are right."""
    found = model.read(article["text"], *article["run"])
    gold = [a for a in article["attributions"] if a["content"]]
    right = [False] * len(found)
    if found and gold:
        ours = [chars((s.start, s.end) for s in a.contents) for a, _ in found]
        theirs = [chars(a["content"]) for a in gold]
        overlap = np.array([[len(g & o) / len(g | o) for o in ours] for g in theirs])
        for i, j in zip(*linear_sum_assignment(-overlap), strict=True):
            a, b = chars((s.start, s.end) for s in found[j][0].sources), chars(gold[i]["source"])
            right[j] = bool(overlap[i, j] >= 0.5 and (a & b or not (a or b)))
    return [features for _, features in found], right


def examples(model: Tagger, articles: list[Article]) -> tuple[Any, Any, Any]:
    """Collect features, rightness and fold of every attribution found."""
    rows, right, fold = [], [], []
    for number, article in enumerate(articles):
        features, good = matches(model, article)
        rows += features
        right += good
        fold += [number % FOLDS] * len(good)
    return np.array(rows), np.array(right, float), np.array(fold)


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


def chars(spans: Any) -> set[int]:
    """Return the code points of spans."""
    return {i for a, b in spans for i in range(a, b)}


if __name__ == "__main__":
    main()
