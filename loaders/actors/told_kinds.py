"""Told kinds: what a body is, by a noun beside its name: "the airline Orra", "Orra, a unit of", "The owner, Orra,"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.behind_kinds import FIRMS, is_kind
from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lexicon import first_names
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FIRMS = word_set("actors/told_kinds", "firms") | FIRMS
_OTHERS = word_set("actors/told_kinds", "others")
_OPENING = word_set("actors/told_kinds", "opening")
_REACH = 8  # tokens from a comma to the noun behind it
_SUBJECTS = ("nsubj", "nsubjpass", "appos", "pobj", "dobj")


def bodies_told(doc: Doc, names: list[Name]) -> list[Name]:
    """Return the names with those made organisations that a noun beside them tells to be: "Orra, a subsidiary of"."""
    return [replace(n, form="organisation") if _is_body(doc, n) else n for n in names]


def kind_told(doc: Doc, start: int, end: int) -> str | None:
    """Return the noun beside a name that tells what body it is; None where nothing tells.

    Before it, with a comma ("The operator, Orra,") or without ("the airline Orra"), or behind it ("Orra, a charity").
    """
    return _before(doc, start, end) or _with_comma(doc, start, end) or _behind(doc, end)


def is_firm(kind: str) -> bool:
    """Say whether a noun tells of a firm: "subsidiary", "carmaker"."""
    return kind.endswith("maker") or kind in _FIRMS


def _is_body(doc: Doc, name: Name) -> bool:
    if name.form not in ("person", "place") or name.actor or doc[name.start].lower_ in first_names():
        return False
    if any(t.lower_ in words().offices or t.is_stop for t in doc[name.start : name.end]):
        return False
    return kind_told(doc, name.start, name.end) is not None


def _before(doc: Doc, start: int, end: int) -> str | None:
    """Read "the newspaper Orra": nothing but a name that stands in one phrase with the noun."""
    noun = doc[start - 1] if start else None
    if noun is None or noun.tag_ != "NN" or not _tells(noun):
        return None
    one = noun.dep_ in ("compound", "nmod") and start <= noun.head.i < end
    return noun.lower_ if one or any(c.dep_ == "appos" and start <= c.i < end for c in noun.rights) else None


def _with_comma(doc: Doc, start: int, end: int) -> str | None:
    """Read "The operator, Orra,": the noun has nothing behind it, and a second comma closes the name."""
    if start < 3 or end >= len(doc) or doc[start - 1].text != "," or doc[end].text != ",":
        return None
    noun = doc[start - 2]
    opened = any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an") for c in noun.lefts)
    beside = any(c.dep_ == "appos" and start <= c.i < end for c in noun.rights)
    return noun.lower_ if noun.tag_ == "NN" and opened and beside and noun.dep_ in _SUBJECTS and _tells(noun) else None


def _behind(doc: Doc, end: int) -> str | None:
    """Read "Orra, a Canadian subsidiary of Vale": an article, no verb, and the last noun of its phrase."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in _OPENING:
        return None
    last: Token | None = None
    for token in doc[end + 1 : end + 1 + _REACH]:
        if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT", "NUM", "ADV", "PART") or token.text == ",":
            break
        last = token if token.pos_ in ("NOUN", "PROPN") else last
    return last.lower_ if last is not None and last.tag_ == "NN" and _tells(last) else None


def _tells(noun: Token) -> bool:
    return is_kind(noun) or noun.lower_ in _FIRMS | _OTHERS
