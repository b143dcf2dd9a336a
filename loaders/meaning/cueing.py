"""Cueing: what a cue does with the words that follow it ("denied that …", "called on him to …", "a critic of …")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.facts import Act, Span, Stance
from loaders.meaning import wording
from loaders.meaning.appraisal import among
from loaders.meaning.clause import (
    SUBJECTS,
    child,
    conjuncts,
    cut,
    infinitive,
    modal,
    negated,
    phrase,
    predicate,
    subject,
)
from loaders.meaning.judgement import NEGATED, Judgement, flip
from loaders.meaning.reading import Reading, addressed

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = {"VERB", "AUX"}
ASKABLE = {"want", "expect", "need", "like", "prefer", "wish", "hope"}  # with another's deed: a demand
DEFERRING = {"warn", "predict"}  # what is warned of or foretold may be a threat or a demand in itself


def judge(reading: Reading) -> list[Judgement]:
    """List what a statement does: by its cue when that says so, else by its words."""
    if reading.match is None or reading.match.cue.act == "state":
        return bare_infinitive(reading) or wording.judge(reading)
    act = reading.match.cue.act
    if not reading.ranges or not reading.heads:
        return [Judgement(NEGATED[act] if reading.negated else act)]
    if act == "question" and reading.match.cue.stance is None:
        return [Judgement("question")]
    if act in DEFERRING:
        stronger = [j for j in wording.judge(reading) if j.act in {"threaten", "demand"} and not j.weak]
        if stronger:
            return stronger
    judged = by_cue(reading, act, flip(reading.match.cue.stance, reading.negated))
    return judged + [j for j in nested(reading)]


def bare_infinitive(reading: Reading) -> list[Judgement]:
    """Read an infinitive after a cue that only speaks, "told him to go", "was said to have": nothing is decided."""
    return []


def by_cue(reading: Reading, act: Act, stance: Stance | None) -> list[Judgement]:
    """Judge the content as the complement of a cue with that act and stance."""
    said = NEGATED[act] if reading.negated else act
    if reading.negated and stance and reading.match and reading.match.cue.act == "reject":
        stance = None  # who does not rule a thing out is not for it
    deed = addressed(reading.heads)
    if deed is not None and reading.holds(deed):
        return asked_to(reading, deed, said, stance)
    head = main(reading)
    if head.pos_ in VERBS and subject(head) is not None:
        return clause_after(reading, head, said, stance)
    if head.pos_ in VERBS:
        if child(head, {"neg"}) is not None:
            stance = flip(stance, True)
        return items(reading, head, said, stance)
    return thing(reading, head, said, stance)


def main(reading: Reading) -> Token:
    """Return the head that the cue governs, else the first."""
    cue = {token.i for token in reading.cue}
    return next((head for head in reading.heads[:6] if head.head.i in cue and head.pos_ != "ADV"), reading.heads[0])


def asked_to(reading: Reading, deed: Token, act: Act, stance: Stance | None) -> list[Judgement]:
    """Judge "[him] to go": with another's deed, wanting and expecting are asking."""
    other = child(deed, SUBJECTS) or standing_before(reading, deed)
    lemma = reading.cue[0].lemma_ if reading.cue else ""
    if other is not None and not reading.own(other) and (act == "intend" or lemma in ASKABLE):
        act = "demand"
    return items(reading, deed, act, flip(stance, negated(deed)), other)


def standing_before(reading: Reading, deed: Token) -> Token | None:
    """Return who is asked: the content's noun before the infinitive, else the cue's own object ("urged him | to go")."""
    first = reading.ranges[0][0]
    start = min(first, reading.cue[-1].i + 1) if reading.cue and reading.cue[-1].i < first else first
    for token in reading.doc[start : deed.i]:
        if token.dep_ in {"dobj", "pobj", "nsubj", "dative"} and token.pos_ in {"NOUN", "PROPN", "PRON"}:
            return token
    return None


