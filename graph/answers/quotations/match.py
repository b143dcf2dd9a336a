"""Matches: where in the articles claimed words stand, whose they are there, and the sentence that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.graph.answers.cards import article_ref, stored
from sayso.graph.answers.places import Place, places_of
from sayso.graph.answers.quotations.claim import ClaimedSpeaker
from sayso.graph.answers.quotations.comparison import Comparison, Difference, QuotationVerdict
from sayso.graph.model.stored import ActorRef, ArticleRef, Offsets
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


@dataclass(frozen=True, slots=True)
class QuotationMatch:
    """Where words of an article are like a claim's: the sentences, where in them, and who says them there.

    `same_speaker` is None where it cannot be told; `statement` is an id, None where no statement has the words.
    """

    verdict: QuotationVerdict
    likeness: float
    differences: tuple[Difference, ...]
    sentence: str
    mark: Offsets
    article: ArticleRef
    statement: str | None
    speakers: tuple[ActorRef, ...]
    act: str | None
    form: str | None
    day: str | None
    same_speaker: bool | None


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


def matches_of(
    store: Store, hits: Sequence[QuotationHit], claimed: Sequence[ClaimedSpeaker]
) -> Iterator[QuotationMatch]:
    """Yield a match for each hit, with its article and the statement that has the words there, if there is one."""
    statements = {hit: _statement(store, hit) for hit in hits}
    known = {one.iri: one for one in stored(store, filter(None, statements.values()))}
    articles = [article_of(hit.thing) for hit in hits]
    heads = told_of(store, "articles-told", "article", articles)
    for hit, article in zip(hits, articles, strict=True):
        one, said = hit.comparison, known.get(statements[hit] or "")
        head = article_ref(store, article, heads.get(article, {}))
        yield QuotationMatch(
            verdict=one.verdict,
            likeness=one.likeness,
            differences=one.differences,
            sentence=hit.passage,
            mark=(hit.at, hit.at + one.end - one.start),
            article=head,
            statement=said.id if said else None,
            speakers=said.speakers if said else (),
            act=said.act if said else None,
            form=said.form if said else None,
            day=(said.said_on if said else None) or (head.published or "")[:10] or None,
            same_speaker=same(claimed, said.speakers if said else ()),
        )


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


def same(claimed: Iterable[ClaimedSpeaker], speakers: Sequence[ActorRef]) -> bool | None:
    """Say whether the article gives the words to whom the text gives them; None where that cannot be told.

    A name that is a part of the other ("Zenda", "Anna Zenda") may be the same; a country and its minister are not told
    apart here.
    """
    ours = list(claimed)
    if not ours or not speakers:
        return None
    if {one.iri for one in ours if one.iri} & {one.iri for one in speakers}:
        return True
    names = [(one.kind, stems(one.name)) for one in ours]
    others = [(one.kind or "", stems(one.name)) for one in speakers]
    if any(a and b and (a <= b or b <= a) for _, a in names for _, b in others):
        return True
    return None if {kind for kind, _ in names}.isdisjoint(kind for kind, _ in others) else False
