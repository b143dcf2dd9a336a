"""Bodies: names with a noun behind them: "the Saudi government", "the Obama administration"."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.actors.organisations import landed
from sayso.loaders.actors.scene import Scene
from sayso.loaders.actors.slug import key
from sayso.loaders.actors.sources import noun_phrase
from sayso.loaders.facts import Actor
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOVERNMENTS = word_set("actors/bodies", "governments")
_TEAMS = word_set("actors/bodies", "teams")
_CIRCLES = word_set("actors/bodies", "circles")
_BOARDS = word_set("actors/bodies", "boards")
_BODIES = word_set("actors/bodies", "bodies")
# "the Gannett newspaper chain" is Gannett
_SAME_AS_NAME = word_set("actors/bodies", "same_as_name")
_MANY = 600  # actors that a body is compared with
_COMMITTEES = word_set("actors/bodies", "committees")


def extended(
    scene: Scene, token: Token, actor: str, sources: Container[int] = ()
) -> tuple[str, int, int, Token] | None:
    """Widen a name to the body it modifies: "the Saudi government" is the country, "the Obama administration" a body.

    `sources` are the tokens that head source spans.
    Returns the actor, the tokens and the head of the wider phrase; None where the name stands for itself.
    """
    head = token.head
    while head.dep_ == "compound" and token.i < head.i < head.head.i and head.i <= token.i + 4:
        head = head.head
    if token.dep_ not in ("compound", "amod", "poss", "nmod") or not token.i < head.i <= token.i + 4:
        return None
    if head.i in scene.name_at or (head.tag_ not in ("NN", "NNP") and head.lower_ != "authorities"):
        return None
    kind, low, speaks = scene.kind(actor), head.lower_, head.i in sources
    start, end = noun_phrase(head)
    name = scene.name_at[token.i]
    if kind == "Organisation" and low in _SAME_AS_NAME and token.dep_ == "compound" and name.use != "adherent":
        scene.kinds[actor] = scene.kinds.get(actor, frozenset()) | {
            low,
            *(t.lower_ for t in scene.doc[token.i + 1 : head.i]),
        }
        known = scene.actors[actor]
        scene.add(replace(known, names=known.names | {f"{name.text} {head.text}"}))  # "Time magazine"
        return actor, start, end, head
    if kind == "Organisation" and low in _COMMITTEES and token.dep_ == "compound" and name.use != "adherent":
        return _new_body(scene, scene.doc[name.start : end].text, low), start, end, head
    if kind == "Organisation" and low == "board" and token.dep_ in ("compound", "poss"):
        tail = scene.doc[end : end + 2]
        end += 2 if tail.text.lower() in _BOARDS else 0
        text = f"{scene.actors[actor].name} {scene.doc[head.i : end].text}"
        return _new_body(scene, text, "board"), start, end, head
    if kind == "Country" and low in _GOVERNMENTS:
        text = f"{name.text} {head.text}"  # "Iraqi government" is the state's name where it acts
        scene.add(replace(scene.actors[actor], names=scene.actors[actor].names | {text}))
        return actor, start, end, head
    if kind == "Person" and low in _TEAMS:
        return team_of(scene, actor, low), start, end, head
    if kind == "Person" and low in _CIRCLES and token.dep_ == "poss" and speaks:
        return _new_body(scene, scene.doc[name.start : end].text, low), start, end, head
    if kind == "Country" and low in _BODIES and (token.dep_ != "poss" or speaks):
        return _new_body(scene, scene.doc[name.start : end].text, low), start, end, head
    return None


def of_place(scene: Scene, token: Token) -> tuple[str, int, int, Token] | None:
    """Read a place's body: "New York's legislature", "the Chicago police"."""
    head = token.head
    if (
        token.dep_ in ("compound", "poss", "amod", "nmod")
        and token.i < head.i <= token.i + 4
        and head.lower_ in _BODIES
        and (head.i not in scene.name_at)
    ):
        start, end = noun_phrase(head)
        return _new_body(scene, f"{scene.places[token.i].text} {head.lower_}", head.lower_), start, end, head
    return None


def team_of(scene: Scene, person: str, kind: str) -> str:
    """Return the side of a person: the "Hill campaign" of "Hill's campaign" and of "her campaign"."""
    return _new_body(scene, f"{scene.actors[person].name.split()[-1]} {kind}", kind)


def is_team(noun: str) -> bool:
    """Say whether a noun, in lower case, tells of a person's side: "campaign", "administration"."""
    return noun in _TEAMS


def _new_body(scene: Scene, name: str, kind: str) -> str:
    land = landed(name)
    same = (a for a in islice(scene.actors.values(), _MANY) if a.kind == "Organisation" and a.name != name)
    if land is not None and (known := next((a for a in same if landed(a.name) == land), None)) is not None:
        body = scene.add(replace(known, names=known.names | {name}))  # "the Parliament of Iraq"
    else:
        body = scene.add(Actor(key("organisation", name), "Organisation", name))
    scene.kinds[body] = frozenset((kind,))
    return body
