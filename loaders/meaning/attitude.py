"""Attitude: what the speaker says of the own will and mind ("we want X", "I don't think that …", "no plans to X")."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.facts import Act
from sayso.loaders.meaning.appraisal import among
from sayso.loaders.meaning.asking import giver
from sayso.loaders.meaning.clause import COMPLEMENTS, child, conjuncts, infinitive, modal, negated, separate, subject
from sayso.loaders.meaning.judgement import Clause, Judgement, flip
from sayso.loaders.meaning.lexicon import Match, find
from sayso.loaders.meaning.reading import VERBS, VOICES, asked_deed, dummy, stretch, whole
from sayso.loaders.word_lists import word_set, word_sets

if TYPE_CHECKING:
    from spacy.tokens import Token

WILLS = word_set("meaning/attitude", "wills")
FOUNDATIONS = word_set("meaning/attitude", "foundations")
TRYING = word_set("meaning/attitude", "trying")
BEING = word_set("meaning/attitude", "being")
WEIGHING = word_set("meaning/attitude", "weighing")
NOBODY = word_set("meaning/attitude", "nobody")
CALLING = word_sets("meaning/calling")
NAMES_OF_WILL = {"dobj", "attr"}
HAVING = word_set("meaning/attitude", "having")
TO_COME = word_set("meaning/attitude", "to_come")
LITTLE = word_set("meaning/attitude", "little")
ASKING = word_set("meaning/attitude", "asking")
VOICING = word_set("meaning/attitude", "voicing")
RELATIVE = word_set("meaning/attitude", "relative")
WANTING = word_set("meaning/attitude", "wanting")
OWED = word_set("meaning/attitude", "owed")


def attitude(clause: Clause) -> list[Judgement]:
    """Read "we want X", "I don't think that …", "he is pleased with X"; of others only what they want."""
    reading, verb = clause.reading, clause.verb
    holder = subject(verb)
    own = reading.own(holder)
    if holder is None:
        return []
    if modal(verb) and not own:
        return to_come(clause, holder)
    if holder.lower_ in NOBODY and verb.lemma_ in WILLS | TRYING:
        return wanted_by_nobody(clause)
    told = child(verb, {"attr"}) if verb.lemma_ == "be" else None
    match = verb_cue(verb)
    if match is None or (told is not None and not own and among(told.lemma_, "affronts")):
        return []
    not_so = clause.turn != (negated(verb) or nothing(verb))
    if match.cue.act == "state":
        return thought(clause, holder, not_so) if own else []
    body = complement(verb)
    if body is None or not reading.holds(body) or dummy(holder):
        return []
    if own:
        judged = own_attitude(clause, body, match, not_so)
        # "Moscow wanted X", Lavrov said: his own side, but it is Moscow that wants
        return [replace(j, holder=holder) for j in judged] if holder.pos_ in {"NOUN", "PROPN"} else judged
    return of_others(clause, holder, body, match, not_so)


def nothing(verb: Token) -> bool:
    """Say whether a verb's object is denied: "supports neither party"."""
    object_ = child(verb, {"dobj"})
    return object_ is not None and any(c.lower_ in {"neither", "no"} for c in object_.children)


def wanted_by_nobody(clause: Clause) -> list[Judgement]:
    """Read "nobody wants X", "no one wants to see X": who says so is against X."""
    body = complement(clause.verb)
    if body is None or not clause.reading.holds(body):
        return []
    matter = stretch(clause.reading, body)
    return [Judgement("reject", flip("against", clause.turn), matter, target=body, weak=True)]


def to_come(clause: Clause, holder: Token) -> list[Judgement]:
    """Read "the president will veto the bill": what another is said to be going to oppose or support."""
    body = complement(clause.verb)
    match = verb_cue(clause.verb) if modal(clause.verb) in {"will", "would"} and holder.pos_ == "PROPN" else None
    if match is None or match.cue.act not in {"support", "reject"} or body is None or not clause.reading.holds(body):
        return []
    return of_others(clause, holder, body, match, clause.turn != negated(clause.verb))