def items(
    reading: Reading, verb: Token, act: Act, stance: Stance | None, other: Token | None = None
) -> list[Judgement]:
    """Judge a verb phrase, item by item where "and" joins several demands."""
    parts = [part for part in conjuncts(verb) if reading.holds(part) and part.pos_ in VERBS]
    if act != "demand":
        return [Judgement(act, stance, wording.stretch(reading, verb, alone=False), target=other or verb)]
    return [
        Judgement(act, flip(stance, part is not verb and negated(part)), wording.stretch(reading, part), target=other, demanded=True)
        for part in parts
    ]  # fmt: skip


def clause_after(reading: Reading, verb: Token, act: Act, stance: Stance | None) -> list[Judgement]:
    """Judge a finite clause after a cue: "denied it plans X", "insisted that X be done", "is angry that they X"."""
    doer = subject(verb)
    if act == "demand":
        return demanded_clause(reading, verb, stance)
    if act == "warn":
        feared = doer if doer is not None and harmful(verb) and not reading.own(doer) and doer.pos_ != "PRON" else verb
        matter = wording.stretch(reading, feared)
        return [Judgement(act, stance, matter if stance else None, target=doer)]
    if act in {"promise", "propose", "predict", "threaten", "question"} or stance is None:
        return [Judgement(act, stance, wording.stretch(reading, verb) if stance else None, target=doer)]
    if act == "intend":  # "hopes that they go" is for their going
        return [Judgement("intend", flip(stance, negated(verb)), wording.stretch(reading, verb), target=doer)]
    if (
        act in {"support", "reject"}
        and reading.match
        and reading.match.cue.words[-1][0] in {"agree", "disagree", "with"}
    ):
        inner = [j for j in wording.judge(reading) if j.stance and not j.weak]
        if inner:
            return [Judgement(act, None), *inner]
    return [
        Judgement(act, flip(stance, negated(verb) and act != "accuse"), wording.stretch(reading, verb), target=doer)
    ]


def harmful(verb: Token) -> bool:
    """Say whether a clause tells what its subject would bring about: "could lead to", "can precipitate"."""
    return among(verb.lemma_, "harms") and modal(verb) in {"could", "can", "would", "will", "may", "might"}


def demanded_clause(reading: Reading, verb: Token, stance: Stance | None) -> list[Judgement]:
    """List the demands of a clause: one for each verb joined by "and", or what a guarantee in it holds."""
    doer = subject(verb)
    if doer is not None and among(doer.lemma_, "guarantees"):
        inner = promised(doer) or promised(verb)
        if inner is not None and reading.holds(inner):
            return guaranteed(reading, inner, stance, None)
    found = []
    for part in conjuncts(verb):
        if reading.holds(part) and part.pos_ in VERBS:
            who = subject(part)
            found.append(
                Judgement(
                    "demand", flip(stance, negated(part)), clause_or_predicate(reading, part), target=who, demanded=True
                )
            )
    return found


def clause_or_predicate(reading: Reading, verb: Token) -> Span:
    """Return the matter of a demanded clause: the whole of it when negated ("they will not X"), else what is to be done."""
    first, last = reading.bounds(verb)
    holder = child(verb, SUBJECTS)
    if holder is None or holder.pos_ == "PRON" and not negated(verb):
        return predicate(verb, first, last)
    start = max(first, holder.left_edge.i)
    return cut(
        reading.doc, start, reading.doc.char_span(*as_pair(predicate(verb, first, last)), alignment_mode="expand")[-1].i
    )


def as_pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def promised(token: Token) -> Token | None:
    """Return the clause that a guarantee holds: "guarantees from NATO that it will …"."""
    return next((c for c in token.children if c.dep_ in {"acl", "ccomp", "relcl", "advcl"} and c.i > token.i and subject(c) is not None and c.pos_ in VERBS), None)  # fmt: skip


