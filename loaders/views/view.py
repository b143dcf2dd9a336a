"""A view of a text: the words as they are read, each character tied to its place in the text as it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.loaders.facts import Attribution, Extraction, Span

_MARKS = "\"“”‘’'„«»"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Characters `start` to `end` (exclusive) of the text, read as `reading`; with `parts` they part the words."""

    start: int
    end: int
    reading: str
    parts: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A text as it is read. Character `i` of it stands for `starts[i]` to `ends[i]` of the original."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    cuts: tuple[Span, ...] = ()
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
        found, at = [], whole.start
        for cut in self.cuts:
            if at < cut.start and cut.end < whole.end:
                found.append(Span(at, cut.start))
                at = cut.end
        return (*found, Span(at, whole.end))

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
            positions=tuple(replace(p, matter=self.original(p.matter)) for p in found.positions),
            demands=tuple(replace(d, matter=self.original(d.matter)) for d in found.demands),
        )

    def _attribution(self, one: Attribution) -> Attribution:
        return replace(
            one,
            contents=tuple(piece for span in one.contents for piece in self.pieces(span)),
            cues=tuple(map(self.original, one.cues)),
            sources=tuple(map(self.original, one.sources)),
        )


def view_of(text: str, edits: Iterable[Edit], notes: tuple[str, ...] = ()) -> View:
    """Read a text with edits, of which one that overlaps an earlier one is left out."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    cuts: list[Span] = []
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
        if text[edit.start : edit.start + 1] == "&":
            entities += range(len(starts) - len(edit.reading), len(starts))
        at = edit.end
    if not parts:
        return View(text, notes=notes)
    parts.append(text[at:])
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    return View("".join(parts), tuple(starts), tuple(ends), tuple(cuts), frozenset(entities), notes)
