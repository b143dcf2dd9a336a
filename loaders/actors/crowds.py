"""Crowds: the people without a name that a statement's words talk about: "priests", "victims of sexual abuse"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Actor, Attribution
from sayso.loaders.word_lists import word_row, word_set, word_sets

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COLLECTIVE = word_set("actors/crowds", "collective")
_DOERS = word_row("actors/crowds", "doers")
_PLURALS = word_set("actors/crowds", "plurals")
_PLACES = word_set("actors/crowds", "places")
_BEHIND = word_set("actors/crowds", "behind")
_PERSONS = word_set("actors/nouns", "persons") | word_set("actors/styled", "trades")
_ALONE = frozenset(("compound", "amod", "nmod", "npadvmod"))


def crowds(doc: Doc, attributions: Iterable[Attribution]) -> dict[int, Token]:
    """Return the nouns inside the attributions' words that mean people or bodies without a name, by token."""
    found: dict[int, Token] = {}
    for attribution in attributions:
        for span in attribution.contents:
            found |= {t.i: t for t in tokens_in(doc, span) if is_crowd(t) or is_somebody(t)}
    return found


def is_crowd(token: Token) -> bool:
    """Say whether a noun means people: "protesters", "Quakers"; bodies too, but not as a place or before a noun."""
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in _ALONE:
        return False
    if not token.text[0].islower():
        return token.ent_type_ == "NORP" and token.tag_ in ("NNPS", "NNS") and not token.text.isupper()
    low, lemma = token.lower_, token.lemma_.lower()
    if low in _nouns()["always"]:
        return True
    if low in _nouns()["told"] and token.tag_ == "NNS":
        return any(c.dep_ in ("amod", "prep", "relcl", "acl", "compound") for c in token.children)
    if token.tag_ != "NNS":
        return False
    if lemma in _nouns()["people"]:
        return True
    place = token.dep_ == "pobj" and token.head.lower_ in _PLACES
    return lemma in _nouns()["bodies"] and not place


def is_somebody(token: Token) -> bool:
    """Say whether a noun means one person without a name who does something, or with whom something is done."""
    lemma = token.lemma_.lower()
    one = token.tag_ == "NN" and token.text.islower() and lemma in _nouns()["people"] | _nouns()["one"]
    return one and (token.dep_ in ("nsubj", "nsubjpass") or token.head.dep_ == "agent")


def is_many(token: Token) -> bool:
    """Say whether a word, written large in a headline or not, is a plural for people: "Women", "Scientists"."""
    low = token.lower_
    lemma = low.removesuffix("s") if low.endswith("s") else low
    plural = low.endswith("s") and lemma in _nouns()["people"]
    return plural or low in _PLURALS or low in _nouns()["always"] - {"press"}


def is_people(token: Token) -> bool:
    """Say whether a noun means people or a body of them: "advisers", "spokesman", "ministry", "family"."""
    lemma, low = token.lemma_.lower(), token.lower_
    told = words().offices | words().people | words().kin | words().organisations
    groups = (
        _nouns()["people"] | _nouns()["bodies"] | _nouns()["always"] | _nouns()["told"] | COLLECTIVE | _nouns()["owned"]
    )
    return not told.isdisjoint((low, lemma)) or not groups.isdisjoint((low, lemma)) or lemma.endswith(_DOERS)


def is_person(token: Token) -> bool:
    """Say whether a noun means one person, by office, kin or trade: "counterpart", "barrister"; no paper."""
    low = token.lower_.removeprefix("ex-")
    people = words().people | words().kin | words().offices | _nouns()["people"] | _nouns()["one"]
    return low in people | _PERSONS or (low.endswith(_DOERS) and low not in words().documents)


def is_one_body(actor: Actor) -> bool:
    """Say whether somebody without a name is one body: "French electricity grid", not "advisers" and no "witness"."""
    if not actor.key.startswith("group/"):
        return False
    before = takewhile(lambda word: word not in _BEHIND, actor.name.lower().split())
    head = next(iter(list(before)[::-1]), "")
    people = words().offices | words().people | words().kin | _nouns()["people"] | _nouns()["one"] | _nouns()["always"]
    if head in _nouns()["bodies"] | words().organisations:
        return True
    return bool(head) and head not in people | _PLURALS and not head.endswith(("s", *_DOERS))


@cache
def _nouns() -> dict[str, frozenset[str]]:
    return word_sets("actors/crowds")
