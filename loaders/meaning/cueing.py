"""Cueing: what a cue does with the words that follow it ("denied that …", "called on him to …", "a critic of …")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.facts import Act, Attribution, Span, Stance
from sayso.loaders.meaning import asking, enumerated, wording
from sayso.loaders.meaning.actors import speaking, voices
from sayso.loaders.meaning.announced import announced
from sayso.loaders.meaning.appraisal import among
from sayso.loaders.meaning.clause import SUBJECTS, child, cut, infinitive, modal, negated, or_else, phrase, subject
from sayso.loaders.meaning.judgement import Judgement, denied_act, flip
from sayso.loaders.meaning.lexicon import find
from sayso.loaders.meaning.modality import looks_back
from sayso.loaders.meaning.reading import VERBS, WH, Reading, addressed, asked_deed, read, stretch
from sayso.loaders.meaning.script import script
from sayso.loaders.meaning.verdict import naming
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ASKABLE = word_set("meaning/asking", "askable")
NAMES = {"NOUN", "PROPN", "PRON"}
FAR = 12  # tokens after a cue in which whom it is asked of may stand
ASIDE = word_set("meaning/asking", "aside")
ADDRESSED = {"demand", "threaten", "warn"}  # nouns of these with "to": to whom they go
HINDERING = word_set("meaning/asking", "hindering")
BINDING = {"threaten", "deny", "promise", "intend", "reject"}  # acts that may hang on what others do
DEFERRING = {"warn", "predict"}
MAY_COME = word_set("meaning/modality", "may_come")
CALLING_IN = word_set("meaning/asking", "calling_in")
BLAMING_DEEDS = word_set("meaning/asking", "blaming_deeds")
BLAMING = word_set("meaning/asking", "blaming")
OF_LETTERS = word_set("meaning/clauses", "of_letters")
ASKED_OF = word_set("meaning/asking", "asked_of")
OWED = word_set("meaning/attitude", "owed")


def judge(reading: Reading) -> list[Judgement]:
    """List what a statement does: by its cue when that says so, else by its words; and what a threat in it asks for."""
    judged = announced(reading) or judge_words(reading)
    return judged + asking.ultimatum(reading) if any(j.act in BINDING for j in judged) else judged


def judge_words(reading: Reading) -> list[Judgement]:
    """List what a statement does by its cue, else by its words."""
    if not reading.ranges or not reading.heads:
        match = reading.match
        return [Judgement(denied_act(match.cue.act, reading.negated))] if match else []
    if reading.match is None or reading.match.cue.act == "state":
        if reading.doc[reading.ranges[0][0]].lower_ == "whether":
            return []  # both sides are left open
        return naming(reading) or letter(reading) or wording.judge(reading)
    act = reading.match.cue.act
    if act == "question" and reading.match.cue.stance is None:
        return [Judgement("question")]
    if act in DEFERRING:
        stronger = [j for j in wording.judge(reading) if j.act in {"threaten", "demand"} and not j.weak]
        if stronger:
            return stronger
    stance = flip(reading.match.cue.stance, reading.turned != reading.negated)
    if reading.negated and act not in {"support", "intend"}:
        stance = None  # who does not rule a thing out is not for it
    judged = by_cue(reading, denied_act(act, reading.negated), stance)
    sure = reading.match.cue.sure and not reading.negated
    return [replace(j, sure=j.sure or (sure and j.act == act)) for j in judged] + asking.nested(reading)


def judge_once(doc: Doc, cast: Cast, attribution: Attribution, speakers: Sequence[str]) -> list[Judgement]:
    """List what a statement of these speakers does; positions and demands ask for the same, and it is read once."""
    notes, key = script(doc).notes, (attribution, tuple(speakers))
    known = notes.get(key)
    if known is None or known[0] is not cast:
        known = notes[key] = (cast, judge(reading_by(doc, cast, attribution, speakers)))
    judgements: list[Judgement] = known[1]
    return judgements


def reading_by(doc: Doc, cast: Cast, attribution: Attribution, speakers: Sequence[str]) -> Reading:
    """Read a statement as these speakers': who "it" is, and who their own side, tells the cast."""
    return read(doc, attribution, speaking(cast, speakers), voices(cast, speakers))


