"""Positions: who is for or against what, and toward whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from loaders.actors.cast import Cast
from loaders.facts import Attribution, Position, Span
from loaders.meaning.actors import asking, meant, speaking
from loaders.meaning.cueing import judge
from loaders.meaning.judgement import Judgement
from loaders.meaning.reading import read

if TYPE_CHECKING:
    from spacy.tokens import Doc


def positions(
    doc: Doc, cast: Cast, attribution: Attribution, speakers: Sequence[str], statement: int = 0
) -> list[Position]:
    """List the stances that a statement expresses, one for each holder; `statement` is its index.

    The stance is toward the words of the matter's span: "will not be admitted" is against "admitted". For: what is
    intended, promised, demanded, proposed, supported; against: a plan denied, what is rejected, conduct blamed.
    """
    found: dict[tuple[str, Span], Position] = {}
    for judgement in judge(read(doc, attribution, speaking(cast, speakers))):
        if judgement.stance is None or judgement.matter is None:
            continue
        holders = tuple(speakers) if judgement.holder is None else asking(cast, judgement.holder)
        for holder in holders:
            toward = tuple(key for key in concerned(cast, judgement) if key != holder)
            found.setdefault(
                (holder, judgement.matter), Position(statement, holder, judgement.stance, judgement.matter, toward)
            )
    return list(found.values())


def concerned(cast: Cast, judgement: Judgement) -> tuple[str, ...]:
    """List toward whom a stance is: who is blamed or praised; nobody where something is only asked or planned."""
    if judgement.act not in {"accuse", "reject", "support", "deny"} or judgement.matter is None:
        return ()
    keys = meant(cast, judgement.target)
    return keys or tuple(m.actor for m in cast.within(judgement.matter)[:1])
