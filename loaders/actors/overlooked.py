"""Overlooked names: persons whom the recogniser cuts short, runs over or takes for bodies, as the rest of a text tells.

Who stands as a person somewhere is one wherever that name stands: "Mr. Prabad" tells that Prabad, of "Eshwar Prabad",
is a surname.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lengthened import is_title, stands
from sayso.loaders.actors.lexicon import first_names, lexicon
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LETTERS = 5  # of a body that goes by its initials
_FRONT = 3  # words that stand before a surname: "Aung San Suu" Kyo
_PARTICLES = word_set("actors/surnames", "particles") | word_set("actors/surnames", "opening")
_SAYING = word_set("attribution/saying", "inner")
_NO_SURNAMES = word_set("actors/lengthened", "no_surnames")


def overlooked(doc: Doc, names: list[Name]) -> list[Name]:
    """Return the names with those made persons and whole that are so as the rest of the text tells, in text order."""
    taken = {i for name in names for i in range(name.start, name.end)}
    return [_in_full(doc, name, taken) for name in _persons(doc, names)]


def trimmed(doc: Doc, names: list[Name]) -> list[Name]:
    """Return the names without what the recogniser ran on to: "Boltan distanced" himself, "Said Boltan"."""
    cut = [_cut(doc, name) for name in names]
    people = {n.text for n in cut if n.form == "person"}
    return [_without_opening(doc, name, people) for name in cut]


def _without_opening(doc: Doc, name: Name, people: set[str]) -> Name:
    """Cut the verb off "Said Boltan", whom the rest of the text names without it."""
    first, rest = doc[name.start], doc[name.start + 1 : name.end].text
    said = first.lower_ == "said" or first.lemma_.lower() in _SAYING
    if not said or name.form != "person" or name.actor is not None:
        return name
    return replace(name, start=name.start + 1, text=rest) if rest in people else name


def _cut(doc: Doc, name: Name) -> Name:
    """Cut off a person's name what runs on behind it, "Boltan distanced", and a body with capitals: "Junge TVP"."""
    if name.form != "person" or name.actor is not None or name.end - name.start < 2:
        return name
    first, last = doc[name.start], doc[name.end - 1]
    letters = last.is_upper and last.is_alpha and 2 < len(last) <= _LETTERS and not first.is_upper
    letters = letters and name.text.endswith(last.text)  # "Ada Hill MSP" is a person
    if letters and first.lower_ not in first_names():  # "Ada HILL" is a person as some write them
        return replace(name, form="organisation")
    stop = next((t.i for t in doc[name.start + 1 : name.end] if _runs_on(t)), name.end)
    return replace(name, end=stop, text=doc[name.start : stop].text) if stop < name.end else name


def _runs_on(token: Token) -> bool:
    return token.text.islower() and token.tag_[:2] in ("VB", "CD", "MD") and token.lower_ not in _PARTICLES


def _persons(doc: Doc, names: list[Name]) -> list[Name]:
    """Read a body of two plain words as a person where its last word is one alone: "Neera Tandek", "Tandek"."""
    alone = {n.text for n in names if n.form == "person" and " " not in n.text and doc[n.start].ent_type_ == "PERSON"}
    return [replace(n, form="person") if _is_person(doc, n, alone) else n for n in names]


def _is_person(doc: Doc, name: Name, alone: set[str]) -> bool:
    if name.form != "organisation" or name.actor is not None or name.end - name.start != 2:
        return False
    first, last = doc[name.start], doc[name.end - 1]
    plain = all(t.is_alpha and t.text.istitle() and t.pos_ == "PROPN" for t in (first, last))
    known = words().organisations | words().offices | words().towns | _NO_SURNAMES
    behind_article = name.start > 0 and doc[name.start - 1].lower_ in ("the", "a", "an")
    return plain and last.text in alone and not behind_article and known.isdisjoint((first.lower_, last.lower_))


def _in_full(doc: Doc, name: Name, taken: set[int]) -> Name:
    """Take in the first names that nobody recognised: "Eshwar" Prabad, a professor, "Aung San Suu" Kyo."""
    if name.form != "person" or name.actor is not None or name.end - name.start > 1 or not _is_plain(doc, name):
        return name
    start = name.start
    while start and name.start - start < _FRONT and start - 1 not in taken and _is_front(doc[start - 1]):
        start -= 1
    while start < name.start and doc[start].lower_ in words().towns:  # "City" Prabad; "San" may stand within
        start += 1
    if start == name.start or not stands(doc, start, name.end):
        return name
    return replace(name, start=start, text=doc[start : name.end].text)


def _is_plain(doc: Doc, name: Name) -> bool:
    """Say whether a surname is followed by nothing that it could belong to: "Prabad Foundation"."""
    word, behind = doc[name.start], doc[name.end] if name.end < len(doc) else None
    free = behind is None or behind.pos_ != "PROPN" or not behind.text[0].isupper()
    return word.text.istitle() and word.is_alpha and len(word) > 2 and free


def _is_front(token: Token) -> bool:
    """Say whether a word can be a first name that the recogniser does not know."""
    plain = token.text.istitle() and token.is_alpha and len(token) > 2 and token.pos_ == "PROPN"
    if not plain or token.ent_type_ or token.is_stop or is_title(token) or token.dep_ != "compound":
        return False
    known = words().organisations | words().kin | words().people | words().documents
    return token.lower_ not in known and lexicon().find(token.text) is None