def letter(reading: Reading) -> list[Judgement]:
    """Read "sent [a letter urging X]": what the participle says of the letter."""
    head = reading.heads[0]
    sent = any(among(t.lemma_, "bringing") or among(t.lemma_, "sending") for t in reading.cue)
    if not sent or not among(head.lemma_, "letters"):
        return []
    for verb in head.children:
        if verb.dep_ not in {"acl", "relcl"} or verb.tag_ not in {"VBG", "VBZ", "VBD"}:
            continue
        row = [verb, *(c for c in verb.children if c.dep_ in {"prt", "prep"})]
        match = find(row, OF_LETTERS, 0)
        if match is not None and match.cue.act != "state":
            body = child(verb, {"xcomp", "ccomp", "dobj"}) or next((d for c in row[1:] for d in c.children), None)
            matter = stretch(reading, body) if body is not None and reading.holds(body) else None
            asked = match.cue.act == "demand"
            return [Judgement(match.cue.act, match.cue.stance if matter else None, matter, target=body, demanded=asked)]
    return []


def by_cue(reading: Reading, act: Act, stance: Stance | None) -> list[Judgement]:
    """Judge the content as the complement of a cue with that act and stance."""
    if reading.through is not None:
        return by_noun(reading, reading.through, act, stance)
    deed = addressed(reading.heads)
    if deed is None and act == "demand" and reading.match is not None:
        deed = asked_deed(reading, reading.match.cue.words[0][0], reading.heads[0])
    if deed is not None and reading.holds(deed):
        return asked_to(reading, deed, act, stance)
    if act == "reject" and (kept := kept_from(reading)) is not None:
        return [Judgement(act, stance, stretch(reading, kept))]
    head = main(reading)
    opening = reading.doc[reading.ranges[0][0]].lower_
    if opening == "what" and (named := so_called(reading, head)) is not None:
        return [Judgement(act, stance, named)]
    if head.pos_ in VERBS and (opening in WH or speech(reading, head)):
        inner = [j for j in wording.judge(reading) if j.stance or j.demanded]
        return [Judgement(act), *inner]
    if head.pos_ in VERBS and subject(head) is not None:
        return clause_after(reading, head, act, stance)
    if head.pos_ in VERBS:
        return items(reading, head, act, flip(stance, child(head, {"neg"}) is not None))
    return thing(reading, head, act, stance)


def kept_from(reading: Reading) -> Token | None:
    """Return what somebody is kept from in "blocked [the agency from withholding the money]"."""
    if not any(token.lemma_ in HINDERING for token in reading.cue):
        return None
    for first, last in reading.ranges:
        for token in reading.doc[first:last]:
            inner = child(token, {"pcomp"}) if token.lower_ == "from" else None
            if inner is not None and reading.holds(inner):
                return inner
    return None


def so_called(reading: Reading, head: Token) -> Span | None:
    """Return what a thing is called in "condemned [what it called “brutal repression”]"."""
    verb = next((t for t in (head, head.head) if among(t.lemma_, "naming") or t.lemma_ in {"say", "see"}), None)
    if verb is None:
        return None
    name = next(
        (c for c in verb.children if c.dep_ in {"oprd", "dobj", "attr", "ccomp", "prep"} and c.i > verb.i), None
    )
    return stretch(reading, name) if name is not None and reading.holds(name) else None


def speech(reading: Reading, head: Token) -> bool:
    """Say whether the content is speech in its own right ("He blasted them: “This is …”") and no complement."""
    first = reading.ranges[0][0]
    before = reading.doc[first - 1] if first else None
    quoted = before is not None and (before.is_quote or before.text == ":") and reading.in_quotes(reading.doc[first])
    return (
        quoted
        and subject(head) is not None
        and not (reading.cue and head.head in reading.cue[-1:] and child(head, {"mark"}))
    )


def by_noun(reading: Reading, noun: Token, act: Act, stance: Stance | None) -> list[Judgement]:
    """Judge "expressed [its opposition to X]", "issued [a warning that X]": the noun's own complement is the matter."""
    if act == "demand" and noun.lemma_ in OWED:
        return thing(reading, noun, act, stance)  # "sought [an apology]"
    for c in (*noun.children, *(h for h in reading.heads[1:] if h.dep_ == "prep")):
        leads = c.dep_ == "prep" and c.lower_ not in ASIDE and not (c.lower_ == "to" and act in ADDRESSED)
        body = child(c, {"pobj", "pcomp"}) if leads else None
        if c.dep_ in {"acl", "ccomp", "relcl"} and (infinitive(c) or subject(c) is not None):
            body = c
        if body is None or not reading.holds(body):
            continue
        if act == "demand" and body.pos_ in VERBS and not infinitive(body):
            return asking.clause_demands(reading, body, stance)
        return items(reading, body, act, stance) if body.pos_ in VERBS else thing(reading, body, act, stance)
    return [Judgement(act)]


