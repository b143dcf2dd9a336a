"""Completed: words that end in the middle of a phrase ("an internal | memo") go on, gaps in them are closed.

The tagger reads word pieces one by one, and now and then stops between a noun and the words before it, or leaves out a
few words in the middle. The parser tells where the phrase goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.meaning.script import script
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Words that lead to the one they hang on, and end nothing: articles, adjectives, helping verbs, "that".
_LEADING = frozenset(
    ("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "aux", "auxpass", "neg", "mark", "case")
)
_OPENING = "\"“„«‘'"
_NOWHERE = Span(-1, -1)
_SAYING = word_set("attribution/saying", "inner")
_NEAR = 4  # statements before a quotation in which it may have begun
_FURTHEST = 8  # words between a word and the one that it leads to
_COMMAS = frozenset(",;:–—-")
_CLAUSES = frozenset(("acl", "ccomp", "relcl"))
_MOST = 5  # phrases one behind the other
_GAP = 8  # words between two stretches of one statement's words, which belong to them where nothing else stands there


def whole(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with words that end where their last phrase does, before cue, source and sentence end.

    Only the last of a statement's stretches: behind the others the cue stands, or what is somebody else's. Stretches
    with a few words of their sentence between them, nobody's cue or source, are one.
    """
    found = [_with_cue(doc, a) for a in _resumed(doc, found)]
    ended = [replace(a, contents=(*a.contents[:-1], _completed(doc, a))) if a.contents else a for a in found]
    told = [span for a in ended for span in (*a.cues, *a.sources)]
    return [replace(a, contents=_joined(doc, a.contents, told)) for a in ended]


def _resumed(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Give a quotation that goes on in its sentence to who began it: "“A,” he said, as she looked on, “and B.”".

    It begins small, and what stands before it is a clause of what another does meanwhile, who says nothing there.
    """
    kept: list[Attribution] = []
    for one in sorted(found, key=lambda a: min(a.contents, default=_NOWHERE)):
        near = range(max(0, len(kept) - _NEAR), len(kept))
        before = next((i for i in near if _goes_on(doc, kept[i], one)), None)
        if before is None:
            kept.append(one)
        else:
            kept[before] = replace(kept[before], contents=(*kept[before].contents, *one.contents))
    return kept


def _with_cue(doc: Doc, one: Attribution) -> Attribution:
    """Return an attribution whose cue ends where its words begin: "made a desperate | plea for | help".

    A cue that stops in the middle of its noun goes on to the words; one that reaches into them ("insisted on | an
    apology", "rejected | claims that …") ends before them.
    """
    if not one.cues or not one.contents:
        return one
    cue, first = one.cues[-1], one.contents[0].start
    if cue.start < first < cue.end:
        tokens = tokens_in(doc, Span(first, cue.end))
        if len(tokens) == 1 and (tokens[0].pos_ == "DET" or any(c.dep_ in _CLAUSES for c in tokens[0].rights)):
            before = tokens_in(doc, Span(cue.start, first))
            cue = Span(cue.start, before[-1].idx + len(before[-1])) if before else cue
    elif cue.end < first:
        between, last = tokens_in(doc, Span(cue.end, first)), tokens_in(doc, cue)
        leads = bool(last) and last[-1].dep_ in ("det", "amod", "poss") and last[-1].head in between
        if leads and 1 < len(between) <= _NEAR and between[-1].pos_ == "ADP":
            cue = Span(cue.start, between[-1].idx + len(between[-1]))
    return replace(one, cues=(*one.cues[:-1], cue)) if cue != one.cues[-1] else one


def _goes_on(doc: Doc, first: Attribution, second: Attribution) -> bool:
    """Say whether the words of the second are the rest of the first's."""
    if not first.contents or not second.contents or not first.cues or not second.cues:
        return False
    end, begin = first.contents[-1].end, second.contents[0].start
    verbs = [t for span in second.cues for t in tokens_in(doc, span) if t.pos_ in ("VERB", "AUX")]
    if not verbs or not end <= first.cues[0].start < second.cues[0].start < begin:
        return False
    text = script(doc).text
    opening, closing = text[begin : begin + 2], text[max(0, end - 2) : end + 1]
    small = opening[:1] in _OPENING and opening[1:].islower()
    meanwhile = all(t.dep_ == "advcl" and t.lemma_.lower() not in _SAYING for t in verbs)
    return small and meanwhile and "," in closing and "\n" not in text[end:begin]


def _joined(doc: Doc, contents: Sequence[Span], told: Sequence[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for content in sorted(contents):
        if joined and _is_gap(doc, joined[-1], content, told):
            joined[-1] = Span(joined[-1].start, content.end)
        else:
            joined.append(content)
    return tuple(joined)


def _is_gap(doc: Doc, before: Span, after: Span, told: Sequence[Span]) -> bool:
    """Say whether a few words of one sentence stand between two stretches, fewer than the longer of them has."""
    between = Span(before.end, after.start)
    if between.start > between.end or any(span.overlaps(between) for span in told):
        return False
    first, gap, last = tokens_in(doc, before), tokens_in(doc, between), tokens_in(doc, after)
    if not first or not last or any(t.is_sent_start or "\n" in t.text for t in doc[first.end : last.start + 1]):
        return False
    return len(gap) <= min(_GAP, max(len(first), len(last)))


def _completed(doc: Doc, attribution: Attribution) -> Span:
    content = attribution.contents[-1]
    tokens = tokens_in(doc, content)
    if not tokens:
        return content
    others = (*attribution.cues, *attribution.sources, *attribution.contents[:-1])
    taken = {t.i for span in others for t in tokens_in(doc, span)}
    end = tokens.end
    for _ in range(_MOST):
        last = doc[end - 1]
        noun = None if last.is_punct or last.is_space else _led_to(last, tokens.start, end)
        if noun is None or noun.sent != last.sent or any(_stops(t, taken) for t in doc[end : noun.i + 1]):
            break
        edge = min(noun.right_edge.i + 1, noun.sent.end)
        end = next((t.i for t in doc[noun.i + 1 : edge] if _stops(t, taken)), edge)
        while doc[end - 1].is_punct or doc[end - 1].is_space:
            end -= 1
    while end - 1 > tokens.start and _leads_on(doc[end - 1], end):
        end -= 1
        while end - 1 > tokens.start and (doc[end - 1].text in _COMMAS or doc[end - 1].is_space):
            end -= 1
    return Span(content.start, doc[end - 1].idx + len(doc[end - 1])) if end != tokens.end else content


def _leads_on(token: Token, end: int) -> bool:
    """Say whether a last word only leads to what stands behind it: "and", ", which", "in" before its noun."""
    if token.dep_ == "cc" or token.tag_ in ("WDT", "WP"):
        return True
    return token.dep_ == "prep" and any(c.i >= end for c in token.rights)


def _stops(token: Token, taken: set[int]) -> bool:
    """Say whether words end before a token at the latest: the cue, the source, a quotation mark."""
    return token.i in taken or token.is_quote


def _led_to(last: Token, start: int, end: int) -> Token | None:
    """Return the word behind `end` to which the last words before it lead; None where they are whole."""
    token = last
    while start <= token.i < end and token.head.i > token.i:
        if token.head.i >= end:
            near = token.head.i - end <= _FURTHEST
            return token.head if token.dep_ in _LEADING and near else None
        token = token.head
    return None
