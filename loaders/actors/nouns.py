"""Nouns that a pronoun refers to where nobody is named: "The defendant wept. “…,” he told the jury."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.crowds import is_people
from sayso.loaders.actors.groups import unnamed
from sayso.loaders.actors.sources import noun_phrase
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.loaders.actors.discourse import Reader

_BACK = 60  # words in which the noun stands before the pronoun
_SUBJECTS = ("nsubj", "nsubjpass")
_PERSONS = word_set("actors/nouns", "persons")
_TRADES = word_set("actors/styled", "trades") | word_set("actors/styled", "trades_and_names")
_FEMALE = word_set("actors/nouns", "female")
_MALE = word_set("actors/nouns", "male")


def told_of(reader: Reader, token: Token, gender: str = "") -> tuple[str, ...]:
    """Return the person or people without a name whom "he", "she" or "they" as a source means; () where there are none.

    Only where nobody named fits: then the nearest noun for them that is a subject, outside quotation marks.
    """
    if token.i not in reader.sources or token.i in reader.quoted:
        return ()
    wrong = {"male": _FEMALE, "female": _MALE}.get(gender, frozenset())
    known = words().people | words().offices | words().kin | _PERSONS | _TRADES
    for noun in reversed(token.doc[max(0, token.i - _BACK) : token.i]):
        low = noun.lower_
        if noun.dep_ not in _SUBJECTS or noun.i in reader.quoted or low in wrong:
            continue
        one = noun.tag_ == "NN" and low in known and any(c.dep_ in ("det", "poss") for c in noun.lefts)
        if not one and (gender or noun.tag_ != "NNS" or not is_people(noun)):
            continue  # "they" are "residents", too
        actor = next(iter(reader.meant.get(noun.i, ())), None) or unnamed(reader.scene, noun)
        if actor is None:
            continue
        reader.scene.mention(*noun_phrase(noun), actor)
        reader.meant[noun.i] = (actor,)
        return (actor,)
    return ()


def body_told(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return the body without a name that "it" as a source means: the subject before, in this sentence or the last."""
    if token.i not in reader.sources or token.i in reader.quoted:
        return ()
    sentences = 0
    for noun in reversed(token.doc[max(0, token.i - _BACK) : token.i]):
        sentences += bool(noun.nbor(1).is_sent_start)
        if sentences > 1 or (noun.dep_ in _SUBJECTS and noun.i in reader.meant):
            return ()
        if noun.dep_ not in _SUBJECTS or noun.i in reader.quoted or noun.tag_ in ("WDT", "WP"):
            continue
        if noun.tag_ != "NN" or noun.lower_ not in words().organisations or not noun.text.islower():
            return ()
        actor = unnamed(reader.scene, noun)
        if actor is None:
            return ()
        reader.scene.mention(*noun_phrase(noun), actor)
        reader.meant[noun.i] = (actor,)
        return (actor,)
    return ()
