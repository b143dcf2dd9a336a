"""Gendered: whom an article is about is a woman where its pronouns say so, though her first name is mostly a man's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.people import gender_of_title
from sayso.loaders.actors.words import Gender
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.loaders.actors.scene import Scene

_PRONOUNS: dict[Gender, frozenset[str]] = {
    "male": word_set("actors/pronouns", "he"),
    "female": word_set("actors/pronouns", "she"),
}
_NOUNS: dict[Gender, frozenset[str]] = {
    "male": word_set("actors/nouns", "male"),
    "female": word_set("actors/nouns", "female"),
}
_PERSONS = word_set("actors/nouns", "persons")
_LEAST = 5  # pronouns of the one gender
_PRONOUNS_TO_ONE = 4  # as many of them to each of the other
_NAMES_TO_ONE = 3  # as often the person is named as anybody else


def regendered(scene: Scene) -> None:
    """Correct the gender of the person whom an article is about, where nearly all its pronouns are of the other one.

    A first name tells a gender that may be wrong ("Andrea", "Jean"), a dozen pronouns tell it surely: nobody else is
    named a third as often, nobody without a name is there whom they could mean, and no title says otherwise.
    """
    counts = {gender: sum(t.lower_ in forms for t in scene.doc) for gender, forms in _PRONOUNS.items()}
    gender, often = max(counts.items(), key=lambda told: told[1])
    if often < _LEAST or often < _PRONOUNS_TO_ONE * min(counts.values()):
        return
    people = [key for key, actor in scene.actors.items() if actor.kind == "Person"]
    first, *others = sorted(people, key=lambda key: -scene.counts[key]) or [""]
    alone = all(scene.counts[first] >= _NAMES_TO_ONE * scene.counts[key] for key in others[:1])
    if first and alone and not _another(scene, gender) and not _titled(scene, first, gender):
        scene.gender[first] = gender


def _another(scene: Scene, gender: Gender) -> bool:
    """Say whether an article tells of somebody without a name whom its pronouns could mean: "a woman", "the victim"."""
    like = (t for t in scene.doc if t.lower_ in _NOUNS[gender] | _PERSONS and t.i not in scene.name_at)
    return any(t.tag_ == "NN" and t.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "agent") and _new(t) for t in like)


def _new(noun: Token) -> bool:
    """Say whether a noun is nobody's: "a woman", not "her mother"."""
    return any(c.dep_ == "det" for c in noun.lefts) and not any(c.dep_ == "poss" for c in noun.lefts)


def _titled(scene: Scene, person: str, gender: Gender) -> bool:
    """Say whether a title before the name is of the other gender: "Mr Hill"."""
    names = {name for i, name in scene.name_at.items() if scene.at.get(i) == person}
    return any(gender_of_title(scene.doc, name) not in (gender, None) for name in names)
