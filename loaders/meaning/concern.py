"""Concern: how sure it is that the words of a statement are about an actor, from the rules and the reading model.

Each of them sees what the other misses. All that are named or meant in the words, or of whom something is asked, are
candidates; a logistic curve over what rules, model and article say of it gives how sure it is. The weights are fitted
to judged articles that trained nothing, by training/reading/concerned.py, and kept in the model's settings.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.tokens import once
from sayso.loaders.attribution.model_files import MODEL, model_settings
from sayso.loaders.facts import Attribution, Mention, Span
from sayso.loaders.meaning.about import about, outermost
from sayso.loaders.meaning.script import script
from sayso.loaders.odds import logistic, odds

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

UNMARKED = 0.02  # stands for the model's chance where it marks nothing
EARLY = 12  # code points from the start of the words within which somebody is their first word
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
OBJECTS = frozenset(("dobj", "dative", "attr"))
BESIDE = frozenset(("compound", "amod", "nmod"))


@dataclass(frozen=True, slots=True)
class ConcernWeights:
    """Bias and weights of the features, and the least confidence at which the words are about an actor."""

    weights: tuple[float, ...]
    least: float


@dataclass(frozen=True, slots=True)
class Concerned:
    """An actor that the words may be about: whether the rules say so, the model's chance, where it is mentioned."""

    actor: str
    ruled: bool
    chance: float
    mentions: tuple[Mention, ...]


@cache
def concern_weights() -> ConcernWeights | None:
    """Read the weights from a model's settings; None where they are not fitted."""
    told = model_settings(MODEL).get("concern")
    return ConcernWeights(tuple(told["weights"]), told["least"]) if told else None


def concerns(
    doc: Doc, cast: Cast, attribution: Attribution, speakers: Collection[str], weights: ConcernWeights | None
) -> tuple[str, ...]:
    """List the actors that the words talk about, in order of appearance, the speakers left out.

    Without weights, or where no model has read the statement, the rules alone decide.
    """
    if weights is None or attribution.meaning is None:
        return about(doc, cast, attribution, speakers)
    found = concerned(doc, cast, attribution, speakers)
    sure = (logistic(weights.weights, features(doc, cast, attribution, one, found)) for one in found)
    return tuple(one.actor for one, chance in zip(found, sure, strict=True) if chance >= weights.least)


def concerned(doc: Doc, cast: Cast, attribution: Attribution, speakers: Collection[str]) -> list[Concerned]:
    """List whom the words may be about: whom the rules name, and all others mentioned in them."""
    ruled = about(doc, cast, attribution, speakers)
    marks = [m for m in attribution.meaning.marked if m.role == "about"] if attribution.meaning else []
    inside: dict[str, list[Mention]] = {actor: [] for actor in ruled}
    for span in sorted(attribution.contents):
        for mention in outermost(cast.within(span)):
            if mention.actor not in speakers and mention.actor in cast.actors:
                inside.setdefault(mention.actor, []).append(mention)
    return [
        Concerned(
            actor,
            actor in ruled,
            max((m.confidence for m in marks if any(m.span.overlaps(x.span) for x in places)), default=UNMARKED),
            tuple(places),
        )
        for actor, places in inside.items()
    ]


def features(
    doc: Doc, cast: Cast, attribution: Attribution, one: Concerned, all_of_them: Sequence[Concerned]
) -> tuple[float, ...]:
    """Return what the confidence in a candidate is computed from.

    Whether the rules name it; the model's log-odds, once for those of the rules and once for the others; whether the
    model marks it at all; its kind (country, body, nameless crowd, nameless person, person of one name); how often the
    article and the words mention it (logarithms); whether pronouns alone mean it; whether it stands first, is subject,
    object, behind a preposition, beside a noun or its owner; how many candidates come before it and how many there are
    (logarithms); the length of the words in code points (logarithm); and whether it stands outside them.
    """
    actor, marked = cast.actors[one.actor], odds(one.chance)
    heads = [head for mention in one.mentions if (head := _head(doc, mention)) is not None]
    starts = [content.start for content in attribution.contents]
    nameless = actor.key.startswith("group/")
    return (
        float(one.ruled),
        marked * one.ruled,
        marked * (not one.ruled),
        float(one.chance > UNMARKED),
        float(actor.kind == "Country"),
        float(actor.kind == "Organisation"),
        float(nameless and actor.kind == "Group"),
        float(nameless and actor.kind != "Group"),
        float(actor.key.startswith("here/")),
        log(1 + _often(doc, cast).get(one.actor, 0)),
        log(1 + len(one.mentions)),
        float(bool(heads) and all(head.pos_ == "PRON" for head in heads)),
        float(any(0 <= m.span.start - start < EARLY for m in one.mentions for start in starts)),
        float(any(head.dep_ in SUBJECTS for head in heads)),
        float(any(head.dep_ in OBJECTS for head in heads)),
        float(any(head.dep_ == "pobj" for head in heads)),
        float(any(head.dep_ in BESIDE for head in heads)),
        float(any(head.dep_ == "poss" for head in heads)),
        log(1 + [c.actor for c in all_of_them].index(one.actor)),
        log(1 + len(all_of_them)),
        log(1 + sum(content.end - content.start for content in attribution.contents)),
        float(not one.mentions),
    )


def _often(doc: Doc, cast: Cast) -> dict[str, int]:
    """Count the places where the article mentions each actor."""

    def count() -> dict[str, int]:
        found: dict[str, int] = {}
        for mention in cast.mentions:
            found[mention.actor] = found.get(mention.actor, 0) + 1
        return found

    return once(doc, ("mentions of each", id(cast.mentions)), count)


def _head(doc: Doc, mention: Mention) -> Token | None:
    """Return the word of a mention on which the others hang."""
    first, last = script(doc).tokens(Span(mention.span.start, mention.span.end))
    inside = range(first, last + 1)
    return next((t for t in doc[first : last + 1] if t.head.i not in inside or t.head.i == t.i), None)
