"""Heard: to whom, and when, something was told, where the reading model marks it and no rule finds it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.meaning.about import outermost

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

_LONGEST = 12  # words of a time


def spoken_to_marked(cast: Cast, attribution: Attribution, speakers: Collection[str]) -> tuple[str, ...]:
    """List the actors to whom, or through whom, the marked words say that a statement was told."""
    marks = [m.span for m in attribution.meaning.marked if m.role == "told"] if attribution.meaning else []
    found = [m.actor for mark in marks for m in outermost(cast.touching(mark)) if m.actor not in speakers]
    return tuple(dict.fromkeys(found))


def time_words_marked(doc: Doc, attribution: Attribution, sentence: Span) -> tuple[str, float] | None:
    """Return the marked words of the time of saying, the surest, and how sure (0 to 1) the model is of them.

    None where the statement's sentence has none outside the content.

    The model marks token by token: of "before launch" it may mark "before" alone, so that the phrase is completed.
    """
    marks = [m for m in attribution.meaning.marked if m.role == "when"] if attribution.meaning else []
    here = [m for m in marks if m.span.within(sentence)]
    outside = [m for m in here if not any(m.span.overlaps(content) for content in attribution.contents)]
    best = max(outside, key=lambda m: m.confidence, default=None)
    tokens = tokens_in(doc, best.span) if best is not None else None
    if best is None or not tokens:
        return None
    whole = _completed(tokens, attribution)
    words = " ".join(whole.text.split()).strip(" ,;")
    return None if all(t.is_stop or t.is_punct for t in whole) else (words, best.confidence)


def _completed(marked: Tokens, attribution: Attribution) -> Tokens:
    """Return the whole phrase of marked words, where it is short and touches nothing else of the statement."""
    top = marked.root
    if top.pos_ != "ADP" and top.head.pos_ == "ADP" and top.dep_ in ("pobj", "pcomp") and top.head.i < marked.end:
        top = top.head
    start, end = min(top.left_edge.i, marked.start), max(top.right_edge.i + 1, marked.end)
    whole = marked.doc[start:end]
    taken = (*attribution.contents, *attribution.cues, *attribution.sources)
    apart = not any(s.start < whole.end_char and whole.start_char < s.end for s in taken)
    if len(whole) <= _LONGEST and apart and "\n" not in whole.text:
        return whole
    noun = marked[-1].head  # "in the days before the" of "the vote that …"
    cut = marked[-1].dep_ == "det" and noun.i == marked.end and not any(s.start <= noun.idx < s.end for s in taken)
    return marked.doc[marked.start : noun.i + 1] if cut else marked
