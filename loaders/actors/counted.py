"""Counted: whom "both countries", "the two leaders" and "the three senators" mean: as many of the kind, named last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sayso.loaders.actors.scene import Scene
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_row, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.loaders.actors.discourse import Reader

_COUNTS = dict.fromkeys(word_row("actors/counted", "two"), 2) | dict.fromkeys(word_row("actors/counted", "three"), 3)
_STATES = word_set("actors/counted", "states")
_SIDES = word_set("actors/counted", "sides")
_PERSONS = word_set("actors/counted", "persons") | word_set("actors/nouns", "persons")
_KNOWN_ONES = word_set("actors/descriptions", "known_ones")
_FAR = 4  # sentences back in which they are named


def counted(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return the two or three actors that a counted plural means, in text order; () where that many are not found."""
    alone = _COUNTS.get(token.lower_, 0) if token.i in reader.sources else 0  # "the two discussed the issue"
    if token.tag_ != "NNS" and not alone:
        return ()
    count = alone or next((n for c in token.lefts if (n := _COUNTS.get(c.lower_))), 0)
    the = any(c.lower_ in _KNOWN_ONES for c in token.lefts)
    if not count or not the or (token.lemma_ == "side" and any(c.lower_ == "of" for c in token.rights)):
        return ()  # "both sides of the aisle" are not the two states named before
    found: list[str] = []
    near = [o for o in reader.salience.latest(token.i) if reader.place[0] - o.sentence <= (0 if alone else _FAR)]
    fit = partial(_fits, reader.scene, "leader" if alone else token.lemma_.lower())
    together = next((o.actors for o in near if len(o.actors) == count and all(fit(a) for a in o.actors)), None)
    if together is not None:  # "Lithuania and Poland … both countries", whatever is named besides
        return together
    for seen in near:
        for actor in reversed(seen.actors):
            if actor not in found and fit(actor):
                found.append(actor)
    # more than that many of the kind are in sight: who is meant is anybody's guess
    return tuple(reversed(found)) if len(found) == count else ()


def _fits(scene: Scene, noun: str, actor: str) -> bool:
    kind = scene.kind(actor)
    if actor.startswith("group/"):
        return False
    if noun in _STATES:
        return kind == "Country"
    if noun in _SIDES:
        return kind in ("Country", "Organisation")
    if noun in _PERSONS or noun in words().people:
        return kind == "Person"
    if noun in words().offices:
        held = [m.post.title.lower().split() for m in scene.memberships[:300] if m.person == actor]
        return kind == "Person" and any(noun in title for title in held)
    return kind == "Organisation" and noun in scene.kinds.get(actor, ())
