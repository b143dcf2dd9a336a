"""Certainty: how sure it is that an attribution's speakers are who the article means.

A logistic curve over what kind of word the source is and how much of the reading model's probability lies on the
mentions of the speaker; fitted to judged articles by training/reading/calibrate.py, kept in the model's settings.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.pointed import chances
from sayso.loaders.actors.sources import speaking_heads
from sayso.loaders.attribution.model_files import MODEL, model_settings
from sayso.loaders.facts import Attribution
from sayso.loaders.odds import logistic

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LEAST = 0.005  # of the model's probability, where it points nowhere near


def speaker_weights() -> tuple[float, ...]:
    """Return the model's weights of the confidence in speakers; () where they are not fitted."""
    return tuple(model_settings(MODEL).get("speaker", ()))


def speaker_features(doc: Doc, cast: Cast, attribution: Attribution, speakers: Sequence[str]) -> tuple[float, ...]:
    """Return what the confidence in a statement's speakers is computed from.

    Whether the source is a pronoun, a common noun or absent (a name is none of these), whether a speaker is an unnamed
    group, whether there are several, and the log-odds of the model pointing at the least likely of them.
    """
    kinds = {head.pos_ for head in speaking_heads(doc, attribution)}
    pointed = chances(cast, attribution)
    share = min((pointed.get(key, 0.0) for key in speakers), default=0.0)
    share = min(max(share, _LEAST), 1 - _LEAST)
    return (
        float("PRON" in kinds),
        float("NOUN" in kinds),
        float(not attribution.sources),
        float(any(cast.actors[key].kind == "Group" for key in speakers)),
        float(len(speakers) > 1),
        log(share / (1 - share)),
    )


def speaker_confidence(
    doc: Doc, cast: Cast, attribution: Attribution, speakers: Sequence[str], weights: Sequence[float]
) -> float | None:
    """Return how sure the speakers are, 0 to 1; None where nobody is named or the model's settings hold no weights."""
    if not speakers or not weights:
        return None
    return round(logistic(weights, speaker_features(doc, cast, attribution, speakers)), 3)
