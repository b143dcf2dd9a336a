"""Whose an office is, where the words before and behind it tell: a body, a state, a town."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.office_nouns import office, shared_office
from sayso.loaders.actors.scene import Scene
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    pass

_FORMER = word_set("actors/offices", "former")
_PARTY_OFFICES = word_set("actors/offices", "party_offices")
_TITLE_ADJECTIVES = word_set("actors/offices", "title_adjectives")
_LOCAL_WORDS = word_set("actors/offices", "local_words")
_ELECTED = word_set("actors/offices", "elected")
_MEMBERS = word_set("actors/offices", "members")
_PARAGRAPH = 80  # words back
_ENVOYS = word_set("actors/offices", "envoys")
_NOUNS = 3  # words up to a body's noun
_TO_BODY = word_set("actors/offices", "to_body")


def firm_before(scene: Scene, before: int) -> str | None:
    """Return the company that a paragraph is about, for "Chief Executive Ada Hill" without another word."""
    doc = scene.doc
    for i in range(before - 1, max(-1, before - _PARAGRAPH), -1):
        if "\n" in doc[i].text:
            return None
        actor = scene.at.get(i, "")
        if actor.startswith("organisation/") and actor not in lexicon().media | lexicon().home.keys():
            return actor
    return None


def described_owner(scene: Scene, start: int, head: int) -> int | None:
    """Return the noun that tells by description whose office it is: "the party's chair", "lawyer for the outlets"."""
    doc = scene.doc
    for token in doc[start:head]:
        if token.dep_ == "poss" and token.i not in scene.name_at:
            return token.i
    for child in doc[head].rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "at"):
            return next((c.i for c in child.children if c.dep_ == "pobj" and c.i not in scene.name_at), None)
    return None


def owner_before(scene: Scene, start: int, head: int, person: str) -> tuple[str | None, int]:
    """Find the organisation or country before an office; also the token where the title can begin."""
    organisation, begin = None, start
    for i in range(head - 1, start - 1, -1):
        name = scene.name_at.get(i)
        if name is None or scene.at[i] == person:
            continue
        begin = max(begin, name.end)
        actor = scene.at[i]
        if scene.doc[name.end].tag_ != "POS" and any(t.lower_ in _FORMER for t in scene.doc[name.end : head]):
            break  # "the committee and former Secretary": no owner, unless "Twitter's former director"
        if name.use == "adherent" and scene.doc[head].lower_ not in _PARTY_OFFICES:
            continue
        rank = words().ranks.get((shared_office(scene.doc[head]) or scene.doc[head].text).rstrip("."))
        elected = rank in _ELECTED and scene.kind(actor) == "Country"
        member = rank in _MEMBERS and "party" in scene.kinds.get(actor, ())
        if scene.kind(actor) in ("Organisation", "Country") and (rank is None or elected or member):
            organisation = _sender(scene, start, i, head) or actor
        break
    return organisation, begin


def _sender(scene: Scene, start: int, before: int, head: int) -> str | None:
    """Return the state in "Russia’s U.N. envoy": whose envoy it is, not where to."""
    if scene.doc[head].lower_ not in _ENVOYS:
        return None
    lands = (scene.at[i] for i in range(start, before) if scene.at.get(i, "").startswith("country/"))
    return next(lands, None) if not scene.at[before].startswith("country/") else None


def place_before(scene: Scene, start: int, head: int) -> str | None:
    """Return the town or region before a local office: "Paris Mayor", "Bavaria's premier"."""
    doc, i = scene.doc, head - 1
    while i > start and (doc[i].lower_ in _TITLE_ADJECTIVES | _LOCAL_WORDS or doc[i].tag_ == "POS" or office(doc[i])):
        i -= 1
    return _place_at(scene, i, start) if i >= start else None


def place_after(scene: Scene, after: int, stop: int) -> str | None:
    """Return the town or region of "mayor of Paris", "governor of the Donetsk region"; `after` follows the phrase."""
    doc = scene.doc
    begin = next((i for i in range(after - 1, max(after - 6, stop - 2, 0), -1) if doc[i].lower_ == "of"), None)
    if begin is None:
        begin = after if after < len(doc) and doc[after].lower_ == "of" else None
    if begin is None:
        return None
    last = begin + 1 + (begin + 1 < len(doc) and doc[begin + 1].lower_ == "the")
    while last + 1 < len(doc) and doc[last + 1].pos_ == doc[last].pos_ == "PROPN" and last + 1 not in scene.name_at:
        last += 1
    return _place_at(scene, last, begin + 1) if last < len(doc) else None


def _place_at(scene: Scene, last: int, first: int) -> str | None:
    """Return the body that stands for a town or region named up to token `last`."""
    doc = scene.doc
    if last in scene.places:
        return _with_state(scene, scene.place(scene.places[last]), last)
    start = last
    while start > first and doc[start - 1].pos_ == "PROPN" and doc[start - 1].i not in scene.name_at:
        start -= 1
    words_ = doc[start : last + 1]
    if any(t.pos_ != "PROPN" or not t.text.istitle() or t.i in scene.name_at or office(t) for t in words_):
        return None
    if any(t.lower_ in _TITLE_ADJECTIVES | words().portfolios | _FORMER or t.ent_type_ == "NORP" for t in words_):
        return None
    return _with_state(scene, scene.place(Name(start, last + 1, "place", words_.text)), last)


def _with_state(scene: Scene, town: str, last: int) -> str:
    """Add "Leeds, Alabama" to the names of a town that ends with token `last`, where its state follows."""
    doc = scene.doc
    name = scene.name_at.get(last + 2) if last + 2 < len(doc) and doc[last + 1].text == "," else None
    if name is not None and scene.at[last + 2].startswith("country/US-"):
        actor = scene.actors[town]
        short = {n for n in (actor.name, *actor.names) if not n.startswith("City of ")}
        scene.add(replace(actor, names=actor.names | {f"{n}, {name.text}" for n in short if "," not in n}))
    return town


def body_after(scene: Scene, end: int) -> str | None:
    """Return the body behind a holder's name: "ecologist Ada Hill of the University of Leeds"."""
    doc = scene.doc
    if end + 1 >= len(doc) or doc[end].lower_ not in _TO_BODY:
        return None
    name = scene.name_at.get(end + 1 + (doc[end + 1].lower_ == "the"))
    if name is None or name.form != "organisation" or name.use == "adherent":
        return None
    actor = scene.at.get(name.start, "")
    return actor if actor.startswith("organisation/") and actor not in lexicon().media else None