def of_others(clause: Clause, holder: Token, body: Token, match: Match, turn: bool) -> list[Judgement]:
    """Tell of somebody else's stance: what they want, support, reject or blame. The speaker only states it."""
    if among(clause.verb.lemma_, "misdeeds"):
        return []
    if match.cue.act not in {"support", "reject", "accuse"} and (
        turn or clause.depth or clause.verb.lemma_ not in WILLS - {"need"}
    ):
        return []
    doer = clause.verb.head if holder.lower_ in RELATIVE and clause.verb.dep_ == "relcl" else holder
    stance = flip(match.cue.stance, turn)
    return [Judgement("state", stance, stretch(clause.reading, body), holder=doer, target=body, weak=True)]


def thought(clause: Clause, holder: Token, turn: bool) -> list[Judgement]:
    """Read on in what the speaker thinks; who "they" are that think is not "it" in the thought."""
    inner = child(clause.verb, {"ccomp"})
    if inner is None or not among(clause.verb.lemma_, "thoughts"):
        return []
    reading = clause.reading
    if holder.lower_ in VOICES:
        reading = replace(reading, voice=VOICES[holder.lower_])
    return clause.below(inner, turn, reading) or [Judgement("state", weak=True)]


def own_attitude(clause: Clause, body: Token, match: Match, turn: bool) -> list[Judgement]:
    """Judge the speaker's own attitude toward `body`; with another's deed ("we want them to go") it is a demand."""
    reading, lemma = clause.reading, clause.verb.lemma_
    other = child(body, {"nsubj", "nsubjpass"}) if body.pos_ in VERBS else None
    inner = child(clause.verb, {"xcomp"})
    if match.cue.act == "demand" and body.dep_ == "dobj":
        inner = inner if inner is not None and infinitive(inner) else asked_deed(reading, lemma, body)
        body, other = (inner, body) if inner is not None else (body, other)
    if turn and match.cue.stance == "against" and modal(clause.verb) and match.cue.act in {"reject", "accuse"}:
        # "we will not abandon them", "could not ignore it": the deed is refused
        return [Judgement("deny", "against", stretch(reading, clause.verb))]
    stance = flip(match.cue.stance, turn)
    if match.cue.act == "demand" or (lemma in WILLS and other is not None and not reading.own(other)):
        # "we don't want them to go" asks them not to; "we don't ask them to" asks nothing
        asked = not turn or lemma in WILLS
        other = other or called_on(clause.verb)
        deeds = separate(body) if body.pos_ in VERBS else [body]
        return [Judgement("demand", stance, stretch(reading, deed), target=other, demanded=asked) for deed in deeds]
    if lemma in WANTING and body.lemma_ in OWED and body.dep_ == "dobj" and not turn:
        # "we want an apology": somebody else is to make it
        return [Judgement("demand", stance, stretch(reading, body), target=giver(body), demanded=True)]
    act = match.cue.act
    if turn:
        act = "state" if stance is None else "reject" if stance == "against" else "support"
    parts = [part for part in conjuncts(body) if reading.holds(part)]
    if body.pos_ not in VERBS and not all(part.left_edge.i < part.i for part in parts):
        parts = [body]  # "the decision and order" are one thing
    if match.cue.act in {"warn", "accuse"} and turn:
        stance = None
    return [Judgement(act, stance, stretch(reading, part), target=part) for part in parts]


def called_on(verb: Token) -> Token | None:
    """Return who is asked in "we call on Minsk to explain": the object of the preposition."""
    for c in verb.children:
        if c.dep_ == "prep" and c.lower_ in CALLING.get(verb.lemma_, CALLING["others"]) and c.i > verb.i:
            return child(c, {"pobj"})
    return None


def verb_cue(verb: Token) -> Match | None:
    """Find a verb in the lexicon, with its particle, preposition, adjective or noun ("be proud of")."""
    row = [
        verb,
        *(c for c in verb.children if c.i > verb.i and c.dep_ in {"prt", "prep", "acomp", "oprd", "attr", "dobj"}),
    ]
    for c in list(row[1:]):
        row += [d for d in c.children if d.dep_ == "prep" and d.i > c.i]
    row.sort(key=lambda token: token.i)
    body = complement(verb)
    kinds = {"np"}
    if any(c.dep_ in {"xcomp", "ccomp"} and c.pos_ in VERBS and infinitive(c) for c in verb.children):
        kinds.add("to")
    if body is not None and body.pos_ in VERBS:
        kinds = {"to"} if infinitive(body) else {"ing", *kinds} if body.tag_ == "VBG" else {"that"}
    match = find(row, frozenset(kinds), 1 if verb.lemma_ in BEING else 0)
    if match is not None and match.first == 0 and child(verb, {"nsubjpass"}) is not None:
        # who is praised does not praise, but who is concerned or opposed is
        return match if match.cue.words[0][0] == verb.lower_ else None
    return match


