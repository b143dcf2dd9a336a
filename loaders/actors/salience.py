"""Salience: whom a pronoun or a description most likely means, from who was named before, where and how."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from loaders.actors.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

Number = Literal["one", "many"]
_REMEMBERED = 60
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Actors meant together at a token, how much that place weighs, and whether several are meant."""

    token: int
    sentence: int
    paragraph: int
    actors: tuple[str, ...]
    weight: float
    verb: int
    quoted: bool
    plural: bool


@dataclass
class Salience:
    """The occurrences read so far, in text order."""

    scene: Scene
    recent: list[Occurrence] = field(default_factory=list)

    def note(self, token: Token, actors: tuple[str, ...], place: tuple[int, int], quoted: bool, speaks: bool,
             plural: bool = False) -> None:  # fmt: skip
        """Remember that `token` means `actors`; `place` is the number of its sentence and paragraph."""
        weight = 0.0
        if token.dep_ in _SUBJECTS:
            weight += 1.2 if token.head.dep_ in ("ROOT", "conj") else 0.7
        elif token.dep_ in ("poss", "compound", "amod", "nmod"):
            weight -= 0.8
        elif token.dep_ == "pobj":
            weight -= 0.3
        if speaks:
            weight += 1.0
        if quoted:
            weight -= 1.5
        occurrence = Occurrence(token.i, *place, actors, weight, token.head.i, quoted, plural)
        insort(self.recent, occurrence, key=lambda o: o.token)

    def best(self, token: Token, place: tuple[int, int], fits: dict[str, float] | None, quoted: bool,
             exclude: frozenset[str] = frozenset(), plural: bool | None = None) -> tuple[str, ...]:  # fmt: skip
        """Return the likeliest actors for `token`.

        `fits` gives each actor that agrees its bonus (None: all agree). Those of the same verb are out: nobody sees
        himself. `plural` True asks for several or for a body, False for one actor.
        """
        scores: dict[tuple[str, ...], float] = {}
        last = bisect_left(self.recent, token.i, key=lambda o: o.token)
        for back, seen in enumerate(reversed(self.recent[max(0, last - _REMEMBERED) : last])):
            if plural is False and len(seen.actors) > 1:
                continue
            if any(a in exclude or (fits is not None and a not in fits) for a in seen.actors):
                continue
            if seen.verb == token.head.i and token.dep_ != "poss" and seen.token != token.head.i:
                continue
            distance = place[0] - seen.sentence
            score = seen.weight - 0.7 * distance - 0.15 * (place[1] - seen.paragraph) - 0.02 * back
            if seen.quoted and quoted:
                score += 1.5
            if fits is not None:
                score += sum(fits[a] for a in seen.actors) / len(seen.actors)
            if plural and not (seen.plural or len(seen.actors) > 1):
                score -= 1.0
            if distance > 12:
                score -= 3
            scores[seen.actors] = max(scores.get(seen.actors, -99.0), score)
        for actors in scores:
            scores[actors] += 0.12 * min(6, self.scene.counts[actors[0]])
        return max(scores, key=lambda a: scores[a]) if scores else ()
