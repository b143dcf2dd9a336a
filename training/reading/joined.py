"""Fit how the rules and the reading model are joined: loaders.meaning.joining's weights and least confidences.

Both are fitted on the judges' own spans of the judged PolNeAR articles' dev part; the F1 printed is cross-validated by
article. calibrate.py calls it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from fitting import FOLDS, calibration_error, cross_validate, fit, judged_articles
from scipy.optimize import linear_sum_assignment

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.speaker import resolve_speakers
from sayso.loaders.attribution.tagger import Tagger
from sayso.loaders.facts import Act, Meaning, Span, WordRole
from sayso.loaders.meaning.act import decide
from sayso.loaders.meaning.crowds import enlist
from sayso.loaders.meaning.cueing import judge_once
from sayso.loaders.meaning.demands import MOST as MOST_ITEMS
from sayso.loaders.meaning.demands import ruled_demands
from sayso.loaders.meaning.joining import (
    ITEMS,
    SIDES,
    JoiningWeights,
    SpanCandidate,
    candidates,
    features,
    joined_act,
)
from sayso.loaders.meaning.positions import MOST as MOST_SIDES
from sayso.loaders.meaning.positions import ruled_positions
from sayso.loaders.meaning.reading import read
from sayso.loaders.syntax import parse

NEEDED = {"for": 0.25, "against": 0.25, "demand": 0.5}  # overlap (IoU) at which words count as found
SOMEBODY = ("person/somebody",)  # for whose sake a rule needs a speaker, where the article names none
WEIGHING = np.arange(0.0, 2.01, 0.2)  # of the rules' act
NEXT_TO_NOTHING = 0.0025  # of acts
LEAST = np.arange(0.1, 0.7, 0.02)


@dataclass(frozen=True)
class Seen:
    """What model and rules see in one statement, what its judges say, and the fold of its article."""

    meaning: Meaning
    contents: tuple[Span, ...]
    act: Act
    sure: bool
    ruled: list[tuple[WordRole, Span]]
    judged: dict[str, Any]
    fold: int


def fit_joining(model: Tagger, data: Path) -> dict[str, Any]:
    """Fit the weights; print what the join is worth beside its parts."""
    seen = [*see(model, data)]
    sides, sides_least = fit_words(seen, SIDES, MOST_SIDES)
    items, items_least = fit_words(seen, ITEMS, MOST_ITEMS)
    return {
        "act": fit_act(seen),
        "sides": sides,
        "sides_least": sides_least,
        "items": items,
        "items_least": items_least,
    }


def see(model: Tagger, data: Path) -> list[Seen]:
    """Read the judged articles with model and rules, on the judges' own spans."""
    found = []
    for number, (text, spans, judged) in enumerate(judged_articles(data)):
        encoded, windows = model.run(text)
        given = model.understand(text, encoded, windows, spans)
        doc = parse(text)
        cast = enlist(doc, find_cast(doc, given), given)
        for one, s in zip(given, judged, strict=True):
            speakers = resolve_speakers(doc, cast, one) or SOMEBODY
            act, sure = decide(read(doc, one), judge_once(doc, cast, one, speakers))
            positions = ruled_positions(doc, cast, one, speakers, 0)
            ruled: list[tuple[WordRole, Span]] = [(p.stance, p.matter) for p in positions if p.holder == speakers[0]]
            ruled += [("demand", d.matter) for d in ruled_demands(doc, cast, one, speakers, (), 0)]
            assert one.meaning is not None
            found.append(Seen(one.meaning, one.contents, act, sure, [*dict.fromkeys(ruled)], s, number % FOLDS))
    return found


