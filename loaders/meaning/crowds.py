"""Crowds: those without a name of whom something is asked ("urged county officials to …", "leaders must …").

And those with a name that nothing recognised: who is asked is somebody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.slug import key
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.facts import Actor, Attribution, Mention, Span
from sayso.loaders.meaning.actors import at
from sayso.loaders.meaning.appraisal import among
from sayso.loaders.meaning.clause import SUBJECTS
from sayso.loaders.meaning.cueing import judge
from sayso.loaders.meaning.reading import read
from sayso.loaders.word_lists import word_row

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

SPARE = {"det", "poss", "predet", "nummod", "case", "punct"}
DOERS = word_row("meaning/asking", "doers")
MARKED = 0.5  # the model's chance from which words that no rule knows are somebody
ASKED_AS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "dative"))
TIMES = frozenset(("DATE", "TIME"))
LONGEST = 8  # words of a crowd's name


def enlist(doc: Doc, cast: Cast, attributions: Iterable[Attribution]) -> Cast:
    """Return the cast with the unnamed groups of whom something is asked, or who are talked of, in the statements."""
    attributions = list(attributions)
    actors, mentions = dict(cast.actors), set(cast.mentions)
    for attribution in attributions:
        for head in asked(doc, attribution):
            if at(cast, head) is not None:
                continue
            if (unknown := unknown_name(head)) is not None:
                named = (a.key for a in actors.values() if unknown.text == a.name or unknown.text in a.names)
                body = next(named, None) or key("organisation", unknown.text)
                actors.setdefault(body, Actor(body, "Organisation", unknown.text))
                mentions.add(Mention(Span(unknown.start_char, unknown.end_char), body))
            if not is_crowd(head):
                continue
            start, label = name(head)
            crowd = key("group", label)
            known = actors.setdefault(crowd, Actor(crowd, "Group", label))
            actors[crowd] = replace(known, names=(known.names | spellings(head)) - {known.name})
            mentions.add(Mention(Span(start, head.idx + len(head)), crowd))
    cast = replace(cast, actors=dict(actors), mentions=tuple(sorted(mentions)))
    for attribution in attributions:
        for head, words in talked_of(doc, cast, attribution):
            start, label = name(head)
            crowd = key("group", label)
            known = actors.setdefault(crowd, Actor(crowd, "Group", label))
            actors[crowd] = replace(known, names=(known.names | spellings(head) | {words}) - {known.name})
            mentions.add(Mention(Span(start, head.idx + len(head)), crowd))
    return replace(cast, actors=actors, mentions=tuple(sorted(mentions)))


def asked(doc: Doc, attribution: Attribution) -> Iterator[Token]:
    """Yield the words for those of whom a statement asks something."""
    for judgement in judge(read(doc, attribution)):
        if judgement.demanded and judgement.target is not None:
            yield judgement.target


def talked_of(doc: Doc, cast: Cast, attribution: Attribution) -> Iterator[tuple[Token, str]]:
    """Yield those without a name whom the reading model marks as talked about and no rule finds: noun, and all words.

    "the children who fell ill" are "children who fell ill", too.
    """
    for mark in attribution.meaning.marked if attribution.meaning else ():
        if mark.role != "about" or mark.confidence < MARKED or cast.touching(mark.span):
            continue
        tokens = tokens_in(doc, mark.span)
        head = next((t for t in tokens if t.head not in tokens or t.head.i == t.i), None)
        if head is not None and head.pos_ == "NOUN" and any(mark.span.within(c) for c in attribution.contents):
            first = next((t.i for t in tokens if t.dep_ not in SPARE and not t.is_punct), head.i)
            yield head, " ".join(doc[first : tokens.end].text.split())


def unknown_name(head: Token) -> Tokens | None:
    """Return the name that somebody asked has whom nothing recognised: "called on [Brandovia] to open the border".

    None for what is no name: a word in small letters, an initial, the name of a time.
    """
    if head.pos_ != "PROPN" or head.dep_ not in ASKED_AS or head.ent_type_ in TIMES or not is_capital(head):
        return None
    start = head.i
    while start > head.left_edge.i and is_capital(head.doc[start - 1]) and head.doc[start - 1].dep_ == "compound":
        start -= 1
    return head.doc[start : head.i + 1]


def is_capital(token: Token) -> bool:
    """Say whether a word is written as names are."""
    return token.text[0].isupper() and len(token) > 1 and token.pos_ == "PROPN"


def is_crowd(head: Token) -> bool:
    """Say whether a word means people: what somebody is urged to do, people are urged; else by the noun itself."""
    if head.pos_ != "NOUN" and not (head.pos_ == "PROPN" and head.text.islower()):
        return False
    if among(head.lemma_, "bodies"):
        return True
    if head.tag_ != "NNS":
        return False
    return head.dep_ not in SUBJECTS or (head.lemma_.endswith(DOERS) and not among(head.lemma_, "lifeless"))


def spellings(head: Token) -> frozenset[str]:
    """Return how a crowd is written: the noun, with its owner ("the man's family"), with what tells it from others."""
    first = next((t.i for t in head.doc[head.left_edge.i : head.i] if t.dep_ not in ("det", "predet")), head.i)
    parts = [c for c in head.rights if c.dep_ in ("prep", "relcl", "acl")]
    ends = [head.i + 1, *(c.right_edge.i + 1 for c in parts)]
    own = _start(head)
    found = (head.doc[start:end] for start in (first, own) for end in ends if end - start <= LONGEST)
    return frozenset({head.text, *(" ".join(words.text.split()) for words in found)})


def name(head: Token) -> tuple[int, str]:
    """Return where a crowd's name starts, and the name: no article, number or possessor."""
    start = _start(head)
    return head.doc[start].idx, head.doc[start : head.i + 1].text


def _start(head: Token) -> int:
    """Return the token where a crowd's name starts."""
    start = head.i
    for left in reversed(list(head.lefts)):
        if left.dep_ in SPARE or head.i - left.left_edge.i >= LONGEST or left.right_edge.i != start - 1:
            break
        start = left.left_edge.i
    return start
