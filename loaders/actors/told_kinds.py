"""Told kinds: what a body is, by a noun beside its name: "the airline Orra", "Orra, a unit of", "The owner, Orra,"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.behind_kinds import FIRMS, is_kind
from sayso.loaders.actors.crowds import is_many
from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lexicon import first_names
from sayso.loaders.actors.tokens import once
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FIRMS = word_set("actors/told_kinds", "firms") | FIRMS
_OTHERS = word_set("actors/told_kinds", "others")
_OPENING = word_set("actors/told_kinds", "opening")
_TAKING_UP = word_set("actors/told_kinds", "taking_up")
_REACH = 8  # tokens from a comma to the noun behind it
_SUBJECTS = ("nsubj", "nsubjpass", "appos", "pobj", "dobj")


def bodies_told(doc: Doc, names: list[Name]) -> list[Name]:
    """Return the names with those made organisations that a noun beside them tells to be: "Orra, a subsidiary of"."""
    surnames = {n.text.split()[-1] for n in names if n.form == "person" and " " in n.text}
    return [replace(n, form="organisation") if _is_body(doc, n, surnames) else n for n in names]


def of_members(doc: Doc, names: list[Name]) -> list[Name]:
    """Return the names with the bodies that are called after their members: "the Manufacturers' Roundtable"."""
    taken = {i: n for n in names for i in range(n.start, n.end)}
    found = dict.fromkeys(names)
    for mark in doc[2:-1]:
        if mark.tag_ != "POS" or mark.text.endswith("s") or not _is_member(mark.nbor(-1)):
            continue
        start, end = mark.i - 1, mark.i + 1
        while start > 1 and doc[start - 1].text[0].isupper() and doc[start - 1].pos_ in ("PROPN", "ADJ"):
            start -= 1
        while end < len(doc) and doc[end].text.istitle() and doc[end].pos_ in ("PROPN", "NOUN", "ADJ"):
            end += 1
        inside = {taken[i] for i in range(start, end) if i in taken}
        whole = any(n.start <= start and n.end >= end for n in inside)
        if end == mark.i + 1 or doc[start - 1].lower_ != "the" or whole or any(n.actor for n in inside):
            continue
        for name in inside:
            found.pop(name, None)
        body = Name(start, end, "organisation", doc[start:end].text)
        found[body] = None
        taken |= dict.fromkeys(range(start, end), body)
    return sorted(found, key=lambda n: n.start)


def _is_member(token: Token) -> bool:
    """Say whether a word is a plural written large, and nobody's surname."""
    return token.text.istitle() and token.lower_.endswith("s") and is_many(token)


def kind_told(doc: Doc, start: int, end: int) -> str | None:
    """Return the noun beside a name that tells what body it is; None where nothing tells.

    Before it, with a comma ("The operator, Orra,") or without ("the airline Orra"), or behind it ("Orra, a charity"),
    or as the subject that follows ("Orra sank. The company said").
    """
    return _beside(doc, start, end) or _taken_up(doc, start, end)


def _beside(doc: Doc, start: int, end: int) -> str | None:
    return _before(doc, start, end) or _with_comma(doc, start, end) or _behind(doc, end)


def _taken_up(doc: Doc, start: int, end: int) -> str | None:
    after = once(doc, "kinds after", lambda: _after(doc))
    return next((after[i] for i in range(start, end) if i in after), None)


def is_firm(kind: str) -> bool:
    """Say whether a noun tells of a firm: "subsidiary", "carmaker"."""
    return kind.endswith("maker") or kind in _FIRMS


def _is_body(doc: Doc, name: Name, surnames: set[str]) -> bool:
    called = doc[name.start].lower_ in first_names() and not _in_group(doc, name)
    if name.text in surnames or name.form not in ("person", "place") or name.actor or called:
        return False
    if any(t.lower_ in words().offices or t.is_stop for t in doc[name.start : name.end]):
        return False
    if _beside(doc, name.start, name.end) is not None:
        return True
    titled = name.start > 0 and doc[name.start - 1].lower_ in words().offices
    one = name.end - name.start == 1 and not titled  # "Ada Hill" is a person's, whatever follows
    return one and _taken_up(doc, name.start, name.end) is not None


def _in_group(doc: Doc, name: Name) -> bool:
    """Say whether a body's noun stands with others right before a name: "Consumer group Bill Watch"."""
    noun = _before(doc, name.start, name.end)
    return noun in words().organisations and doc[name.start - 1].nbor(-1).pos_ in ("NOUN", "PROPN", "ADJ")


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


def _after(doc: Doc) -> dict[int, str]:
    """Return the subjects that the next subject takes up by what they are, by token: "[Orra] sank. The firm said"."""
    found: dict[int, str] = {}
    last: Token | None = None
    for token in doc:
        if token.dep_ not in ("nsubj", "nsubjpass"):
            continue
        again = token.tag_ == "NN" and token.lower_ in _TAKING_UP and [c.lower_ for c in token.children] == ["the"]
        if not again:
            last = token
        elif last is not None and last.pos_ == "PROPN":
            found.setdefault(last.i, token.lower_)
    return found


def _tells(noun: Token) -> bool:
    return is_kind(noun) or noun.lower_ in _FIRMS | _OTHERS
