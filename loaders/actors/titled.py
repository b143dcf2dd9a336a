"""Titled names: the person behind an office in a source span: "The mayor of London, Sadiq Khan,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def holder_last(tokens: Tokens) -> Token | None:
    """Return the person at the end of a span that opens with an office: "The mayor of London, Sadiq Khan,".

    Also without a comma, where an office's "to" or "of" leads the parser away: "US Ambassador to Germany Jo Hill".
    """
    doc, end = tokens.doc, tokens.end
    while end > tokens.start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    begin = end
    while begin > tokens.start and doc[begin - 1].ent_type_ == "PERSON":
        begin -= 1
    while begin < end - 1 and (doc[begin].lower_ in words().offices or is_rank(doc[begin]) or _state(doc[begin])):
        begin += 1
    before = doc[tokens.start : begin]
    if begin == end or len(before) < 2 or any(t.pos_ in ("VERB", "AUX") or t.ent_type_ == "PERSON" for t in before):
        return None
    offices = words().offices | words().people | words().organisations
    told = any(t.lower_ in offices or t.text.rstrip(".") in words().ranks for t in before)
    last = before[-1]
    link = (
        last.pos_ in ("ADP", "CCONJ", "SCONJ") or last.tag_ == "POS" or last.lower_ in ("and", "or", "the", "a", "an")
    )
    joined = any(
        t.lower_ in ("and", "or") and not t.ent_type_ and doc[t.i + 1].pos_ != "NOUN" and not _titled(t) for t in before
    )
    return doc[end - 1] if told and not link and not joined else None


def _state(token: Token) -> bool:
    """Say whether the recogniser put a state into a name: "Senator from Vermont Ada Hill"."""
    entry = lexicon().find(token.text) if token.i and token.nbor(-1).lower_ in ("of", "from") else None
    return entry is not None and entry.actor.startswith("country/")


def _titled(conjunction: Token) -> bool:
    """Say whether an "and" joins two offices: "President and CEO"."""
    doc, i = conjunction.doc, conjunction.i
    offices = words().offices
    return doc[i - 1].lower_ in offices and any(t.lower_ in offices for t in doc[i + 1 : i + 4])


def named_last(tokens: Tokens) -> Token | None:
    """Return the person whose titles the parser reads apart: "Trump senior communications adviser Jason Miller"."""
    last = None
    for token in tokens:
        if token.text in (",", "(") and last is not None:
            break
        inner = token.lower_ == "of" and last is not None and last.text[0].isupper() and last.lower_ in words().offices
        plain = token.pos_ in ("PROPN", "NOUN", "ADJ", "DET", "PART", "PUNCT", "SPACE", "X")
        if not plain and not inner and token.dep_ != "compound" and token.ent_type_ != "PERSON":
            return None
        last = token if not token.is_space and token.pos_ != "PUNCT" else last
    if last is None or last.i == tokens.start or last.ent_type_ != "PERSON" or last.pos_ != "PROPN":
        return None
    return last


def is_rank(token: Token) -> bool:
    plain = token.text.rstrip(".")
    return plain in words().ranks or plain.lower() in words().honorifics


def behind_rank(token: Token, inside: range) -> Token:
    """Return the last word of the name behind "Sens." or "Fr.", where the parser takes the rank for the head."""
    last = token
    for following in token.doc[token.i + 1 : inside.stop]:
        if following.pos_ != "PROPN":
            break
        last = following
    return last
