"""Quotations in paragraphs of their own: whose they are, by what stands before and behind them.

A speaker is named before such a paragraph, or quoted in it; a name in a paragraph behind it belongs to what is told
there. Where the paragraphs do not tell, nobody is given the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.loaders.facts import Attribution, Span
from sayso.loaders.word_lists import word_row

_OPENING, _CLOSING = "“\"‘'«„", "”\"’'»“"
_NEEDING = word_row("attribution/saying", "needing")
_STOPS = ".!?:”\"’'"
_SIGNATURE = 14  # words of a headline or a signature, at most
_DIALOGUE = 2  # paragraphs that tell who takes turns
_LEFT_OUT = 0.7  # a paragraph of a dialogue that the reader leaves out
_DOUBT = 0.9  # a speaker whom another paragraph tells


def own_paragraphs(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with each quoted paragraph given to its speaker, or to nobody."""
    page = _page(text, found)
    result: list[Attribution] = []
    given: dict[Span, Attribution] = {}
    for one in found:
        strays = [c for c in one.contents if page.is_stray(c, one)]
        kept = tuple(c for c in one.contents if c not in strays)
        if kept:
            result.append(replace(one, contents=kept))
        for stray in strays:
            given[stray] = replace(one, contents=(stray,), cues=(), sources=page.speaker_before(stray, given))
    for number, paragraph in enumerate(page.paragraphs):
        if page.fills(paragraph) and not page.is_told(number) and (turn := page.turn(number, given)):
            given[paragraph] = Attribution((paragraph,), (), turn, _LEFT_OUT)
    own = [replace(g, confidence=round(g.confidence * _DOUBT, 3)) for g in given.values()]
    return sorted([*result, *own], key=lambda a: (a.contents, a.cues))


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with its paragraphs, without space at their ends, and the sources named in each."""

    text: str
    paragraphs: tuple[Span, ...]
    sources: dict[int, list[Span]]
    told: frozenset[int]  # the paragraphs in which something is found

    def number(self, span: Span) -> int:
        """Return the number of the paragraph in which a stretch begins."""
        return bisect_right(self.paragraphs, span.start, key=lambda p: p.start) - 1

    def is_told(self, number: int) -> bool:
        """Say whether anything was found in a paragraph."""
        return number in self.told

    def fills(self, span: Span) -> bool:
        """Say whether a stretch is a quotation and all of its paragraph."""
        words = self.text[span.start : span.end]
        quoted = len(words) > 1 and words[0] in _OPENING and words[-1] in _CLOSING
        return quoted and self.paragraphs[self.number(span)] == span

    def is_stray(self, content: Span, one: Attribution) -> bool:
        """Say whether a quoted paragraph cannot be told to be this attribution's."""
        if not one.cues or not self.fills(content):
            return False
        here, at = self.number(content), self.number(one.cues[0])
        if at < here:
            return self._is_dialogue(at)
        if at == here or any(self.number(c) == at for c in one.contents):
            return at > here
        if self.text[one.cues[0].start : one.cues[0].end].lower().endswith(_NEEDING):
            return False  # "So said Ann Lee."
        if not self._is_prose(at):
            return False  # a name below its words: "— Ann Lee, 34, of Leeds"
        return bool(self._sources(here - 1)) or self._is_between_quotations(here)

    def speaker_before(self, stray: Span, given: dict[Span, Attribution]) -> tuple[Span, ...]:
        """Return the source named in the paragraph before, if there is one and only one; of a dialogue, who is next."""
        here = self.number(stray)
        above = self.paragraphs[here - 1] if here > 0 else None
        if (turn := self.turn(here, given)) is not None:
            return turn
        if above in given:
            return given[above].sources
        sources = self._sources(here - 1)
        one = len({self.text[s.start : s.end] for s in sources}) == 1
        told = one and self._is_prose(here - 1) and not self._is_dialogue(here - 1)
        return sources[-1:] if told else ()

    def turn(self, here: int, given: dict[Span, Attribution]) -> tuple[Span, ...] | None:
        """Return whose turn it is where two speakers, each named once, go on in quotations alone; None elsewhere.

        One of them asks and the other does not: a paragraph that breaks this is nobody's.
        """
        if here < _DIALOGUE or not all(self._is_quoted(n) for n in range(here - _DIALOGUE, here)):
            return None
        voices = [
            given[p].sources if (p := self.paragraphs[n]) in given else self._sources(n) for n in (here - 2, here - 1)
        ]
        first, second = ({self.text[s.start : s.end] for s in sources} for sources in voices)
        if len(first) != 1 or len(second) != 1 or first == second:
            return None
        asks = [self._asks(n) for n in (here - 2, here - 1, here)]
        return voices[0][-1:] if asks[0] == asks[2] != asks[1] else ()

    def _asks(self, number: int) -> bool:
        """Say whether the words of a paragraph are a question."""
        return "?" in self.text[self.paragraphs[number].start : self.paragraphs[number].end]

    def _sources(self, number: int) -> tuple[Span, ...]:
        """List the sources of attributions that stand in a paragraph."""
        return tuple(sorted(self.sources.get(number, ())))

    def _is_dialogue(self, number: int) -> bool:
        """Say whether a paragraph answers the one before it: both are quotations, of two speakers."""
        two = [self._sources(n) for n in (number - 1, number)]
        names = [{self.text[s.start : s.end] for s in sources} for sources in two]
        quoted = all(self._is_quoted(n) for n in (number - 1, number))
        return quoted and all(len(n) == 1 for n in names) and names[0] != names[1]

    def _is_quoted(self, number: int) -> bool:
        return number >= 0 and self.text[self.paragraphs[number].start] in _OPENING

    def _is_prose(self, number: int) -> bool:
        """Say whether a paragraph is no headline and no signature: it ends with a stop, or is long."""
        words = self.text[self.paragraphs[number].start : self.paragraphs[number].end]
        return words[-1] in _STOPS or len(words.split()) > _SIGNATURE

    def _is_between_quotations(self, number: int) -> bool:
        """Say whether the paragraph before is a quotation too, of whomever."""
        return number > 0 and self.fills(self.paragraphs[number - 1])


def _page(text: str, found: Sequence[Attribution]) -> _Page:
    paragraphs = tuple(_paragraphs(text))
    places = (span.start for a in found for span in (*a.contents, *a.cues))
    told = frozenset(bisect_right(paragraphs, place, key=lambda p: p.start) - 1 for place in places)
    page = _Page(text, paragraphs, {}, told)
    for source in (s for a in found for s in a.sources):
        page.sources.setdefault(page.number(source), []).append(source)
    return page


def _paragraphs(text: str) -> list[Span]:
    found, start = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = start + line.index(stripped)
            found.append(Span(begin, begin + len(stripped)))
        start += len(line) + 1
    return found
