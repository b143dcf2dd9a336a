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
_PLACING = word_set("actors/media", "placing")
_CITING = word_set("actors/media", "citing")
_REPORTING = word_set("actors/media", "reporting")
_TOWARDS = word_set("actors/media", "towards")
_BROUGHT = word_set("actors/media", "brought")
_WITH = word_set("actors/media", "with_whom")
_LONGEST_NAME = 6
_LONGEST = 120
_NEAR = 20


def settings(cues: Sequence[Token], attribution: Attribution) -> Iterator[Token]:
    """Yield the nouns of "in an interview with the BBC", "on CNN", "in a tweet" beside a cue, outside the content."""
    for cue in cues:
        yield from _carrying(cue)
        for token in _around(cue):
            if token.dep_ != "prep" or token.lower_ not in _PREPOSITIONS:
                continue
            if any(s.start <= token.idx < s.end for s in attribution.contents):
                continue
            behind = token.lower_ in _TOWARDS or token.head.lemma_ in _SETTINGS
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


def _carrying(cue: Token) -> Iterator[Token]:
    """Yield where words were put that a clause tells: "a post on Facebook announcing", "a YouTube video in which"."""
    if cue.dep_ not in ("relcl", "acl"):
        return
    for noun in (cue.head, cue.head.head.head):
        if noun.lemma_.lower() in _SETTINGS and noun.i < cue.i:
            yield from (c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN")
            links = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in _PLACING and c.i < cue.i]
            yield from (c for link in links for c in link.children if c.dep_ == "pobj")
            return


def published_in(source: Token) -> Iterator[Token]:
    """Yield where a document that speaks was published: "The study, published in Nature, found"."""
    yield from _brought(source)


def citing(cues: Sequence[Token]) -> Iterator[Token]:
    """Yield the subjects through whom somebody is heard: "The Times, citing sources", "CNN reported he said"."""
    for cue in cues:
        verbs = [t for t in (cue, cue.head, cue.head.head) if t.lemma_ in _CITING]
        if cue.dep_ == "ccomp" and cue.head.lemma_ in _REPORTING:
            verbs.append(cue.head)
        for verb in verbs:
            yield from (c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ != "WDT")
            if verb.dep_ == "relcl":
                yield verb.head
            elif verb.dep_ in ("advcl", "conj", "acl"):
                yield from (c for c in verb.head.lefts if c.dep_ == "nsubj")


def _brought(setting: Token) -> Iterator[Token]:
    """Yield who brought somebody's words: "in remarks published by CNN", "in a statement posted on Facebook"."""
    for part in setting.children:
        if part.dep_ == "acl" and part.lemma_ in _BRINGING:
            for link in part.children:
                if link.dep_ in ("agent", "prep") and link.lower_ in _BROUGHT:
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
    if link.lower_ == "in" and link.head.lemma_ in _BRINGING and link.head.tag_ == "VBN":
        return True  # "findings published in Nature"
    with_whom = link.lower_ in _WITH and link.head.lemma_ in ("interview", "appearance")
    return with_whom or (link.lower_ == "on" and link.head.lemma_ in _SPEAKING)
