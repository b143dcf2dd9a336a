"""Media: the nouns that name where somebody speaks: "in an interview with the BBC", "writing on Facebook"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.loaders.actors.addressees import joined
from sayso.loaders.facts import Attribution
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_SETTINGS = word_set("actors/media", "settings")
_PREPOSITIONS = word_set("actors/media", "prepositions")
_SPEAKING = word_set("actors/media", "speaking")
_KINDS = word_set("actors/media", "kinds")
_BRINGING = word_set("actors/media", "bringing")
_LONGEST_NAME = 6
_LONGEST = 120
_NEAR = 20


def settings(cues: Sequence[Token], attribution: Attribution) -> Iterator[Token]:
    """Yield the nouns of "in an interview with the BBC", "on CNN", "in a tweet" beside a cue, outside the content."""
    for cue in cues:
        for token in _around(cue):
            if token.dep_ != "prep" or token.lower_ not in _PREPOSITIONS:
                continue
            if any(s.start <= token.idx < s.end for s in attribution.contents):
                continue
            behind = token.lower_ in ("on", "via", "to", "for") or token.head.lemma_ in _SETTINGS
            following = _next(token)
            if following is not None and following.text.rstrip(".") == "X":
                yield following
                continue
            for noun in token.children:
                if any("\n" in t.text for t in noun.doc[token.i : min(noun.i, token.i + _NEAR)]):
                    continue
                if noun.dep_ == "pobj" and (behind or noun.lemma_.lower() in _SETTINGS):
                    yield from joined(noun)
                    yield from _brought(noun)


def _brought(setting: Token) -> Iterator[Token]:
    """Yield who brought somebody's words: "in remarks published by CNN", "in a statement posted on Facebook"."""
    for part in setting.children:
        if part.dep_ == "acl" and part.lemma_ in _BRINGING:
            for link in part.children:
                if link.dep_ in ("agent", "prep") and link.lower_ in ("by", "on", "in", "to"):
                    yield from (c for c in link.children if c.dep_ == "pobj")


def _next(token: Token) -> Token | None:
    """Return the next word."""
    return token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None


def _around(cue: Token) -> list[Token]:
    """Return the words that hang on the cue, without clauses of their own, at most a sentence's worth."""
    found: dict[int, Token] = {}
    stack = [cue, *([cue.head] if cue.dep_ in ("xcomp", "conj", "advcl") else [])]
    while stack and len(found) < _LONGEST:
        for child in stack.pop().children:
            if child.dep_ == "nsubj":  # "Trump, writing on Truth Social, said"
                stack += [c for c in child.children if c.dep_ == "acl" and c.lemma_ in _SPEAKING]
            if child.dep_ not in ("ccomp", "relcl", "nsubj", "punct") and child.i not in found:
                found[child.i] = child
                stack.append(child)
    return list(found.values())


def outlet(noun: Token) -> Token:
    """Return the name behind "the newspaper" in "told the newspaper Handelsblatt", else the noun itself."""
    if noun.lemma_.lower() not in _KINDS:
        return noun
    last = noun
    for token in noun.doc[noun.i + 1 : noun.i + _LONGEST_NAME]:
        if token.pos_ == "PROPN":
            last = token
        elif last is noun or token.lower_ not in ("of", "the"):
            break
    return last


def of_a_talk(noun: Token) -> bool:
    """Say whether a noun is whom an interview is with or where something was written: a medium, whatever its name."""
    link = noun.head
    while link.dep_ == "conj":
        link = link.head
    if link.dep_ == "appos" or noun.dep_ == "appos":
        link = noun.head.head
    with_whom = link.lower_ in ("with", "to", "for", "by") and link.head.lemma_ in ("interview", "appearance")
    return with_whom or (link.lower_ == "on" and link.head.lemma_ in _SPEAKING)
