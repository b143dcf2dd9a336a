"""A view of a text: the words as they are read, each character tied to its place in the text as it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from sayso.loaders.facts import Attribution, Demand, Extraction, Position, Span, Statement

_TO_VERB = 5  # characters of "to " or "that " before the words of an item
_COMMAS = re.compile(r"[,;:(–—]| - ")
_MARKS = "\"“”‘’'„«»"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Characters `start` to `end` (exclusive) of the text, read as `reading`; with `parts` they part the words.

    `lists` tells that they lead from the sentence before a list to it, from item to item, or out of it.
    """

    start: int
    end: int
    reading: str
    parts: bool = False
    lists: Literal["", "lead", "item", "end"] = ""


@dataclass(frozen=True, slots=True)
class View:
    """A text as it is read. Character `i` of it stands for `starts[i]` to `ends[i]` of the original."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    cuts: tuple[Span, ...] = ()
    rows: tuple[tuple[Span, ...], ...] = ()  # the items of each list, in the original
    entities: frozenset[int] = frozenset()  # characters of the view that the original writes out, as &quot;
    notes: tuple[str, ...] = ()

    def original(self, span: Span) -> Span:
        """Return the place in the original of a place in the view."""
        if not self.starts or span.start >= span.end:
            return span
        return Span(self.starts[span.start], self.ends[min(span.end, len(self.ends)) - 1])

    def reading(self, span: Span) -> Span:
        """Return the place in the view of a place in the original."""
        if not self.starts:
            return span
        return Span(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def pieces(self, span: Span) -> tuple[Span, ...]:
        """Return the places in the original of words in the view, without what was left out between them."""
        start, end = span.start, span.end
        while start < end and start in self.entities and self.text[start] in _MARKS:
            start += 1
        while end > start and end - 1 in self.entities and self.text[end - 1] in _MARKS:
            end -= 1
        whole = self.original(Span(start, end))
        return _split(whole, self.cuts)

    def items_with(self, matter: Span) -> Sequence[Span]:
        """Return the items of the list of which a place in the original is one, whole or in part."""
        return next((row for row in self.rows if any(matter.overlaps(item) for item in row)), ())

    def matters(self, span: Span) -> tuple[Span, ...]:
        """Return the places in the original of a matter in the view: each item of a list is one of its own."""
        whole = self.original(span)
        row = [item for item in self.items_with(whole) if item.overlaps(whole)]
        if not row:
            return (whole,)
        if row[0].start > whole.start:  # the words before the list are said of every item
            whole = Span(row[0].start, whole.end)
        return tuple(Span(max(item.start, whole.start), min(item.end, whole.end)) for item in row)

    def back(self, found: Extraction) -> Extraction:
        """Return an extraction from the view with the places in the original."""
        found = replace(found, notes=(*self.notes, *found.notes))
        if not self.starts:
            return found
        return replace(
            found,
            mentions=tuple(replace(m, span=self.original(m.span)) for m in found.mentions),
            memberships=tuple(replace(m, evidence=self.original(m.evidence)) for m in found.memberships),
            statements=tuple(
                replace(s, attribution=self._attribution(s.attribution), sentence=self.original(s.sentence))
                for s in found.statements
            ),
            positions=self._each(found.positions),
            demands=self._whole(self._each(found.demands), found.statements),
        )

    def _whole(self, demands: tuple[Demand, ...], statements: Sequence[Statement]) -> tuple[Demand, ...]:
        """Return demands, of which one that alone stands for an item of a list goes on to the item's comma or end."""
        found = []
        for one in demands:
            item = next((item for item in self.items_with(one.matter) if item.overlaps(one.matter)), None)
            others = {o.matter for o in demands if o.statement == one.statement} - {one.matter}
            if item is None or not self._leads(one.matter) or any(map(item.overlaps, others)):
                found.append(one)
                continue
            last = max(self.original(content).end for content in statements[one.statement].attribution.contents)
            end = max(one.matter.end, min(self._comma(item, one.matter), last))
            found.append(replace(one, matter=Span(one.matter.start, end)))
        return tuple(dict.fromkeys(found))

    def _leads(self, matter: Span) -> bool:
        """Say whether a matter stands at the front of its item."""
        return any(0 <= matter.start - item.start <= _TO_VERB for item in self.items_with(matter))

    def _comma(self, item: Span, matter: Span) -> int:
        """Return where the words of an item end behind a matter in it: at a comma, a dash or the item's end."""
        read = self.reading(Span(matter.end, item.end))
        found = _COMMAS.search(self.text, read.start, read.end)
        return item.end if found is None else self.original(Span(read.start, found.start() + 1)).end - 1

    def _each[S: (Position, Demand)](self, found: tuple[S, ...]) -> tuple[S, ...]:
        """Return demands or positions in the original: what holds for one item of a list holds for all of them."""
        own: list[S] = []
        more: list[S] = []
        for one in found:
            first, *rest = self.matters(one.matter)
            own.append(replace(one, matter=first))
            if not isinstance(one, Demand) or self._leads(first):  # else the item's own words demand, not the cue
                own += [replace(one, matter=matter) for matter in rest]
                more += [replace(one, matter=item) for item in self.items_with(first)]
        taken = [(one.statement, one.matter) for one in own]
        more = [one for one in more if not any(n == one.statement and one.matter.overlaps(m) for n, m in taken)]
        return tuple(dict.fromkeys(own + more))

    def _attribution(self, one: Attribution) -> Attribution:
        return replace(
            one,
            contents=tuple(piece for span in one.contents for piece in self.pieces(span)),
            cues=tuple(map(self.original, one.cues)),
            sources=tuple(map(self.original, one.sources)),
        )


def _split(whole: Span, cuts: Sequence[Span]) -> tuple[Span, ...]:
    """Return the pieces of a stretch between the cuts that lie inside it; the cuts stand in their order."""
    found, at = [], whole.start
    for cut in cuts[bisect_left(cuts, whole.start, key=lambda c: c.start) :]:
        if cut.end >= whole.end:
            break
        if at < cut.start:
            found.append(Span(at, cut.start))
            at = cut.end
    return (*found, Span(at, whole.end))


def _rows(edits: Sequence[Edit]) -> tuple[tuple[Span, ...], ...]:
    """Return the items of each list, which stand between the edits that lead to them."""
    rows: list[list[Span]] = []
    for edit, following in pairwise(edits):
        if edit.lists == "lead":
            rows.append([])
        if edit.lists != "end" and rows:
            rows[-1].append(Span(edit.end, following.start))
    return tuple(map(tuple, rows))


def view_of(text: str, edits: Iterable[Edit], notes: tuple[str, ...] = ()) -> View:
    """Read a text with edits, of which one that overlaps an earlier one is left out."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    cuts: list[Span] = []
    items: list[Edit] = []
    entities: list[int] = []
    at = 0
    for edit in sorted(edits):
        if edit.start < at:
            continue
        parts += [text[at : edit.start], edit.reading]
        starts += [*range(at, edit.start), *[edit.start] * len(edit.reading)]
        ends += [*range(at + 1, edit.start + 1), *[edit.end] * len(edit.reading)]
        if edit.parts:
            cuts.append(Span(edit.start, edit.end))
        if edit.lists:
            items.append(edit)
        if text[edit.start : edit.start + 1] == "&":
            entities += range(len(starts) - len(edit.reading), len(starts))
        at = edit.end
    if not parts:
        return View(text, notes=notes)
    parts.append(text[at:])
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    return View("".join(parts), tuple(starts), tuple(ends), tuple(cuts), _rows(items), frozenset(entities), notes)
