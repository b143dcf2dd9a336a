"""Carried on: what one saying of a sentence tells of its listener, medium and time holds for its speaker's next ones.

"Ada Hill told reporters on Monday that the deal was fair, adding that …": both were told to reporters, both on Monday.
It does not hold from sentence to sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.facts import Statement
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TELLING = word_set("actors/addressees", "telling") | word_set("actors/addressees", "manners")
_NEXT = 6  # statements of a sentence that are looked back on


def carried(doc: Doc, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Give statements without a listener, medium or time those of their speaker's one before in the same sentence.

    The order and all else stay. Only a cue of telling carries its listener on: who is urged is not told the rest.
    """
    order = sorted(range(len(statements)), key=lambda i: _place(statements[i]))
    found = list(statements)
    seen: list[int] = []
    for index in order:
        statement = found[index]
        for other in reversed(seen[-_NEXT:]):
            before = found[other]
            if not statement.speakers or before.speakers != statement.speakers or not _together(doc, before, statement):
                continue
            if not (statement.addressees or statement.media) and _telling(doc, before):
                statement = replace(statement, addressees=before.addressees, media=before.media)
            if statement.when is None and before.when is not None:
                statement = replace(statement, when=before.when, said_on=before.said_on)
        found[index] = statement
        seen.append(index)
    return tuple(found)


def _place(statement: Statement) -> int:
    """Return where a statement's cue starts, or its words where it has none."""
    return min(s.start for s in statement.attribution.cues or statement.attribution.contents)


def _together(doc: Doc, one: Statement, other: Statement) -> bool:
    """Say whether the cues of two statements stand in one sentence."""
    first, second = (tokens_in(doc, s.attribution.cues[0]) if s.attribution.cues else () for s in (one, other))
    if not first or not second:
        return False
    between = doc[min(first[0].i, second[0].i) + 1 : max(first[0].i, second[0].i) + 1]
    return not any(t.is_sent_start for t in between)


def _telling(doc: Doc, statement: Statement) -> bool:
    """Say whether a statement was told to or through somebody, rather than asked of him."""
    cues = (t for s in statement.attribution.cues for t in tokens_in(doc, s))
    return bool(statement.media) or any(t.lemma_.lower() in _TELLING for t in cues)
