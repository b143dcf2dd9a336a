"""Fit the confidences of an exported model, and set how sure it has to be, on articles that trained nothing.

    python training/reading/calibrate.py ../shared [--model FOLDER]

Runs in the project's own environment. Attribution: logistic regression on the decoder's features, to whether content
and source are right, on PolNeAR's dev split; the expected calibration error of a five-fold cross-validation by article
is printed, and the least confidence to keep is chosen for the best attribution F1. Speakers: logistic regression on
loaders.actors.certainty's features, to whether a name that the judges give is the speaker's, in the dev part of the
judged PolNeAR articles. Acts, positions and demands: joined.py. Whom the words are about: concerned.py.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

import numpy as np  # noqa: E402
from concerned import fit_concern  # noqa: E402
from fitting import FOLDS, calibration_error, cross_validate, fit, judged_articles  # noqa: E402
from joined import fit_joining  # noqa: E402
from scipy.optimize import linear_sum_assignment  # noqa: E402

from benchmarks.speakers import norm  # noqa: E402
from sayso.loaders.actors.casting import find_cast  # noqa: E402
from sayso.loaders.actors.certainty import speaker_features  # noqa: E402
from sayso.loaders.actors.pointed import speakers_of  # noqa: E402
from sayso.loaders.attribution.model_files import MODEL, write_sums  # noqa: E402
from sayso.loaders.attribution.tagger import Tagger, tagger  # noqa: E402
from sayso.loaders.meaning.crowds import enlist  # noqa: E402
from sayso.loaders.syntax import parse  # noqa: E402

LEAST = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45)
Article = dict[str, Any]


def main() -> None:
    """Choose thresholds, fit the confidences and write them into the model's settings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, default=MODEL)
    args = parser.parse_args()
    path = args.model / "settings.json"
    settings = json.loads(path.read_text(encoding="utf-8"))
    settings |= calibrate_attribution(tagger(args.model), args.data / "polnear/dev.jsonl")
    settings["marking"] = {}
    settings |= calibrate_speakers(tagger(args.model), args.data)
    settings["joining"] = fit_joining(tagger(args.model), args.data)
    settings["concern"] = fit_concern(tagger(args.model), args.data)
    settings.pop("curves", None)
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    write_sums(args.model)


def calibrate_attribution(model: Tagger, gold: Path) -> dict[str, Any]:
    """Fit the confidence of attributions and choose the least one to keep."""
    articles = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
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
    return {
        "thresholds": {"confidence": max(f1, key=lambda least: f1[least])},
        "calibration": [round(float(x), 4) for x in fit(features, right)],
    }


def calibrate_speakers(model: Tagger, data: Path) -> dict[str, Any]:
    """Fit the confidence of speakers; the expected calibration error of a cross-validation by article is printed."""
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    fold: list[int] = []
    for number, (text, spans, judged) in enumerate(judged_articles(data)):
        encoded, windows = model.run(text)
        given = model.understand(text, encoded, windows, spans)
        doc = parse(text)
        cast = enlist(doc, find_cast(doc, given), given)
        for one, s in zip(given, judged, strict=True):
            speakers = speakers_of(doc, cast, one)
            if speakers:
                names = [{norm(n) for n in (cast.actors[k].name, *cast.actors[k].names)} for k in speakers]
                wanted = {norm(name) for name in s["speaker"]}
                rows.append(speaker_features(doc, cast, one, speakers))
                right.append(all(n & wanted for n in names))
                fold.append(number % FOLDS)
    features, good, folds = np.array(rows), np.array(right, float), np.array(fold)
    error = calibration_error(cross_validate(features, good, folds), good)
    print(f"speakers: right {100 * good.mean():.1f}, calibration error, cross-validated: {100 * error:.1f} points")
    return {"speaker": [round(float(x), 4) for x in fit(features, good)]}


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


def chars(spans: Any) -> set[int]:
    """Return the code points of spans."""
    return {i for a, b in spans for i in range(a, b)}


if __name__ == "__main__":
    main()
