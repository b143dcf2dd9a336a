"""Figured names: surnames of known figures that the recogniser misses or takes for a body ("State Blinken").

They become persons' names here; who is meant, a known figure or a stranger, is for `warrants` to say.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.gazetteer import Gazetteer
from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lexicon import first_names
from sayso.loaders.actors.warrants import is_common
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_STATE_BEFORE = word_set("actors/figured", "state_before")


def figured(doc: Doc, names: list[Name], known: Gazetteer) -> list[Name]:
    """Return the names with every surname of a known figure as a person's, where the words around allow it."""
    found = _organisations(doc, names, known)
    taken = {i: n for n in found for i in range(n.start, n.end)}
    for token in doc:
        if not _may_be(token) or not known.called(token.text):
            continue
        name = taken.get(token.i)
        if name is None:
            if not _goes_on(token) and not is_common(token.text):
                found.append(Name(token.i, token.i + 1, "person", token.text))
        elif name.form in ("organisation", "place", "group") and name.actor is None and name.end == token.i + 1:
            if name.start == token.i:
                if not _goes_on(token):
                    found[found.index(name)] = replace(name, form="person", text=token.text)
            elif _titles(doc, name):
                found[found.index(name)] = Name(token.i, token.i + 1, "person", token.text)
    return found


def _organisations(doc: Doc, names: list[Name], known: Gazetteer) -> list[Name]:
    """Add the known organisations by their whole names, in the place of shorter names inside them."""
    ends = {t.idx + len(t): t.i + 1 for t in doc}
    added: list[Name] = []
    text = doc.text  # put together anew at each call: asked for once
    for token in doc:
        phrase = known.phrase_at(text, token.idx, token.text)
        end = ends.get(token.idx + len(phrase)) if phrase else None
        if end is not None and (not added or token.i >= added[-1].end):
            added.append(Name(token.i, end, "organisation", phrase))
    if not added:
        return list(names)
    covered = {i for n in added for i in range(n.start, n.end)}
    inside = [n for n in names if all(i in covered for i in range(n.start, n.end))]
    longer = {i for n in names if n not in inside for i in range(n.start, n.end)}
    kept = [n for n in added if not any(i in longer for i in range(n.start, n.end))]
    free = {i for n in added if n not in kept for i in range(n.start, n.end)}
    return [*(n for n in names if n not in inside or any(i in free for i in range(n.start, n.end))), *kept]


def _may_be(token: Token) -> bool:
    """Say whether a word can be a surname: written large, and no first name."""
    if len(token) < 3 or not token.text[0].isupper() or token.pos_ not in ("PROPN", "NOUN", "ADJ", "VERB", "X", "INTJ"):
        return False
    return token.lower_ not in first_names()


def _goes_on(token: Token) -> bool:
    """Say whether a longer name goes on behind a word: "Trump Tower", "the Musk Foundation"."""
    if token.i + 1 >= len(token.doc):
        return False
    after = token.nbor()
    return after.pos_ == "PROPN" and after.text[0].isupper() and token.dep_ == "compound"


def _titles(doc: Doc, name: Name) -> bool:
    """Say whether what the recogniser put before the surname is a title or a state: "State Blinken"."""
    before = doc[name.start : name.end - 1]
    offices = words().offices | words().portfolios | {"state", "first", "lady"}
    plain = all(t.lower_.removesuffix("s") in offices or t.lower_ in offices for t in before)
    return plain or before[-1].lower_.removesuffix("s") in words().offices or before.text in _STATE_BEFORE
