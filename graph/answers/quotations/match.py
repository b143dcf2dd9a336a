"""Matches: where in the articles claimed words stand, whose they are there, and the sentence that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.graph.answers.cards import article_head, cards
from sayso.graph.answers.places import Place, places_of
from sayso.graph.answers.quotations.claim import ClaimedSpeaker
from sayso.graph.answers.quotations.comparison import Comparison
from sayso.graph.model.json_value import Json
from sayso.graph.statements.stems import stems
from sayso.graph.store.store import Store
from sayso.graph.store.told import rows_of, told_of
from sayso.ontology.iris import article_of, names_statement

_AROUND: Final = 300
_END = re.compile(r"[.!?…][\"”’»']*\s")
_COVERED: Final = 0.5


@dataclass(frozen=True, slots=True)
class QuotationHit:
    """A comparison and the thing whose text it was made with: an article, or a statement where texts are left out."""

    thing: str
    comparison: Comparison
    passage: str
    at: int


def passage(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the sentences that hold a range of a text, and where in them the range begins; bounded at both ends."""
    floor, roof = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before = text[floor:start]
    line = before.rfind("\n") + 1
    begin = floor + max([line, *(match.end() for match in _END.finditer(before))])
    after = text[end:roof]
    stop = after.find("\n")
    ending = _END.search(after if stop < 0 else after[:stop] + "\n")
    finish = end + (ending.end() if ending else len(after) if stop < 0 else stop)
    return text[begin:finish].rstrip(), start - begin


def told_hits(store: Store, hits: Sequence[QuotationHit], claimed: Sequence[ClaimedSpeaker]) -> list[Json]:
    """Return hits as JSON, each with its article and the statement that has the words there, if there is one."""
    statements = {hit: _statement(store, hit) for hit in hits}
    known = {
        str(card["iri"]): card for card in cards(store, filter(None, statements.values())) if isinstance(card, dict)
    }
    articles = [article_of(hit.thing) for hit in hits]
    heads = told_of(store, "articles-told", "article", articles)
    found: list[Json] = []
    for hit, article in zip(hits, articles, strict=True):
        card = known.get(statements[hit] or "")
        head = article_head(store, article, heads.get(article, {}))
        found.append({**_compared(hit), "article": head, **_said(card, head), "sameSpeaker": same(claimed, card)})
    return found


def _compared(hit: QuotationHit) -> dict[str, Json]:
    one = hit.comparison
    differences: list[Json] = [
        {"kind": d.kind, "ours": d.ours, "theirs": d.theirs, "grave": d.grave} for d in one.differences
    ]
    span: list[Json] = [hit.at, hit.at + one.end - one.start]
    return {
        "verdict": one.verdict,
        "likeness": one.likeness,
        "differences": differences,
        "sentence": hit.passage,
        "mark": span,
    }


def _said(card: Mapping[str, Json] | None, head: Mapping[str, Json]) -> dict[str, Json]:
    published = str(head["published"] or "")[:10] or None
    if card is None:
        return {"statement": None, "speakers": [], "act": None, "form": None, "day": published}
    shared = {name: card[name] for name in ("speakers", "act", "form")}
    return {"statement": card["id"], **shared, "day": card["saidOn"] or published}


def _statement(store: Store, hit: QuotationHit) -> str | None:
    """Return the statement whose words the hit is: of those that hold most of it the one with the fewest words."""
    if names_statement(hit.thing):
        return hit.thing
    rows = rows_of(store, "article-statements", "article", [hit.thing])
    one = hit.comparison
    best: tuple[float, int, str] | None = None
    for statement, places in places_of(store, (str(row["statement"]) for row in rows)).items():
        contents = places.get("content", ())
        shared = sum(_overlap(place, one.start, one.end) for place in contents) / max(one.end - one.start, 1)
        if shared >= _COVERED:
            found = (round(shared, 1), -sum(place.end - place.start for place in contents), statement)
            best = found if best is None or found > best else best
    return best[2] if best else None


def _overlap(place: Place, start: int, end: int) -> int:
    return max(0, min(place.end, end) - max(place.start, start))


def same(claimed: Iterable[ClaimedSpeaker], card: Mapping[str, Json] | None) -> bool | None:
    """Say whether the article gives the words to whom the text gives them; None where that cannot be told.

    A name that is a part of the other ("Zenda", "Anna Zenda") may be the same; a country and its minister are not told
    apart here.
    """
    speakers = card["speakers"] if card is not None else None
    theirs = [one for one in speakers if isinstance(one, dict)] if isinstance(speakers, list) else []
    ours = list(claimed)
    if not ours or not theirs:
        return None
    if {one.iri for one in ours if one.iri} & {str(one["iri"]) for one in theirs}:
        return True
    names = [(one.kind, stems(one.name)) for one in ours]
    others = [(str(one["kind"] or ""), stems(str(one["name"]))) for one in theirs]
    if any(a and b and (a <= b or b <= a) for _, a in names for _, b in others):
        return True
    return None if {kind for kind, _ in names}.isdisjoint(kind for kind, _ in others) else False
