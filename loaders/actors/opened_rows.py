"""Opened rows: the names behind a plural, a dash or a "from": "the two firms - Tessen, Nordan and Vale -"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.rows import listed
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_row, word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_FEW = word_set("actors/rows", "few")
_OPENERS = word_set("actors/rows", "openers")
_CALLED = word_set("actors/rows", "called")
_GOES_BY = tuple(tuple(way.split()) for way in word_row("actors/rows", "goes_by"))
_MATTERS = word_set("actors/rows", "matters")
_AFFILIATED = word_set("actors/rows", "affiliated")


def introduced_row(tokens: Tokens) -> list[Token]:
    """Return the names behind a plural: "The two candidates, Robert Stone and Senator Mary Hill,"; [] without a row."""
    doc, comma = tokens.doc, next((t.i for t in tokens if t.text in _OPENERS), tokens.start)
    dash = comma > tokens.start and doc[comma].text != ","
    noun = next((t for t in doc[tokens.start : comma] if t.pos_ == "NOUN"), None)
    few = noun is not None and noun.lower_ in _FEW
    if comma == tokens.start or not (few or doc[comma - 1].tag_ in ("NNS", "NNPS")):
        return []
    if dash and (not doc[comma].whitespace_ or not doc[comma - 1].whitespace_):
        return []
    inner = _closed(doc[comma + 1 : tokens.end])
    names = listed(inner)
    if not (few or dash or all(t.ent_type_ == "PERSON" for t in names)):
        names = []
    names = names or _affiliated(inner)
    plural = doc[comma - 1]
    bare = not any(c.dep_ in ("det", "poss", "nummod") for c in plural.lefts) and plural.pos_ == "NOUN"
    serial = any(t.lower_ == "and" and t.nbor(-1).text == "," for t in inner[1:])
    # "union members, the mayor Ada Hill, and Jo Stone" are three
    return [plural, *names] if bare and serial and len(names) == 2 and not dash else names


def _closed(inner: Tokens) -> Tokens:
    """Return a row without the dash or the comma that closes it."""
    end = inner.end
    while end > inner.start and (inner.doc[end - 1].is_punct or inner.doc[end - 1].is_space):
        end -= 1
    return inner.doc[inner.start : end]


def _affiliated(inner: Tokens) -> list[Token]:
    """Return two persons with whom they are of: "[Stone] of Tessen and Jo [Hill] of NVU"; [] for anything else."""
    links = [t for t in inner if t.lower_ in _AFFILIATED and t.i > inner.start]
    joint = next((t for t in inner if t.lower_ == "and"), None)
    if len(links) != 2 or joint is None or not links[0].i < joint.i < links[1].i:
        return []
    doc, halves = inner.doc, ((inner.start, links[0].i), (joint.i + 1, links[1].i))
    plain = all(t.pos_ == "PROPN" and t.text[0].isupper() for start, end in halves for t in doc[start:end])
    # the second one's name is known to be a person's: the first may be a surname alone
    person = doc[links[1].i - 1].ent_type_ == "PERSON" and all(end > start for start, end in halves)
    return [doc[end - 1] for _, end in halves] if plain and person else []


def spanned_row(tokens: Tokens) -> list[Token]:
    """Return both ends of "from President Ada Hill to the singer Jo Stone", of which a source holds the names."""
    doc, start = tokens.doc, tokens.start
    start += bool(len(tokens)) and doc[start].lower_ == "from"
    if not start or doc[start - 1].lower_ != "from" or any(t.text == "," for t in tokens):
        return []
    link = next((t for t in doc[start : tokens.end] if t.lower_ == "to" and t.tag_ == "IN"), None)
    if link is None or link.i + 1 >= tokens.end or link.head.i not in (doc[start - 1].i, doc[start - 1].head.i):
        return []
    ends = [doc[link.i - 1], _closed(doc[link.i + 1 : tokens.end])[-1]] if link.i > start else []
    return ends if all(t.ent_type_ in ("PERSON", "ORG") and t.pos_ == "PROPN" for t in ends) else []


def called(tokens: Tokens) -> Token | None:
    """Return the end of the name that a source tells by a participle: "a worker named Jo [Stone]".

    Also "a group calling itself the Silent [Homeland]", "a man known as [Ilamaran]".
    """
    doc = tokens.doc
    verb = next((t for t in tokens if t.lower_ in _CALLED and t.tag_ == "VBN" and t.dep_ == "acl"), None)
    begin = verb.i + 1 if verb is not None and verb.head.i >= tokens.start else _names_itself(tokens)
    if begin is None or begin >= tokens.end:
        return None
    begin += doc[begin].lower_ == "the"
    end = begin
    while end < tokens.end and doc[end].pos_ == "PROPN" and doc[end].text[0].isupper():
        end += 1
    return doc[end - 1] if end > begin else None


def _names_itself(tokens: Tokens) -> int | None:
    """Return where a name begins that somebody goes by: "calling itself", "known as", "by the name of"."""
    for first in tokens:
        opened = any(first.lower_ == way[0] for way in _GOES_BY)
        for way in _GOES_BY if opened and first.i > tokens.start else ():
            end = first.i + len(way)
            if end < tokens.end and tuple(t.lower_ for t in tokens.doc[first.i : end]) == way:
                return end
    return None


def one_office(tokens: Tokens) -> Token | None:
    """Return the office whose matters stand in a row: "Tessen's sales, service, and marketing [director]"."""
    last = next((t for t in reversed(tokens) if not t.is_punct and not t.is_space), None)
    if last is None or last.tag_ != "NN" or last.lower_ not in words().offices:
        return None
    owner = next((t for t in tokens if t.tag_ == "POS"), None)
    row = [] if owner is None else list(tokens.doc[owner.i + 1 : last.i])
    if not any(t.text == "," for t in row) or not any(t.lower_ == "and" for t in row):
        return None
    people = (words().offices | words().people | words().kin | words().organisations) - _MATTERS
    plain = all(t.text == "," or t.lower_ in ("and", "vice") or t.text.islower() for t in row)
    nouns = [t for t in row if t.pos_ == "NOUN" and t.lower_ != "vice"]
    return last if plain and nouns and not any(t.lower_ in people for t in nouns) else None
