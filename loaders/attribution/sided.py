"""Sides taken: statements that no verb of saying brings: "X came out against it", "the offer was turned down by X".

The tagger knows them where the corpora that it learned from mark them, which is now and then. What is read off the
syntax here is what a set way of taking a side tells of somebody with a name, in the past or the present perfect.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.words import words
from sayso.loaders.attribution.nested import FINITE, NAMED, subtree_span
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.meaning.clause import infinitive
from sayso.loaders.word_lists import word_row, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def _longest_first(entries: Sequence[str]) -> list[list[str]]:
    return sorted((entry.split() for entry in entries), key=len, reverse=True)


SIDING = _longest_first(word_row("attribution/saying", "siding"))
ASKING_FOR = _longest_first(word_row("attribution/saying", "asking_for"))
ASKING_WHOM = _longest_first(word_row("attribution/saying", "asking_whom"))
SEEKING = word_set("attribution/saying", "seeking")
OPENING = frozenset(entry[0] for entry in SIDING)
ASKING = SEEKING | frozenset(entry[0] for entry in (*ASKING_FOR, *ASKING_WHOM))
OWED = word_set("meaning/attitude", "owed")
DEED_NOUNS = word_set("meaning/asking", "deed_nouns")
DEEDS = frozenset(("xcomp", "advcl", "ccomp"))
CERTAINTY = 0.7  # of such a statement, of which no corpus has enough to fit it
GAP = 5  # words that may stand between two of a set phrase
REACH = 3  # verbs above one that its subject may stand at
TAKEN = frozenset(("dobj", "xcomp", "ccomp"))
LED_TO = frozenset(("pobj", "pcomp"))


def sided(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions of set ways of taking a side or of asking that share no word with those found."""
    others = [a for a in found if not _is_mere_noun(doc, a)]
    taken = {t.i for a in others for span in (*a.cues, *a.contents) for t in tokens_in(doc, span)}
    told = [one for token in doc if token.lemma_ in OPENING and (one := _told(token)) is not None]
    told += [one for token in doc if token.lemma_ in ASKING and (one := _asked(token)) is not None]
    return [a for a in told if taken.isdisjoint(t.i for s in (*a.cues, *a.contents) for t in tokens_in(doc, s))]


def _told(verb: Token) -> Attribution | None:
    """Read the statement that a verb with its set words is: somebody's with a name, not denied nor only supposed."""
    last = _last_of_phrase(verb, SIDING) if _is_told(verb) else None
    if last is None:
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
    return _attributed(subtree_span(who), Span(first.idx, last.idx + len(last)), subtree_span(words))


def _asked(verb: Token) -> Attribution | None:
    """Read the statement that asking is: "appealed for calm", "appealed to him to go", "sought an apology"."""
    who = _subject(verb) if _is_told(verb) and _child(verb, {"nsubjpass", "auxpass"}) is None else None
    if who is None or not _has_name(who):
        return None
    last = _last_of_phrase(verb, ASKING_FOR)
    words = None if last is None else _matter(verb, last)
    if last is not None and words is not None and _is_thing(words):
        return _attributed(subtree_span(who), Span(verb.idx, last.idx + len(last)), subtree_span(words))
    last = _last_of_phrase(verb, ASKING_WHOM)
    if last is not None:
        deed = next((c for c in verb.children if c.dep_ in DEEDS and c.i > last.i and infinitive(c)), None)
        first = last if deed is None else verb.doc[last.i + 1]
        if deed is not None and first.i < deed.i:
            content = Span(first.idx, subtree_span(deed).end)
            return _attributed(subtree_span(who), Span(verb.idx, last.idx + len(last)), content)
    owed = _child(verb, {"dobj"}) if verb.lemma_ in SEEKING else None
    if owed is None or owed.lemma_ not in OWED or owed.i < verb.i:
        return None
    whom = next((c for c in verb.children if c.lower_ == "from" and c.i == owed.right_edge.i + 1), owed)
    content = Span(subtree_span(owed).start, subtree_span(whom).end)
    return _attributed(subtree_span(who), Span(verb.idx, verb.idx + len(verb)), content)


def _is_mere_noun(doc: Doc, one: Attribution) -> bool:
    """Say whether a statement is nobody's and only a noun tells of it: "pushed back against [reports] that …"."""
    told = [t for span in one.cues for t in tokens_in(doc, span)]
    return not one.sources and bool(told) and all(t.pos_ == "NOUN" and t.dep_ in LED_TO | TAKEN for t in told)


def _is_told(verb: Token) -> bool:
    """Say whether a verb tells that something was done, not that it may be or was not."""
    finite = verb.tag_ in FINITE and verb.pos_ == "VERB"
    return finite and not any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children)


def _is_thing(words: Token) -> bool:
    """Say whether words are a noun of a deed that can be asked for: "calm", "the release of X", not "a taxi"."""
    return words.lemma_ in OWED | DEED_NOUNS


def _attributed(source: Span, cue: Span, content: Span) -> Attribution | None:
    if cue.overlaps(content) or cue.overlaps(source) or content.overlaps(source):
        return None
    return Attribution((content,), (cue,), (source,), CERTAINTY)


def _last_of_phrase(verb: Token, entries: Sequence[Sequence[str]]) -> Token | None:
    """Return the last word of the longest set phrase that a verb begins: the verb itself where it stands alone."""
    for entry in entries:
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
    """Say whether somebody is named, by the noun itself, before it or in what it is explained by, or is a known body.

    "The union" is one, "unions" are none.
    """
    named = (who, *(c for c in who.children if c.dep_ == "appos"))
    body = who.lemma_.lower() in words().organisations and any(c.dep_ in ("det", "poss") for c in who.lefts)
    return (
        body
        or who.pos_ == "PROPN"
        or any(t.ent_type_ in NAMED for noun in named for t in noun.subtree if t.i <= noun.i)
    )


def _child(token: Token, deps: set[str] | frozenset[str]) -> Token | None:
    return next((c for c in token.children if c.dep_ in deps), None)
