"""Rows: those who speak together: "Germany, France and Italy", "Sens. Ada Hill (D-Mont.) and Jo Stone"."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from sayso.loaders.actors.behind_kinds import is_kind
from sayso.loaders.actors.lengthened import is_whole
from sayso.loaders.actors.namesakes import is_generation
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_WITH = word_set("actors/rows", "along")
_LINKS = word_set("actors/rows", "links")
_AMONG = word_set("actors/rows", "among")
_LANDS = word_set("actors/descriptions", "states")
_LEADING = word_set("actors/rows", "leading")
_INSIDE = word_set("actors/rows", "inside")
_HEADLINE = 30  # words
_LONGEST_ROW = 40  # actors who speak together


def companions(tokens: Tokens) -> list[Tokens]:
    """Part a source where it names who speaks with others, or who is among them: "along with", "such as"."""
    doc, parts, start, i = tokens.doc, [], tokens.start, tokens.start + 1
    while i + 1 < tokens.end:
        size = next((n for n in (1, 2) if " ".join(t.lower_ for t in doc[i : i + n]) in _WITH), 0)
        after = doc[i + size] if size and i + size < tokens.end else None
        if after is not None and (after.pos_ == "PROPN" or after.dep_ in ("amod", "compound", "det")):
            first = doc[start : i - (doc[i - 1].text == ",")]
            if doc[i - 1].text == "," or not _bodies_named(first, doc[i]):
                parts.append(first)
            start = i = i + size
        i += 1
    last = doc[start : tokens.end]
    return [*parts, last] if any(t.pos_ == "PROPN" for t in last) or (not parts and start == tokens.start) else [tokens]


def _bodies_named(part: Tokens, link: Token) -> bool:
    """Say whether a plural for bodies only tells what those named behind it are: "firms including A and B"."""
    noun = part[-1] if len(part) else link
    # "countries including Kenya" speak too; "African countries" only describe those named
    among = link.lower_ in _AMONG and noun.tag_ == "NNS" and len(part) > 1
    return among and noun.lemma_.lower() in words().organisations | _LANDS


def listed(tokens: Tokens) -> list[Token]:
    """Return the last words of names in a row: "Sens. A B (D-Mont.), C D and former Gov. E F"; [] for anything else."""
    heads: list[Token] = []
    segment: list[Token] = []
    joined, depth = False, 0
    if _of_body(tokens):
        return []
    for joint in (t for t in tokens[2:-2] if t.lower_ == "and"):
        halves = tokens.doc[tokens.start : joint.i], tokens.doc[joint.i + 1 : tokens.end]
        if all(is_whole(half) and not _rowed(half) for half in halves):
            return [*map(_noun, halves)]  # "the Center for Peace and Center for Law"
    for token in tokens:
        depth += token.text in ("(", "[")
        if depth or token.is_space or token.lower_ in _LEADING:
            depth -= token.text in (")", "]")
            continue
        if token.tag_ in ("WP", "WDT", "WP$") or (token.pos_ == "VERB" and heads):
            segment = []
            break
        if token.text != "," and (token.lower_ != "and" or token.ent_type_ or _two_offices(token)):
            segment.append(token)
            continue
        joined = joined or token.lower_ == "and"
        if segment and not _party_tag(segment):
            if (last := _last_of_name(segment)) is None:
                return []
            heads.append(last)
        segment = []
    if segment and not _party_tag(segment):
        last = _last_of_name(segment) or (_role(segment) if len(heads) > 1 else None)
        if last is None:
            return []
        heads.append(last)
    return heads if joined and len(heads) > 1 else []


def _noun(half: Tokens) -> Token:
    """Return the word of a body's name that stands for it: its last one, or "Union" of "the Union of Norway"."""
    landed = len(half) > 3 and half[-2].lower_ == "of" and half[-3].lower_ in words().organisations
    return half[-3] if landed else half[-1]


def _two_offices(conjunction: Token) -> bool:
    """Say whether an "and" joins two offices of one person: "Tessen President and CEO Ada Hill"."""
    doc, i = conjunction.doc, conjunction.i
    if i == 0 or i + 1 >= len(doc):
        return False
    before, after = doc[i - 1], doc[i + 1]
    offices = before.lower_ in words().offices and after.lower_ in words().offices
    return offices and not any(c.dep_ == "det" for c in before.lefts)


def _rowed(half: Tokens) -> bool:
    """Say whether half of a source is a row by itself: "the Bank of Norway, the Bank of Spain,"."""
    return any(t.text == "," for t in half[:-1])


def _of_body(tokens: Tokens) -> bool:
    """Say whether a span is one person of a body whose name holds an "and": "Jo Hill of the Bill and Ada Fund"."""
    first = next((t.i for t in tokens if not t.is_space), tokens.start)
    end = first
    while end < tokens.end and tokens.doc[end].ent_type_ == "PERSON":
        end += 1
    if end == first or end + 1 >= tokens.end or tokens.doc[end].lower_ not in _LINKS:
        return False
    rest = [t for t in tokens.doc[end + 1 : tokens.end] if not t.is_punct]
    plain = all(t.text[0].isupper() or t.lower_ in _INSIDE for t in rest)
    return plain and tokens.doc[end + 1].lower_ == "the" and rest[-1].lower_ in words().organisations