def main(reading: Reading) -> Token:
    """Return the head that the cue governs, else the first."""
    cue = {token.i for token in reading.cue}
    heads = [head for head in reading.heads[:6] if head.lower_ != "as"] or list(reading.heads)
    first = reading.heads[0]
    if first.lower_ == "as" and first.dep_ == "prep" and reading.match is not None:
        # "dismissed as “baseless” a claim": syntax takes the claim for a second object of "as"
        nouns = [c for c in first.children if c.pos_ in {"NOUN", "PROPN"} and c.dep_ == "pobj"]
        if len(heads) == len(reading.heads) or (
            nouns and nouns[-1].i > first.i + 1 and child(first, {"pobj"}) is not nouns[-1]
        ):
            return nouns[-1] if nouns else heads[0]
    return next((head for head in heads if head.head.i in cue and head.pos_ != "ADV"), heads[0])


def asked_to(reading: Reading, deed: Token, act: Act, stance: Stance | None) -> list[Judgement]:
    """Judge "[him] to go": with another's deed, wanting is asking and expecting is foretelling."""
    other = child(deed, SUBJECTS) or standing_before(reading, deed)
    lemmas = {token.lemma_.lower() for token in reading.cue}
    if other is not None and not reading.own(other):
        if lemmas & ASKABLE and act == "intend":
            act = "demand"
        elif "expect" in lemmas:
            return [Judgement("predict")]
    if lemmas & CALLING_IN and deed.lemma_ in BLAMING_DEEDS:
        return [Judgement("accuse", sure=True)]
    return items(reading, deed, act, flip(stance, negated(deed)), other)


def standing_before(reading: Reading, deed: Token) -> Token | None:
    """Return who is asked: the noun before the infinitive, in the content or after the cue ("urged him | to go")."""
    told = next((c for token in reading.cue for c in token.children if c.dep_ == "nsubjpass"), None)
    if told is not None and deed.head in reading.cue:
        return told  # "Minsk was told to leave", "the board was urged by her to go"
    first = reading.ranges[0][0]
    start = min(first, reading.cue[-1].i + 1) if reading.cue and reading.cue[-1].i < first else first
    for token in reading.doc[start : deed.i]:
        if token.dep_ in {"dobj", "pobj", "nsubj", "dative"} and token.pos_ in {"NOUN", "PROPN", "PRON"}:
            return token
    return None


def of_whom(reading: Reading) -> Token | None:
    """Return of whom a thing is asked by the cue: "asked [him] for X", "demanded of [them] X"."""
    if not reading.cue:
        return None
    first, last = reading.cue[0].i, reading.cue[-1].i
    for token in reading.doc[first : min(reading.ranges[0][0], last + FAR)]:
        link = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ASKED_OF else token.head
        if token.dep_ in {"dobj", "pobj", "dative"} and first <= link.i <= last and token.pos_ in NAMES:
            return token
    return None


def items(
    reading: Reading, verb: Token, act: Act, stance: Stance | None, other: Token | None = None
) -> list[Judgement]:
    """Judge a verb phrase, item by item where "and" joins several demands."""
    if act != "demand":
        alone = not any(c.dep_ == "conj" and c.tag_ == verb.tag_ and not or_else(verb, c) for c in verb.children)
        return [Judgement(act, stance, stretch(reading, verb, alone), target=other or verb)]
    row = enumerated.deeds(reading, verb)
    stances = [flip(stance, part is not verb and negated(part)) for part in row]
    return [
        Judgement("demand", one, words, target=other, demanded=True, item=undergone(reading, part), row=len(row) > 1)
        for part, words, one in zip(row, enumerated.spans(reading, row), stances, strict=True)
    ]


def undergone(reading: Reading, verb: Token) -> Span | None:
    """Return what is to be done to something, thing and all: "[the bill to be dropped]"."""
    thing = child(verb, {"nsubjpass"})
    if thing is None or thing.pos_ == "PRON" or thing.i > verb.i or not reading.holds(thing):
        return None
    start = reading.doc[max(reading.bounds(verb)[0], thing.left_edge.i)].idx
    return Span(start, stretch(reading, verb).end)


