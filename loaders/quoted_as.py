"""Passed on: "Reuters quoted Ann Lee as saying that …": Ann Lee speaks, and Reuters passes her words on."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.loaders.facts import Attribution, Span
from sayso.loaders.word_lists import any_of, word_row, word_set

_PASSING = word_set("attribution/saying", "passing")
_AS_SAYING = re.compile(
    rf"\s+(?P<who>[^\s,;.][^;.\n]{{0,80}}?),? (?P<cue>as {any_of(word_row('attribution/saying', 'as_saying'))})"
    r"(?: that)?[,:]?\s+"
)


def with_quoted(text: str, one: Attribution) -> Attribution:
    """Give the words of "the agency quoted Ann Lee as saying that …" to Ann Lee, with "as saying" as a second cue."""
    if len(one.cues) != 1 or not one.contents:
        return one
    cue, first = one.cues[0], one.contents[0]
    if not _PASSING.intersection(text[cue.start : cue.end].split()[-1:]):
        return one
    found = _AS_SAYING.match(text, cue.end)
    if found is None or not found.end() < one.contents[-1].end or found.start("who") > first.start + 1:
        return one
    rest = tuple(Span(max(c.start, found.end()), c.end) for c in one.contents if c.end > found.end())
    who = Span(*found.span("who"))
    return replace(one, contents=rest, sources=(who,), cues=(cue, Span(*found.span("cue"))))


def passing(text: str, one: Attribution) -> Span | None:
    """Return the cue whose subject passes words on: the "quoted" of "quoted her as saying"; None without one."""
    spoken = [text[cue.start : cue.end].split() for cue in one.cues]
    if not any("saying" in words for words in spoken):
        return None
    return next((cue for cue, words in zip(one.cues, spoken, strict=True) if _PASSING.intersection(words)), None)
