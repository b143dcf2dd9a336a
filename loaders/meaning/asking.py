"""Asking: the single items of a demand, and of whom each is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.facts import Span, Stance
from sayso.loaders.meaning import enumerated
from sayso.loaders.meaning.appraisal import among
from sayso.loaders.meaning.clause import SUBJECTS, child, infinitive, modal, negated, subject
from sayso.loaders.meaning.judgement import Judgement, flip
from sayso.loaders.meaning.reading import VERBS, Reading, stretch
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

HEADING = word_set("meaning/asking", "heading")


def thing_demanded(reading: Reading, head: Token, stance: Stance | None) -> list[Judgement]:
    """Judge a noun phrase that is demanded; of a guarantee, what it holds: "guarantees that it will X and Y"."""
    if among(head.lemma_, "guarantees") and (inner := clause_of(reading, head)) is not None:
        return held(reading, inner, stance, giver(head))
    named = next((c for c in head.children if c.dep_ == "appos" and c.nbor(c.left_edge.i - c.i - 1).text == ":"), None)
    if named is not None and head.lemma_ in HEADING and reading.holds(named):
        head = named  # "three things: X and Y"
    return each_thing(reading, head, enumerated.things(reading, head), stance)


def each_thing(reading: Reading, head: Token, row: list[Token], stance: Stance | None) -> list[Judgement]:
    """Judge the things of a row as demanded, each by itself."""
    return [
        Judgement("demand", stance, words, target=giver(part) or giver(head), demanded=True, row=len(row) > 1)
        for part, words in zip(row, enumerated.spans(reading, row), strict=True)
    ]


def clause_demands(reading: Reading, verb: Token, stance: Stance | None) -> list[Judgement]:
    """List the demands of a clause: one for each verb joined by "and", or what a guarantee in it holds."""
    doer = next((c for c in verb.children if c.dep_ in SUBJECTS and among(c.lemma_, "guarantees")), None)
    if doer is not None:
        inner = promised(doer) or promised(verb)
        if inner is not None and reading.holds(inner):
            return held(reading, inner, stance, None)
    return held(reading, verb, stance, None)


def held(reading: Reading, verb: Token, stance: Stance | None, by: Token | None) -> list[Judgement]:
    """List the items of a clause, one for each verb joined in it; `by` is who gives a guarantee, if told."""
    found = []
    row = enumerated.deeds(reading, verb)
    for part, deed in zip(row, enumerated.spans(reading, row), strict=True):
        who = subject(part)
        target = by if by is not None and (who is None or who.pos_ == "PRON") else who
        if child(part, {"nsubjpass"}) is not None and target is who:
            target = None  # the passive does not say who is to do it
        turned = negated(part)
        item = with_subject(reading, part, deed)
        matter = deed if turned or item == deed else item
        kind = Judgement("demand", flip(stance, turned), matter, target=target, demanded=True, item=item)
        found.append(replace(kind, row=len(row) > 1))
    return found


def with_subject(reading: Reading, verb: Token, deed: Span) -> Span:
    """Return a demanded clause with its subject, when that is named or the deed is not to be done."""
    holder = child(verb, SUBJECTS)
    if holder is None or (holder.pos_ == "PRON" and not negated(verb)):
        return deed
    first, _ = reading.bounds(verb)
    return Span(min(deed.start, reading.doc[max(first, holder.left_edge.i)].idx), deed.end)


def promised(token: Token) -> Token | None:
    """Return the clause that a guarantee holds: "guarantees from NATO that it will …"."""
    for c in token.children:
        if (
            c.dep_ in {"acl", "ccomp", "relcl", "advcl"}
            and c.i > token.i
            and c.pos_ in VERBS
            and subject(c) is not None
        ):
            return c
    return None


def clause_of(reading: Reading, head: Token) -> Token | None:
    """Return the clause of a guarantee, also where syntax hangs it elsewhere in the content."""
    direct = promised(head)
    if direct is not None and reading.holds(direct):
        return direct
    after = reading.doc[head.i + 1 : reading.bounds(head)[1] + 1]
    return next((t for t in after if t.pos_ in VERBS and modal(t) and subject(t) is not None), None)


def giver(noun: Token) -> Token | None:
    """Return of whom a thing is demanded: "guarantees from NATO", "an explanation by him"."""
    for c in noun.children:
        if c.dep_ in {"prep", "agent"} and c.lower_ in {"from", "by"}:
            return child(c, {"pobj"})
    owner = child(noun, {"poss"})
    if owner is not None and among(noun.lemma_, "leavings"):
        return owner  # "demanded Villanueva's resignation"
    link = next((c for c in noun.head.children if c.dep_ == "prep" and c.lower_ == "from" and c.i > noun.i), None)
    return None if link is None else child(link, {"pobj"})


def ultimatum(reading: Reading) -> list[Judgement]:
    """List what a threat asks for: "will walk out unless [rich countries pay]"."""
    found = []
    for head in reading.heads[:6]:
        for verb in (head, *head.children):
            clause = child(verb, {"advcl"}) if verb.pos_ in VERBS else None
            if clause is None or not any(c.lower_ == "unless" for c in clause.children) or not reading.holds(clause):
                continue
            who = subject(clause)
            able = who is not None and (who.pos_ in {"PROPN", "PRON"} or among(who.lemma_, "bodies"))
            if able and not reading.own(who):
                found += [replace(j, weak=True) for j in held(reading, clause, None, None)]
    return found


def nested(reading: Reading) -> list[Judgement]:
    """List the demands told in a noun of asking in the content: "rejected a request from them to restore X"."""
    found = []
    for head in reading.heads[:4]:
        if head.pos_ not in {"NOUN", "PROPN"} or not among(head.lemma_, "requests"):
            continue
        body = next((c for c in head.children if c.dep_ in {"acl", "xcomp", "relcl"} and infinitive(c)), None)
        if body is None:
            link = next((c for c in head.children if c.dep_ == "prep" and c.lower_ in {"for", "that"}), None)
            body = None if link is None else child(link, {"pobj", "pcomp"})
        if body is not None and reading.holds(body):
            matter = stretch(reading, body)
            found.append(Judgement("demand", "for", matter, holder=head, demanded=True, weak=True))
    return found
