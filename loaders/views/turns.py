"""Turns of transcripts and interviews: "NAME, TITLE: …" at the head of a line, each turn its speaker's own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.loaders.facts import Attribution, Span, TurnKind
from sayso.loaders.views.initials import written_out
from sayso.loaders.views.turn_labels import SpokenLabel, labels
from sayso.loaders.views.unlabelled import questions
from sayso.loaders.views.view import Edit, View
from sayso.loaders.word_lists import any_of, word_row

if TYPE_CHECKING:
    from spacy.tokens import Doc

CONFIDENCE = 0.95  # of a turn's words being its speaker's
_STYLE = re.compile(rf"(?:{any_of(word_row('views/transcripts', 'styles'))} )+(?=[^\W\d_])", re.I)
_MARKUP = " \t\r\n*_"


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """One turn; all places are of the text in which it was found. `source` is None where its label is no name: "Q:".

    `kind` tells what a turn without a name does; `label` is None where none stands before the words.
    """

    words: Span
    kind: TurnKind = "speaks"
    label: Span | None = None
    source: Span | None = None
    title: Span | None = None
    cue: Span | None = None
    office: bool = False


def turns(text: str) -> list[SpokenTurn]:
    """List the turns of a transcript; none where a text is no transcript."""
    found = labels(text)
    if not found or all(one.who == "asks" for one in found):
        return []  # whose answers have no labels is read by unlabelled.py
    paragraphs = sum(1 for line in text[found[0].start : _last_line(text, found[-1].end)].split("\n") if line.strip())
    throughout = 2 * len(found) >= paragraphs
    turned: list[SpokenTurn] = []
    for index, label in enumerate(found):
        last = _last_line(text, label.end)
        if index + 1 < len(found):
            last = found[index + 1].start if throughout else min(last, found[index + 1].start)
        end = len(text[:last].rstrip(_MARKUP))
        if end > label.end:
            turned.append(_turn(label, end))
    nameless = all(turn.source is None for turn in turned)
    if nameless and not any("?" in text[turn.words.start : turn.words.end] for turn in turned):
        return []
    return turned


def _turn(label: SpokenLabel, end: int) -> SpokenTurn:
    """Return the turn from a label to `end`."""
    source = label.name if label.who is None else None
    whole = Span(label.name.start, label.end)
    cue = label.colon or (None if source else label.name)
    return SpokenTurn(Span(label.end, end), label.who or "speaks", whole, source, label.title, cue, label.office)


def _last_line(text: str, start: int) -> int:
    """Return where the last turn ends: with its paragraph, for what follows may be the article's own."""
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def turn_edits(text: str) -> Iterator[Edit]:
    """Yield the labels' names as names are written: BERNIE SANDERS is Bernie Sanders, "RK" whom the text explains.

    Clock times before them are left out.
    """
    spoken = turns(text)
    for label in labels(text) if spoken else ():
        if label.stamp is not None:
            yield Edit(label.stamp.start, label.stamp.end, "", parts=True)
    first = min((turn.label.start for turn in spoken if turn.label), default=0)
    for turn in spoken:
        name = written_out(text[turn.source.start : turn.source.end], text[:first]) if turn.source else None
        if turn.source and name is not None:
            yield Edit(turn.source.start, turn.source.end, name)
        elif turn.source:
            if styled := _STYLE.match(text, turn.source.start, turn.source.end):
                yield Edit(*styled.span(), "")
            yield from _in_small(text, turn.source, turn.office)
        if turn.title:
            yield from _in_small(text, turn.title, True, 3)


def _in_small(text: str, span: Span, lower: bool, least: int = 0) -> Iterator[Edit]:
    """Yield words in capitals as they are otherwise written; those of a title that are short may be acronyms."""
    for word in re.finditer(r"[^\W\d_]{2,}", text[span.start : span.end]):
        start, written = span.start + word.start(), word.group()
        read = written.lower() if lower else written.title()
        if len(written) > least and read != written and (written.isupper() or (lower and not least)):
            yield Edit(start, start + len(written), read)


def with_turns(text: str, view: View, doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Give a transcript's turns to their speakers, in place of what was found in them by other signs.

    `text` is the original, where the labels stand as they were written; what was `found` lies in the view, of which
    `doc` is the parse.
    """
    spoken = turns(text)
    if not spoken:
        spoken = [SpokenTurn(part.words, part.kind, part.label) for part in questions(text, view, doc, found)]
    if not spoken:
        return found
    marks = [view.reading(turn.label) for turn in spoken if turn.label]
    words = [view.reading(turn.words) for turn in spoken]
    kept = [a for a in found if _stands(a, marks, words)]
    own = [
        Attribution(
            (view.reading(turn.words),),
            () if turn.cue is None else (view.reading(turn.cue),),
            () if turn.source is None else (view.reading(turn.source),),
            CONFIDENCE,
            turn=turn.kind,
        )
        for turn in spoken
    ]
    return sorted([*kept, *own], key=lambda a: a.contents)


def _stands(one: Attribution, marks: Sequence[Span], words: Sequence[Span]) -> bool:
    """Say whether an attribution has nothing to do with the turns, or is a saying that one of them tells as a whole."""
    spans = (*one.contents, *one.cues, *one.sources)
    if any(_touched(marks, span) for span in spans):
        return False
    touched = {turn for span in spans for turn in _touched(words, span)}
    if not touched:
        return True
    (turn, *others) = touched
    return bool(one.cues and one.sources) and not others and all(span.within(turn) for span in spans)


def _touched(row: Sequence[Span], span: Span) -> list[Span]:
    """List those of a row, in text order and apart from each other, that share a character with a span."""
    first = max(0, bisect_left(row, span.start, key=lambda s: s.start) - 1)
    return [s for s in row[first : bisect_left(row, span.end, key=lambda s: s.start)] if s.overlaps(span)]
