"""Fit the confidences of an exported model, and set how sure it has to be, on articles that trained nothing.

    python training/reading/calibrate.py ../shared [--model FOLDER]

Runs in the project's own environment. Attribution: logistic regression on the decoder's features, to whether content
and source are right, on PolNeAR's dev split; the expected calibration error of a five-fold cross-validation by article
is printed, and the least confidence to keep is chosen for the best attribution F1. Acts, positions and demands: a
logistic curve each from the network's own probability to whether it is right, and the least probability of a marked
word for the best F1, on the judges' own spans in the dev part of the judged PolNeAR articles. Speakers: logistic
regression on loaders.actors.certainty's features, to whether a name that the judges give is the speaker's, there too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from scipy.optimize import linear_sum_assignment, minimize  # noqa: E402

from benchmarks.quality import attribution_of, part  # noqa: E402
from benchmarks.speakers import norm  # noqa: E402
from sayso.loaders.actors.casting import find_cast  # noqa: E402
from sayso.loaders.actors.certainty import speaker_features  # noqa: E402
from sayso.loaders.actors.pointed import pointed_at  # noqa: E402
from sayso.loaders.actors.speaker import resolve_speakers  # noqa: E402
from sayso.loaders.attribution.meaning import WORD_ROLES, MarkThresholds  # noqa: E402
from sayso.loaders.attribution.model_files import write_sums  # noqa: E402
from sayso.loaders.attribution.tagger import MODEL, Tagger, tagger  # noqa: E402
from sayso.loaders.extraction import POINTED  # noqa: E402
from sayso.loaders.facts import Attribution, Meaning  # noqa: E402
from sayso.loaders.meaning.crowds import enlist  # noqa: E402
from sayso.loaders.syntax import parse  # noqa: E402

LEAST = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45)
MARK_LEAST = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
NEEDED = {"for": 0.25, "against": 0.25, "demand": 0.5}  # overlap (IoU) at which a stretch counts as found
UNTUNED = {"about": 0.2, "told": 0.4, "when": 0.4}  # least probability of the roles that are not tuned
FOLDS, BINS = 5, 10
STRAIGHT = [0.0, 1.0]  # a curve that changes nothing
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
    settings |= calibrate_meaning(tagger(args.model), args.data)
    settings |= calibrate_speakers(tagger(args.model), args.data)
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


def calibrate_meaning(model: Tagger, data: Path) -> dict[str, Any]:
    """Fit the confidences of acts, positions and demands, and choose the least probability of a marked word."""
    model = replace(model, curves={})
    given = []
    for text, spans, judged in judged_articles(data):
        encoded, windows = model.run(text)
        given.append((text, encoded, model.ask(encoded, windows, spans), judged))
    least: dict[str, float] = {}
    curves: dict[str, list[float]] = {}
    scored: dict[str, dict[float, float]] = {role: {} for role in NEEDED}
    found: dict[tuple[str, float], list[tuple[float, bool]]] = {}
    acts: list[tuple[float, bool]] = []
    for value in MARK_LEAST:
        trial = replace(model, marking=MarkThresholds(dict.fromkeys(WORD_ROLES, value)))
        counts = {role: [0, 0, 0] for role in NEEDED}
        for text, encoded, asked, judged in given:
            for one, s in zip(asked, judged, strict=True):
                meaning = trial.meaning(text, encoded, one)
                for role in NEEDED:
                    compare(meaning, s, role, counts[role], found.setdefault((role, value), []))
                if value == MARK_LEAST[0] and meaning.acts:
                    act, chance = meaning.acts[0]
                    acts.append((chance, act in [s["act"], *s.get("act_also", [])]))
        for role, (hit, ours, theirs) in counts.items():
            scored[role][value] = 2 * hit / max(1, ours + theirs)
    for role, values in scored.items():
        least[role] = max(values, key=lambda v: values[v])
        curves[role] = curve(found[role, least[role]])
        print(f"{role}: least {least[role]}, F1 {100 * values[least[role]]:.1f}, curve {curves[role]}")
    curves["act"] = curve(acts)
    print(f"act: right {100 * sum(r for _, r in acts) / len(acts):.1f}, curve {curves['act']}")
    return {"marking": {"least": {**UNTUNED, **least}}, "curves": curves}


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
            speakers = resolve_speakers(doc, cast, one) or pointed_at(cast, one, POINTED)
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


def judged_articles(data: Path) -> Iterator[tuple[str, list[Attribution], list[dict[str, Any]]]]:
    """Yield text, given attributions and judgements of the judged PolNeAR articles' dev part."""
    texts = {r["id"]: r for r in map(json.loads, (data / "polnear/train.jsonl").open(encoding="utf-8"))}
    for article in part(data / "corpus/polnear_meaning.jsonl", "dev"):
        whole = texts[article["id"]]
        spans = [attribution_of(whole["attributions"][s["attribution"]]) for s in article["statements"]]
        yield whole["text"], spans, article["statements"]


def compare(
    meaning: Meaning, judged: dict[str, Any], role: str, counts: list[int], found: list[tuple[float, bool]]
) -> None:
    """Count the stretches of a role that are right, found and wanted; note the probability of each found one."""
    if role == "demand":
        gold = [set(range(*d["span"])) for d in judged.get("demands", [])]
    else:
        gold = [set(range(*p["span"])) for p in judged.get("positions", []) if p["stance"] == role]
    marks = [m for m in meaning.marked if m.role == role]
    ours = [set(range(m.span.start, m.span.end)) for m in marks]
    right = [False] * len(ours)
    if gold and ours:
        overlap = np.array([[len(g & o) / len(g | o) for o in ours] for g in gold])
        for i, j in zip(*linear_sum_assignment(-overlap), strict=True):
            right[j] = bool(overlap[i, j] >= NEEDED[role])
    counts[0] += sum(right)
    counts[1] += len(ours)
    counts[2] += len(gold)
    found += [(m.confidence, r) for m, r in zip(marks, right, strict=True)]


def curve(pairs: list[tuple[float, bool]]) -> list[float]:
    """Fit a logistic curve from log-odds to rightness: its bias and slope (Platt scaling)."""
    if len(pairs) < 20:
        return STRAIGHT
    chance = np.clip(np.array([p for p, _ in pairs]), 1e-3, 1 - 1e-3)
    features = np.log(chance / (1 - chance))[:, None]
    return [round(float(x), 3) for x in fit(features, np.array([r for _, r in pairs], float))]


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
