"""Occasions: what places a saying in time without a calendar, "after the match", "previously"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.facts import Attribution
from sayso.loaders.time_ties import telling_verb
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_LONGEST_EVENT = 14  # words
# adverbs that place a saying in time where nothing else does, and what an event that does stands behind
_LOOSE = word_set("times", "loose")
_EVENT = word_set("times", "events")
_NARROWING = word_set("times", "narrowing")
_OCCASIONS = word_set("times", "occasions")
_POINTING = word_set("times", "pointing")
_AT = word_set("times", "at")
_MEANWHILE = word_set("times", "meanwhile")
_APART = word_set("times", "apart")
_STEPS = 6  # in the tree from a time to the event that it is told with


def occasions(cues: list[Token], attribution: Attribution) -> Iterator[Tokens]:
    """Yield what places a saying in time without a calendar: "after the match", "previously"."""
    verbs = [t for t in cues if t.pos_ in ("VERB", "AUX", "ADJ")]
    verbs += [t for cue in verbs if (t := telling_verb(cue)) is not None and t not in verbs]
    children = [c for verb in verbs for c in verb.children]
    nouns = [c for t in cues if t.pos_ == "NOUN" for c in t.rights if c.lower_ in _EVENT]
    for child in [*children, *nouns, *(c for told_in in children for c in _of_document(told_in))]:
        if any(s.start <= child.idx < s.end for s in (*attribution.contents, *attribution.sources)):
            continue
        whole = _before_words(child, attribution)
        within = any(s.start < whole.end_char and whole.start_char < s.end for s in attribution.contents)
        if len(whole) <= _LONGEST_EVENT and not within and _is_event(child, whole):
            yield whole
        elif child.dep_ == "advmod" and child.lower_ in _LOOSE:
            yield whole if len(whole) <= 3 else child.doc[child.i : child.i + 1]
    if cues:
        behind = cues[-1].doc[cues[-1].i + 1 : cues[-1].i + 2]
        outside = not any(s.start <= t.idx < s.end for t in behind for s in attribution.contents)
        if outside and behind.text.lower() in _LOOSE:  # "said earlier they might": the tree has it with "might"
            yield behind


def _before_words(child: Token, attribution: Attribution) -> Tokens:
    """Return a part of a clause without the words themselves, which the tree may hang on an event's noun.

    "Told them before the vote that it was over".
    """
    end = child.right_edge.i + 1
    noun = next((c.i for c in child.rights if c.dep_ == "pobj"), None) if child.dep_ == "prep" else None
    if noun is not None:
        end = next((t.i for t in child.doc[noun + 1 : end] if _in_words(t, attribution)), end)
    return child.doc[child.left_edge.i : end]


def _in_words(token: Token, attribution: Attribution) -> bool:
    return any(s.start <= token.idx < s.end for s in attribution.contents)


def event_of(time: Tokens, attribution: Attribution) -> Tokens | None:
    """Return the whole phrase of the event that a time is told with: "ahead of Saturday's match"; None without one."""
    for token in islice(time.root.ancestors, _STEPS):
        if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBG":
            return None
        whole = token.doc[token.left_edge.i : token.right_edge.i + 1]
        named = any(t.pos_ in ("NOUN", "PROPN") and not time.start <= t.i < time.end for t in whole)
        if token.lower_ in _EVENT and named and len(whole) <= _LONGEST_EVENT and _is_event(token, whole):
            inside = any(s.start < whole.end_char and whole.start_char < s.end for s in attribution.contents)
            return None if inside or whole.root.head.i == whole.root.i else whole
    return None


def is_apart(time: Tokens) -> bool:
    """Say whether time words tell another day than the one of the saying: "before Saturday", "ahead of the vote"."""
    before = time.doc[max(0, time.start - 2) : time.start + 1]
    return any(t.lower_ in _APART for t in before)


def _of_document(told_in: Token) -> list[Token]:
    """List the parts of a paper's phrase: "in a statement posted before the vote" has "before"."""
    nouns = [c for c in told_in.rights if c.dep_ == "pobj"]
    inner = [c for noun in nouns for c in noun.rights]
    return [*inner, *(c for part in inner if part.dep_ == "acl" for c in part.rights)] if told_in.dep_ == "prep" else []


def _is_event(child: Token, whole: Tokens) -> bool:
    """Say whether a part of a clause is a time by what happened: "after the case closed", "a day before the vote"."""
    if child.dep_ in ("prep", "advcl", "acl"):
        first = next((t for t in whole if t.lower_ not in _NARROWING), whole[0])
        noun = next((c for c in child.rights if c.dep_ == "pobj"), None)
        occasion = noun is not None and noun.lower_ in _OCCASIONS and any(c.lower_ in _POINTING for c in noun.lefts)
        counted = child.lower_ in _EVENT and first.ent_type_ in ("DATE", "TIME")
        meanwhile = first.lower_ in _MEANWHILE and (child.dep_ == "prep" or child.tag_ == "VBG")
        return first.lower_ in _EVENT or counted or meanwhile or (child.lower_ in _AT and occasion)
    if child.dep_ == "advmod":
        return child.lower_ in _EVENT and any(c.dep_ == "prep" for c in child.rights)  # "two days prior to the vote"
    placing = next((c for c in child.rights if c.dep_ == "prep"), child)
    return child.dep_ == "npadvmod" and child.ent_type_ != "PERSON" and placing.lower_ in _EVENT
