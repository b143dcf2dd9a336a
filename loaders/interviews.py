"""Interviews: questions are put to whom a written interview is with, and answers without a name are theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.facts import Statement
from sayso.loaders.meaning.script import script
from sayso.loaders.partners import partner_announced, partner_named
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

_YOU = word_set("actors/addressees", "you")
_TURNS = 3  # questions that make an interview


def questioned(doc: Doc, cast: Cast, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Give an interview's questions their addressee, whom those are about that ask "you", and answers their speaker.

    All else stays. A label introduces its words by marks alone. Whom the interview is with is the first person, other
    than who asks, in the first sentence that tells of one. For turns without a name see `answered`.
    """
    statements = answered(doc, cast, statements)
    text = script(doc).text
    turns = [i for i, s in enumerate(statements) if _labelled(text, s)]
    asked = [i for i in turns if any("?" in text[c.start : c.end] for c in statements[i].attribution.contents)]
    askers = {statements[i].speakers for i in asked}
    if len(asked) < _TURNS or 2 * len(asked) < len(turns) or len(askers) != 1:
        return tuple(statements)
    before = min(statements[i].sentence.start for i in turns)
    partner = partner_named(doc, cast, next(iter(askers)), before)
    if partner is None:
        return tuple(statements)
    return tuple(_put_to(doc, s, partner) if i in asked else s for i, s in enumerate(statements))


def answered(doc: Doc, cast: Cast, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Give the questions and answers that no name introduces to whom the interview is with, and who asks to nobody.

    That is the only one whose answers have a name, or else whom the text announces. Where it is nobody, questions and
    answers without labels are left out.
    """
    turns = [s for s in statements if s.attribution.turn]
    nameless = [s for s in turns if s.attribution.turn != "speaks" and not s.attribution.sources]
    if not nameless:
        return tuple(statements)
    labelled = all(s.attribution.cues for s in nameless)
    partner = _only_named(turns)
    if partner is None and not any(s.attribution.sources for s in turns):
        before = min(c.start for s in turns for c in (*s.attribution.cues, *s.attribution.contents))
        partner = partner_announced(doc, cast, before, labelled)
    if partner is None:
        return tuple(statements) if labelled else _without_unlabelled(statements)
    return tuple(_turned(doc, s, statements, partner) for s in statements)


def _only_named(turns: Sequence[Statement]) -> str | None:
    """Return who alone speaks under a name, where all others ask."""
    speakers = {s.speakers for s in turns if s.attribution.sources}
    if len(speakers) != 1 or any(s.attribution.turn != "asks" for s in turns if not s.attribution.sources):
        return None
    found = next(iter(speakers))
    return found[0] if len(found) == 1 and not found[0].startswith("group/") else None


def _turned(doc: Doc, one: Statement, statements: Sequence[Statement], partner: str) -> Statement:
    """Return a statement of an interview with its speaker or its addressee."""
    found = one.attribution
    if found.turn == "asks" and not found.sources:
        return _put_to(doc, one, partner)
    outer = None if one.part_of is None else statements[one.part_of].attribution
    told = [t.lower_ for span in found.sources for t in tokens_in(doc, span)]
    own = outer is not None and outer.turn == "answers" and set(told) == {"i"}
    if (found.turn == "answers" and not found.sources) or own:
        return replace(one, speakers=(partner,), about=tuple(a for a in one.about if a != partner))
    return one


def _without_unlabelled(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Leave out the turns without a label."""
    kept = [
        i for i, s in enumerate(statements) if not s.attribution.turn or s.attribution.cues or s.attribution.sources
    ]
    place = {old: new for new, old in enumerate(kept)}
    found = (statements[i] for i in kept)
    return tuple(replace(s, part_of=None if s.part_of is None else place.get(s.part_of)) for s in found)


def _put_to(doc: Doc, question: Statement, partner: str) -> Statement:
    """Return a question as put to somebody, unless it tells itself to whom or by what it is put."""
    if question.addressees or question.media:
        return question
    asked = any(t.lower_ in _YOU for c in question.attribution.contents for t in tokens_in(doc, c))
    about = (*question.about, partner) if asked and partner not in question.about else question.about
    return replace(question, addressees=(partner,), about=about)


def _labelled(text: str, statement: Statement) -> bool:
    """Say whether a statement's words stand behind its speaker's label: "Ada Hill:", "((Asker))"."""
    one = statement.attribution
    marks = "".join(text[c.start : c.end] for c in one.cues)
    return bool(marks) and bool(one.sources) and not any(c.isalnum() for c in marks) and bool(statement.speakers)
