"""Behind kinds: the body's name behind what it is, without a comma: "the Greek gas producer Energean"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.lexicon import first_names
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

FIRMS = word_set("actors/titled", "firms")
_AMID = word_set("actors/titled", "amid")


def is_large(token: Token) -> bool:
    """Say whether a word is written large, as names are, and no date."""
    return token.text[0].isupper() and token.ent_type_ not in ("DATE", "TIME")


def of_kind(tokens: Tokens) -> tuple[int, int] | None:
    """Return the tokens of a body's name behind what it is: "the Greek gas producer [Energean]"."""
    doc, end = tokens.doc, tokens.end
    bracket = next((t.i for t in tokens if t.text == "("), end)
    end = bracket
    while end > tokens.start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    start = _name_start(tokens, end)
    if start in (end, tokens.start):
        return None
    kind = doc[start - 1]
    if kind.lower_ == "the" and start - 1 > tokens.start:  # "the organisation the Project on Open Seas"
        kind = doc[start - 2]
    if doc[start].lower_ in first_names():
        return None
    if kind.text == ",":
        return (start, end) if _far_kind(doc[tokens.start : kind.i]) else None
    if all(t.ent_type_ == "PERSON" for t in doc[start:end]):
        return None
    before = (t for t in doc[tokens.start : start] if t.dep_ != "amod")  # "Recycled paper producer"
    plain = not any(t.text == "," or t.pos_ in ("VERB", "AUX", "ADP") for t in before)
    return (start, end) if kind.tag_ == "NN" and plain and is_kind(kind) else None


def _far_kind(before: Tokens) -> bool:
    """Say whether words tell what one body is, with a clause or a place behind: "the firm that uses the road,"."""
    noun = next((t for t in before if t.pos_ == "NOUN" and t.dep_ not in ("compound", "amod", "poss")), None)
    if noun is None or noun.tag_ != "NN" or not is_kind(noun):
        return False
    if any(t.pos_ == "ADP" for t in before.doc[before.start : noun.i]):  # "a Republican on the panel"
        return False
    opened = any(c.dep_ in ("det", "poss") for c in noun.lefts)
    behind = before.doc[noun.i + 1 : before.end]
    if not len(behind):
        return opened
    clause = behind[0].tag_ in ("WDT", "WP") or behind[0].pos_ == "ADP"
    return opened and clause and not any(t.text == "," or t.lower_ == "and" for t in behind)


def _name_start(tokens: Tokens, end: int) -> int:
    """Return where the large words before `end` begin, with small ones between them: "Who Sells a Pear"."""
    doc, start = tokens.doc, end
    while start > tokens.start:
        small = start < end and doc[start - 1].lower_ in _AMID and start - 1 > tokens.start
        small = small or (start < end and doc[start - 1].tag_ == "POS" and start - 1 > tokens.start)
        if not is_large(doc[start - 1]) and not (
            small and (is_large(doc[start - 2]) or doc[start - 2].lower_ in _AMID)
        ):
            break
        start -= 1
    return start


def is_kind(token: Token) -> bool:
    """Say whether a noun tells what a body is: "airline", "automaker", "newspaper"."""
    low = token.lower_
    return low.endswith("maker") or low in FIRMS or low in words().organisations