def complement(verb: Token) -> Token | None:
    """Return what a verb is about: its object, infinitive or clause, also through a preposition, adjective or noun."""
    direct = next((c for c in verb.children if c.dep_ in {"dobj", "xcomp", "ccomp"} and c.i > verb.i), None)
    if direct is None or verb.lemma_ == "be" or (direct.dep_ == "dobj" and verb.lemma_ in VOICING):
        for c in verb.children:
            if c.lower_ == "to" and verb.lemma_ == "complain":
                continue  # to whom, not about what
            if c.dep_ in {"acomp", "oprd", "prep", "dobj", "agent"} and (inner := beneath(c)) is not None:
                return inner
    return direct if direct is not None else child(verb, {"attr"})


def beneath(token: Token) -> Token | None:
    """Return what an adjective, noun or preposition leads to: "proud | of X", "ready | to X"."""
    for c in token.children:
        if c.dep_ in {"pobj", "pcomp", "xcomp", "ccomp"}:
            return c
        if c.dep_ == "prep" and (inner := child(c, {"pobj", "pcomp"})) is not None:
            return inner
    return None


def will_denied(clause: Clause) -> list[Judgement]:
    """Read "has no plans to X", "there is no reason to X", "our goal is to X", "they have a right to X"."""
    verb, reading = clause.verb, clause.reading
    if verb.lemma_ in WEIGHING or (verb.lemma_ in {"think", "talk"} and verb.tag_ == "VBG"):
        return not_considered(clause)
    if time := time_come(clause):
        return time
    if verb.lemma_ not in HAVING:
        return []
    if verb.lemma_ == "be" and child(verb, {"expl"}) is None:
        return goal_told(clause)
    noun = child(verb, NAMES_OF_WILL)
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"}:
        return []
    none = clause.turn != (negated(verb) or any(c.lower_ in LITTLE for c in noun.children))
    if none and modal(verb) in TO_COME and not among(noun.lemma_, "blessings"):
        return [Judgement("reject", "against", stretch(reading, noun))] if reading.holds(noun) else []
    body = (
        next((c for c in noun.children if c.dep_ in COMPLEMENTS), None)
        or beneath(noun)
        or child(verb, {"advcl", "xcomp"})
    )
    if body is None or not reading.holds(body):
        return []
    if among(noun.lemma_, "plans"):
        return [
            Judgement("deny" if none else "intend", "against" if none else "for", stretch(reading, body, alone=False))
        ]
    if noun.lemma_ == "right" and not none and verb.lemma_ == "have":
        return [Judgement("support", "for", whole(reading, verb), weak=True)]
    thing = subject(verb)
    if none and noun.lemma_ in FOUNDATIONS and verb.lemma_ == "have" and thing is not None and not reading.own(thing):
        return [Judgement("reject", "against", stretch(reading, thing))]  # "the sanctions have no basis in law"
    if none and among(noun.lemma_, "grounds"):
        return [Judgement("reject", "against", stretch(reading, body, alone=False))]
    return []


def not_considered(clause: Clause) -> list[Judgement]:
    """Read "we are not considering X": what one does not even weigh one is against."""
    about = next((c for c in clause.verb.children if c.dep_ == "prep" and c.lower_ in {"about", "of"}), None)
    body = child(clause.verb, {"dobj", "xcomp"}) or (about and child(about, {"pobj", "pcomp"}))
    refused = clause.turn != negated(clause.verb)
    if body is None or not refused or not clause.reading.own(subject(clause.verb)) or not clause.reading.holds(body):
        return []
    return [Judgement("deny", "against", stretch(clause.reading, body))]


