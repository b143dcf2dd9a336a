"""About: which actors a statement's words talk about."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from loaders.actors.cast import Cast
from loaders.facts import Attribution, Mention, Span
from loaders.meaning.reading import read
from loaders.meaning.script import script

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLACES = {"in", "at", "across", "throughout", "around", "near", "outside", "inside", "within", "through"}


def about(doc: Doc, cast: Cast, attribution: Attribution, speakers: Collection[str]) -> tuple[str, ...]:
    """List the actors that the words talk about, in order of appearance, the speakers left out.

    Who is asked counts, though named between cue and content ("called on his allies to …"). A name inside a longer
    one ("Russian President Vladimir Putin" holds Russia) and a place that is only where something happens do not.
    """
    found: list[str] = []
    for span in [*asked(doc, attribution), *sorted(attribution.contents)]:
        mentions = cast.within(span)
        for mention in outermost(mentions):
            if mention.actor not in speakers and counts(doc, cast, mention):
                found.append(mention.actor)
    return tuple(dict.fromkeys(found))


def outermost(mentions: list[Mention]) -> list[Mention]:
    """Leave out the mentions that stand inside another one of the list, which is in text order."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or mention.span.end > kept[-1].span.end:
            kept.append(mention)
    return kept


def counts(doc: Doc, cast: Cast, mention: Mention) -> bool:
    """Say whether a mention is talked about: no place where something happens, no nameless crowd."""
    actor = cast.actors.get(mention.actor)
    first, last = script(doc).tokens(mention.span)
    if actor is None or first > last:
        return False
    if actor.kind == "Group" and not any(t.pos_ == "PROPN" or t.ent_type_ == "NORP" for t in doc[first : last + 1]):
        return False
    return not (actor.kind == "Country" and is_place(doc[first : last + 1].root))


def is_place(root: Token) -> bool:
    """Say whether a country's name is only the place: "in Ukraine", "across the United States"."""
    return root.dep_ == "pobj" and root.head.lower_ in PLACES


def asked(doc: Doc, attribution: Attribution) -> list[Span]:
    """List the stretch between a demanding cue and its content: whom it is asked of."""
    reading = read(doc, attribution)
    if reading.match is None or reading.match.cue.act != "demand" or not reading.ranges or not reading.cue:
        return []
    start, end = reading.cue[-1].i + 1, reading.ranges[0][0]
    if not start < end <= start + 12:
        return []
    return [Span(doc[start].idx, doc[end].idx)]
