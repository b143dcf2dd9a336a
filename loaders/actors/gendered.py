"""Gendered: whom an article is about is a woman where its pronouns say so, though her first name is mostly a man's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.words import Gender
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from sayso.loaders.actors.scene import Scene

_PRONOUNS: dict[Gender, frozenset[str]] = {
    "male": word_set("actors/pronouns", "he"),
    "female": word_set("actors/pronouns", "she"),
}
_LEAST = 5  # pronouns of the one gender
_PRONOUNS_TO_ONE = 4  # as many of them to each of the other
_NAMES_TO_ONE = 3  # as often the person is named as anybody else


def regendered(scene: Scene) -> None:
    """Correct the gender of the person whom an article is about, where nearly all its pronouns are of the other one.

    A first name tells a gender that may be wrong ("Andrea", "Jean"), a dozen pronouns tell it surely: nobody else is
    named a third as often.
    """
    counts = {gender: sum(t.lower_ in forms for t in scene.doc) for gender, forms in _PRONOUNS.items()}
    gender, often = max(counts.items(), key=lambda told: told[1])
    if often < _LEAST or often < _PRONOUNS_TO_ONE * min(counts.values()):
        return
    people = [key for key, actor in scene.actors.items() if actor.kind == "Person"]
    first, *others = sorted(people, key=lambda key: -scene.counts[key]) or [""]
    if first and all(scene.counts[first] >= _NAMES_TO_ONE * scene.counts[key] for key in others[:1]):
        scene.gender[first] = gender
