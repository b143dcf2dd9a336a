"""Single they: "they" that speaks right after one person was named and nobody else is there whom it can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.crowds import COLLECTIVE, is_people
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.loaders.actors.discourse import Reader

_SUBJECTS = ("nsubj", "nsubjpass")
_GENDERED = word_set("actors/pronouns", "he") | word_set("actors/pronouns", "she")
_PLURAL_PEOPLE = word_set("actors/single_they", "several")
_BACK = 4  # sentences in which no others may be told of
_LONGEST = 80  # words of the sentence before


def single_they(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return the one person named as the subject of the sentence before, where nobody else can be meant; else ().

    Nobody whom the text calls "he" or "she" is; nor is anybody after a row, a body, a crowd or a thing like a band.
    """
    doc, begin = token.doc, token.sent.start
    if token.i not in reader.sources or token.i in reader.quoted or token.dep_ not in _SUBJECTS or not begin:
        return ()
    before = [t for t in doc[max(0, begin - _LONGEST) : begin] if t.sent.start == doc[begin - 1].sent.start]
    back = doc[max(0, begin - _LONGEST) : begin]  # whom others are told of before, they can be, too
    named = {reader.scene.at[t.i] for t in back if t.i in reader.scene.at}
    actor = next(iter(named), "")
    if len(named) != 1 or reader.scene.kind(actor) != "Person" or any(map(_several, back)):
        return ()
    subject = any(t.dep_ in _SUBJECTS and reader.scene.at.get(t.i) == actor for t in before)
    late = [o for o in reader.salience.latest(token.i) if reader.place[0] - o.sentence <= _BACK]
    others = any(o.plural or reader.scene.kind(a) != "Person" for o in late for a in o.actors)
    gendered = any(doc[o.token].lower_ in _GENDERED for o in reader.salience.latest(token.i) if actor in o.actors)
    return (actor,) if subject and not others and not gendered else ()


def _several(token: Token) -> bool:
    """Say whether a word tells of more than one: "workers", "the band", "and" between two."""
    low = token.lower_
    if token.tag_ in ("NNS", "NNPS") and (is_people(token) or low in words().organisations):
        return True
    return low in COLLECTIVE | _PLURAL_PEOPLE or (token.tag_ == "NN" and low in words().organisations)
