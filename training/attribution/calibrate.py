"""Set the decoder's thresholds and the confidence of an exported model, on annotated articles it has not seen.

    python training/attribution/calibrate.py ../shared/polnear/dev.jsonl [--model FOLDER]

Runs in the project's own environment. Chooses two thresholds for the best attribution F1, then fits the confidence
(logistic regression on the decoder's features) to whether content and source are right, and prints the expected
calibration error of a five-fold cross-validation by article: the figure for articles not seen.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from scipy.optimize import linear_sum_assignment, minimize  # noqa: E402

from loaders.attribution.tagger import MODEL, Tagger, tagger  # noqa: E402

CUES, KEEPS = (0.08, 0.12, 0.16, 0.2), (0.1, 0.15, 0.2, 0.25, 0.3)
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
    scored = []
    for cue, keep in product(CUES, KEEPS):
        tried = replace(model, thresholds=replace(model.thresholds, cue=cue, keep=keep))
        f1 = attribution_f1(tried, articles)
        scored.append((f1, cue, keep))
        print(f"cue {cue:.2f} keep {keep:.2f}: attribution F1 {100 * f1:.1f}", flush=True)
    _, cue, keep = max(scored)
    model = replace(model, thresholds=replace(model.thresholds, cue=cue, keep=keep))
    features, right, fold = examples(model, articles)
    print(f"expected calibration error, cross-validated: {100 * cross_validated(features, right, fold):.1f} points")
    path = args.model / "settings.json"
    settings = json.loads(path.read_text(encoding="utf-8"))
    settings["thresholds"] = {"cue": cue, "keep": keep}
    settings["calibration"] = [round(float(x), 4) for x in fit(features, right)]
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def attribution_f1(model: Tagger, articles: list[Article]) -> float:
    """Score as ../shared/score/attributions.py does."""
    hits = found = wanted = 0
    for article in articles:
        right = matches(model, article)[1]
        hits, found = hits + sum(right), found + len(right)
        wanted += sum(bool(a["content"]) for a in article["attributions"])
    return 2 * hits / (found + wanted)


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
    """Collect features (as log-odds), rightness and fold of every attribution found."""
    rows, right, fold = [], [], []
    for number, article in enumerate(articles):
        features, good = matches(model, article)
        rows += features
        right += good
        fold += [number % FOLDS] * len(good)
    p = np.clip(np.array(rows), 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p)), np.array(right, float), np.array(fold)


def fit(features: Any, right: Any) -> Any:
    """Fit bias and weights by maximum likelihood, lightly regularised."""
    x = np.concatenate([np.ones((len(features), 1)), features], axis=1)

    def loss(w: Any) -> float:
        z = x @ w
        return float(np.logaddexp(0, z).sum() - (right * z).sum() + 0.5 * (w[1:] ** 2).sum())

    return minimize(loss, np.zeros(x.shape[1])).x


def cross_validated(features: Any, right: Any, fold: Any) -> float:
    """Return the expected calibration error (0 to 1) of predictions on folds not fitted on."""
    predicted = np.zeros(len(right))
    for k in range(FOLDS):
        bias, *weights = fit(features[fold != k], right[fold != k])
        predicted[fold == k] = 1 / (1 + np.exp(-(bias + features[fold == k] @ np.array(weights))))
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
