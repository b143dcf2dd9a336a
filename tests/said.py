"""A small but real extractor for tests that need no model: it finds "NAME said WORDS."."""

from __future__ import annotations

import re

from sayso.loaders.document import Document
from sayso.loaders.facts import Actor, Attribution, Extraction, Mention, Span, Statement

_SAID = re.compile(r"(?P<speaker>[A-Z]\w+(?: [A-Z]\w+)*) (?P<cue>said) (?P<content>[^.]+)\.")


def extract_said(document: Document) -> Extraction:
    """Find a person's name before each "said", and the words after it."""
    actors: dict[str, Actor] = {}
    mentions: list[Mention] = []
    statements: list[Statement] = []
    for found in _SAID.finditer(document.text):
        name = found["speaker"]
        key = "person/" + name.lower().replace(" ", "-")
        actors[key] = Actor(key, "Person", name, frozenset({name, name.split()[-1]}))
        mentions.append(Mention(Span(*found.span("speaker")), key))
        attribution = Attribution(
            contents=(Span(*found.span("content")),),
            cues=(Span(*found.span("cue")),),
            sources=(Span(*found.span("speaker")),),
        )
        statements.append(Statement(attribution, Span(*found.span()), "indirect", "state", speakers=(key,)))
    return Extraction(actors, tuple(mentions), statements=tuple(statements), method=(("said", "1"),))
