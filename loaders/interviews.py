"""Interviews: the questions of a written interview, "((Asker)) : …" line by line, are put to whom it is with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.facts import Span, Statement
from sayso.loaders.meaning.script import script
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

_INTERVIEWING = word_set("actors/addressees", "interviewing")
_YOU = word_set("actors/addressees", "you")
_TURNS = 3  # questions that make an interview
_LEAD = 200  # words that may say whom it is with


def questioned(doc: Doc, cast: Cast, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Give the labelled questions of an interview their addressee, whom those are about that ask "you"; all else stays.

    A label introduces its words by marks alone. Whom the interview is with is the first person, other than who asks,
    in the first sentence that tells of one.
    """
    text = script(doc).text
    turns = [i for i, s in enumerate(statements) if _labelled(text, s)]
    asked = [i for i in turns if any("?" in text[c.start : c.end] for c in statements[i].attribution.contents)]
    askers = {statements[i].speakers for i in asked}
    if len(asked) < _TURNS or 2 * len(asked) < len(turns) or len(askers) != 1:
        return tuple(statements)
    partner = _partner(doc, cast, next(iter(askers)), min(statements[i].sentence.start for i in turns))
    if partner is None:
        return tuple(statements)
    free = {i for i in asked if not (statements[i].addressees or statements[i].media)}
    return tuple(_put_to(doc, s, partner) if i in free else s for i, s in enumerate(statements))


def _put_to(doc: Doc, question: Statement, partner: str) -> Statement:
    """Return a question as put to somebody."""
    asked = any(t.lower_ in _YOU for c in question.attribution.contents for t in tokens_in(doc, c))
    about = (*question.about, partner) if asked and partner not in question.about else question.about
    return replace(question, addressees=(partner,), about=about)


def _labelled(text: str, statement: Statement) -> bool:
    """Say whether a statement's words stand behind its speaker's label: "Q:", "((Asker))"."""
    one = statement.attribution
    marks = "".join(text[c.start : c.end] for c in one.cues)
    return bool(marks) and bool(one.sources) and not any(c.isalnum() for c in marks) and bool(statement.speakers)


def _partner(doc: Doc, cast: Cast, askers: tuple[str, ...], before: int) -> str | None:
    """Return whom an interview is with; `before` is where its first turn starts."""
    for sentence in doc.sents:
        if sentence.start_char >= before or sentence.start >= _LEAD:
            return None
        if not any(t.lemma_.lower() in _INTERVIEWING for t in sentence):
            continue
        named = cast.within(Span(sentence.start_char, min(sentence.end_char, before)))
        persons = (m.actor for m in named if m.actor in cast.actors and cast.actors[m.actor].kind == "Person")
        found = next((a for a in persons if a not in askers and not a.startswith("group/")), None)
        if found is not None:
            return found
    return None
