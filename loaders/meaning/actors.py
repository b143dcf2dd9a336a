"""Actors: who in the cast is meant by a token of the tree."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Mention, Span
from sayso.loaders.meaning.appraisal import among
from sayso.loaders.meaning.reading import FORMS
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

FROM = word_set("meaning/asking", "givers")


def speaking(cast: Cast, speakers: Collection[str]) -> Callable[[Token], bool]:
    """Return what says whether a token means one of the speakers or whom they speak for.

    Somebody speaks for the body that they hold a post in: "China will do its part", its envoy says of the own side.
    """
    sides = {m.post.organisation for m in cast.memberships if m.person in speakers and not m.former}

    def means(token: Token) -> bool:
        mention = at(cast, token)
        if mention is None:
            return False
        # at the end of the name: "Russian" in "Russian troops" is not Russia
        return mention.actor in speakers or (mention.actor in sides and token.pos_ in {"PROPN", "NOUN", "PRON"})

    return means


def voices(cast: Cast, speakers: Collection[str]) -> frozenset[str]:
    """List the pronouns that can mean the speakers or their side: no "he" for a country.

    "It" is a person's side where it is not known whom that person speaks for ("Turkey's president says it will").
    """
    if len(speakers) > 1:
        return frozenset({"they"})
    kinds = {cast.actors[key].kind for key in speakers if key in cast.actors}
    if kinds == {"Person"}:
        bound = any(m.person in speakers and m.post.organisation for m in cast.memberships)
        person = frozenset({"he", "she"})
        return person if bound else person | {"it"}
    return frozenset({"it", "they"}) if kinds & {"Country", "Organisation"} else frozenset(FORMS)


def at(cast: Cast, token: Token) -> Mention | None:
    """Return the mention whose last words the token is, the longest if several."""
    left, right = token.left_edge, token.right_edge
    start = max(left.idx, token.idx - 200)
    end = min(right.idx + len(right), token.idx + 200)
    best: Mention | None = None
    for mention in cast.within(Span(start, end)):
        if mention.span.start <= token.idx < mention.span.end and (best is None or length(mention) > length(best)):
            best = mention
    return best


def length(mention: Mention) -> int:
    """Return the length of a mention in code points."""
    return mention.span.end - mention.span.start


def meant(cast: Cast, token: Token | None) -> tuple[str, ...]:
    """List who a noun phrase is: the actor at its head and those joined to it, else its possessor."""
    if token is None:
        return ()
    found: list[str] = []
    for part in (token, *(c for c in token.conjuncts if c.i > token.i)):
        mention = at(cast, part)
        if mention is not None:
            found.append(mention.actor)
    if not found:
        for c in token.children:
            if c.dep_ in {"poss", "compound", "nmod", "amod"} and (mention := at(cast, c)) is not None:
                found.append(mention.actor)
    return tuple(dict.fromkeys(found))


def asking(cast: Cast, noun: Token) -> tuple[str, ...]:
    """List who a noun is or, of a request, who makes it: "X's request", "a request from X"."""
    if not among(noun.lemma_, "requests"):
        return meant(cast, noun)
    for c in noun.children:
        if c.dep_ in {"poss", "compound", "nmod"} and (found := meant(cast, c)):
            return found
    for c in noun.children:
        if c.dep_ in {"prep", "agent"} and c.lower_ in FROM:
            for d in c.children:
                if d.dep_ == "pobj" and (found := meant(cast, d)):
                    return found
    return ()