def clause_after(reading: Reading, verb: Token, act: Act, stance: Stance | None) -> list[Judgement]:
    """Judge a finite clause after a cue: "denied it plans X", "insisted that X be done", "is angry that they X"."""
    doer = subject(verb)
    if act == "demand":
        return asking.clause_demands(reading, verb, stance)
    if stance is None or (act == "deny" and looks_back(verb)):
        return [Judgement(act, target=doer)]
    if act == "propose" and doer is not None and not reading.own(doer) and modal(verb) in {"", "should"}:
        return [replace(j, act=act) for j in asking.clause_demands(reading, verb, stance)]
    if act == "warn":
        return [Judgement(act, stance, stretch(reading, feared(reading, verb, doer)), target=doer)]
    if act in {"support", "reject"}:
        inner = [j for j in wording.judge(reading) if j.stance and not j.weak]
        if inner and act == "support":
            return [Judgement(act), *inner]
    turn = negated(verb) and act not in {"accuse", "question"}
    return [Judgement(act, flip(stance, turn), stretch(reading, verb), target=doer)]


def feared(reading: Reading, verb: Token, doer: Token | None) -> Token:
    """Return what is feared in "that X could lead to Y": X where a deed or thing brings harm, else what may come."""
    brings = among(verb.lemma_, "harms") and modal(verb) in MAY_COME
    return doer if doer is not None and brings and doer.pos_ != "PRON" and not reading.own(doer) else verb


def thing(reading: Reading, head: Token, act: Act, stance: Stance | None) -> list[Judgement]:
    """Judge a noun phrase after a cue: "rejected the request", "accused X of Y", "demanded guarantees that …"."""
    if head.pos_ == "ADP" and (inner := child(head, {"pobj", "pcomp"})) is not None and reading.holds(inner):
        if inner.pos_ in VERBS:
            return items(reading, inner, act, stance)
        head = inner
    if head.lower_ in WH:
        return [Judgement(act)]
    if act == "accuse":
        return blamed(reading, head, stance)
    if act == "intend" and head.lemma_ in OWED and not reading.negated:
        act = "demand"  # "is seeking an apology"
    if act == "demand":
        asked = of_whom(reading)
        judged = asking.thing_demanded(reading, head, stance)
        return [j if j.target is not None else replace(j, target=asked) for j in judged]
    told = agreed(reading, head) if act in {"support", "reject"} and stance == "for" else None
    if told is not None:
        name = cut(reading.doc, max(reading.bounds(head)[0], head.left_edge.i), told.left_edge.i - 1)
        return [Judgement(act, stance, name, target=head), *wording.judge_clause(wording.top(reading, told))]
    return [Judgement(act, stance, before_as(reading, head), target=head)]


def agreed(reading: Reading, head: Token) -> Token | None:
    """Return the clause of "agreed with [her that X]": what they agree on."""
    if head.pos_ not in {"PROPN", "PRON"}:
        return None
    clauses = (c for h in (head, *reading.heads[1:3]) for c in (h, *h.children) if c.pos_ in VERBS and c.i > head.i)
    for clause in clauses:
        if clause.left_edge.lower_ == "that" and reading.holds(clause) and child(clause, SUBJECTS | {"expl"}):
            return clause
    return None


def blamed(reading: Reading, head: Token, stance: Stance | None) -> list[Judgement]:
    """Judge "X of doing Y", "X for Y", "X's Y" after a cue that blames; the deed may stand in a span of its own."""
    near = [c for h in (head, *reading.heads[1:4]) for c in (h, *h.children) if c.dep_ == "prep"]
    for link in (c for c in near if c.lower_ in BLAMING):
        deed = child(link, {"pcomp", "pobj"})
        if deed is not None and reading.holds(deed) and (deed.pos_ in VERBS or link.lower_ != "of" or head.ent_type_):
            return [Judgement("accuse", stance, stretch(reading, deed, alone=False), target=head)]
    for deed in reading.heads[1:4]:
        if deed.pos_ in VERBS and deed.tag_ == "VBG" and reading.bounds(deed) != reading.bounds(head):
            return [Judgement("accuse", stance, stretch(reading, deed), target=head)]
    return [Judgement("accuse", stance, before_as(reading, head), target=head)]


def before_as(reading: Reading, head: Token) -> Span:
    """Return a noun phrase up to an "as" that says what it is called: "the allegations | as fake news"."""
    first, last = reading.bounds(head)
    aside = (
        c for c in head.children if c.dep_ == "relcl" and c.left_edge.tag_ in {"WDT", "WP"} and c.left_edge.i > head.i
    )
    link = next((c.i for c in head.children if c.lower_ == "as" and c.i > head.i), None)
    if link is None:
        # "the draft, which mentions coal": what is only added is no part of it
        link = next((c.left_edge.i for c in aside if reading.doc[c.left_edge.i - 1].text == ","), None)
    if link is None:
        return phrase(head, first, last)
    return cut(reading.doc, max(first, head.left_edge.i), min(last, head.right_edge.i, link - 1))
