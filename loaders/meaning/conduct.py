"""Conduct: whose doing, having or being the words of a matter are, or whom what they want would help.

A side is taken on an actor where it is taken on the actor or on its conduct, never because the words of the matter
name one: who is against sending troops to Ukraine is not against Ukraine, nor for Ukraine's neighbours who seek talks
with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Position, Span
from sayso.loaders.meaning.actors import at, length, meant
from sayso.loaders.meaning.appraisal import among
from sayso.loaders.meaning.clause import children, subject
from sayso.loaders.meaning.reading import VERBS
from sayso.loaders.meaning.script import script
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLIMBED = 4  # words from a matter's head up to the verb whose subject is looked for
WHOLE = 0.6  # share of the matter's characters that a name takes where it is the matter
OWNING = {"poss"}
BESIDE = {"compound", "nmod", "amod"}
DOING = {"nsubj", "csubj"}
BY = {"by", "from"}
BEHIND = word_set("meaning/about", "behind")


def sided(doc: Doc, cast: Cast, position: Position, judging: bool = False) -> tuple[str, ...]:
    """List those of whom a position is told to be toward on whom it takes a side.

    Where nobody is, and the statement blames or praises (`judging`), it is who does what the matter tells: "Reed has
    lied" blames Reed.
    """
    if judging and not position.toward:
        return tuple(key for key in acting(doc, cast, position.matter) if key != position.holder)
    named = {mention.actor for mention in cast.within(position.matter)}
    if not named.intersection(position.toward):
        return position.toward  # who is blamed or praised stands outside the matter: "accused Reed of hiding it"
    meant_so = {*conducting(doc, cast, position.matter), *helped(doc, cast, position.matter)}
    return tuple(key for key in position.toward if key not in named or key in meant_so)


def conducting(doc: Doc, cast: Cast, matter: Span) -> tuple[str, ...]:
    """List the actors whom the words of a matter are: by themselves, as owners, as who does it."""
    whole = [m.actor for m in cast.within(matter) if length(m) >= WHOLE * (matter.end - matter.start)]
    first, last = script(doc).tokens(matter)
    if whole or first > last:
        return tuple(whole)
    root = doc[first : last + 1].root
    found = [key for word in doers(root) if first <= word.i <= last for key in meant(cast, word)]
    if root.pos_ not in VERBS:
        own = (at(cast, noun) for noun in (root, *root.conjuncts) if first <= noun.i <= last)
        found += [mention.actor for mention in own if mention is not None]
    return tuple(dict.fromkeys(found))


def acting(doc: Doc, cast: Cast, matter: Span) -> tuple[str, ...]:
    """List whom the subject of the clause means in which a matter stands."""
    first, last = script(doc).tokens(matter)
    if first > last:
        return ()
    word = doc[first : last + 1].root
    for _ in range(CLIMBED):
        doer = subject(word) if word.pos_ in VERBS else None
        if doer is not None:
            return meant(cast, doer)
        word = word.head
    return ()


def doers(root: Token) -> list[Token]:
    """List the words for who does or has what a word tells: subject, possessor, "by X", the name before a noun."""
    found = children(root, OWNING | DOING)
    for word in children(root, {"prep", "agent"}):
        # "The idea of the Senate" is the Senate's, "the invasion of Ukraine" is not Ukraine's.
        if word.lower_ in BY or (word.lower_ == "of" and not suffered(root)):
            found += children(word, {"pobj"})
    return found if suffered(root) else [*found, *children(root, BESIDE)]


def suffered(noun: Token) -> bool:
    """Say whether a noun tells what is done to, or had with, whom it names: "sanctions", "membership", "talks"."""
    return among(noun.lemma_, "hostile_nouns") or among(noun.lemma_, "friendly_nouns") or noun.pos_ in VERBS


def helped(doc: Doc, cast: Cast, matter: Span) -> tuple[str, ...]:
    """List whom a matter would help: "to support Reed", "support for Reed". Who is against it is against them.

    Meeting or joining somebody helps nobody yet.
    """
    first, last = script(doc).tokens(matter)
    found: list[str] = []
    for word in doc[first : last + 1]:
        verb = word.pos_ in VERBS
        if not among(word.lemma_, "helping" if verb else "helping_nouns"):
            continue
        objects = children(word, {"dobj"} if verb else {"poss", "compound"})
        for preposition in children(word, {"prep", "dative"}):
            objects += children(preposition, {"pobj"}) if preposition.lower_ in BEHIND else []
        found += [key for each in objects if first <= each.i <= last for key in meant(cast, each)]
    return tuple(dict.fromkeys(found))
