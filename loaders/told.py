"""Told: to whom somebody speaks, and through which medium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.addressees import cue_tokens, recipients, spoken_to
from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.media import citing, of_a_talk, outlet, published_in, settings
from sayso.loaders.actors.sources import heads_in
from sayso.loaders.actors.speaker import meant_at, resolve_speakers
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.meaning.script import script
from sayso.loaders.quoted_as import passing
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MEDIUM_WORDS = word_set("media", "outlets")
_ON_AIR = word_set("media", "on_air")
_REPORTING = word_set("media", "reporting")


def told(doc: Doc, cast: Cast, attribution: Attribution) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of the addressees and of the media of an attribution, from `find_cast`'s cast.

    An outlet that somebody tells something is a medium ("told BBC Television"), anybody else an addressee.
    """
    speakers = set(resolve_speakers(doc, cast, attribution))
    to: dict[str, None] = {}
    via: dict[str, None] = {}
    cues = cue_tokens(doc, attribution)
    for noun in map(outlet, (*spoken_to(cues, attribution), *recipients(doc, attribution))):
        for actor in _meant(cast, noun):
            if actor not in speakers:
                (via if is_medium(cast, actor, noun) else to)[actor] = None
    for noun in _passing_on(doc, attribution):
        for actor in _meant(cast, noun):
            if actor not in speakers and cast.actors[actor].kind == "Organisation":
                via[actor] = None
    for noun in citing(cues):
        via |= dict.fromkeys(a for a in _meant(cast, noun) if a not in speakers and is_medium(cast, a, noun))
    used = [c for t in cues if t.lemma_ in ("use", "take") for c in t.rights if c.dep_ in ("dobj", "prep")]
    platforms = [c for t in used for c in (t, *t.children) if c.pos_ == "PROPN"]  # "took to Instagram to thank"
    for noun in platforms:
        via |= dict.fromkeys(a for a in _meant(cast, noun) if a in lexicon().media and a not in speakers)
    tweets = (t for t in cues if t.lemma_.lower() in ("tweet", "retweet"))
    published = (noun for head in heads_in(doc, attribution.sources) for noun in published_in(head))
    for noun in (*map(outlet, (*settings(cues, attribution), *published)), *tweets):
        for actor in _meant(cast, noun):
            if actor not in speakers and is_medium(cast, actor, noun):
                via[actor] = None
    return tuple(to), tuple(via)


def by_medium(cast: Cast, actors: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part actors into those who are spoken to and those through whom: outlets by name or by their own words."""
    media = tuple(
        a
        for a in actors
        if a in lexicon().media or (a in cast.actors and set(cast.actors[a].name.lower().split()) & _MEDIUM_WORDS)
    )
    return tuple(a for a in actors if a not in media), media


def _passing_on(doc: Doc, attribution: Attribution) -> list[Token]:
    """List who passes words on: "the agency quoted her as saying", "she was quoted as saying by the agency"."""
    cue = passing(script(doc).text, attribution)
    quoting = tokens_in(doc, cue) if cue is not None else ()
    agents = (a for t in quoting for a in t.rights if a.dep_ in ("agent", "prep") and a.lower_ == "by")
    return [c for t in quoting for c in t.lefts if c.dep_ == "nsubj"] + [c for a in agents for c in a.children]


def _meant(cast: Cast, noun: Token) -> list[str]:
    if found := meant_at(cast, Span(noun.idx, noun.idx + len(noun))):
        return found
    apposed = [c for c in noun.children if c.dep_ == "appos"]  # "told the Speaker, Ada Hill, that"
    if found := [a for c in apposed for a in meant_at(cast, Span(c.idx, c.idx + len(c)))]:
        return found
    # "USA TODAY's weekly series" means the outlet that has it
    owners = [c for c in noun.children if c.dep_ in ("poss", "compound")]
    return [a for c in owners for a in meant_at(cast, Span(c.idx, c.idx + len(c)))][:1]


def is_medium(cast: Cast, actor: str, noun: Token) -> bool:
    """Say whether an organisation is an outlet: by the shared names, its own words or those beside it.

    Who is told something is one, but for the bodies that listen: "told the court", "told Tessen City Council".
    """
    known = cast.actors.get(actor)
    if known is None or known.kind != "Organisation":
        return False
    if actor in lexicon().media:
        return True
    if actor in lexicon().actors:
        return False
    said = {w.lower() for w in known.name.split()}
    around = {t.lower_ for t in noun.doc[max(0, noun.i - 4) : noun.i + 1]}
    told = any(t.lemma_ == "tell" for t in noun.doc[max(0, noun.i - 3) : noun.i])
    aired = noun.head.lower_ == "on" and noun.head.head.lemma_ in _ON_AIR
    listening = bool(said & (words().organisations - _REPORTING))
    told = (told or noun.head.lemma_ == "tell") and not listening
    return bool((said | around) & _MEDIUM_WORDS) or told or aired or of_a_talk(noun)
