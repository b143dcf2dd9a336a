"""Anonymous sources: who is not to be named is nobody with a name: "a person familiar with the matter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_row

if TYPE_CHECKING:
    from spacy.tokens import Token

_PHRASES = word_row("actors/anonymous", "phrases")
_BEHIND = 24  # words from a source on that may tell that it is not to be named


def is_anonymous(head: Token) -> bool:
    """Say whether the words around a common noun tell that its name is not to be told: "who asked not to be named".

    Of the rest of its sentence only what stands before somebody else is told of it: not "the mayor said that an
    official who asked not to be named …".
    """
    if head.pos_ not in ("NOUN", "ADJ", "NUM"):
        return False
    doc, own = head.doc, head.right_edge.i
    end = min(len(doc), head.i + _BEHIND)
    others = words().people | words().offices
    end = next(
        (
            token.i
            for token in doc[head.i + 1 : end]
            if token.is_sent_start
            or "\n" in token.text
            or (token.i > own and (token.lemma_.lower() in others or token.ent_type_ == "PERSON"))
        ),
        end,
    )
    around = doc[head.left_edge.i : end].text.lower()
    return any(phrase in around for phrase in _PHRASES)
