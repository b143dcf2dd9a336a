"""Fit whom the words are about: loaders.meaning.concern's weights and least confidence.

On the judges' own spans of the judged PolNeAR articles' dev part, which trains nothing; the F1 printed is
cross-validated by article, beside that of the rules alone. calibrate.py calls it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from fitting import FOLDS, calibration_error, cross_validate, fit, judged_articles

from benchmarks.speakers import norm
from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.pointed import speakers_of
from sayso.loaders.attribution.tagger import Tagger
from sayso.loaders.meaning.concern import concerned, features
from sayso.loaders.meaning.crowds import enlist
from sayso.loaders.syntax import parse

LEAST = np.arange(0.15, 0.6, 0.02)
ABOUT_AS_GOOD = 0.01  # F1


def fit_concern(model: Tagger, data: Path) -> dict[str, Any]:
    """Fit the weights and choose the least confidence, for about the best F1."""
    rows, right, fold, ruled, wanted = [], [], [], [], 0
    for number, (text, spans, judged) in enumerate(judged_articles(data)):
        encoded, windows = model.run(text)
        given = model.understand(text, encoded, windows, spans)
        doc = parse(text)
        cast = enlist(doc, find_cast(doc, given), given)
        for one, s in zip(given, judged, strict=True):
            gold = {norm(name) for name in s.get("about", [])}
            wanted += len(gold)
            found = concerned(doc, cast, one, speakers_of(doc, cast, one))
            for candidate in found:
                actor = cast.actors[candidate.actor]
                rows.append(features(doc, cast, one, candidate, found))
                right.append(bool(gold & {norm(n) for n in (actor.name, *actor.names)}))
                ruled.append(candidate.ruled)
                fold.append(number % FOLDS)
    x, y, folds, by_rule = np.array(rows), np.array(right, float), np.array(fold), np.array(ruled)
    predicted = cross_validate(x, y, folds)

    def f1(kept: Any) -> float:
        return float(2 * y[kept].sum() / (kept.sum() + wanted))

    values = {float(least): f1(predicted >= least) for least in LEAST}
    # Of least confidences that are about as good the lowest: nobody who is talked about should be missing.
    best = min(least for least, value in values.items() if value >= max(values.values()) - ABOUT_AS_GOOD)
    print(f"about: F1 {100 * values[best]:.1f} at {best:.2f} of {len(y)} candidates, cross-validated;", end=" ")
    print(f"the rules alone {100 * f1(by_rule):.1f}; calibration error {100 * calibration_error(predicted, y):.1f}")
    return {"weights": [round(float(w), 3) for w in fit(x, y)], "least": round(best, 2)}
