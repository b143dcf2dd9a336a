"""Labelled: what stands at the head of a transcript's turn is a name by itself, whatever the parser makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.loaders.actors.lexicon import first_names
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.facts import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens


def name_labels(doc: Doc, found: Sequence[Attribution]) -> None:
    """Mark the labels of turns in a parsed text: a first name and another make a person.

    An entity does not run from a label into the words: "Ada Hill: Smoke".
    """
    labels = [tokens_in(doc, a.sources[0]) for a in found if a.turn and a.sources]
    entities = list(doc.ents)
    for label in labels:
        around = [e for e in entities if e.start < label.end and label.start < e.end]
        if _is_person(label):
            entities = [*(e for e in entities if e not in around), _as_person(label)]
        for entity in around:
            if entity.end > label.end and entity in entities:
                entities.remove(entity)
    doc.ents = tuple(sorted(entities, key=lambda e: e.start))


def _is_person(label: Tokens) -> bool:
    words = [token for token in label if token.is_alpha]
    return len(words) > 1 and words[0].lower_ in first_names() and all(t.is_title for t in words)


def _as_person(label: Tokens) -> Tokens:
    from spacy.tokens import Span

    return Span(label.doc, label.start, label.end, "PERSON")
