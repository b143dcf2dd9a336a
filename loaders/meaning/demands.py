"""Demands: who wants whom to do or leave what, item by item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Act, Attribution, Demand, Span
from sayso.loaders.meaning.actors import asking, meant
from sayso.loaders.meaning.appraisal import among
from sayso.loaders.meaning.cueing import judge_once
from sayso.loaders.meaning.marked import marked_demands, with_demands

if TYPE_CHECKING:
    from spacy.tokens import Doc


def demands(
    doc: Doc,
    cast: Cast,
    attribution: Attribution,
    act: Act,
    speakers: Sequence[str],
    addressees: Sequence[str] = (),
    statement: int = 0,
) -> list[Demand]:
    """List what is demanded in a statement, one for each item and demander; `statement` is its index.

    Of whom: who ought to do it by the words, else whom the words are addressed to.
    """
    ruled = ruled_demands(doc, cast, attribution, speakers, addressees, statement)
    if attribution.meaning is None:
        return ruled
    marked = marked_demands(cast, attribution, attribution.meaning, speakers, addressees, statement)
    return with_demands(ruled, marked)


def ruled_demands(
    doc: Doc,
    cast: Cast,
    attribution: Attribution,
    speakers: Sequence[str],
    addressees: Sequence[str],
    statement: int,
) -> list[Demand]:
    """List what the rules see demanded."""
    found: dict[tuple[str, Span], Demand] = {}
    for judgement in judge_once(doc, cast, attribution, speakers):
        matter = judgement.item or judgement.matter
        if not judgement.demanded or matter is None:
            continue
        askers = tuple(speakers) if judgement.holder is None else asking(cast, judgement.holder)
        if judgement.holder is not None and among(judgement.holder.lemma_, "requests"):
            asked = tuple(speakers)  # who rejects a request is who was asked
        else:
            asked = tuple(key for key in meant(cast, judgement.target) if key not in askers) or tuple(addressees)
        for asker in askers:
            found.setdefault((asker, matter), Demand(statement, asker, matter, asked))
    return list(found.values())
