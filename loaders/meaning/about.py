"""About: which actors a statement's words talk about."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Attribution, Mention
from sayso.loaders.meaning.crowds import outermost
from sayso.loaders.meaning.script import script

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FITTING = 0.25  # least probability of a mention that may be talked of by its form
_SURE = 0.6  # of any other: a pronoun, a crowd without a name
_VAGUE = {"it", "they", "them", "its", "their", "his", "her"}  # mostly a thing, or somebody named in the words already


def about(doc: Doc, cast: Cast, attribution: Attribution, speakers: Collection[str]) -> tuple[str, ...]:
    """List the actors that the words talk about, in order of appearance, the speakers left out.

    The model says how likely a mention is one that is talked of; a name needs less of it than a pronoun or a crowd. A
    name inside a longer one ("Russian President Vladimir Putin" holds Russia) does not count.
    """
    if attribution.meaning is None:
        return ()
    marks = [m for m in attribution.meaning.marked if m.role == "about"]
    if not marks:
        return ()
    found: dict[str, None] = {}
    for mark in marks:
        for mention in outermost(cast.touching(mark.span)):
            least = _FITTING if _is_named(doc, cast, mention) else _SURE
            if mention.actor not in speakers and mark.confidence >= least:
                found[mention.actor] = None
    return tuple(found)


def _is_named(doc: Doc, cast: Cast, mention: Mention) -> bool:
    """Say whether a mention is a name, or a crowd that one word at least makes known ("Western allies")."""
    actor = cast.actors.get(mention.actor)
    first, last = script(doc).tokens(mention.span)
    if actor is None or first > last or (first == last and doc[first].lower_ in _VAGUE):
        return False
    return actor.kind != "Group" or any(t.pos_ == "PROPN" or t.ent_type_ == "NORP" for t in doc[first : last + 1])
