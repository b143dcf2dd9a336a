"""Enumerated: the things or deeds that one cue governs together, "A, B and C", item by item.

Joined words are items where syntax says so and each has words of its own: "a ferry and a bridge" are two things, "peace
and quiet" and "the release and return of the horses" are one. Where the last two of a list are joined, what syntax
takes for an apposition before them, or for a second object, is an item too.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from sayso.loaders.facts import Span
from sayso.loaders.meaning.clause import SUBJECTS, child, conjuncts, cut, infinitive, separate
from sayso.loaders.meaning.reading import NOMINAL, VERBS, Reading, stretch
from sayso.loaders.meaning.script import script
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

LOOSE = {"appos", "dobj", "attr", "npadvmod", "dep", "pobj", "ROOT"}  # what syntax takes later things of a list for
HELD = {"ccomp", "advcl", "dep", "xcomp", "acl", "relcl"}  # and later clauses: ", that X be done"
WITHOUT = {"cc", "conj", "punct", "preconj"}
QUOTES = {*"\"“”'‘’«»"}
SEPARATORS = {",", ";"}
LINKS = word_set("meaning/asking", "links")
DISJOINING = word_set("meaning/asking", "disjoining")
DEED_NOUNS = word_set("meaning/asking", "deed_nouns")
OF_IT = word_set("meaning/asking", "of_it")
GIVERS = word_set("meaning/asking", "givers")
ARTICLES = word_set("meaning/asking", "articles")


def things(reading: Reading, head: Token) -> list[Token]:
    """List the things of a row that starts with `head`; `head` alone where they are one."""
    found = [head]
    for token in _later(reading, head):
        if token.pos_ in NOMINAL and (_joins(reading, found, token) or _is_next_deed(found, token)):
            found.append(token)
    return found if _apart(reading, found) else [head]


def counted(reading: Reading, head: Token, number: int | None) -> list[Token]:
    """List the things of a row of which the words tell that they are several, or how many, whatever syntax joins."""
    found = things(reading, head)
    if len(found) == number or (number is None and len(found) > 1):
        return found
    edges: dict[int, Token] = {}
    for token in _later(reading, head):
        if token.pos_ in NOMINAL and token.dep_ in LOOSE | {"conj"} and _leads(token, [*edges.values()] or [head]):
            edges.setdefault(token.left_edge.i, token)
    split = [head, *edges.values()]
    return split if len(split) == (number or 2) else found


def deeds(reading: Reading, verb: Token) -> list[Token]:
    """List the deeds or clauses of a row that starts with `verb`: those joined to it, and each with its own "that"."""
    found = _joined(reading, verb)
    for token in _later(reading, verb):
        if found and token.pos_ in VERBS and token not in found and _goes_on(reading, verb, found, token):
            found += [part for part in _joined(reading, token) if part not in found]
    return found


def _joined(reading: Reading, verb: Token) -> list[Token]:
    """List the verbs joined to one; of three or more also those without a word of their own."""
    every = list(conjuncts(verb))
    many = len(every) > 2 and all(part.tag_ == verb.tag_ and _and(part, part) for part in every)
    return [part for part in (every if many else separate(verb)) if reading.holds(part) and part.pos_ in VERBS]


def _goes_on(reading: Reading, verb: Token, found: list[Token], token: Token) -> bool:
    """Say whether a verb behind a comma or "and" is the next of a row, whatever syntax hangs it on."""
    behind = token.head in found or token.head in reading.cue or token.head == verb.head
    if not behind or not _leads(token, found):
        return False
    opened = token.left_edge.lower_ == "that" and child(token, SUBJECTS) is not None
    again = infinitive(verb) and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
    if opened or again:
        near = token.left_edge.nbor(-1).text != ","  # ", to help the poor" alone tells what for
        goes_on = opened or near or child(token, {"conj"}) is not None
        return token.dep_ == "conj" or (token.dep_ in HELD and goes_on)
    alike = token.dep_ == "conj" and token.tag_ == verb.tag_ and child(token, SUBJECTS) is None
    return alike and bool(_own_words(token, None))


def spans(reading: Reading, row: list[Token]) -> list[Span]:
    """Return the words of each item of a row, cut before what joins the next one to it."""
    found = []
    for part, following in zip_longest(row, row[1:]):
        item = stretch(reading, part, alone=len(row) == 1)
        item = _onward(reading, part, item) if following is None else _before(reading, part, item, following)
        found.append(_paired(reading, item))
    return found


def _paired(reading: Reading, item: Span) -> Span:
    """Leave out a quotation mark at the front that has no second one: of a row each item has a piece of a quotation."""
    text = script(reading.doc).text
    alone = text[item.start] in QUOTES and not QUOTES & {*text[item.start + 1 : item.end]}
    return Span(item.start + 1, item.end) if alone and item.end - item.start > 1 else item


def _onward(reading: Reading, part: Token, item: Span) -> Span:
    """Go on to what stands behind a thing and syntax hangs on the cue: "demanded a nurse | in every school"."""
    link = _loose(reading, part)
    return item if link is None else Span(item.start, stretch(reading, link).end)


def _loose(reading: Reading, part: Token) -> Token | None:
    """Return the preposition right behind a thing that syntax hangs on the cue, or on what stands before the thing."""
    following = reading.doc[min(part.right_edge.i + 1, len(reading.doc) - 1)]
    if part.pos_ in VERBS or following.dep_ != "prep" or following.lower_ in GIVERS or not reading.holds(following):
        return None
    when = any(c.ent_type_ in {"DATE", "TIME"} for c in following.children)
    return None if when or following.head.i >= part.left_edge.i else following


def _before(reading: Reading, part: Token, item: Span, following: Token) -> Span:
    end = following.left_edge.i - 1
    while end > part.i and _is_link(reading.doc[end]):
        end -= 1
    return Span(item.start, min(item.end, cut(reading.doc, part.i, end).end))


def _later(reading: Reading, head: Token) -> list[Token]:
    _, last = reading.bounds(head)
    return list(reading.doc[head.i + 1 : last + 1])


def _joins(reading: Reading, found: list[Token], token: Token) -> bool:
    """Say whether a thing goes on the row: joined to it, or standing behind a comma where the row's end is joined."""
    if not _leads(token, found):
        return False
    if token.dep_ == "conj" and token.head in found:
        return _and(token.head, token)
    beside = token.head in found or token in reading.heads
    return token.dep_ in LOOSE and beside and child(token, {"conj"}) is not None and _and(token, child(token, {"conj"}))


