"""Sentences with their source, cue and content marked: "[Moscow|s] [denied|q] [it plans to attack|c]."."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Actor, ActorKind, Attribution, Mention, Span
from sayso.loaders.syntax import parse

MARK = re.compile(r"\[([^\[\]|]+)\|([sqc])\]")
ACTORS: dict[str, tuple[ActorKind, tuple[str, ...]]] = {
    "country/RU": ("Country", ("Russia", "Moscow", "the Kremlin")),
    "country/UA": ("Country", ("Ukraine", "Kyiv")),
    "country/US": ("Country", ("United States", "Washington", "the US")),
    "organisation/nato": ("Organisation", ("NATO", "the alliance")),
    "organisation/senate": ("Organisation", ("the Senate",)),
    "person/ada-byron": ("Person", ("Ada Byron", "Byron")),
    "person/tom-reed": ("Person", ("Tom Reed", "Reed")),
    "group/protesters": ("Group", ("the protesters",)),
    "group/western-allies": ("Group", ("Western allies",)),
}


def marked(text: str) -> tuple[str, Attribution]:
    """Return the text without its marks, and the attribution that they mark."""
    spans: dict[str, list[Span]] = {"s": [], "q": [], "c": []}
    plain = ""
    at = 0
    for mark in MARK.finditer(text):
        plain += text[at : mark.start()]
        spans[mark[2]].append(Span(len(plain), len(plain) + len(mark[1])))
        plain += mark[1]
        at = mark.end()
    return plain + text[at:], Attribution(tuple(spans["c"]), tuple(spans["q"]), tuple(spans["s"]))


@cache
def parsed(text: str) -> Doc:
    """Parse a text once."""
    return parse(text)


def cast_in(text: str) -> Cast:
    """Find the actors above by their names."""
    mentions = [
        Mention(Span(m.start(), m.end()), key)
        for key, (_, names) in ACTORS.items()
        for name in names
        for m in re.finditer(rf"\b{name}\b", text)
    ]
    whole = [
        m
        for m in mentions
        if not any(m.span != o.span and m.span.within(o.span) and m.actor == o.actor for o in mentions)
    ]
    actors = {key: Actor(key, kind, names[0], frozenset(names)) for key, (kind, names) in ACTORS.items()}
    return Cast(actors, tuple(sorted(whole)))


def speakers_in(text: str, attribution: Attribution) -> tuple[str, ...]:
    """Return who is named in the sources."""
    return tuple(cast_in(text).actors_within(attribution.sources))


def words(text: str, span: Span) -> str:
    """Return the words of a span."""
    return text[span.start : span.end]
