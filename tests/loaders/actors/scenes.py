"""Short articles for the tests: parsed, with source spans written as words."""

from __future__ import annotations

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.speaker import resolve_speakers
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.syntax import parse


def attributed(text: str, *sources: tuple[str, str, str]) -> list[Attribution]:
    """Build attributions from (source, cue, content) words; each is searched for behind the last one's start."""
    found, behind = [], 0
    for source, cue, content in sources:
        spans = []
        for words in (source, cue, content):
            start = text.index(words, behind)
            spans.append(Span(start, start + len(words)))
        behind = min(spans).start + 1
        found.append(Attribution(contents=(spans[2],), cues=(spans[1],), sources=(spans[0],)))
    return found


def speakers(text: str, *sources: tuple[str, str, str]) -> list[tuple[str, ...]]:
    """Return the names of the speakers of each attribution."""
    doc, attributions = parse(text), attributed(text, *sources)
    cast = find_cast(doc, attributions)
    return [tuple(cast.actors[k].name for k in resolve_speakers(doc, cast, a)) for a in attributions]


def cast_of(text: str) -> Cast:
    """Return the cast of a text without attributions."""
    return find_cast(parse(text), [])


def posts(text: str) -> set[tuple[str, str, str | None, bool]]:
    """Return the posts told in a text: person, title, organisation, former."""
    cast = cast_of(text)
    return {
        (
            cast.actors[m.person].name,
            m.post.title,
            cast.actors[m.post.organisation].name if m.post.organisation else None,
            m.former,
        )
        for m in cast.memberships
    }
