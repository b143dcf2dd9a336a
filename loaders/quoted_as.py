"""Passed on: "Reuters quoted Ann Lee as saying that …": Ann Lee speaks, and Reuters passes her words on.

Turned round it is "“…,” Ann Lee was quoted as saying by Reuters", or "was quoted by Reuters as saying".
"""

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
_BY = r"by [^,;.\n]{1,60}?"
_QUOTED = re.compile(
    rf"(?P<who>[^\W\d_][^\n“”\",;.]{{0,60}}?)(?:,[^\n“”\"]{{1,80}},)?"
    rf" (?P<cue>{any_of(word_row('attribution/saying', 'passively'))}(?: \w+)?"
    rf" {any_of(word_row('attribution/saying', 'passed'))}"
    rf"(?: {_BY})? as {any_of(word_row('attribution/saying', 'as_saying'))})(?![\w’'])"
)
_REACH = 240  # code points before a cue in which whom it quotes is named
_PASSED = word_set("attribution/saying", "passed")


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


def with_subject(text: str, one: Attribution) -> Attribution:
    """Give the words of "“…,” Ann Lee was quoted as saying by the agency" to Ann Lee; the rest stays.

    What the reader runs on to behind the closing mark, the name itself, is no part of the words.
    """
    cue = next((c for c in one.cues if not _PASSED.isdisjoint(text[c.start : c.end].split())), None)
    if cue is None or not one.contents:
        return one
    line = max(text.rfind("\n", 0, cue.start) + 1, cue.start - _REACH)
    for found in _QUOTED.finditer(text, line, min(len(text), cue.end + _REACH)):
        if not Span(*found.span("cue")).overlaps(cue):
            continue
        who = Span(*found.span("who"))
        end = len(text[: who.start].rstrip())
        before = tuple(Span(c.start, min(c.end, end)) for c in one.contents if c.start < who.start)
        behind = tuple(c for c in one.contents if c.start >= found.end())
        rest = tuple(c for c in (*before, *behind) if c.start < c.end)
        if not rest:
            return one
        return replace(one, contents=rest, cues=(Span(*found.span("cue")),), sources=(who,))
    return one


def passing(text: str, one: Attribution) -> Span | None:
    """Return the cue whose subject passes words on: the "quoted" of "quoted her as saying"; None without one."""
    spoken = [text[cue.start : cue.end].split() for cue in one.cues]
    if not any("saying" in words for words in spoken):
        return None
    return next((cue for cue, words in zip(one.cues, spoken, strict=True) if _PASSING.intersection(words)), None)
