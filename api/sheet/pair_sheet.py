"""Two actors as a sheet: what each says about the other, by day, with the sentences and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sayso.api.notebook.markup import escaped, isolated, linked, shortened
from sayso.api.sheet.article_sheet import marked_up
from sayso.api.sheet.margin import note
from sayso.api.sheet.sheet import masthead, sheet
from sayso.api.sheet.stretches import SheetMark, stretches

_NAME: Final = 120
_TITLE: Final = 300


@dataclass(frozen=True, slots=True)
class SheetSide:
    """What one says about the other: cards, as `sayso.graph.answers.cards` tells them; `more`: some are left out."""

    speaker: str
    subject: str
    cards: Sequence[Mapping[str, Any]]
    more: bool


def pair_sheet(sides: Sequence[SheetSide]) -> str:
    """Return the sheet of two actors; whatever the cards hold is text there."""
    first = sides[0]
    title = f"{shortened(first.speaker, _NAME)} and {shortened(first.subject, _NAME)}"
    every = [card for side in sides for card in sorted(side.cards, key=_day)]
    count = f'<span class="figure">{len(every):,}</span> statement{"" if len(every) == 1 else "s"}'
    body = []
    start = 0
    for side in sides:
        body.append(
            f"<h2>{isolated(shortened(side.speaker, _NAME))} about {isolated(shortened(side.subject, _NAME))}</h2>"
        )
        body.extend(_row(every, number) for number in range(start + 1, start + len(side.cards) + 1))
        body.append("" if side.cards else '<p class="facts">Nothing, as far as the articles go.</p>')
        body.append('<p class="facts">There is more than these.</p>' if side.more else "")
        start += len(side.cards)
    return sheet(f"{title} – who said what", f"{masthead([], title, [count])}<main>{''.join(body)}</main>", "en")


def _row(cards: Sequence[Mapping[str, Any]], number: int) -> str:
    card = cards[number - 1]
    sentence = str(card["sentence"] or card["words"] or "")
    marks = [SheetMark(mark["start"], mark["end"], mark["kind"], number) for mark in card["marks"]]
    prose = marked_up(stretches(sentence, 0, len(sentence), marks), cards)
    return (
        f'<section class="row"><div><p class="prose" dir="auto">{prose}</p>'
        f'<p class="facts">{" · ".join(_source(card))}</p></div>'
        f'<aside class="margin" lang="en">{note(card, number)}</aside></section>'
    )


def _source(card: Mapping[str, Any]) -> Iterator[str]:
    article = card["article"]
    title = str(article["title"] or article["identifier"] or "")
    yield (
        linked(str(article["url"]), shortened(title, _TITLE)) if article["url"] else isolated(shortened(title, _TITLE))
    )
    if article["source"]:
        yield isolated(shortened(str(article["source"]), _NAME))
    if day := _day(card):
        yield f"<time>{escaped(day)}</time>"


def _day(card: Mapping[str, Any]) -> str:
    return str(card["saidOn"] or card["article"]["published"] or "")[:10]