def _is_next_deed(found: list[Token], token: Token) -> bool:
    """Say whether a deed goes on the row that syntax joins to a word within it: "release of X and [an end to Y]"."""
    if token.dep_ != "conj" or token.lemma_.lower() not in DEED_NOUNS or not _leads(token, found):
        return False
    other = token.head
    of_it = other.dep_ == "pobj" and other.head.lower_ in OF_IT and other.head.head == found[-1]
    within = of_it or other in found
    return within and other.lemma_.lower() not in DEED_NOUNS and bool(_own_words(token, None)) and _and(other, token)


def _and(first: Token, second: Token | None) -> bool:
    """Say whether two things are joined by "and" or a comma, not by "or"."""
    return second is not None and not any(c.dep_ == "cc" and c.lower_ in DISJOINING for c in first.children)


def _leads(token: Token, found: list[Token]) -> bool:
    """Say whether a separator stands before a phrase, behind the last item so far."""
    edge = token.left_edge
    return edge.i > found[-1].i and edge.i > 0 and _is_link(edge.nbor(-1))


def _is_link(token: Token) -> bool:
    return token.text in SEPARATORS or token.lower_ in LINKS or token.is_space


def _apart(reading: Reading, found: list[Token]) -> bool:
    """Say whether the things of a row are several: not where they share words before the first or behind the last."""
    if len(found) == 1:
        return False
    words = [_own_words(part, following) for part, following in zip_longest(found, found[1:])]
    behind = any(c.dep_ == "prep" and c.i > found[-1].i for part in found for c in part.children)
    if (behind or _loose(reading, found[-1]) is not None) and not any(map(_whole, words[:-1])):
        return False  # "the release and return of the horses"
    if len(found) == 2:
        return all(words) and not _one_name(found)
    opened = any(c.lower_ in ARTICLES for c in words[0])
    return not any(words) or opened or all(words[1:])  # not "better roads, schools and clinics"


def _own_words(part: Token, following: Token | None) -> list[Token]:
    """List what hangs on an item and stands before the next."""
    end = part.right_edge.i + 1 if following is None else following.left_edge.i
    return [c for c in part.children if c.dep_ not in WITHOUT and c.i < end]


def _whole(words: list[Token]) -> bool:
    """Say whether a thing tells by itself what it is of: "a ferry", "the repair of the dam", "lower rents"."""
    return any(c.dep_ != "det" or c.lower_ in ARTICLES for c in words)


def _one_name(found: list[Token]) -> bool:
    """Say whether two nouns stand before a third: "better [health and safety] rules"."""
    first, last = found
    before_it = [c for c in last.children if c.i < last.i and c.dep_ not in WITHOUT]
    plain = all(c.dep_ == "amod" for c in _own_words(first, last))
    return plain and first.tag_ == "NN" and bool(before_it) and all(c.dep_ == "compound" for c in before_it)
