"""Quotation marks: which stretches of a text stand between them."""

from __future__ import annotations

from bisect import bisect_right

from sayso.loaders.facts import Attribution, Span

OPENING, CLOSING, STRAIGHT = "“„«‟", "”»", '"＂'
LOOK_BACK = 2_000  # code points: a paragraph may be of any length, and each statement looks back from its own place
LOOK_AHEAD = 400
SINGLE_REACH = 400  # an apostrophe is no quotation mark when none closes it within so many code points


def quoted(text: str, span: Span) -> list[Span]:
    """List the stretches inside quotation marks that touch `span`, marks left out, in text order.

    Quotation marks are read within a paragraph, since each paragraph of a long quotation opens anew; one that starts
    with no mark but closes first goes on from the paragraph before.
    """
    found: list[Span] = []
    start = paragraph_start(text, span.start)
    while start < span.end:
        furthest = min(len(text), span.end + LOOK_AHEAD)
        end = text.find("\n", start, furthest)
        end = furthest if end < 0 else end
        found += (stretch for stretch in in_paragraph(text, start, end) if stretch.overlaps(span))
        start = end + 1
    return found


def spoken(text: str, attribution: Attribution) -> list[Span]:
    """List the quoted stretches of a content that quote its speaker.

    Where the cue stands in the same quotation ("He has said that he will not go," she said), the words are told by
    whoever is quoted, and are no quotation of the inner speaker.
    """
    found = []
    for span in attribution.contents:
        for stretch in quoted(text, span):
            if not any(cue.within(stretch) for cue in attribution.cues):
                found.append(stretch)
    return found


def paragraph_start(text: str, offset: int) -> int:
    """Return where the paragraph of `offset` begins, looking back no further than LOOK_BACK."""
    floor = max(0, offset - LOOK_BACK)
    return max(floor, text.rfind("\n", floor, offset) + 1)


def in_paragraph(text: str, start: int, end: int) -> list[Span]:
    """List the quoted stretches of one paragraph."""
    found: list[Span] = []
    opened: int | None = None
    marked = False
    for at in range(start, end):
        char = text[at]
        if char not in OPENING and char not in CLOSING and char not in STRAIGHT:
            continue
        if opened is None and not opens(text, at, start, end) and not marked:
            found.append(Span(start, at))
        elif opened is None and opens(text, at, start, end):
            opened = at + 1
        elif opened is not None and char not in OPENING:
            found.append(Span(opened, at))
            opened = None
        marked = True
    if opened is not None:
        found.append(Span(opened, end))
    return found or singles(text, start, end)


def opens(text: str, at: int, start: int, end: int) -> bool:
    """Say whether the mark at `at` opens a quotation: a straight one does when no word goes before it."""
    if text[at] in STRAIGHT:
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        return not after.isspace() and (before.isspace() or before in "([{-–—:‘'…")
    return text[at] in OPENING


def singles(text: str, start: int, end: int) -> list[Span]:
    """List stretches in single quotation marks, ‘so’ or 'so', in a paragraph that has no double ones."""
    marks = [at for at in range(start, end) if text[at] in "‘’'"]
    closings = [at for at in marks if text[at] != "‘" and closes_single(text, at)]
    found: list[Span] = []
    after = start
    for at in marks:
        before = text[at - 1] if at > start else " "
        if at < after or text[at] == "’" or not (before.isspace() or before in "([-–—:"):
            continue
        next_one = bisect_right(closings, at)
        if next_one < len(closings) and closings[next_one] - at <= SINGLE_REACH:
            after = closings[next_one]
            found.append(Span(at + 1, after))
    return found


def closes_single(text: str, at: int) -> bool:
    """Say whether the mark at `at` can close: it has a word or a stop before and no letter after."""
    after = text[at + 1] if at + 1 < len(text) else " "
    return at > 0 and not text[at - 1].isspace() and not after.isalnum()
