"""Fit how the rules and the reading model are joined: loaders.meaning.joining's weights and least confidences.

Weights are fitted on the judges' own spans of the judged PolNeAR articles' dev part. Least confidences are chosen for
the F1 of the same articles read by the program itself, whose statements and speakers are wrong at times: what is kept
is then less often right, and the best F1 is reached lower (at half of it: Lipton, Elkan and Naryanaswamy, ECML 2014).
All figures are cross-validated by article. calibrate.py calls it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from fitting import FOLDS, calibration_error, cross_validate, fit, judged_articles
from scipy.optimize import linear_sum_assignment
from spacy.tokens import Doc

from benchmarks.speakers import norm
from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.pointed import speakers_of
from sayso.loaders.actors.speaker import resolve_speakers
from sayso.loaders.attribution.tagger import Tagger
from sayso.loaders.extraction import attributions
from sayso.loaders.facts import Act, Attribution, Meaning, Span, WordRole
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
from sayso.loaders.meaning.status import status
from sayso.loaders.parts import Parts
from sayso.loaders.syntax import parse
from sayso.loaders.views.view import View

NEEDED = {"for": 0.25, "against": 0.25, "demand": 0.5}  # overlap (IoU) at which words count as found
SOMEBODY = ("person/somebody",)  # for whose sake a rule needs a speaker, where the article names none
WEIGHING = np.arange(0.0, 2.01, 0.2)  # of the rules' act
NEXT_TO_NOTHING = 0.0025  # of acts
LEAST = np.arange(0.06, 0.7, 0.02)


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


@dataclass(frozen=True)
class Told:
    """What may have a role in an article's statements as the program finds them, and what its judges say.

    By candidate its features, role, code points, statement and the names of who speaks; by judgement its role, who
    speaks, and its code points.
    """

    found: list[tuple[tuple[float, ...], WordRole, set[int], int, set[str]]]
    judged: list[tuple[WordRole, str, set[int]]]
    fold: int


def fit_joining(model: Tagger, data: Path) -> dict[str, Any]:
    """Fit the weights; print what the join is worth beside its parts."""
    seen = [*see(model, data)]
    told = [*tell(model, data)]
    sides, sides_least = fit_words(seen, [one[SIDES] for one in told], SIDES, MOST_SIDES)
    items, items_least = fit_words(seen, [one[ITEMS] for one in told], ITEMS, MOST_ITEMS)
    return {
        "act": fit_act(seen),
        "sides": sides,
        "sides_least": sides_least,
        "items": items,
        "items_least": items_least,
    }


def tell(model: Tagger, data: Path) -> Iterator[dict[tuple[WordRole, ...], Told]]:
    """Read the judged articles as the program does; yield what each holds of positions and of demands.

    Positions count as the speaker's, also the few that the judges give to another holder.
    """
    for number, (text, _, judged) in enumerate(judged_articles(data)):
        doc = parse(text)
        given = attributions(model, text, View(text), doc, Parts())
        cast = enlist(doc, find_cast(doc, given), given)
        told = {}
        for roles in (SIDES, ITEMS):
            gold = [(r, norm(who), words) for s in judged for r, words in golden(s, roles) for who in s["speaker"]]
            told[roles] = Told([], gold, number % FOLDS)
        for k, one in enumerate(given):
            speakers = speakers_of(doc, cast, one)
            if one.meaning is None or not speakers or status(doc, one) != "said":
                continue
            names = {norm(n) for a in speakers for n in (cast.actors[a].name, *cast.actors[a].names)}
            ruled = ruled_words(doc, cast, one, speakers)
            for roles, those in told.items():
                some = candidates(ruled, one.meaning, roles, one.contents)
                for c in some:
                    those.found.append(
                        (features(c, some, one.meaning), c.role, set(range(c.cut.start, c.cut.end)), k, names)
                    )
        yield told


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
            ruled = ruled_words(doc, cast, one, speakers)
            assert one.meaning is not None
            found.append(Seen(one.meaning, one.contents, act, sure, ruled, s, number % FOLDS))
    return found


def ruled_words(doc: Doc, cast: Cast, one: Attribution, speakers: Sequence[str]) -> list[tuple[WordRole, Span]]:
    """List the words for which the rules see a role."""
    positions = ruled_positions(doc, cast, one, speakers, 0)
    ruled: list[tuple[WordRole, Span]] = [(p.stance, p.matter) for p in positions if p.holder == speakers[0]]
    ruled += [("demand", d.matter) for d, _ in ruled_demands(doc, cast, one, speakers, (), 0)]
    return [*dict.fromkeys(ruled)]


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


def fit_words(seen: list[Seen], told: list[Told], roles: tuple[WordRole, ...], most: int) -> tuple[list[float], float]:
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
    weights = [fit(x[folds != k], y[folds != k]) for k in range(FOLDS)]
    f1 = told_f1(told, weights, most)
    # Where chances are right the best F1 is reached at half of it; on so few articles the curve itself is uneven.
    best = min(least for least in f1 if least >= max(f1.values()) / 2)
    given = 100 * kept_f1(predicted, y, places, wanted, best, most)
    right_share = f"{len(y)} candidates, {100 * y.mean():.0f} % of them right"
    print(f"{'/'.join(roles)}: F1 {100 * f1[best]:.1f} at {best:.2f}, on given spans {given:.1f} of {right_share}")
    print(f"  calibration error {100 * calibration_error(predicted, y):.1f} points")
    return [round(float(w), 3) for w in fit(x, y)], round(best, 2)


def told_f1(told: list[Told], weights: list[Any], most: int) -> dict[float, float]:
    """Return by least confidence the F1 of what is kept of the program's own statements."""
    sure: list[tuple[float, bool]] = []
    for one in told:
        left, taken = [*one.judged], dict[int, int]()
        bias, *rest = weights[one.fold]
        chances = [float(1 / (1 + np.exp(-(bias + np.dot(f, rest))))) for f, *_ in one.found]
        for chance, (_, role, words, statement, names) in sorted(
            zip(chances, one.found, strict=True), key=lambda pair: -pair[0]
        ):
            if taken.get(statement, 0) >= most:
                continue
            taken[statement] = taken.get(statement, 0) + 1
            hit = next((g for g in left if g[0] == role and g[1] in names and near(g[2], words) >= NEEDED[role]), None)
            if hit is not None:
                left.remove(hit)
            sure.append((chance, hit is not None))
    judged = sum(len(one.judged) for one in told)
    f1: dict[float, float] = {}
    for least in LEAST:
        kept = [hit for chance, hit in sure if chance >= least]
        f1[float(least)] = 2 * sum(kept) / max(1, len(kept) + judged)
    return f1


def near(one: set[int], other: set[int]) -> float:
    """Return how much of two stretches is shared (IoU)."""
    return len(one & other) / len(one | other)


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
            [[near(g, o) if c.role == role else 0.0 for c, o in zip(found, ours, strict=True)] for role, g in gold]
        )
        for i, j in zip(*linear_sum_assignment(-overlap), strict=True):
            right[j] = bool(overlap[i, j] >= NEEDED[gold[i][0]])
    return right
