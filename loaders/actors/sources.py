"""Source spans: the nouns that head them, and the noun phrases around those."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from loaders.facts import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_BEFORE = frozenset(("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "npadvmod", "advmod"))
_WIDEST = 12


def noun_phrase(head: Token) -> tuple[int, int]:
    """Return the tokens of a noun with what stands before it: "the Russian foreign minister"."""
    start = head.i
    for child in head.lefts:
        if child.dep_ in _BEFORE and head.i - child.left_edge.i <= _WIDEST:
            start = min(start, child.left_edge.i)
    return start, head.i + 1


def heads_in(doc: Doc, sources: Iterable[Span]) -> list[Token]:
    """List the nouns and pronouns that head the source spans, in text order: "The US and the UK" has two.

    Spans outside the text give none.
    """
    found: dict[int, Token] = {}
    for span in sources:
        tokens = doc.char_span(span.start, span.end, alignment_mode="expand") if span.start < span.end <= len(doc.text) else None
        if not tokens:
            continue
        inside = range(tokens.start, tokens.end)
        for root in _roots(list(tokens), inside):
            for head in _with_joined(root, inside):
                found[head.i] = head
    return [found[i] for i in sorted(found)]


def _roots(tokens: list[Token], inside: range) -> list[Token]:
    """Return the heads of a span: the first noun that hangs on nothing inside, and those joined to it by "and"."""
    roots: list[Token] = []
    for token in tokens:
        if token.head.i in inside and token.head.i != token.i:
            continue
        noun = _noun_of(token, inside)
        if noun is None:
            continue
        if roots and roots[-1].dep_ == "poss" and roots[-1].head.i == noun.head.i:
            roots[-1] = noun
        elif roots and roots[-1].head.i == noun.head.i and noun.i - roots[-1].i <= 1 + (noun.doc[noun.i - 1].text == "-"):
            roots[-1] = noun
        elif not roots or (noun.i and noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].lower_ in ("and", "or")):
            roots.append(_before_of(noun, inside))
    if not roots:
        roots = [t for t in tokens if t.pos_ in _NOMINAL][:1]
    return roots


def _before_of(noun: Token, inside: range) -> Token:
    """Return "member" where the parser takes "member of House panel" for a panel."""
    for child in noun.lefts:
        if child.dep_ == "nmod" and child.i in inside and any(c.lower_ == "of" for c in child.rights):
            return child
    return noun


def _noun_of(token: Token, inside: range) -> Token | None:
    """Return the noun that a span's top word stands for: itself, a preposition's object, a verb's subject."""
    if token.pos_ in _NOMINAL or (token.pos_ in ("ADJ", "DET") and token.dep_ in ("nsubj", "nsubjpass", "poss", "pobj")):
        return token
    wanted = {"ADP": ("pobj",), "SCONJ": ("pobj",), "VERB": ("nsubj", "nsubjpass"), "AUX": ("nsubj", "nsubjpass")}.get(token.pos_)
    if wanted is None:
        return None
    return next((c for c in token.children if c.dep_ in wanted and c.i in inside), None)


def _with_joined(head: Token, inside: range) -> list[Token]:
    """Return a noun with the nouns joined to it inside the span."""
    found = [head]
    for child in head.children:
        if child.dep_ == "conj" and child.i in inside and child.pos_ in _NOMINAL:
            found += _with_joined(child, inside)
    return found
