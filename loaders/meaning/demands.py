"""Demands: who wants whom to do or leave what, item by item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Attribution, Demand, Marked, Span
from sayso.loaders.meaning.actors import asking, meant
from sayso.loaders.meaning.appraisal import among
from sayso.loaders.meaning.cueing import judge_once
from sayso.loaders.meaning.joining import ITEMS, candidates, joined, joining_weights
from sayso.loaders.meaning.marked import marked_demands
from sayso.loaders.meaning.script import script
from sayso.loaders.word_lists import any_of, word_row

if TYPE_CHECKING:
    from spacy.tokens import Doc

MOST = 9  # items of one statement
ASIDE = re.compile(rf"(?:, {any_of(word_row('meaning/asking', 'added'))}|,? so that)\b")


def demands(
    doc: Doc,
    cast: Cast,
    attribution: Attribution,
    speakers: Sequence[str],
    addressees: Sequence[str] = (),
    statement: int = 0,
) -> list[Demand]:
    """List what is demanded in a statement, one for each item and demander; `statement` is its index.

    Of whom: who ought to do it by the words, else whom the words are addressed to.
    """
    ruled, meaning = ruled_demands(doc, cast, attribution, speakers, addressees, statement), attribution.meaning
    if meaning is None:
        return ruled
    seen = candidates((("demand", d.matter) for d in ruled), meaning, ITEMS, attribution.contents)
    weights, found = joining_weights(), list[Demand]()
    for one, sure in joined(seen, meaning, weights.items, weights.items_least, MOST):
        own = [replace(d, confidence=sure) for d in ruled if d.matter == one.ruled]
        mark = Marked("demand", one.span, sure)
        found += own or marked_demands(cast, attribution, mark, speakers, addressees, statement)
    return found


def without_aside(text: str, item: Span) -> Span:
    """Leave out what is only added to an item: "respect the truce|, particularly around the capital"."""
    found = ASIDE.search(text, item.start + 1, item.end)
    return item if found is None else Span(item.start, found.start())


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
        whole = judgement.item or judgement.matter
        if not judgement.demanded or whole is None:
            continue
        matter = without_aside(script(doc).text, whole)
        askers = tuple(speakers) if judgement.holder is None else asking(cast, judgement.holder)
        if judgement.holder is not None and among(judgement.holder.lemma_, "requests"):
            asked = tuple(speakers)  # who rejects a request is who was asked
        else:
            asked = tuple(key for key in meant(cast, judgement.target) if key not in askers) or tuple(addressees)
        for asker in askers:
            found.setdefault((asker, matter), Demand(statement, asker, matter, asked))
    return list(found.values())