def row_before(tokens: Tokens) -> list[Token]:
    """Return the names before a span that cuts a row of them: "Germany, [France and the Netherlands]".

    Also the first one of a headline's row: "Pakistan, Oman call for calm", inside the span or before it.
    """
    doc, start = tokens.doc, tokens.start
    found: list[Token] = []
    while 2 <= start < len(doc) and doc[start - 1].text == "," and len(found) < _LONGEST_ROW:
        first, before = doc[start], doc[start - 2]
        if not first.ent_type_ or first.ent_type_ != before.ent_type_ or before.pos_ != "PROPN":
            break
        begin = before.i
        while begin and doc[begin].ent_iob_ == "I":
            begin -= 1
        joined = next((t for t in doc[start : tokens.end] if t.dep_ == "conj" and t.head.i == before.i), None)
        if joined is None and not (begin == 0 or "\n" in doc[begin - 1].text):
            break
        if joined is None and not _headline_row(tokens):
            break
        found.append(before)
        start = begin
    if found or len(tokens) < 3 or not _headline_row(tokens):
        return found
    comma = next((t for t in tokens if t.text == ","), None)
    if (
        comma is None
        or comma.i == tokens.start
        or comma.i + 1 == tokens.end
        or not (start == 0 or "\n" in doc[start - 1].text)
    ):
        return []
    first, last = doc[comma.i - 1], doc[tokens.end - 1]
    plain = all(t.ent_type_ == first.ent_type_ for t in tokens if t.text != ",")
    return [first, last] if plain and first.ent_type_ in ("GPE", "PERSON", "ORG") else []


def _headline_row(tokens: Tokens) -> bool:
    """Say whether a span's line ends without a full stop and goes on right behind the span."""
    doc, end = tokens.doc, tokens.end
    if end >= len(doc) or not doc[end].text[0].isalpha():
        return False
    stop = next((t.i for t in doc[end : end + _HEADLINE] if "\n" in t.text), 0)
    return stop > end and doc[stop - 1].text not in (".", "”", '"', "!", "?")


def _party_tag(segment: list[Token]) -> bool:
    return (
        is_generation(segment[0].text)
        or segment[0].text in ("R", "D", "I")
        or segment[0].text.startswith(("R-", "D-", "I-"))
    )


def _last_of_name(segment: list[Token]) -> Token | None:
    """Return the last word of a stretch that ends with a name: "the US", "former Gov. Martin O’Malley"."""
    while is_generation(segment[-1].text) and len(segment) > 1:
        segment = segment[:-1]
    last = segment[-1]
    if (
        last.pos_ != "PROPN"
        or not last.text[0].isupper()
        or any(t.pos_ in ("VERB", "AUX", "PRON") or (t.pos_ == "ADP" and t.lower_ != "of") for t in segment)
    ):
        return None
    described = words().offices | words().organisations
    first = next((i for i, t in enumerate(segment) if t.pos_ == "PROPN" and t.i == last.i - (len(segment) - 1 - i)), 0)
    # "state news agency Tessen"
    kind = first > 0 and is_kind(segment[first - 1]) and all(t.pos_ in ("NOUN", "ADJ", "DET") for t in segment[:first])
    plain = kind or all(t.pos_ in ("PROPN", "DET") or t.lower_ in described or t.ent_type_ == "NORP" for t in segment)
    return last if plain or last.ent_type_ == "PERSON" else None


def _role(segment: list[Token]) -> Token | None:
    """Return "spokesman" of "A, B, and a spokesman for C"."""
    noun = next((t for t in segment if t.tag_ == "NN"), None)
    roled = noun is not None and noun.lower_ in words().offices | words().people and segment[0].dep_ == "det"
    return noun if roled else None


def _same_one(head: Token, other: Token) -> bool:
    """Say whether two nouns are one actor's: "the former secretary and current nominee", "China, its only ally"."""
    if head.pos_ == "PROPN" and other.tag_ == "NN" and head.doc[other.left_edge.i - 1].text == ",":
        return True
    bare = not any(c.dep_ in ("det", "poss") for c in other.children)
    if head.ent_type_ == "PERSON" and other.tag_ == "NN" and other.lower_ in words().offices and bare:
        return True  # "Ada Hill of Leeds University and contributor to Slate"
    return (
        head.tag_ == other.tag_ == "NN"
        and any(c.dep_ == "det" for c in head.children)
        and not any(c.dep_ in ("det", "poss") for c in other.children)
        and other.lower_ in words().offices
    )


def with_joined(head: Token, inside: Container[int]) -> list[Token]:
    """Return a noun with the nouns joined to it inside the span, a row of some dozens at most."""
    found = [head]
    for noun in found:
        for child in noun.rights:
            if child.dep_ == "conj" and child.i in inside and child.pos_ in NOMINAL and not _same_one(noun, child):
                found.append(child)
        if len(found) > _LONGEST_ROW:
            break
    return found
