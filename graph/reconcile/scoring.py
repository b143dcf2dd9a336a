"""How like a text is to an actor's names, and whether the likeness leaves no doubt."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from sayso.graph.actors.likeness import NameWords, bodies, people, words_of
from sayso.graph.reconcile.entity import Entity

LABEL_SCORE = 100.0
OTHER_NAME_SCORE = 97.0
_LAST_NAME_SCORE = 70.0
_MOST_UNSURE = 95.0
_LONGEST = 300
# Letters in common say little: half of "Anna Zenda" is in "Hans Ende".
_LETTERS = 0.75


@dataclass(frozen=True, slots=True)
class MatchScore:
    """From 0 to 100; `exact` where the text is one of the names, but for case, accents and punctuation."""

    score: float
    exact: bool = False
    label: bool = False


def likeness(text: str, entity: Entity) -> MatchScore:
    """Compare a text with an actor's names; "Lavrov, Sergei" is read as "Sergei Lavrov" too."""
    readings = tuple(filter(None, map(words_of, _readings(text[:_LONGEST]))))
    best = MatchScore(0.0)
    for name in (entity.name, *entity.other_names):
        label = name == entity.name
        words = words_of(name)
        for reading in readings:
            best = max(best, _compared(reading, words, label=label, person=entity.kind == "Person"), key=_order)
    return best


def _order(found: MatchScore) -> tuple[bool, float]:
    return found.exact, found.score


def _readings(text: str) -> tuple[str, ...]:
    last, comma, first = text.partition(",")
    return (text, f"{first} {last}") if comma and first.strip() and "," not in first else (text,)


def _compared(text: NameWords, name: NameWords, *, label: bool, person: bool) -> MatchScore:
    if text == name:
        return MatchScore(LABEL_SCORE if label else OTHER_NAME_SCORE, exact=True, label=label)
    if person and len(text) == 1 and text == name[-1:]:
        return MatchScore(_LAST_NAME_SCORE)
    alike = people(text, name) if person else bodies(text, name)
    letters = fuzz.token_sort_ratio(" ".join(text), " ".join(name)) * _LETTERS
    return MatchScore(min(max(100 * alike.score if alike else 0.0, letters), _MOST_UNSURE))
