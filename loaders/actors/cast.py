"""The cast of an article: who appears in it, where, and who is meant by a span of its text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.loaders.actors.words import Gender
from sayso.loaders.facts import Actor, Membership, Mention, Span

_LONGEST = 120  # code points of a mention


@dataclass(frozen=True)
class Cast:
    """Actors by key, their mentions in text order (names, pronouns and descriptions alike) and who holds which post.

    `genders` has those of persons whose first name or title tells it, `guessed` also those that pronouns were read by.
    Two mentions may stand one inside the other ("Russian President Vladimir Putin" holds Russia).
    """

    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    memberships: tuple[Membership, ...] = ()
    genders: dict[str, Gender] = field(default_factory=dict)
    guessed: dict[str, Gender] = field(default_factory=dict)

    def within(self, span: Span) -> list[Mention]:
        """List the mentions that lie inside `span`, in text order."""
        first = bisect_left(self.mentions, span.start, key=lambda m: m.span.start)
        found = []
        for mention in self.mentions[first:]:
            if mention.span.start >= span.end:
                break
            if mention.span.within(span):
                found.append(mention)
        return found

    def touching(self, span: Span) -> list[Mention]:
        """List the mentions that share a character with `span`, in text order."""
        around = self.within(Span(max(0, span.start - _LONGEST), span.end + _LONGEST))
        return [mention for mention in around if mention.span.overlaps(span)]

    def actors_within(self, spans: Iterable[Span]) -> list[str]:
        """List the keys of the actors mentioned inside any of the spans, each once, in order of appearance."""
        return list(dict.fromkeys(m.actor for span in spans for m in self.within(span)))
