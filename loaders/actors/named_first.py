"""Named first: speakers whose names stand before what they are: "Ada Hill, a dentist, and Jo Pope, a plumber,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_TWO = 2  # words of a name; tokens of a comma and what it leads to


def named_first(tokens: Tokens) -> list[Token]:
    """Return the last words of the persons' names that open a source, each told by what stands behind a comma.

    A second one follows behind ", and". The parser may take what they are for the noun: "Lee Min-ah, chief executive".
    [] for anything else.
    """
    doc = tokens.doc
    persons = [name for name in tokens.ents if name.label_ == "PERSON" and len(name) >= _TWO]
    if not persons or persons[0].start != tokens.start:
        return []
    behind = doc[persons[0].end : tokens.end]
    if len(behind) < _TWO or behind[0].text != "," or behind[1].text[0].isupper():
        return []
    joined = [p for p in persons[1:] if doc[p.start - 1].lower_ == "and" and doc[p.start - 2].text == ","]
    return [person[-1] for person in (persons[0], *joined)]
