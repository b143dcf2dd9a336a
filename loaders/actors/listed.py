"""Offices that several share: "Sens. Bob Corker and Tim Kaine", "Presidents Macron of France and Duda of Poland"."""

from __future__ import annotations

import re

from sayso.loaders.actors.owners import land_after
from sayso.loaders.actors.scene import Scene
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Membership, Post
from sayso.loaders.word_lists import any_of, word_row

_BETWEEN = 12  # tokens between two names of a list
_TAG_OF_PARTY = r"(?:\s*\([^()]{2,30}\)|, ?[RDI]-[\w.]+)"
_AND = any_of(word_row("actors/rows", "joining"))
_BETWEEN_NAMES = re.compile(rf"(?P<tag>{_TAG_OF_PARTY})?(?P<state> ?of (?:the )?[\w .]{{3,30}}?)?(?:,? ?{_AND}|,)\s*")
_TAG = re.compile(_TAG_OF_PARTY)


def same_rank(scene: Scene, index: int, person: str) -> None:
    """Read an office on to those listed with its holder: "Sens. Bob Corker (R-Tenn.) and Tim Kaine".

    What stands between two names of a list is a tag of party and state or "of" and a state. The plural of the office
    or tags behind both names tell that it is meant for both.
    """
    doc, name = scene.doc, scene.names[index]
    before = next((n for n in reversed(scene.names[max(0, index - 4) : index]) if n.form == "person"), None)
    if before is None or name.start - before.end > _BETWEEN:
        return
    between = _BETWEEN_NAMES.fullmatch(doc[before.end : name.start].text)
    holder = scene.at.get(before.start)
    tagged = between is not None and between["tag"] and _TAG.match(doc[name.end : name.end + 5].text)
    lately = [m for m in scene.memberships[-20:] if m.person == holder]
    if between is None or holder == person or any(m.person == person for m in scene.memberships[-20:]):
        return
    for membership in reversed(lately):
        first = tokens_in(doc, membership.evidence).text.split()
        several = any(_plural(word) for word in first[:5])
        if several or tagged:
            post = membership.post
            land = land_after(scene, name.end, local=False) or (None if between["state"] else post.organisation)
            own = Post(post.title, land)
            scene.memberships.append(Membership(person, own, membership.evidence, membership.former))
            return


def _plural(word: str) -> bool:
    plain = word.rstrip(".").removesuffix("s")
    return word.rstrip(".").endswith("s") and (plain in words().ranks or plain.lower() in words().offices)
