"""Turns of transcripts and interviews: "NAME, TITLE: …" at the head of a line, each turn its speaker's own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.views.view import Edit, View
from sayso.loaders.word_lists import word_set

_CAPITALS = r"[A-Z][A-Z.'’-]*[A-Z.](?: [A-Z][A-Z.'’-]*)*|Mc[A-Z]+"
_LABEL = re.compile(
    rf"^[ \t>*_]*(?P<name>{_CAPITALS}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){{1,3}}|Q|A)"
    r"(?P<title>, [^\n:]{2,60}?|)(?: ?\((?P<aside>[^)\n]{1,60})\))?[ *_]*(?P<colon>:)[ *_]*(?=\S)",
    re.M,
)
_TURNS = 2  # of labels in capitals; others need one more, and a name that comes twice
_NO_NAMES = word_set("views/pages", "no_names")
_SMALL = word_set("views/pages", "heading_words")
_LONGEST_NAME = 4
CONFIDENCE = 0.95  # of a turn's words being its speaker's


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """One turn; all places are of the text in which it was found. `source` is None for "Q:" and "A:"."""

    label: Span
    source: Span | None
    title: Span | None
    cue: Span
    words: Span


def turns(text: str) -> list[SpokenTurn]:
    """List the turns of a transcript; none where a text is no transcript."""
    labels = [m for m in _LABEL.finditer(text) if _names_somebody(m["name"])]
    shouted = [m for m in labels if m["name"].isupper()]
    if len(shouted) < _TURNS:
        names = [m["name"].split()[-1] for m in labels]
        if len(labels) <= _TURNS or len(set(names)) in (1, len(names)):
            return []
    else:
        labels = shouted
    paragraphs = sum(1 for line in text.split("\n") if line.strip())
    throughout = 2 * len(labels) >= paragraphs
    found: list[SpokenTurn] = []
    for index, label in enumerate(labels):
        last = _last_line(text, label.end())
        if throughout and index + 1 < len(labels):
            last = labels[index + 1].start()
        end = len(text[:last].rstrip())
        if end <= label.end():
            continue
        named = label["name"] not in ("Q", "A")
        source = Span(*label.span("name")) if named else None
        title = Span(*label.span("title")) if label["title"] else None
        colon = Span(label.start("colon"), label.end("colon"))
        found.append(SpokenTurn(Span(label.start("name"), label.end()), source, title, colon, Span(label.end(), end)))
    return found


def _last_line(text: str, start: int) -> int:
    """Return where the last turn ends: with its paragraph, for what follows may be the article's own."""
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def turn_edits(text: str) -> Iterator[Edit]:
    """Yield the labels' names as names are written, so that BERNIE SANDERS is Bernie Sanders."""
    for turn in turns(text):
        for span, lower in ((turn.source, False), (turn.title, True)):
            if span is None:
                continue
            for word in re.finditer(r"[^\W\d_]{2,}", text[span.start : span.end]):
                start, shouted = span.start + word.start(), word.group()
                if shouted.isupper() and (len(shouted) > 3 or not lower):
                    yield Edit(start, start + len(shouted), shouted.lower() if lower else shouted.title())


def with_turns(text: str, view: View, found: list[Attribution]) -> list[Attribution]:
    """Give a transcript's turns to their speakers, in place of what was found in them by other signs.

    `text` is the original, where the labels stand as they were written; what was `found` lies in the view.
    """
    spoken = turns(text)
    if not spoken:
        return found
    labels = [view.reading(turn.label) for turn in spoken]
    words = [view.reading(turn.words) for turn in spoken]
    kept = [a for a in found if _stands(a, labels, words)]
    own = [
        Attribution(
            (view.reading(turn.words),),
            (view.reading(turn.cue),),
            () if turn.source is None else (view.reading(turn.source),),
            CONFIDENCE,
        )
        for turn in spoken
    ]
    return sorted([*kept, *own], key=lambda a: a.contents)


def _stands(one: Attribution, labels: list[Span], words: list[Span]) -> bool:
    """Say whether an attribution has nothing to do with the turns, or is a saying that one of them tells as a whole."""
    spans = (*one.contents, *one.cues, *one.sources)
    if any(_touched(labels, span) for span in spans):
        return False
    touched = {turn for span in spans for turn in _touched(words, span)}
    if not touched:
        return True
    (turn, *others) = touched
    return bool(one.cues and one.sources) and not others and all(span.within(turn) for span in spans)


def _touched(row: list[Span], span: Span) -> list[Span]:
    """List those of a row, in text order and apart from each other, that share a character with a span."""
    first = max(0, bisect_left(row, span.start, key=lambda s: s.start) - 1)
    return [s for s in row[first : bisect_left(row, span.end, key=lambda s: s.start)] if s.overlaps(span)]


def _names_somebody(label: str) -> bool:
    """Say whether a label can be a speaker's: "NEW DELHI:" is a dateline, "PHOTO:" a caption."""
    words = label.split()
    if len(words) > _LONGEST_NAME or (len(words) > 1 and not _SMALL.isdisjoint(words)):
        return False
    return words[0].strip(".") not in _NO_NAMES and lexicon().find(label.title()) is None
