"""Accord: whether the word that speaks can mean an actor at all, by gender, number, kind, state and office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.crowds import is_people
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.own_words import others_named
from sayso.loaders.actors.tokens import told_by_clause
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_IN_TITLE = ("compound", "amod", "nmod")
_THEY = word_set("actors/pronouns", "they")
_PLURAL = word_set("actors/accord", "plural")
_THINGS = word_set("actors/accord", "things")
_DEPUTIES = word_set("actors/accord", "deputies")
_PLURAL_TAGS = ("NNS", "NNPS")


def contradicts(cast: Cast, head: Token, actor: str) -> bool:
    """Say whether a source's word cannot mean an actor: "he" a woman, "it" a person, "the French minister" a German.

    "The attorney general" is nobody who holds no such office, where the article names one who does.
    """
    low, person = head.lower_, cast.actors[actor].kind == "Person"
    if low in ("he", "she"):
        return not person or cast.genders.get(actor) == ("female" if low == "he" else "male")
    if low in _THINGS:
        return person or head.tag_ == "DT"  # "That suggests …": what happened
    nameless = actor.startswith("group/") and low in words().organisations
    if nameless and cast.actors[actor].name.split()[-1].lower() in words().documents:
        return True  # "In a statement, the company said"
    entries = [lexicon().find(c.text) for c in head.lefts if c.ent_type_ == "NORP"]
    told = {entry.actor for entry in entries if entry is not None and entry.actor.startswith("country/")}
    owners = {m.post.organisation for m in cast.memberships if m.person == actor and m.post.organisation}
    states = {owner for owner in owners if owner.startswith("country/")}
    abroad = bool(told) and bool(states) and told.isdisjoint(states)
    return abroad or _anothers_office(cast, head, actor)


def many_for_one(cast: Cast, head: Token, actor: str, ruled: bool) -> bool:
    """Say whether a source means several, and the actor is one person: "the protesters", "who" of them.

    "They" can be one whose gender nothing tells, where no rule finds others (`ruled`).
    """
    if cast.actors[actor].kind != "Person":
        return False
    noun = told_by_clause(head) if head.tag_ in ("WP", "WDT") else None
    noun = head if noun is None else noun
    low, lemma = noun.lower_, noun.lemma_.lower()
    if low in _THEY:
        return ruled or actor in cast.genders
    if low in _PLURAL or (low in ("whom", "which") and noun.head.lower_ == "of"):
        return True
    if noun.tag_ == "NNPS" and noun.ent_type_ == "NORP":
        return True
    if not words().documents.isdisjoint((low, lemma)) or noun.pos_ != "NOUN":
        return False
    return noun.tag_ in _PLURAL_TAGS and is_people(noun)


def named_in_own_words(doc: Doc, cast: Cast, attribution: Attribution, head: Token, actor: str) -> bool:
    """Say whether the words of "he" or "she" name an actor as somebody else (own_words.py)."""
    if head.lower_ not in ("he", "she"):
        return False

    def meant(token: Token) -> str | None:
        around = Span(token.idx, token.idx + len(token))
        return actor if token.pos_ == "PROPN" and any(m.actor == actor for m in cast.touching(around)) else None

    return actor in others_named(doc, attribution, head, meant)


def _anothers_office(cast: Cast, head: Token, actor: str) -> bool:
    """Say whether a source tells of an office by its title, and others hold that one, not the actor."""
    title = {t.lower_ for t in (head, *head.children) if t.dep_ in _IN_TITLE or t.i == head.i}
    if head.lower_ not in words().offices and title.isdisjoint(words().offices):
        return False
    held = [(m.person, set(m.post.title.lower().replace("-", " ").split())) for m in cast.memberships]
    # a vice president is not "the president"
    holders = {person for person, words_ in held if title <= words_ and _DEPUTIES.isdisjoint(words_ - title)}
    return bool(holders) and actor not in holders