def guaranteed(reading: Reading, verb: Token, stance: Stance | None, giver: Token | None) -> list[Judgement]:
    """List the items of a demanded guarantee, one for each clause or verb joined in it."""
    found = []
    for part in conjuncts(verb):
        if not reading.holds(part) or part.pos_ not in VERBS:
            continue
        who = subject(part)
        target = giver if giver is not None and (who is None or who.pos_ == "PRON") else who
        found.append(Judgement("demand", stance, clause_or_predicate(reading, part), target=target, demanded=True))
    return found


def thing(reading: Reading, head: Token, act: Act, stance: Stance | None) -> list[Judgement]:
    """Judge a noun phrase after a cue: "rejected the request", "accused X of Y", "demanded guarantees that …"."""
    if act == "accuse":
        return blamed(reading, head, stance)
    if head.pos_ == "ADP" and (inner := child(head, {"pobj", "pcomp"})) is not None and reading.holds(inner):
        head = inner
    if act == "demand":
        if among(head.lemma_, "guarantees") and (inner := clause_of(reading, head)) is not None:
            return guaranteed(reading, inner, stance, giver(head))
        return [Judgement(act, stance, wording.stretch(reading, head), target=giver(head), demanded=True)]
    if head.pos_ in VERBS:
        return items(reading, head, act, stance)
    return [Judgement(act, stance, before_as(reading, head), target=head)]


def clause_of(reading: Reading, head: Token) -> Token | None:
    """Return the clause of a guarantee, also where syntax hangs it elsewhere in the content."""
    direct = promised(head)
    if direct is not None and reading.holds(direct):
        return direct
    first, last = reading.bounds(head)
    return next(
        (t for t in reading.doc[head.i + 1 : last + 1] if t.pos_ in VERBS and modal(t) and subject(t) is not None), None
    )


def giver(noun: Token) -> Token | None:
    """Return of whom a thing is demanded: "guarantees from NATO", "an explanation by him"."""
    for c in noun.children:
        if c.dep_ in {"prep", "agent"} and c.lower_ in {"from", "by"}:
            return child(c, {"pobj"})
    link = next((c for c in noun.head.children if c.dep_ == "prep" and c.lower_ == "from" and c.i > noun.i), None)
    return None if link is None else child(link, {"pobj"})


def blamed(reading: Reading, head: Token, stance: Stance | None) -> list[Judgement]:
    """Judge "X of doing Y", "X for Y", "X's Y", "that X did Y" after a cue that blames."""
    links = [
        c
        for h in (head, *reading.heads[1:4])
        for c in (h, *h.children)
        if c.dep_ == "prep" and c.lower_ in {"of", "for", "over", "with"}
    ]
    for link in links:
        deed = child(link, {"pcomp", "pobj"})
        if deed is not None and reading.holds(deed) and (deed.pos_ in VERBS or link.lower_ != "of" or head.ent_type_):
            return [Judgement("accuse", stance, wording.stretch(reading, deed, alone=False), target=head)]
    return [Judgement("accuse", stance, before_as(reading, head), target=head)]


def before_as(reading: Reading, head: Token) -> Span:
    """Return a noun phrase up to an "as" that says what it is called: "the allegations | as fake news"."""
    first, last = reading.bounds(head)
    end = min(last, head.right_edge.i)
    link = next((c.i for c in head.children if c.lower_ == "as" and c.i > head.i), None)
    if link is None:
        return phrase(head, first, last)
    return cut(reading.doc, max(first, head.left_edge.i), min(end, link - 1))


def nested(reading: Reading) -> list[Judgement]:
    """List the demands told in a noun of asking inside the content: "rejected a request from Democrats to restore X"."""
    found = []
    for head in reading.heads[:4]:
        if head.pos_ not in {"NOUN", "PROPN"} or not among(head.lemma_, "requests"):
            continue
        body = next((c for c in head.children if c.dep_ in {"acl", "xcomp", "relcl"} and infinitive(c)), None)
        if body is not None and reading.holds(body):
            found.append(
                Judgement("demand", "for", wording.stretch(reading, body), holder=head, demanded=True, weak=True)
            )
    return found
