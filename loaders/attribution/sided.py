"""Sides taken: statements that no verb of saying brings: "X came out against it", "the offer was turned down by X".

The tagger knows them where the corpora that it learned from mark them, which is now and then. What is read off the
syntax here is what a set way of taking a side tells of somebody with a name, in the past or the present perfect.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.attribution.nested import FINITE, NAMED, subtree_span
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.word_lists import word_row

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SIDING = sorted((entry.split() for entry in word_row("attribution/saying", "siding")), key=len, reverse=True)
OPENING = frozenset(entry[0] for entry in SIDING)
CERTAINTY = 0.7  # of such a statement, of which no corpus has enough to fit it
GAP = 3  # words that may stand between two of a set phrase
REACH = 3  # verbs above one that its subject may stand at
TAKEN = frozenset(("dobj", "xcomp", "ccomp"))
LED_TO = frozenset(("pobj", "pcomp"))


def sided(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions of set ways of taking a side that share no word with those found."""
    taken = {t.i for a in found for span in (*a.cues, *a.contents) for t in tokens_in(doc, span)}
    told = [one for token in doc if token.lemma_ in OPENING and (one := _told(token)) is not None]
    return [a for a in told if taken.isdisjoint(t.i for s in (*a.cues, *a.contents) for t in tokens_in(doc, s))]


def _told(verb: Token) -> Attribution | None:
    """Read the statement that a verb with its set words is: somebody's with a name, not denied nor only supposed."""
    last = _last_of_phrase(verb) if verb.tag_ in FINITE and verb.pos_ == "VERB" else None
    if last is None or any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return None
    by = _child(verb, {"agent"})
    if _child(verb, {"nsubjpass", "auxpass"}) is None:
        who, words, first = _subject(verb), _matter(verb, last), verb
    elif by is not None and (last is verb or last.dep_ == "prt"):
        who, words, first, last = _child(by, LED_TO), _child(verb, {"nsubjpass"}), _child(verb, {"auxpass"}) or verb, by
    else:
        return None
    if who is None or words is None or not _has_name(who):
        return None
    cue = Span(first.idx, last.idx + len(last))
    content, source = subtree_span(words), subtree_span(who)
    if cue.overlaps(content) or cue.overlaps(source) or content.overlaps(source):
        return None
    return Attribution((content,), (cue,), (source,), CERTAINTY)


def _last_of_phrase(verb: Token) -> Token | None:
    """Return the last word of the longest set phrase that a verb begins: the verb itself where it stands alone."""
    for entry in SIDING:
        last: Token | None = verb if entry[0] == verb.lemma_ else None
        for word in entry[1:]:
            if last is None:
                break
            near = verb.doc[last.i + 1 : last.i + 1 + GAP]
            last = next((t for t in near if word in (t.lemma_.lower(), t.lower_) and verb.is_ancestor(t)), None)
        if last is not None:
            return last
    return None


def _subject(verb: Token) -> Token | None:
    """Return the subject of a verb, that of the verb that it is joined to where it shares one."""
    for _ in range(REACH):
        found = _child(verb, {"nsubj"})
        if found is not None or verb.dep_ != "conj":
            return found
        verb = verb.head
    return None


def _matter(verb: Token, last: Token) -> Token | None:
    """Return what a side is taken on: what the last preposition leads to, else the verb's object or clause."""
    leading = last.pos_ == "ADP" and last.dep_ != "prt"
    among = (last, LED_TO) if leading else (verb, TAKEN)
    return next((c for c in among[0].children if c.dep_ in among[1] and c.i > last.i), None)


def _has_name(who: Token) -> bool:
    """Say whether somebody is named: by the noun itself, before it or in what it is explained by."""
    named = (who, *(c for c in who.children if c.dep_ == "appos"))
    return any(t.ent_type_ in NAMED for noun in named for t in noun.subtree if t.i <= noun.i)


def _child(token: Token, deps: set[str] | frozenset[str]) -> Token | None:
    return next((c for c in token.children if c.dep_ in deps), None)
