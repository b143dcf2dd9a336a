"""Evidence: the sentence or sentences that a person reads to believe a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.facts import Attribution, Span
from sayso.loaders.meaning.script import script

if TYPE_CHECKING:
    from spacy.tokens import Doc

FAR = 1_000  # code points: a source further off than this is named elsewhere, and is no part of the evidence
CLOSERS = "”’\"'»)"


def sentence(doc: Doc, attribution: Attribution) -> Span:
    """Return the span of the sentences that hold content, cue and source, without the space around them.

    A sentence ends with its line at the latest: a headline without a full stop does not run into the article.
    """
    start = min(span.start for span in attribution.contents)
    end = max(span.end for span in attribution.contents)
    for span in (*attribution.cues, *attribution.sources):
        if span.start < start and start - span.end <= FAR:
            start = span.start
        if span.end > end and span.start - end <= FAR:
            end = span.end
    text = script(doc).text
    a, b = script(doc).tokens(Span(start, max(end, start + 1)))
    if a > b:
        return Span(start, end)
    first, last = doc[a].sent, doc[b].sent
    if first[0].text == "," and first.start:  # the splitter cuts "Yesterday, the mayor said" behind its first word
        first = doc[first.start - 1].sent
    line = text.rfind("\n", first.start_char, start) + 1
    stop = text.find("\n", end, last.end_char)
    left = max(first.start_char, line)
    right = last.end_char if stop < 0 else stop
    return trim(text, Span(min(left, start), max(right, end)))


def trim(text: str, span: Span) -> Span:
    """Leave out space at both ends, and take in a quotation mark that the sentence splitter left behind."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end < len(text) and text[end] in CLOSERS and end - span.end < 2:
        end += 1
    return Span(start, end)
