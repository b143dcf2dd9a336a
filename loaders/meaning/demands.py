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
from sayso.loaders.meaning.judgement import Judgement
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
    rules = ruled_demands(doc, cast, attribution, speakers, addressees, statement)
    ruled, meaning = [demand for demand, _ in rules], attribution.meaning
    if meaning is None:
        return ruled
    seen = candidates((("demand", d.matter) for d in ruled), meaning, ITEMS, attribution.contents)
    weights, found = joining_weights(), list[Demand]()
    for one, sure in joined(seen, meaning, weights.items, weights.items_least, MOST):
        own = [replace(d, confidence=sure) for d in ruled if d.matter == one.ruled]
        mark = Marked("demand", one.span, sure)
        found += own or marked_demands(cast, attribution, mark, speakers, addressees, statement)
    return row_demanded(rules, found, weights.items_least)


def row_demanded(rules: Sequence[tuple[Demand, Judgement]], found: Sequence[Demand], least: float) -> list[Demand]:
    """Add the other items of a row of which one is demanded, and all that is announced; each as sure as that makes it.

    What is marked across the items of a row gives way to them.
    """
    row = [(demand, judgement) for demand, judgement in rules if judgement.row or judgement.sure]
    known = {demand.matter: demand.confidence for demand in found}
    sure = [known[demand.matter] for demand, _ in row if demand.matter in known]
    if not any(judgement.sure for _, judgement in row) and not sure:
        return list(found)
    lowest = min((chance for chance in sure if chance is not None), default=least)
    added = [replace(demand, confidence=lowest) for demand, _ in row if demand.matter not in known]
    kept = [demand for demand in found if not any(demand.matter.overlaps(other.matter) for other in added)]
    return sorted([*kept, *added], key=lambda demand: demand.matter)


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
) -> list[tuple[Demand, Judgement]]:
    """List what the rules see demanded, with the judgement that it is of."""
    found: dict[tuple[str, Span], tuple[Demand, Judgement]] = {}
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
            found.setdefault((asker, matter), (Demand(statement, asker, matter, asked), judgement))
    return list(found.values())