def described_after(scene: Scene, end: int) -> int | None:
    """Return the noun behind a holder's name that tells whose the office is: "Director Ada Hill of the water board"."""
    doc = scene.doc
    if end + 2 >= len(doc) or doc[end].lower_ not in _TO_BODY or doc[end + 1].lower_ != "the":
        return None
    for token in doc[end + 2 : end + 2 + _NOUNS]:
        if token.i in scene.name_at or token.pos_ not in ("NOUN", "ADJ", "PROPN"):
            return None
        following = token.nbor(1) if token.i + 1 < len(doc) else None
        last = following is None or following.pos_ not in ("NOUN", "PROPN")
        if token.lower_ in words().organisations and last:
            return token.i
    return None


def land_after(scene: Scene, end: int, *, local: bool) -> str | None:
    """Return the state behind a holder's name: "Foreign Minister Dmytro Kuleba of Ukraine"."""
    doc = scene.doc
    if end + 1 >= len(doc) or doc[end].lower_ != "of":
        return None
    name = scene.name_at.get(end + 1)
    if name is not None and name.use not in ("adherent", "demonym") and scene.kind(scene.at[end + 1]) == "Country":
        return scene.at[end + 1]
    last = next((i for i in range(end + 1, min(end + 5, len(doc))) if i in scene.places), None)
    return scene.place(scene.places[last]) if local and last is not None else None
