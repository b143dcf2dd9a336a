"""Told: to whom somebody speaks, and through which medium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from loaders.actors.cast import Cast
from loaders.actors.lexicon import lexicon
from loaders.actors.speaker import meant_at, resolve_speakers
from loaders.facts import Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# verbs whose object is the one spoken to; the rest of what they take is the content
_TO_OBJECT = frozenset("tell ask urge warn threaten remind assure inform advise order instruct press beg implore lobby "
                       "request command encourage promise petition write notify brief caution challenge call".split())  # fmt: skip
# verbs whose addressee stands behind a preposition
_BEHIND = {"call": ("on", "upon"), "appeal": ("to",), "say": ("to",), "speak": ("to", "with"), "write": ("to",), "talk": ("to", "with"),
           "demand": ("from", "of"), "ask": ("of",), "request": ("from", "of"), "explain": ("to",), "complain": ("to",),
           "insist": ("with",), "send": ("to",), "make": ("to",), "suggest": ("to",), "propose": ("to",), "respond": ("to",),
           "plead": ("with",), "promise": ("to",), "pledge": ("to",), "report": ("to",), "testify": ("before", "to"),
           "prevail": ("on",), "announce": ("to",), "offer": ("to",), "letter": ("to",)}  # fmt: skip
_SETTINGS = frozenset("interview appearance show program programme conversation segment broadcast op-ed column article "
                      "piece post tweet video statement letter".split())  # fmt: skip
_MEDIUM_WORDS = frozenset("news newspaper times post tribune journal herald gazette globe guardian television tv radio "
                          "network channel magazine broadcaster daily paper agency press reporters".split())  # fmt: skip
_TWEETS = frozenset(("tweet", "retweet"))


def told(doc: Doc, cast: Cast, attribution: Attribution) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of the addressees and of the media of an attribution.

    An outlet that somebody tells something is a medium ("told BBC Television"), anybody else an addressee.
    """
    speakers = set(resolve_speakers(doc, cast, attribution))
    to: dict[str, None] = {}
    via: dict[str, None] = {}
    cues = [t for s in attribution.cues for t in doc.char_span(s.start, s.end, alignment_mode="expand") or ()]
    for noun in _spoken_to(cues):
        for actor in _meant(cast, noun):
            if actor not in speakers:
                (via if is_medium(cast, actor, noun) else to)[actor] = None
    for noun in _settings(cues, attribution):
        for actor in _meant(cast, noun):
            if actor not in speakers and is_medium(cast, actor, noun):
                via[actor] = None
    return tuple(to), tuple(via)


def _meant(cast: Cast, noun: Token) -> list[str]:
    word = Span(noun.idx, noun.idx + len(noun))
    if found := meant_at(cast, word):
        return found
    # "USA TODAY's weekly series" means the outlet that has it
    owners = [c for c in noun.children if c.dep_ in ("poss", "compound")]
    return [a for c in owners for a in meant_at(cast, Span(c.idx, c.idx + len(c)))][:1]


def is_medium(cast: Cast, actor: str, noun: Token) -> bool:
    """Say whether an organisation is an outlet: by the shared names, its own words or those beside it."""
    known = cast.actors.get(actor)
    if known is None or known.kind != "Organisation":
        return False
    if actor in lexicon().media:
        return True
    if actor in lexicon().actors:
        return False
    said = {w.lower() for w in known.name.split()}
    around = {t.lower_ for t in noun.doc[max(0, noun.i - 4) : noun.i + 1]}
    return bool((said | around) & _MEDIUM_WORDS) or noun.head.lemma_ == "tell"


def _spoken_to(cues: list[Token]) -> Iterator[Token]:
    """Yield the nouns that a cue is directed at, with those joined to them."""
    inside = {t.i for t in cues}
    for cue in cues:
        lemma = cue.lemma_.lower()
        if lemma in _TO_OBJECT and cue.pos_ in ("VERB", "AUX", "NOUN"):
            for child in cue.rights:
                if child.dep_ in ("dobj", "dative", "obj") or (child.dep_ == "nsubj" and child.i > cue.i):
                    yield from _joined(child)
                    break
                if child.dep_ in ("ccomp", "xcomp") and child.i not in inside:
                    # "urged them to reconsider": the object is the subject of what is asked
                    if subject := next((c for c in child.lefts if c.dep_ == "nsubj" and c.i > cue.i and _asked(child)), None):
                        yield from _joined(subject)
                    break
        wanted = _BEHIND.get(lemma)
        if wanted:
            for child in _prepositions(cue, inside):
                if child.lower_ in wanted:
                    for noun in child.children:
                        if noun.dep_ == "pobj":
                            yield from _joined(noun)


def _asked(verb: Token) -> bool:
    """Say whether a clause is an infinitive: "to reconsider"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def _prepositions(cue: Token, inside: set[int]) -> Iterator[Token]:
    for child in cue.rights:
        if child.dep_ in ("prep", "dative", "prt"):
            yield child
        elif child.i in inside or child.dep_ == "dobj":
            yield from (c for c in child.rights if c.dep_ in ("prep", "dative"))


def _joined(noun: Token) -> Iterator[Token]:
    yield noun
    for child in noun.children:
        if child.dep_ == "conj":
            yield from _joined(child)


def _settings(cues: list[Token], attribution: Attribution) -> Iterator[Token]:
    """Yield the outlets of "in an interview with the BBC", "on CNN", "on Twitter" beside a cue and outside the content."""
    for cue in cues:
        for token in _around(cue):
            if token.dep_ not in ("prep",) or token.lower_ not in ("on", "in", "with", "to", "for", "during", "at", "via", "by"):
                continue
            if any(s.start <= token.idx < s.end for s in attribution.contents):
                continue
            for noun in token.children:
                if noun.dep_ != "pobj":
                    continue
                if token.lower_ in ("on", "via", "to", "for") or noun.lemma_.lower() in _SETTINGS or token.head.lemma_ in _SETTINGS:
                    yield from _joined(noun)


def _around(cue: Token) -> list[Token]:
    """Return the tokens of the cue's clause that do not open a clause of their own, at most a sentence's worth."""
    found, stack = [], [cue, *([cue.head] if cue.dep_ in ("xcomp", "conj", "advcl") else [])]
    while stack and len(found) < 120:
        token = stack.pop()
        for child in token.children:
            if child.dep_ in ("ccomp", "relcl", "nsubj", "punct") or child in found:
                continue
            found.append(child)
            stack.append(child)
    return found