def time_come(clause: Clause) -> list[Judgement]:
    """Read "it is time to X", "the time has come for them to X"."""
    verb = clause.verb
    word = child(verb, {"attr"}) if verb.lemma_ == "be" else subject(verb) if verb.lemma_ == "come" else None
    if word is None or word.lemma_ != "time" or clause.turn or negated(verb):
        return []
    bodies = (c for c in [*word.children, *verb.children] if c.dep_ in COMPLEMENTS and infinitive(c))
    body = next((c for c in bodies if c.i > verb.i), None)
    if body is None or not clause.reading.holds(body):
        return []
    other = child(body, {"nsubj", "nsubjpass"})
    return [Judgement("demand", flip("for", negated(body)), stretch(clause.reading, body), target=other, demanded=True)]


def goal_told(clause: Clause) -> list[Judgement]:
    """Read "our goal is not to X but to Y", "all we ask for is X", "our support for X is …"."""
    verb, reading = clause.verb, clause.reading
    holder = subject(verb)
    if holder is None:
        return []
    wanting = wanted_in(holder)
    refused = refused_in(clause, holder)
    if refused:
        return refused
    if wanting is not None:
        body = child(verb, {"attr", "xcomp", "ccomp"})
        if body is None or body is holder or not reading.holds(body) or not reading.own(subject(wanting)):
            return []
        asked = wanting.lemma_ in ASKING
        last = any(c.lower_ == "last" for c in holder.children)  # "the last thing we need"
        stance = flip("for", clause.turn != (negated(verb) or last))
        if last:
            return [Judgement("reject", stance, stretch(reading, body), target=body)]
        return [Judgement("demand" if asked else "intend", stance, stretch(reading, body), demanded=asked)]
    if any(c.dep_ == "poss" and reading.own(c) for c in holder.children):
        return goals(clause) if among(holder.lemma_, "plans") else own_noun(clause, holder)
    return []


def refused_in(clause: Clause, holder: Token) -> list[Judgement]:
    """Read "what we cannot accept is X": the stance of the verb in the subject is toward X."""
    body = child(clause.verb, {"attr", "xcomp", "ccomp"})
    if holder.dep_ != "csubj" or body is None or body is holder or not clause.reading.holds(body):
        return []
    if not clause.reading.own(subject(holder)):
        return []
    if holder.lemma_ == "do" and modal(holder):
        refused = clause.turn != negated(holder)
        return [Judgement("deny" if refused else "promise", flip("for", refused), stretch(clause.reading, body))]
    match = find([holder, *(c for c in holder.children if c.dep_ in {"prep", "prt"})], frozenset({"np"}), 0)
    if match is None or match.cue.act not in {"support", "reject"}:
        return []
    stance = flip(match.cue.stance, negated(holder))
    turn = clause.turn != (child(clause.verb, {"neg"}) is not None)  # the negation of "cannot" is the subject's own
    act: Act = "support" if stance == "for" else "reject"
    return [Judgement(act, flip(stance, turn), stretch(clause.reading, body), target=body)]


def wanted_in(holder: Token) -> Token | None:
    """Return the verb of wanting in "all we want", "what we are asking for"."""
    for token in (holder, *holder.children, *(d for c in holder.children if c.dep_ == "appos" for d in c.children)):
        if token.dep_ in {"relcl", "csubj"} and token.lemma_ in WILLS | {"ask", "demand"}:
            return token
    return None


def goals(clause: Clause) -> list[Judgement]:
    """List what an own goal "is to" and "is not to" be."""
    verb = clause.verb
    found = []
    for body in verb.children:
        if body.i < verb.i or body.pos_ not in VERBS or body.dep_ not in {"xcomp", "ccomp", "advcl", "conj"}:
            continue
        if subject(body) not in {None, subject(verb)}:
            continue
        contrast = any(c.lower_ == "but" and c.i < body.i for c in verb.children)
        not_so = clause.turn != (negated(body) or (negated(verb) and not contrast))
        if clause.reading.holds(body):
            found.append(Judgement("intend", flip("for", not_so), stretch(clause.reading, body)))
    return found


def own_noun(clause: Clause, noun: Token) -> list[Judgement]:
    """Read "our support for X is …": the stance that the noun itself tells."""
    body = beneath(noun)
    match = find([noun, *(c for c in noun.children if c.dep_ == "prep")], frozenset({"np"}), 0)
    if match is None or match.cue.act == "state" or body is None or not clause.reading.holds(body):
        return []
    return [Judgement(match.cue.act, match.cue.stance, stretch(clause.reading, body), target=body)]
