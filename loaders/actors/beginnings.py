"""Beginnings: the first words of a body's name wherever they stand alone: "Red Kudu" for Red Kudu Resources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lexicon import first_names, lexicon
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OF_PLACES = word_set("actors/beginnings", "of_places")
_PLACING = word_set("actors/shortened", "placed")
_NO_ENDS = word_set("actors/organisations", "small") | word_set("actors/names", "directions")
_TWO = 2  # words of a beginning at least
_LONGEST = 6  # words of a full name


def begun(doc: Doc, names: list[Name]) -> list[Name]:
    """Return the names with those that are the first words of one body's full name read as that body.

    What is a place's or a person's beginning is left alone: "New Tessen" of New Tessen Council, "Ada Hill" of the Ada
    Hill Foundation.
    """
    short = _beginnings(names)
    short = {b: full for b, full in short.items() if not _else(doc, names, b)}
    if not short:
        return names
    first = {full: min(n.start for n in names if n.text == full) for full in short.values()}
    fixed = [_as_body(n, short, first) for n in names]
    taken = {i for n in names for i in range(n.start, n.end)}
    for begin in short:
        parts = begin.split()
        for token in doc[: len(doc) - len(parts) + 1]:
            place = range(token.i, token.i + len(parts))
            if token.text == parts[0] and [doc[i].text for i in place] == parts and taken.isdisjoint(place):
                name = Name(place.start, place.stop, "organisation", begin)
                fixed.append(_as_body(name, short, first))
    return sorted(fixed, key=lambda n: n.start)


def _as_body(name: Name, short: dict[str, str], first: dict[str, int]) -> Name:
    """Read a beginning as the body's name; before the full name stands, as that itself."""
    if name.actor is not None or name.text not in short:
        return name
    full = short[name.text]
    return replace(name, form="organisation", text=full if name.start < first[full] else name.text)


def _beginnings(names: list[Name]) -> dict[str, str]:
    """Return by beginning the one full name of a body that begins so."""
    found: dict[str, set[str]] = {}
    for name in names:
        parts = name.text.split()
        if name.form != "organisation" or name.actor is not None or not _TWO < len(parts) <= _LONGEST:
            continue
        for size in range(_TWO, len(parts)):
            if stands_for(parts, size):
                found.setdefault(" ".join(parts[:size]), set()).add(name.text)
    return {begin: next(iter(full)) for begin, full in found.items() if len(full) == 1}


def stands_for(parts: list[str], size: int) -> bool:
    """Say whether the first words of a body's name can stand for it."""
    head, rest = parts[:size], [part.lower() for part in parts[size:]]
    low = [part.lower() for part in head]
    if not all(part.isalpha() and part.istitle() for part in head) or low[0] in first_names():
        return False
    if low[-1] in words().organisations | _NO_ENDS or low[0] in words().organisations | words().offices | _NO_ENDS:
        return False
    return _OF_PLACES.isdisjoint(rest) and lexicon().find(" ".join(head)) is None and rest[0] not in _NO_ENDS


def _else(doc: Doc, names: list[Name], begin: str) -> bool:
    """Say whether a beginning is told elsewhere to be a place or a person."""
    for name in names:
        if name.text != begin:
            if name.form == "person" and name.text.split()[-1] in begin.split():
                return True  # "Kudu said" of somebody called so
            continue
        before = doc[name.start - 1].lower_.rstrip(".") if name.start else ""
        if name.actor is not None or before in _PLACING:
            return True
        if name.form == "person" and (before in words().honorifics | words().offices | words().people):
            return True
    return False
