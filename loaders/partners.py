"""Partners: whom an interview is with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.facts import Span
from sayso.loaders.meaning.script import script
from sayso.loaders.views.announcement import Announcement, announcement
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

_INTERVIEWING = word_set("actors/addressees", "interviewing")
_ASKING = word_set("meaning/clauses", "first_person")
_LEAD = 200  # words that may say whom it is with
_AGO = 3000  # code points before the first turn that may announce it


def partner_named(doc: Doc, cast: Cast, askers: tuple[str, ...], before: int) -> str | None:
    """Return whom a text first tells of as interviewed; `before` is where its first turn starts."""
    for sentence in doc.sents:
        if sentence.start_char >= before or sentence.start >= _LEAD:
            return None
        if not any(t.lemma_.lower() in _INTERVIEWING for t in sentence):
            continue
        named = cast.within(Span(sentence.start_char, min(sentence.end_char, before)))
        persons = (m.actor for m in named if m.actor in cast.actors and cast.actors[m.actor].kind == "Person")
        found = next((a for a in persons if a not in askers and not a.startswith("group/")), None)
        if found is not None:
            return found
    return None


def partner_announced(doc: Doc, cast: Cast, before: int, labelled: bool) -> str | None:
    """Return whom the interview is with that is announced before its first turn; None where two can be meant.

    Where only a pronoun is named, or the turns are `labelled` and the lead tells of an interview in other words, it is
    the one person whom the lead names.
    """
    start = max(0, before - _AGO)
    lead = script(doc).text[start:before]
    announced = announcement(lead)
    everybody = _persons(doc, cast, Span(start, before))
    if announced is None:
        asked = labelled and any(t.lemma_.lower() in _INTERVIEWING for t in tokens_in(doc, Span(start, before)))
        return everybody[0] if asked and len(everybody) == 1 else None
    words = Span(start + announced.words.start, start + announced.words.end)
    named = _told_there(doc, cast, announced, words, before)
    if not named:
        named = everybody
    return named[0] if len(named) == 1 else None


def _told_there(doc: Doc, cast: Cast, announced: Announcement, words: Span, before: int) -> list[str]:
    """List those of whom one is whom the interview is with, by the sentence that announces it."""
    text = script(doc).text
    sentence = next((s for s in doc.sents if s.start_char <= words.start < s.end_char), doc[:])
    end = text.find("\n", words.end, before)
    last = min(max(sentence.end_char, words.end), end if end >= 0 else before)
    first = max(sentence.start_char, text.rfind("\n", 0, words.start) + 1)
    ahead, behind = Span(first, words.start), Span(words.end, last)
    if not announced.behind:
        return _persons(doc, cast, ahead)
    named = _persons(doc, cast, behind)
    own = text[words.start : words.end].split()[0].lower() in _ASKING
    others = [] if announced.sure or own else [a for a in _persons(doc, cast, ahead) if a not in named]
    if others or not named:
        return [*others, *named]
    return named if _joined(doc, cast, behind, named) else named[:1]


def _joined(doc: Doc, cast: Cast, place: Span, named: list[str]) -> bool:
    """Say whether several are named in one row there: "with Ann Lee and Joe Hill"."""
    tokens = [t for m in cast.within(place) if m.actor in named[1:] for t in tokens_in(doc, m.span)]
    return any(t.dep_ == "conj" for t in tokens)


def _persons(doc: Doc, cast: Cast, place: Span) -> list[str]:
    """List the persons whom names tell there, each once, in order of appearance."""
    found: dict[str, None] = {}
    for mention in cast.within(place):
        actor = cast.actors.get(mention.actor)
        if actor is None or actor.kind != "Person" or mention.actor.startswith("group/"):
            continue
        if any(t.pos_ == "PROPN" for t in tokens_in(doc, mention.span)):
            found[mention.actor] = None
    return list(found)
