"""Aged: who is called by age, people or birthplace: "the 23-year-old Kenyan", "the Leeds-born singer"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.actors.behind_kinds import FIRMS
from sayso.loaders.actors.crowds import COLLECTIVE
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.slug import key
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Mention
from sayso.loaders.word_lists import any_of, word_row, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.loaders.actors.discourse import Reader
    from sayso.loaders.actors.scene import Scene

_OLD = r"(?P<age>\d{1,3})[-‐‑–\s]years?[-‐‑–\s]old"
_FROM = rf"(?P<town>[A-Z][^\W\d]*(?:[-\s][A-Z][^\W\d]*)?)[-‐‑–](?P<how>{any_of(word_row('actors/aged', 'origins'))})"
_KIND = r"(?P<kind>(?:\s+[^\W\d][\w-]*){0,3})"
_THAT = any_of(word_row("actors/aged", "pointing"))
_AGED = re.compile(rf"(?P<article>{_THAT}|an?)\s+(?:[^\W\d][\w-]*\s+){{0,2}}{_OLD}{_KIND}", re.IGNORECASE)
_COMING = re.compile(rf"(?i:{_THAT})\s+(?:[^\W\d][\w-]*\s+)?{_FROM}{_KIND}")
_AGE_BEHIND = re.compile(r"(?:,\s+(?:aged\s+)?|\s+\()(\d{1,3})(?=[,.)])")
_AGE_BEFORE = re.compile(rf"{_OLD}(?:\s+[^\W\d][\w-]*){{0,4}}\s+$", re.IGNORECASE)
_NEAR = 60  # code points beside a name in which its bearer's age stands
_MANY = 300  # actors that a description is compared with
_PLURAL = word_row("actors/aged", "plural")
_TRADES = word_set("actors/styled", "trades") | word_set("actors/styled", "trades_and_names")
_PERSONS = word_set("actors/nouns", "persons") | _TRADES


def called_by_age(reader: Reader, token: Token) -> bool:
    """Note whom a source calls by age, people or birthplace; say whether it calls somebody so.

    The one of that age, else the only one named before who can be; else somebody without a name, never the country.
    """
    scene, who = reader.scene, _called(reader, token)
    if who and (name := scene.name_at.get(token.i)) is not None:
        scene.mentions.discard(Mention(scene.span(name.start, name.end), scene.at[token.i]))
    if who:
        reader.found(token, reader.begun(token), reader.written(token), who, False)
    return bool(who)


def _called(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return who is called so; () where nobody is, or many may be meant."""
    start, end = reader.begun(token), reader.written(token)
    if not end or any(
        reader.scene.kind(reader.scene.at[i]) == "Person" for i in range(start, end) if i in reader.scene.at
    ):
        return ()
    text = token.doc[start:end].text.strip(" ,\n")
    known = _AGED.fullmatch(text) or _COMING.fullmatch(text)
    if known is not None:
        return _described(reader, token, known)
    return _of_people(reader, token) if _one_of_people(reader, token, text) else ()


def _described(reader: Reader, token: Token, known: re.Match[str]) -> tuple[str, ...]:
    """Return whom an age or a birthplace with a noun means."""
    told = known.groupdict()
    kind = told["kind"].split()
    last = kind[-1].lower() if kind else ""
    if last in words().organisations | words().documents | FIRMS | COLLECTIVE | words().offices:
        return ()
    people = words().people | words().kin | _PERSONS
    if told.get("how") and (not last or (last not in people and told["how"] != "born")):
        return ()
    if (told.get("article") or "the").lower() in ("a", "an"):
        return () if kind else _nameless(reader, f"{told['age']}-year-old")
    scene, age = reader.scene, told.get("age")
    if age and len(same := reader.ages.get(age, frozenset())) == 1:
        return tuple(same)
    entry = lexicon().find(kind[-1]) if kind else None
    land = entry.actor if entry is not None and entry.use == "demonym" else ""
    label = f"{age}-year-old" if age else last
    if key("group", label) in scene.actors:
        return (key("group", label),)
    others = frozenset(a for told_age, who in reader.ages.items() if age not in (None, told_age) for a in who)
    found = _before(reader, token, words().gender.get(last), land) - others
    if len(found) == 1:
        return tuple(found)
    return _nameless(reader, label) if not found or land or not kind else ()


def _one_of_people(reader: Reader, token: Token, text: str) -> bool:
    """Say whether a source is "the" with one of a people: "the Belgian"; "the Dutch" are all of them."""
    name = reader.scene.name_at.get(token.i)
    alone = name is not None and name.use == "demonym" and text.lower() == f"the {name.text.lower()}"
    return alone and token.tag_ in ("NN", "NNP", "JJ") and not text.lower().endswith(_PLURAL)


def _of_people(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return the one named before who can be of a people, else somebody without a name."""
    found = _before(reader, token, words().gender.get(token.lower_), reader.scene.at[token.i])
    return tuple(found) if len(found) == 1 else _nameless(reader, token.text)


def _before(reader: Reader, token: Token, gender: str | None, land: str) -> frozenset[str]:
    """Return the persons named before a description who can be meant: of that people where anybody is told to be."""
    scene = reader.scene
    seen = {o.actors[0] for o in reader.salience.recent[-_MANY:] if len(o.actors) == 1 and o.token < token.i}
    persons = {a for a in seen if scene.kind(a) == "Person" and not a.startswith("group/")}
    persons = {a for a in persons if gender is None or scene.gender.get(a, gender) == gender}
    if land and (own := {a for a in persons if scene.home.get(a) == land}):
        return frozenset(own)
    return frozenset(a for a in persons if not land or a not in scene.home)


def _nameless(reader: Reader, label: str) -> tuple[str, ...]:
    return (reader.scene.unnamed("Person", label),)


def ages(scene: Scene) -> dict[str, frozenset[str]]:
    """Return the persons of each age that stands beside a name: "Ada Hill, 30,", "the 30-year-old striker Ada Hill"."""
    found: dict[str, set[str]] = {}
    text = scene.doc.text
    for name in islice(scene.names, 10 * _MANY):
        actor = scene.at.get(name.start, "")
        if not actor or scene.kind(actor) != "Person":
            continue
        span = scene.span(name.start, name.end)
        behind = _AGE_BEHIND.match(text, span.end)
        before = _AGE_BEFORE.search(text[max(0, span.start - _NEAR) : span.start])
        for match in (behind, before):
            if match is not None:
                found.setdefault(match.group(1), set()).add(actor)
    return {age: frozenset(who) for age, who in found.items()}
