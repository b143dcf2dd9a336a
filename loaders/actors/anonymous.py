"""Anonymous sources: who is not to be named is nobody with a name: "a person familiar with the matter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.word_lists import word_row

if TYPE_CHECKING:
    from spacy.tokens import Token

_PHRASES = word_row("actors/anonymous", "phrases")
_BEHIND = 24  # words from a source on that may tell that it is not to be named


def is_anonymous(head: Token) -> bool:
    """Say whether the words around a common noun tell that its name is not to be told: "who asked not to be named"."""
    if head.pos_ not in ("NOUN", "ADJ", "NUM"):
        return False
    doc = head.doc
    around = doc[head.left_edge.i : min(len(doc), head.i + _BEHIND)].text.split("\n")[0].lower()
    return any(phrase in around for phrase in _PHRASES)
