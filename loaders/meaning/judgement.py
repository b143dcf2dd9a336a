"""Judgement: what one clause of a statement does. Act, positions and demands are all read off the same judgements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.facts import Act, Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Judgement:
    """An act, with the stance toward a stretch of words if it takes one.

    `holder` is whose stance it is (None: the speaker's), `target` whom it concerns: who is blamed, praised or asked.
    `demanded` marks what somebody is asked to do, `asker` who asks when not the speaker. A `weak` act decides only
    when no other does.
    """

    act: Act
    stance: Stance | None = None
    matter: Span | None = None
    holder: Token | None = None
    target: Token | None = None
    demanded: bool = False
    weak: bool = False


OPPOSITE: dict[Stance, Stance] = {"for": "against", "against": "for"}
# What an act comes to when its cue is negated: "did not endorse", "has no plans", "does not rule out".
NEGATED: dict[Act, Act] = {
    "support": "reject",
    "intend": "reject",
    "promise": "state",
    "demand": "state",
    "threaten": "deny",
    "propose": "state",
    "accuse": "state",
    "reject": "state",
    "deny": "state",
    "warn": "state",
    "predict": "predict",
    "question": "state",
    "state": "state",
}


def flip(stance: Stance | None, turn: bool) -> Stance | None:
    """Turn a stance over when `turn` holds."""
    return OPPOSITE[stance] if stance and turn else stance
