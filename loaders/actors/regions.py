"""Regions: "the province", "the state government", "the county", "the city" by the one that the article names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sayso.loaders.actors.known import Name
from sayso.loaders.actors.scene import Scene
from sayso.loaders.actors.slug import key
from sayso.loaders.facts import Actor
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = ("province", "state", "territory")
_REGIONS = {
    **dict.fromkeys(word_set("actors/regions", "province"), "province"),
    **dict.fromkeys(word_set("actors/regions", "state"), "state"),
    **dict.fromkeys(word_set("actors/regions", "territory"), "territory"),
}
_OF_THE_REGION = word_set("actors/regions", "of_the_region")
_LANDS = word_set("actors/names", "regions")
_TOWNS = word_set("actors/regions", "towns")
_BEFORE = ("compound", "amod", "poss", "nmod")


def region(scene: Scene, token: Token, source: bool) -> tuple[str, ...]:
    """Return the region or town, or a region's government, that a noun with "the" means; () where nothing tells which.

    "The government" alone is a region's where no state is named as often. A town is meant where it speaks (`source`).
    """
    low, before = token.lower_, [c.lower_ for c in token.lefts if c.dep_ in _BEFORE]
    if low == "government" and (not before or (len(before) == 1 and before[0] in _OF_THE_REGION)):
        name = _named(scene, _NOUNS)
        if name is None or (not before and not _is_told_of_most(scene, name)):
            return ()
        return (scene.add(Actor(key("organisation", f"{name} government"), "Organisation", f"{name} government")),)
    if low in _TOWNS:
        return _town(scene, token) if source else ()
    if before or low not in (*_NOUNS, *_LANDS):
        return ()
    name = _named(scene, (low,)) if low in _NOUNS else _ending(scene, token)
    return (_place(scene, name),) if name is not None else ()


def ruling_region(scene: Scene) -> str | None:
    """Return the region that an article is about: named twice and more than any state; None where none is."""
    name = _named(scene, _NOUNS)
    return _place(scene, name) if name is not None and _is_told_of_most(scene, name) else None


def _place(scene: Scene, name: str) -> str:
    return scene.place(next(n for n in _lands(scene) if n.text == name))


def _town(scene: Scene, token: Token) -> tuple[str, ...]:
    """Return "the city": the town that the article names most before it, as the body that speaks."""
    named = Counter(name.text for last, name in scene.places.items() if last < token.i)
    return (_place(scene, named.most_common(1)[0][0]),) if named else ()


def _lands(scene: Scene) -> list[Name]:
    """List the names of places, also those that the recogniser takes for bodies."""
    return [n for n in scene.names if n.form in ("place", "organisation") and n.actor is None]


def _named(scene: Scene, nouns: tuple[str, ...]) -> str | None:
    """Return the region that an article names more than others; None where none is."""
    counts = Counter(n.text for n in _lands(scene) if _REGIONS.get(n.text) in nouns)
    (first, most), (_, next_most) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return first if most > next_most else None


def _is_told_of_most(scene: Scene, name: str) -> bool:
    """Say whether a region is named at least twice, and no state as often."""
    count = sum(n.text == name for n in _lands(scene))
    states = Counter(n.actor for n in scene.names if n.actor and n.actor.startswith("country/"))
    return count > 1 and count > max(states.values(), default=0)


def _ending(scene: Scene, token: Token) -> str | None:
    """Return the one place named before a noun that ends with it: "Palo County" for "the county"."""
    before = (n.text for n in _lands(scene) if n.start < token.i)
    found = {text for text in before if text.lower().endswith(f" {token.lower_}")}
    return found.pop() if len(found) == 1 else None
