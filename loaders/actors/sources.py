"""Source spans: the nouns that head them, and the noun phrases around those."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from loaders.actors.tokens import tokens_in
from loaders.actors.words import words
from loaders.facts import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

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
        tokens = tokens_in(doc, span)
        inside = range(tokens.start, tokens.end)
        if several := _listed(tokens):
            found |= {t.i: t for t in several}
            continue
        for root in _roots(list(tokens), inside):
            for head in _with_joined(root, inside):
                found[head.i] = head
    return [found[i] for i in sorted(found)]


def _listed(tokens: Tokens) -> list[Token]:
    """Return the last words of names in a row: "Sens. A B (D-Mont.), C D and E F"; [] where anything else is said."""
    heads: list[Token] = []
    last: Token | None = None
    joined, depth = False, 0
    for token in tokens:
        depth += (token.text in ("(", "[")) - (token.text in (")", "]"))
        if depth or token.text in (")", "]") or token.is_space:
            continue
        if token.pos_ == "PROPN" and token.text[0].isupper():
            last = token
        elif token.text == "," or token.lower_ == "and":
            joined = joined or token.lower_ == "and"
            if last is not None:
                heads.append(last)
            last = None
        elif token.lower_ in ("all", "both", "each"):
            continue
        elif not (last is None and token.pos_ in ("DET", "NOUN", "ADJ") and token.lower_ in {"the", "both"} | words().offices):
            return []
    if last is not None:
        heads.append(last)
    names = [t for t in heads if t.text not in ("Jr.", "Sr.", "III", "Inc.", "Inc")]
    return names if joined and len(names) > 1 and not _one_name(tokens, names) else []


def _one_name(tokens: Tokens, names: list[Token]) -> bool:
    """Say whether an "and" stands inside one name: "Health and Human Services"."""
    return any(t.lower_ == "and" and t.ent_type_ for t in tokens) or len({t.ent_type_ for t in names}) > 2


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


def _same_person(head: Token, other: Token) -> bool:
    """Say whether two roles are one person's: "the former secretary and current nominee"."""
    return (head.tag_ == other.tag_ == "NN" and any(c.dep_ == "det" for c in head.children)
            and not any(c.dep_ in ("det", "poss") for c in other.children) and other.lower_ in words().offices)  # fmt: skip


def _with_joined(head: Token, inside: range) -> list[Token]:
    """Return a noun with the nouns joined to it inside the span."""
    found = [head]
    for child in head.children:
        if child.dep_ == "conj" and child.i in inside and child.pos_ in _NOMINAL and not _same_person(head, child):
            found += _with_joined(child, inside)
    return found
