"""Styles: the titles, honorifics and trades before a name that are no part of it, "Alhaji", "Shopkeeper"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lengthened import is_title
from sayso.loaders.actors.lexicon import first_names
from sayso.loaders.actors.ranks import HIGHER
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TRADE_AND_NAME = 3  # words
_TWO_WORDS = 2
_LOOSE = word_set("actors/introduced", "loose")
_BEFORE_TWO = word_set("actors/styled", "before_two")
_NO_SURNAMES = word_set("actors/lengthened", "no_surnames")
_STYLES = word_set("actors/styled", "styles")
_ADDRESSES = word_set("actors/styled", "addresses")
_TRADES = word_set("actors/styled", "trades")
_TRADES_AND_NAMES = word_set("actors/styled", "trades_and_names")
_FIRST_STYLES = word_set("actors/styled", "first_styles")
_SECOND_STYLES = word_set("actors/styled", "second_styles")
_KINDS_BEFORE = word_set("actors/styled", "kinds_before")
_SCHOLARS = tuple(word_set("actors/styled", "scholars"))
_LETTERS_BEHIND = word_set("actors/styled", "letters_behind")


def unstyled(doc: Doc, names: list[Name]) -> list[Name]:
    """Return the names without what stands before them and is none of theirs."""
    return [_plain(doc, name) for name in names]


def _plain(doc: Doc, name: Name) -> Name:
    if name.form == "organisation" and _is_person(doc, name):
        name = replace(name, form="person")
    if name.form == "organisation" and _is_kind(doc, name):
        return replace(name, text=doc[name.start + 1 : name.end].text)
    if name.form != "person" or name.actor is not None:
        return name
    start, text = without_titles(doc, name.start, name.end, name.text)
    return replace(name, start=start, text=text) if name.start < start < name.end and text else name


def _is_kind(doc: Doc, name: Name) -> bool:
    """Say whether a body's name begins with what it is: "Operator Tessen Rail", "the NGO Tessen Watch"."""
    first = doc[name.start]
    if name.actor is not None or name.end - name.start < _TRADE_AND_NAME or first.lower_ not in _KINDS_BEFORE:
        return False
    return first.is_upper or bool(first.is_sent_start)


def _is_person(doc: Doc, name: Name) -> bool:
    """Say whether the recogniser takes a person behind a trade or an office for a body: "Principal Ada Hill"."""
    first, last = doc[name.start], doc[name.end - 1]
    if name.actor is None and name.end - name.start == _TWO_WORDS and first.text in words().ranks:
        return last.text.istitle() and last.is_alpha and last.lower_ not in words().organisations  # "Cr Hill"
    if name.actor is not None or name.end - name.start != _TRADE_AND_NAME or last.ent_type_ == "FAC":
        return False
    if _is_addressed(first, last):
        return True
    if name.start and first.nbor(-1).lower_ == "the":
        return False  # "the Governor Hill Bridge"
    if not all(t.text.istitle() and t.is_alpha and t.tag_ == "NNP" for t in doc[name.start : name.end]):
        return False
    if not words().organisations.isdisjoint((first.nbor(1).lower_, last.lower_)) or last.lower_ in _NO_SURNAMES:
        return False
    known = first.nbor(1).lower_ in first_names()
    return (known and _is_trade(doc, name.start, name.end)) or _is_office(first, first.nbor(1), last)


def _is_addressed(first: Token, last: Token) -> bool:
    """Say whether a name of three words begins as only a person's does: "Dr Ada Hill"."""
    plain = all(token.text.istitle() and token.is_alpha for token in (first.nbor(1), last))
    low = (first.nbor(1).lower_, last.lower_)
    return plain and first.text.rstrip(".") in _ADDRESSES and words().organisations.isdisjoint(low)


def _is_office(first: Token, second: Token, last: Token) -> bool:
    """Say whether a name begins with an office that no body's does, and is none all through: "Prime Minister"."""
    if (
        first.lower_ not in words().offices
        or first.lower_ in _LOOSE - _BEFORE_TWO
        or is_title(second)
        or is_title(last)
    ):
        return False
    return second.lower_ not in words().portfolios and last.lower_ not in words().documents


def without_titles(doc: Doc, start: int, end: int, text: str) -> tuple[int, str]:
    """Cut "Rep.", "President", "Mr." or "Shopkeeper" off a person's name; return where it begins, and its text."""
    while start < end and (_is_style(doc, start, end) or _is_trade(doc, start, end)):
        text = text[len(doc[start].text_with_ws) :]
        start += 1
    return start, text.strip()


def without_letters(doc: Doc, start: int, end: int) -> int:
    """Return where a name ends without the letters that somebody has behind it: "Ada Hill KC", "Ada Hill MP"."""
    last = end
    if end - start <= _TWO_WORDS:
        return end
    while last - start > _TWO_WORDS and doc[last - 1].text in _LETTERS_BEHIND:
        last -= 1
    return end if doc[last - 1].is_upper else last  # "ADA HILL MP" may be all one


def is_surname(doc: Doc, start: int, end: int) -> bool:
    """Say whether the title that a name ends with is somebody's surname: "Ada King", "Robert Bishop"."""
    if end - start < _TWO_WORDS:
        return False
    first, last = doc[start], doc[end - 1]
    plain = last.text.istitle() and last.text.rstrip(".") not in words().ranks
    return plain and first.text.istitle() and first.lower_ in first_names()


def _is_style(doc: Doc, start: int, end: int) -> bool:
    """Say whether a title stands there that is no part of the name behind it, "Datuk Seri" and the like included."""
    low, before = doc[start].lower_, doc[start - 1].lower_ if start else ""
    behind = doc[start + 1].lower_ if start + 1 < end else ""
    if (low in _FIRST_STYLES and behind in _SECOND_STYLES) or (low in _SECOND_STYLES and before in _FIRST_STYLES):
        return True
    if doc[start].text in HIGHER and start + 1 < end and doc[start + 1].text in words().ranks:
        return True  # "Det Insp Ada Hill"
    return is_title(doc[start]) and not _part_of_name(doc, start, end)


def _is_trade(doc: Doc, start: int, end: int) -> bool:
    """Say whether a word written large tells what the one behind it does: "Shopkeeper Ada Hill", "Baker Ada Hill"."""
    word = doc[start]
    if end - start < 2 or not word.text.istitle() or not doc[start + 1].text[0].isupper():
        return False
    several = end - start >= _TRADE_AND_NAME
    whole = several and doc[start + 1].lower_ in first_names()
    if several and word.lower_.endswith(_SCHOLARS) and word.lower_ not in first_names():
        return True  # "Psephologist Ada Hill"
    return (word.lower_ in _TRADES and word.lower_ not in first_names()) or (whole and word.lower_ in _TRADES_AND_NAMES)


def _part_of_name(doc: Doc, start: int, end: int) -> bool:
    """Say whether a style belongs to the one word behind it: "Sheikh Hasina", "Pope Francis"; so does "Dean Bakker"."""
    title = doc[start]
    given = title.lower_ in first_names() and title.lower_ not in words().honorifics and title.text.istitle()
    return end - start == 2 and title.text[0].isupper() and (title.lower_ in _STYLES or given)
