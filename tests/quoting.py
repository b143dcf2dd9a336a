"""A small but real extractor for tests of quotations: it finds ‘NAME said: “WORDS”’, and no speaker for "Somebody"."""

from __future__ import annotations

import re

from sayso.loaders.document import Document
from sayso.loaders.facts import Actor, Attribution, Extraction, Membership, Post, Span, Statement

_SAID = re.compile(
    r"(?P<speaker>[A-Z]\w+(?: [A-Z]\w+)*)(?: of (?P<body>[A-Z]\w+))? (?P<cue>said): (?P<content>[“\"][^”\"]+[”\"])"
)


def extract_quotes(document: Document) -> Extraction:
    """Find a person's name before each "said:", and the quoted words after it; "Observers" are a group."""
    actors: dict[str, Actor] = {}
    memberships: list[Membership] = []
    statements: list[Statement] = []
    for found in _SAID.finditer(document.text):
        name, body = found["speaker"], found["body"]
        keys: tuple[str, ...] = ()
        if name == "Observers":
            keys = ("group/observers",)
            actors[keys[0]] = Actor(keys[0], "Group", "observers")
        elif name != "Somebody":
            kind = "organisation" if " " not in name else "person"
            keys = (f"{kind}/{name.lower().replace(' ', '-')}",)
            actors[keys[0]] = Actor(keys[0], "Person" if kind == "person" else "Organisation", name)
        if body and keys:
            key = f"organisation/{body.lower()}"
            actors[key] = Actor(key, "Organisation", body)
            memberships.append(Membership(keys[0], Post("chair", key), Span(*found.span("speaker"))))
        attribution = Attribution(
            contents=(Span(*found.span("content")),),
            cues=(Span(*found.span("cue")),),
            sources=(Span(*found.span("speaker")),),
        )
        statements.append(Statement(attribution, Span(*found.span()), "direct", "state", speakers=keys))
    return Extraction(actors, memberships=tuple(memberships), statements=tuple(statements), method=(("quotes", "1"),))
