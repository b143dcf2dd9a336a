"""Judgement: what one clause of a statement does. Act, positions and demands are all read off the same judgements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.loaders.facts import Act, Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.loaders.meaning.reading import Reading


@dataclass(frozen=True, slots=True)
class Judgement:
    """An act, with the stance toward a stretch of words if it takes one.

    `holder` is whose stance it is (None: the speaker's), `target` whom it concerns: who is blamed, praised or asked.
    `demanded` marks what somebody is asked to do; `item` is what the demand is about when that is more than the stance
    is toward ("the alliance will not admit them" against "admit them"). A `weak` act decides only when no other does;
    a `sure` one is a set way of doing it, which a guess of the reading model hardly outweighs. What is one of a `row`
    is demanded with the others of it, or not at all.
    """

    act: Act
    stance: Stance | None = None
    matter: Span | None = None
    holder: Token | None = None
    target: Token | None = None
    demanded: bool = False
    item: Span | None = None
    weak: bool = False
    sure: bool = False
    row: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the content under judgement.

    `turn` says that what stands above turns it over ("I don't think that …"), `depth` how many clauses stand above,
    `read_on` judges a clause below.
    """

    reading: Reading
    verb: Token
    turn: bool
    depth: int
    read_on: Callable[[Clause], list[Judgement]]

    def below(self, verb: Token, turn: bool, reading: Reading | None = None) -> list[Judgement]:
        """Judge a clause inside this one."""
        return self.read_on(Clause(reading or self.reading, verb, turn, self.depth + 1, self.read_on))


OPPOSITE: dict[Stance, Stance] = {"for": "against", "against": "for"}
# What an act comes to when its cue is negated: "did not endorse", "has no plans", "does not rule out".
NEGATED: dict[Act, Act] = {
    "support": "reject",
    "intend": "reject",
    "threaten": "deny",
    "predict": "predict",
}


def denied_act(act: Act, negated: bool) -> Act:
    """Return what an act comes to when its cue is negated: mostly a mere statement."""
    return NEGATED.get(act, "state") if negated else act


def flip(stance: Stance | None, turn: bool) -> Stance | None:
    """Turn a stance over when `turn` holds."""
    return OPPOSITE[stance] if stance and turn else stance