def fit_act(seen: list[Seen]) -> list[float]:
    """Choose what the rules' act weighs, then fit the confidence in the act."""

    def right(one: Seen, weight: float, curve: tuple[float, float] = (0.0, 1.0)) -> tuple[bool, float]:
        weights = JoiningWeights((weight, *curve), (), 0.0, (), 0.0)
        act, sure = joined_act(one.meaning.acts, one.act, weights, one.sure)
        return act in [one.judged["act"], *one.judged.get("act_also", [])], sure

    shares = {float(w): np.mean([right(one, w)[0] for one in seen if one.meaning.acts]) for w in WEIGHING}
    # The most that costs next to nothing: rules hold on texts that are unlike those of the training, too.
    best = max(w for w, share in shares.items() if share >= max(shares.values()) - NEXT_TO_NOTHING)
    pairs = [right(one, best) for one in seen if one.meaning.acts]
    chance = np.clip(np.array([sure for _, sure in pairs]), 0.01, 0.99)
    bias, slope = fit(np.log(chance / (1 - chance))[:, None], np.array([r for r, _ in pairs], float))
    print(f"act: right {100 * shares[0.0]:.1f} without the rules' act, {100 * shares[best]:.1f} with weight {best:.1f}")
    return [round(float(x), 3) for x in (best, bias, slope)]


def fit_words(seen: list[Seen], roles: tuple[WordRole, ...], most: int) -> tuple[list[float], float]:
    """Fit the weights of words with one of the roles, and choose their least confidence for the best F1."""
    rows, right, fold, places, wanted = [], [], [], [], 0
    for number, one in enumerate(seen):
        found = candidates(one.ruled, one.meaning, roles, one.contents)
        gold = golden(one.judged, roles)
        wanted += len(gold)
        rows += [features(c, found, one.meaning) for c in found]
        right += hits(found, gold)
        fold += [one.fold] * len(found)
        places += [number] * len(found)
    x, y, folds = np.array(rows), np.array(right, float), np.array(fold)
    predicted = cross_validate(x, y, folds)
    f1 = {float(least): kept_f1(predicted, y, places, wanted, least, most) for least in LEAST}
    # Of least confidences within a standard error of the best the middle one: which of them is best is chance.
    top = max(f1.values())
    good = [least for least, value in f1.items() if value >= top - (top * (1 - top) / max(1, wanted)) ** 0.5]
    best = good[len(good) // 2]
    error = calibration_error(predicted, y)
    right_share = f"{len(y)} candidates, {100 * y.mean():.0f} % of them right"
    print(f"{'/'.join(roles)}: F1 {100 * f1[best]:.1f} at {best:.2f} of {right_share}, cross-validated")
    print(f"  calibration error {100 * error:.1f} points")
    return [round(float(w), 3) for w in fit(x, y)], round(best, 2)


def kept_f1(predicted: Any, right: Any, places: list[int], wanted: int, least: float, most: int) -> float:
    """Return the F1 of what is kept: the surest `most` of a statement that are sure enough."""
    kept = right_ones = 0
    taken: dict[int, int] = {}
    for i in np.argsort(-predicted):
        if predicted[i] >= least and taken.get(places[i], 0) < most:
            taken[places[i]] = taken.get(places[i], 0) + 1
            kept += 1
            right_ones += int(right[i])
    return 2 * right_ones / max(1, kept + wanted)


def golden(judged: dict[str, Any], roles: tuple[WordRole, ...]) -> list[tuple[WordRole, set[int]]]:
    """List the judges' words with one of the roles, as code points."""
    found: list[tuple[WordRole, set[int]]] = [
        (p["stance"], set(range(*p["span"]))) for p in judged.get("positions", [])
    ]
    found += [("demand", set(range(*d["span"]))) for d in judged.get("demands", [])]
    return [pair for pair in found if pair[0] in roles]


def hits(found: list[SpanCandidate], gold: list[tuple[WordRole, set[int]]]) -> list[bool]:
    """Say of each candidate whether it is one of the judges', one to one."""
    right = [False] * len(found)
    if found and gold:
        ours = [set(range(c.cut.start, c.cut.end)) for c in found]
        overlap = np.array(
            [
                [len(g & o) / len(g | o) if c.role == role else 0.0 for c, o in zip(found, ours, strict=True)]
                for role, g in gold
            ]
        )
        for i, j in zip(*linear_sum_assignment(-overlap), strict=True):
            right[j] = bool(overlap[i, j] >= NEEDED[gold[i][0]])
    return right
