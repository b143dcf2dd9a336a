"""Ranks: "Lt. Gen.", and those that several share: "Sens. Bob Corker and Tim Kaine"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.actors.scene import Scene
from loaders.facts import Membership

if TYPE_CHECKING:
    from spacy.tokens import Doc

HIGHER = {"Lt": "Lieutenant", "Maj": "Major", "Brig": "Brigadier"}


def rank_above(doc: Doc, head: int) -> int:
    """Return the token of "Lt." before the rank at `head`; `head` where there is none."""
    before = head - 1 - (head > 1 and doc[head - 1].text == ".")
    return before if before >= 0 and doc[before].text.rstrip(".") in HIGHER else head


def same_rank(scene: Scene, start: int, end: int, person: str) -> None:
    """Read a rank on to those joined: "Sens. Bob Corker and Tim Kaine", "senator X, R-Tenn., and Y, R-S.C."."""
    doc, head = scene.doc, scene.doc[end - 1]
    first = head.head if head.dep_ == "conj" else None
    holder = scene.at.get(first.i) if first is not None else None
    if first is None or holder is None:
        return
    lately = scene.memberships[-20:]
    if any(m.person == person for m in lately):
        return
    for membership in lately:
        if membership.person != holder:
            continue
        word = doc.text[membership.evidence.start : membership.evidence.end].split()[0]
        tagged = all(doc[t.i + 1 : t.i + 4].text.startswith((", R-", ", D-", ", I-")) for t in (first, head))
        if (
            word.rstrip(".") in ("Sens", "Reps", "Govs", "Senators", "Representatives", "Presidents", "Ministers")
            or tagged
        ):
            scene.memberships.append(Membership(person, membership.post, scene.span(start, end), membership.former))
            return
