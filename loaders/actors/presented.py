"""Presented names: what the words beside a name tell of its kind: "A reader, Petra,", "Nordair's chief executive"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.known import Name
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_row, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PERSONS = word_set("actors/nouns", "persons")
_TRADES = word_set("actors/styled", "trades")
_SELF_NAMED = word_row("actors/presented", "self_named")
_OF_BODIES = word_row("actors/presented", "of_bodies")
_LAST = frozenset(phrase.split()[-1] for phrase in _SELF_NAMED)
_NO_NAMES = word_set("actors/presented", "no_names")
_BODIES_ARE = word_set("actors/presented", "bodies_are") | word_set("actors/introduced", "firms_are")
_LEADING_BODIES = word_set("actors/presented", "leading_bodies")
_SAYING = ("nsubj", "nsubjpass", "ROOT", "dobj", "appos")
_LEADING = 4  # words that lead to the name that somebody gives
_TITLE = 4  # words of an office behind a name


def presented(doc: Doc, names: list[Name]) -> list[Name]:
    """Return the names with first names behind a noun for one person, and with firms that have an office for bodies."""
    taken = {i: n for n in names for i in range(n.start, n.end)}
    for token in doc[: len(doc) - 3]:
        at = token.i + 2
        if not _is_one(token) or doc[token.i + 1].text != "," or not _is_first_name(doc, at):
            continue
        name = taken.get(at)
        if name is None or (not name.actor and name.end - name.start == 1):
            taken[at] = Name(at, at + 1, "person", doc[at].text)
    for at in (i for i in map(self_named, doc[:-1]) if i is not None):
        if at not in taken or (not taken[at].actor and taken[at].end - at == 1):
            taken[at] = Name(at, at + 1, "person", doc[at].text)
    one = {t.text for t in doc[: len(doc) - 2] if _one_told(t, taken.get(t.i))}
    one -= {part for n in taken.values() if n.form == "organisation" and " " in n.text for part in n.text.split()}
    for token in doc:
        name = taken.get(token.i)
        free = name is None and token.tag_ in ("NN", "NNP") and token.text in one and _one_told(token, None)
        if free or (name is not None and name.text in one and not name.actor and name.form != "person"):
            taken[token.i] = Name(token.i, token.i + 1, "person", token.text)
    full = {n.text.split()[-1] for n in names if n.form == "person" and n.end - n.start > 1}
    return sorted({_employer(doc, n, full) for n in taken.values()}, key=lambda n: n.start)


def self_named(token: Token) -> int | None:
    """Return the token of the one name that a word leads to: "who gave her name only as [Petra]"; None elsewhere."""
    doc, at = token.doc, token.i + 1
    if token.lower_ not in _LAST or at >= len(doc) or not (doc[at].text.istitle() and doc[at].is_alpha):
        return None
    alone = at + 1 >= len(doc) or not doc[at + 1].text[0].isupper()
    return at if alone and doc[max(0, at - _LEADING) : at].text.lower().endswith(_SELF_NAMED) else None


def name_given(token: Token) -> int:
    """Return the token of the name that whom a noun means is told to give; -1 where none is: "the nurse, who …"."""
    told = (c for c in token.rights if c.dep_ in ("relcl", "acl", "appos"))
    return next((at for c in told for t in c.subtree if (at := self_named(t)) is not None), -1)


def _is_one(token: Token) -> bool:
    """Say whether a noun means one person: "A reader", "the fisherman"; kin are introduced (introduced.py)."""
    known = words().people | _PERSONS | _TRADES
    before = token.nbor(-1) if token.i else token
    told = any(c.dep_ in ("det", "poss") for c in token.lefts) or before.dep_ in ("det", "poss")
    return token.tag_ == "NN" and token.lower_ in known and told


def _one_told(token: Token, name: Name | None) -> bool:
    """Say whether a comma and what only one person is stand behind one word: "Ratna, a nurse,", "Ratna, 34,"."""
    doc, behind = token.doc, token.i + 2
    if (name is not None and (name.actor or name.end - name.start > 1)) or not _one_word(token):
        return False
    if doc[behind].lower_ == "who":
        return True
    if doc[behind].text.isdigit() and len(doc[behind].text) == len("34"):
        return behind + 1 < len(doc) and doc[behind + 1].text in (",", ".")
    told = next((c for c in token.rights if c.dep_ == "appos"), None)
    known = words().people | words().offices | words().kin | _PERSONS | _TRADES
    if told is None or told.tag_ != "NN" or told.lower_ not in known - _BODIES_ARE:
        return False
    return told.left_edge.i == behind and not any(c.lower_ in _LEADING_BODIES for c in told.children)


def _one_word(token: Token) -> bool:
    """Say whether one word with a capital stands before a comma, where somebody acts or speaks."""
    plain = token.text.istitle() and token.is_alpha and len(token) > len("Xi") and token.dep_ in _SAYING
    alone = token.nbor(1).text == "," and not (token.i and token.nbor(-1).is_title)
    return plain and alone and token.lower_ not in _NO_NAMES and token.ent_type_ != "DATE"


def _is_first_name(doc: Doc, at: int) -> bool:
    """Say whether one word with a capital stands there alone, between commas or before the sentence's end."""
    word, behind = doc[at], doc[at + 1]
    plain = word.text.istitle() and word.is_alpha and len(word) > 1 and word.pos_ == "PROPN"
    return plain and behind.text in (",", ".") and word.ent_type_ != "NORP" and word.lower_ not in _NO_NAMES


def _employer(doc: Doc, name: Name, full: set[str]) -> Name:
    """Call a body what has an office that persons have none of: "Nordair’s chief executive"."""
    alone = name.form == "person" and name.actor is None and name.end - name.start == 1 and name.text not in full
    if not alone or name.end >= len(doc) or doc[name.end].tag_ != "POS":
        return name
    office = doc[name.end + 1 : name.end + 1 + _TITLE].text.lower()
    return replace(name, form="organisation") if office.startswith(_OF_BODIES) else name
