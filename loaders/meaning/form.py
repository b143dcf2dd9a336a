"""Form: whether a statement's words are quoted, told, or both."""

from __future__ import annotations

from sayso.loaders.facts import Attribution, Form, Span
from sayso.loaders.quotations import quoted_words


def form(text: str, attribution: Attribution) -> Form:
    """Say whether all words of the content stand in quotation marks (direct), some (mixed) or none (indirect).

    Spans that include the marks and spans that leave them out come to the same. Words set off as a block or a
    transcript, after a colon on a new line or behind a speaker in capitals, are direct without marks.
    """
    inside = outside = 0
    stretches = quoted_words(text, attribution)
    for span in attribution.contents:
        words = count_words(text, span)
        held = sum(count_words(text, clip(stretch, span)) for stretch in stretches if stretch.overlaps(span))
        inside, outside = inside + held, outside + max(0, words - held)
    if inside and not outside:
        return "direct"
    if inside:
        return "mixed"
    return "direct" if set_off(text, attribution) else "indirect"


def clip(stretch: Span, span: Span) -> Span:
    """Return the part of a stretch that lies in a span; where they do not touch, its end is before its start."""
    return Span(max(stretch.start, span.start), min(stretch.end, span.end))


def count_words(text: str, span: Span) -> int:
    """Count letters and digits: what is quoted is words, not the commas between them."""
    return sum(map(str.isalnum, text[span.start : span.end]))


def set_off(text: str, attribution: Attribution) -> bool:
    """Say whether the words are a block quotation or a line of a transcript."""
    if attribution.turn:
        return True
    first = min((span.start for span in attribution.contents), default=0)
    before = text[max(0, first - 80) : first]
    lead = before.rstrip(" \t\r\n\xa0“\"'‘*-–—•")
    if not lead.endswith(":"):
        return False
    if "\n" in before[len(lead) :] or is_turn(text, attribution):
        return True
    return any(
        source.end <= first and first - source.end <= 3 and text[source.start : source.end].isupper()
        for source in attribution.sources
    )


def is_turn(text: str, attribution: Attribution) -> bool:
    """Say whether the words are a whole sentence behind a colon and a name that begins its line, as in a transcript."""
    if [text[cue.start : cue.end] for cue in attribution.cues] != [":"] or not attribution.contents:
        return False
    last = text[: max(span.end for span in attribution.contents)].rstrip("”’\"' ")[-1:]
    begins = all(not text[text.rfind("\n", 0, s.start) + 1 : s.start].strip(" *_>") for s in attribution.sources)
    return begins and last in (".", "?", "!")
