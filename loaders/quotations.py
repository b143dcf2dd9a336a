"""Quotations: which stretches of a text stand between quotation marks. The one reader of them.

A paragraph is read by itself, since a quotation of several paragraphs opens anew in each and closes in the last.
Read are double marks: curly (“ ”), straight ("), German („ “), angled (« », » « in German books), Chinese and
Japanese (「 」 『 』), two apostrophes ('') and two grave accents (``, as in TeX). Single marks (‘ ’ ') count where a
paragraph has no double ones; within double ones they are part of the words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from sayso.loaders.facts import Attribution, Span

_MARKS = re.compile(r"``|''|[“”„‟«»\"＂「」『』]")
_SINGLES = re.compile(r"[‘’']")
_CLOSERS = {"“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "「": "」", "『": "』", "``": "''"}
_EITHER = ('"', "＂", "''")  # marks that look the same at both ends
_BEFORE_OPENING = "([{-–—:‘'…/"
_SINGLE_REACH = 400  # code points: an apostrophe is no mark when none closes it within so many


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """One stretch in quotation marks: `whole` with its marks, `words` without. Offsets are code points of the text."""

    whole: Span
    words: Span


def quotations(text: str) -> list[Quotation]:
    """List the quotations of a text in their order; none lies within another.

    A mark that is never closed opens a quotation to the end of its paragraph. One that closes before any opened ends
    a quotation that began with the paragraph, where the paragraph before left one open.
    """
    found: list[Quotation] = []
    start, unclosed = 0, False
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            inside, unclosed = _paragraph(text, start, end, unclosed)
            found += inside
        start = end + 1
    return found


def quoted_words(text: str, attribution: Attribution) -> list[Span]:
    """List the quoted stretches that a content touches and that quote its speaker, marks left out.

    Where the cue stands in the same quotation ("He has said that he will not go," she said), the words are told by
    the quoted speaker, and are no quotation of the inner speaker.
    """
    found, starts = _quotations(text)
    result = []
    for span in attribution.contents:
        for q in found[max(0, bisect_right(starts, span.start) - 1) : bisect_right(starts, span.end)]:
            if q.words.overlaps(span) and not any(cue.within(q.words) for cue in attribution.cues):
                result.append(q.words)
    return result


def with_marks(text: str, span: Span) -> Span:
    """Take in the mark beside a span that holds the quotation's other one: ‘open” talks’ begins at its mark."""
    found, starts = _quotations(text)
    start, end = span.start, span.end
    for q in found[max(0, bisect_right(starts, span.start) - 1) : bisect_right(starts, span.end)]:
        if q.words.start == span.start and q.words.end < q.whole.end <= span.end:
            start = q.whole.start
        if q.words.end == span.end and span.start <= q.whole.start < q.words.start:
            end = q.whole.end
    return Span(start, end)


@lru_cache(maxsize=4)  # an article is asked about once a statement
def _quotations(text: str) -> tuple[tuple[Quotation, ...], tuple[int, ...]]:
    found = tuple(quotations(text))
    return found, tuple(q.words.start for q in found)


def _paragraph(text: str, start: int, end: int, continues: bool) -> tuple[list[Quotation], bool]:
    """Read one paragraph; `continues` and the second value say whether a quotation is left open before and behind."""
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    closers: tuple[str, ...] = ()
    first = True
    for mark in _MARKS.finditer(text, start, end):
        kind = mark.group()
        if opened is None:
            if not first or not _closes_unopened(text, mark, start, end):
                if _opens(text, mark, start, end):
                    opened, closers = mark, _closing(kind)
            elif continues:
                found.append(Quotation(Span(start, mark.end()), Span(start, mark.start())))
            first = False
        elif kind in closers:
            found.append(Quotation(Span(opened.start(), mark.end()), Span(opened.end(), mark.start())))
            opened = None
    if opened is not None:
        found.append(Quotation(Span(opened.start(), end), Span(opened.end(), end)))
        return found, True
    if found or not first:
        outer = _singles(text, start, end) if found and _SINGLES.search(text, start, found[0].whole.start) else []
        # 'She said "no" and left,' he said: the double marks stand within single ones
        within = bool(outer) and all(any(q.whole.within(one.words) for one in outer) for q in found)
        return (outer, False) if within else (found, False)
    return _singles(text, start, end), False


def _closing(kind: str) -> tuple[str, ...]:
    """Return the marks that close what this one opened; writers mix straight and curly ones."""
    if kind in _EITHER:
        return (*_EITHER, "”")
    return (*_CLOSERS[kind], '"') if len(kind) == 1 and kind in "“„‟" else tuple(_CLOSERS[kind].split())


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Say whether a mark can open: one that looks the same at both ends does where no word goes before it."""
    return _stands_open(text, mark, start, end) if mark.group() in _EITHER else mark.group() in _CLOSERS


def _stands_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Say whether a mark stands where one opens: no word goes before it, and one follows."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    return not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)


def _closes_unopened(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Say whether the first mark of a paragraph is one that closes."""
    if mark.group() in _EITHER or mark.group() == "»":
        return not _stands_open(text, mark, start, end)
    return mark.group() in "”」』"


def _singles(text: str, start: int, end: int) -> list[Quotation]:
    """List stretches in single marks, ‘so’ or 'so', in a paragraph without double ones."""
    marks = [mark.start() for mark in _SINGLES.finditer(text, start, end)]
    closings = [at for at in marks if text[at] != "‘" and _closes_single(text, at)]
    found: list[Quotation] = []
    after = start
    for at in marks:
        before = text[at - 1] if at > start else " "
        if at < after or text[at] == "’" or not (before.isspace() or before in _BEFORE_OPENING):
            continue
        next_one = bisect_right(closings, at)
        if next_one < len(closings) and closings[next_one] - at <= _SINGLE_REACH:
            after = closings[next_one]
            found.append(Quotation(Span(at, after + 1), Span(at + 1, after)))
    return found


def _closes_single(text: str, at: int) -> bool:
    """Say whether a single mark can close: it has a word or a stop before and no letter after."""
    after = text[at + 1] if at + 1 < len(text) else " "
    return at > 0 and not text[at - 1].isspace() and not after.isalnum()
