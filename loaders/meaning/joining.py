"""Joining: one answer from the rules and from the reading model, each of which sees what the other misses.

Each stretch of words that either takes for something for, against or demanded is a candidate; a logistic curve over
what both say of it gives how sure it is. Of acts, the model's chances are weighed up for the one that the rules see.
The weights are fitted to judged articles that trained nothing, by training/reading/joined.py, and kept with the model.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp, log

from sayso.loaders.attribution.model_files import MODEL, model_settings
from sayso.loaders.facts import Act, Marked, Meaning, Span, WordRole
from sayso.loaders.odds import chance_of, logistic, odds

SIDES: tuple[WordRole, ...] = ("for", "against")
ITEMS: tuple[WordRole, ...] = ("demand",)
SURE = 3.0  # log-odds that a set way of doing something weighs, whatever the rules' act does elsewhere
MARKED = 0.5  # chance from which the model's own borders are its first choice
UNMARKED = 0.05  # stands for the model's chance where it marks nothing
TYPICAL: dict[WordRole, frozenset[Act]] = {
    "for": frozenset({"support", "promise", "intend", "propose", "demand", "threaten"}),
    "against": frozenset({"reject", "accuse", "deny", "warn"}),
    "demand": frozenset({"demand"}),
}
NEUTRAL: frozenset[Act] = frozenset({"question", "predict"})


@dataclass(frozen=True, slots=True)
class SpanCandidate:
    """Words that may be for, against or demanded: the model's chance of it, and the rules' cut, where they see it."""

    role: WordRole
    span: Span
    chance: float
    ruled: Span | None = None

    @property
    def cut(self) -> Span:
        """The words: as the rules cut them, where they see them."""
        return self.ruled or self.span


@dataclass(frozen=True, slots=True)
class JoiningWeights:
    """Bias and weights of the features of sides and of demanded items, the least confidences to keep them.

    `act` is what the rules' act weighs (in log-odds), then bias and slope of the confidence in the act.
    """

    act: tuple[float, float, float]
    sides: tuple[float, ...]
    sides_least: float
    items: tuple[float, ...]
    items_least: float


@cache
def joining_weights() -> JoiningWeights:
    """Read the weights from a model's settings."""
    told = model_settings(MODEL)["joining"]
    return JoiningWeights(
        act=tuple(told["act"]),
        sides=tuple(told["sides"]),
        sides_least=told["sides_least"],
        items=tuple(told["items"]),
        items_least=told["items_least"],
    )


def joined_act(
    acts: Iterable[tuple[Act, float]], ruled: Act, weights: JoiningWeights, sure: bool = False
) -> tuple[Act, float]:
    """Choose an act from the model's chances and the one that the rules see; return it with its confidence.

    `sure` tells that the rules see a set way of doing it.
    """
    chances = dict(acts)
    if ruled != "state":
        chances[ruled] = max(chances.get(ruled, 0.0), UNMARKED) * exp(SURE if sure else weights.act[0])
    best = max(chances, key=lambda act: chances[act])
    share = chances[best] / sum(chances.values())
    return best, round(chance_of(weights.act[1] + weights.act[2] * odds(share)), 3)


def candidates(
    ruled: Iterable[tuple[WordRole, Span]], meaning: Meaning, roles: Collection[WordRole], contents: Sequence[Span]
) -> list[SpanCandidate]:
    """List what may have one of the roles in a statement: what the model marks, and what the rules see beside it."""
    found = [
        SpanCandidate(mark.role, mark.span, mark.confidence)
        for mark in _unbroken(meaning.marked)
        if mark.role in roles and any(mark.span.overlaps(content) for content in contents)
    ]
    for role, span in ruled:
        if role not in roles:
            continue
        same = [i for i, c in enumerate(found) if c.role == role and c.span.overlaps(span)]
        if not same:
            found.append(SpanCandidate(role, span, UNMARKED, span))
        elif found[same[0]].ruled is None:
            found[same[0]] = replace(found[same[0]], ruled=span)
    return found


def _unbroken(marked: Iterable[Marked]) -> list[Marked]:
    """Join marks of one role with nothing but a space between them, as sure as the longer: they are one thing.

    "[legally] [binding guarantees]"; two things wanted have a comma or an "and" between them.
    """
    found: list[Marked] = []
    for mark in sorted(marked, key=lambda m: (m.role, m.span)):
        last = found[-1] if found else None
        if last is not None and last.role == mark.role and 0 <= mark.span.start - last.span.end <= 1:
            longer = max(last, mark, key=lambda m: m.span.end - m.span.start)
            found[-1] = Marked(mark.role, Span(last.span.start, mark.span.end), longer.confidence)
        else:
            found.append(mark)
    return found


def features(one: SpanCandidate, all_of_them: Sequence[SpanCandidate], meaning: Meaning) -> tuple[float, ...]:
    """Return what the confidence of a candidate is computed from.

    The model's log-odds; whether it marks the words firmly, or not at all; whether the rules see them too, or see the
    other side there; the log-odds of the other side's mark there, of the acts that go with the role, of plain telling,
    of questions and predictions; the length in code points (logarithm), whether it is for, how many the rules see, and
    how many there are (logarithm).
    """
    acts = dict(meaning.acts)
    total = sum(acts.values()) or 1.0
    others = [c for c in all_of_them if c.role != one.role and c.span.overlaps(one.span)]

    def act_odds(wanted: Collection[Act]) -> float:
        return odds(sum(chance for act, chance in acts.items() if act in wanted) / total)

    return (
        odds(one.chance),
        float(one.chance >= MARKED),
        float(one.chance <= UNMARKED),
        float(one.ruled is not None),
        float(any(c.ruled is not None for c in others)),
        odds(max((c.chance for c in others), default=UNMARKED)),
        act_odds(TYPICAL[one.role]),
        act_odds({"state"}),
        act_odds(NEUTRAL),
        log(max(1, one.span.end - one.span.start)),
        float(one.role == "for"),
        float(sum(c.ruled is not None for c in all_of_them)),
        log(1 + len(all_of_them)),
    )


def joined(
    found: Sequence[SpanCandidate],
    meaning: Meaning,
    weights: Sequence[float],
    least: float,
    most: int,
    firm: Collection[tuple[WordRole, Span]] = (),
) -> list[tuple[SpanCandidate, float]]:
    """Keep the candidates that are sure enough, the surest `most`, in text order, each with its confidence.

    Of two with one role that share words the surer stays: one thing is wanted once. What is `firm`, told by a set way
    of taking a side, is sure enough, and nothing else stands in its words.
    """
    sure = [(one, logistic(weights, features(one, found, meaning))) for one in found]
    told = [one for one in found if (one.role, one.ruled) in firm]
    sure = [
        (one, max(chance, least) if one in told else chance)
        for one, chance in sure
        if one in told or not any(one.cut.overlaps(each.cut) for each in told)
    ]
    kept: list[tuple[SpanCandidate, float]] = []
    for one, chance in sorted((pair for pair in sure if pair[1] >= least), key=lambda pair: -pair[1]):
        if len(kept) < most and not any(k.role == one.role and k.cut.overlaps(one.cut) for k, _ in kept):
            kept.append((one, chance))
    return sorted(((one, round(chance, 3)) for one, chance in kept), key=lambda pair: pair[0].span)
