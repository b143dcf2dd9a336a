"""Modality: what ought to be, what will be, and what is ordered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.facts import Act, Span
from sayso.loaders.meaning.appraisal import among
from sayso.loaders.meaning.clause import SUBJECTS, auxiliaries, child, conjuncts, infinitive, modal, negated, subject
from sayso.loaders.meaning.judgement import Clause, Judgement, flip
from sayso.loaders.meaning.lexicon import find
from sayso.loaders.meaning.reading import Reading, stretch, whole
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

DUTIES = word_set("meaning/modality", "duties")
HAVE_TO = word_set("meaning/modality", "have_to")
PERMIT = word_set("meaning/modality", "permitting")
MINDS = word_set("meaning/modality", "minds")
POLITE = word_set("meaning/modality", "polite")
MAY_COME = word_set("meaning/modality", "may_come")
ANYBODY = word_set("meaning/modality", "anybody")
RULING = word_set("meaning/modality", "ruling")
CAN = word_set("meaning/modality", "can")
THINGS = word_set("meaning/modality", "things")
CONDITIONS = word_set("meaning/modality", "conditions")
ASKED_FOR = word_set("meaning/modality", "asked_for")
WITHHOLDING = word_set("meaning/modality", "withholding")
OWN_HARM = word_set("meaning/modality", "own_harm")
ASKED = word_set("meaning/modality", "asked")


def duty(clause: Clause) -> list[Judgement]:
    """Read "Russia must X", "they need to X", "we need X", "it should not X", "cannot be allowed to X"."""
    reading, verb = clause.reading, clause.verb
    body, holder = verb, subject(verb)
    if holder is None or perfect(verb) or inverted(verb, holder) or holder.lower_ in ASKED:
        return []
    must = modal(verb) in DUTIES
    foretold = modal(verb) in {"will", "would"}  # "would have to find"
    if not must and not foretold and verb.lemma_ in HAVE_TO and verb.tag_ in {"VBP", "VBZ", "VB", "MD"}:
        inner = child(verb, {"xcomp"})
        if inner is not None and infinitive(inner):
            body, must = inner, True
        elif verb.lemma_ == "need" and reading.own(holder) and (thing := child(verb, {"dobj"})) is not None:
            item = needed(reading, verb, thing)
            stance = flip("for", clause.turn)
            return [Judgement("demand", stance, stretch(reading, thing), demanded=not clause.turn, item=item)]
    blame = child(verb, {"acomp"})
    if blame is not None and among(blame.lemma_, "damning"):
        return []  # "they should be ashamed" is a verdict
    not_so = clause.turn != negated(verb)
    permitted = body.lemma_ in PERMIT and child(body, {"nsubjpass"}) is not None
    if not must and not (permitted and not_so and modal(verb) in {"can", "could"}):
        return []
    if not_so:
        return [forbidden(clause, body, holder, permitted)]
    if reading.own(holder) and holder.lower_ not in {"we", "us"}:
        return [Judgement("state", "for", stretch(reading, body), weak=True)]
    return [obliged(reading, part, holder) for part in conjuncts(body) if reading.holds(part)]


def unfit(clause: Clause) -> list[Judgement]:
    """Read "you cannot X", "you don't get to X": nobody ought to."""
    verb = clause.verb
    holder = subject(verb)
    if holder is None or inverted(verb, holder):
        return []
    if any(c.lower_ == "no" for c in holder.children) and modal(verb) in RULING:
        # "no state would negotiate with them"
        refused = not clause.turn and clause.reading.holds(verb) and verb.lemma_ not in MINDS
        return [Judgement("reject", "against", stretch(clause.reading, verb), weak=True)] if refused else []
    if holder.lower_ not in ANYBODY:
        return []
    body = child(verb, {"xcomp"}) if verb.lemma_ == "get" else verb
    if (
        body is None
        or clause.turn == negated(verb)
        or not clause.reading.in_quotes(verb)
        or not clause.reading.holds(body)
    ):
        return []
    if body is verb and modal(verb) not in CAN:
        return []
    return [Judgement("reject", "against", stretch(clause.reading, body, alone=False))]


def needed(reading: Reading, verb: Token, thing: Token) -> Span:
    """Return what is needed with what it is needed for."""
    start = stretch(reading, thing).start
    return Span(start, max(start + 1, stretch(reading, verb).end))


def forbidden(clause: Clause, body: Token, holder: Token, permitted: bool) -> Judgement:
    """Judge "should not X": against X; a demand when others must not, or must not be let."""
    reading = clause.reading
    inner = child(body, {"xcomp", "ccomp"}) if permitted or body.lemma_ in HAVE_TO else None
    matter = stretch(reading, inner if inner is not None else body)
    asked = permitted or (modal(clause.verb) == "must" and not reading.own(holder))
    item = with_subject(reading, body, holder, matter)
    return Judgement("demand" if asked else "reject", "against", matter, target=holder, demanded=asked, item=item)


def obliged(reading: Reading, body: Token, holder: Token) -> Judgement:
    """Judge "should X": a demand, among ourselves a proposal.

    In the passive it is not said who is to do it, and what is demanded is the clause: "the officer should be charged".
    """
    act: Act = "propose" if holder.lower_ in {"we", "us"} else "demand"
    passive, matter = child(body, {"auxpass"}) is not None, stretch(reading, body)
    target = None if passive or holder.lower_ == "it" else holder
    item = with_subject(reading, body, holder, matter) if passive else None
    return Judgement(act, "for", matter, target=target, demanded=True, item=item)


def with_subject(reading: Reading, body: Token, holder: Token, matter: Span) -> Span:
    """Return the words of a deed with their subject, as far as it stands in the content."""
    start = reading.doc[max(reading.bounds(body)[0], holder.left_edge.i)].idx
    return Span(min(start, matter.start), matter.end)


def perfect(verb: Token) -> bool:
    """Say whether a verb looks back: "must have known" guesses, "should have gone" blames."""
    helpers = auxiliaries(verb)
    first = verb.left_edge.i
    return any(aux.tag_ == "MD" for aux in helpers) and any(aux.lemma_ == "have" and aux.i > first for aux in helpers)


def looks_back(verb: Token) -> bool:
    """Say whether a clause tells what was done, not what is planned: "denied that she had lied"."""
    if verb.tag_ not in {"VBD", "VBN"} or any(aux.tag_ == "MD" for aux in auxiliaries(verb)):
        return False
    match = find([verb], frozenset({"to"}))
    return match is None or match.cue.act not in {"intend", "promise", "propose"}


def inverted(verb: Token, holder: Token) -> bool:
    """Say whether the auxiliary goes before the subject: "should they invade", "should we go?"."""
    return any((aux.tag_ == "MD" or aux.lemma_ == "do") and aux.i < holder.i for aux in auxiliaries(verb))


def future(clause: Clause) -> list[Judgement]:
    """Read will, would and going to: a promise, a refusal, a threat, a warning or a prediction."""
    reading, verb = clause.reading, clause.verb
    deed = going_to(verb)
    if deed is None and modal(verb) not in MAY_COME:
        return []
    deed = verb if deed is None else deed
    holder, condition = subject(verb), conditional(verb)
    not_so = clause.turn != negated(verb)
    own = reading.own(holder)
    # "said they would go" tells of "we will go"
    told = own and modal(verb) == "would" and not condition and not reading.in_quotes(verb)
    certain = deed is not verb or modal(verb) == "will" or told
    if deed.lemma_ == "be" and certain and child(deed, {"acomp", "attr"}) is not None and not personal(holder):
        return [Judgement("predict", weak=True)]  # "our answer will be strong" tells no deed
    if not_so and certain and (own or not clause.depth):
        other = holder if holder is not None and not own and holder.lower_ in {"he", "she"} else None
        return [Judgement("deny", "against", stretch(reading, deed), holder=other)]
    if own and certain:
        return [Judgement("threaten" if condition else "promise", "for", stretch(reading, deed))]
    if among(deed.lemma_, "harms") and not not_so:
        blamed = spoiler(reading, deed, holder)
        return [
            Judgement(
                "warn" if condition or not certain else "predict",
                None if blamed is None else "against",
                blamed,
                target=holder,
                weak=not condition,
            )
        ]
    if own and condition:
        return [Judgement("intend", flip("for", not_so), stretch(reading, deed))]
    return [Judgement("predict", weak=True)] if certain else []


def own_course(clause: Clause) -> list[Judgement]:
    """Read "we will not X", "they would boycott X": what the own side refuses, and the harm that it will do.

    What others ask for, or wait for, is turned down; any other plan of one's own is denied.
    """
    reading, verb = clause.reading, clause.verb
    holder, will = subject(verb), modal(verb)
    if holder is None or not reading.own(holder) or will not in {"will", "would"} or child(verb, {"auxpass"}):
        return []
    told = will == "will" or not (reading.in_quotes(verb) or conditional(verb))
    if clause.turn != negated(verb):
        if not told or verb.lemma_ in {"be", "have"} or (verb.lemma_ in MINDS and verb.lemma_ not in ASKED_FOR):
            return []
        held = any(c.dep_ == "advcl" and any(m.lower_ in WITHHOLDING for m in c.children) for c in verb.children)
        act: Act = "reject" if held or verb.lemma_ in ASKED_FOR else "deny"
        return [Judgement(act, "against", stretch(reading, verb), sure=True)]
    if verb.lemma_ in OWN_HARM and child(verb, {"dobj"}) is not None and (told or conditional(verb)):
        return [Judgement("threaten", "for", stretch(reading, verb), sure=True)]
    return []


def principle(clause: Clause) -> list[Judgement]:
    """Read "we do not negotiate with terrorists": what one does not do on principle one is against."""
    verb = clause.verb
    holder = subject(verb)
    if holder is None or holder.lower_ not in {"we", "i"} or verb.tag_ != "VB" or verb.lemma_ in MINDS or modal(verb):
        return []
    if clause.turn or not negated(verb) or not any(aux.lower_ == "do" for aux in auxiliaries(verb)):
        return []
    return [Judgement("deny", "against", stretch(clause.reading, verb), weak=True)]


def personal(holder: Token | None) -> bool:
    """Say whether a subject is somebody and no thing of theirs."""
    return holder is not None and holder.pos_ in {"PRON", "PROPN"} and holder.lower_ not in THINGS


def spoiler(reading: Reading, deed: Token, holder: Token | None) -> Span | None:
    """Return what would do harm to something, "foreign warships would complicate X": who says so is against it."""
    doing = holder is not None and holder.dep_ == "csubj"  # "halting the project would cost jobs"
    if holder is None or not (doing or holder.pos_ == "NOUN") or child(deed, {"dobj"}) is None or reading.own(holder):
        return None
    return whole(reading, holder) if modal(deed) in {"would", "will"} else None


def going_to(verb: Token) -> Token | None:
    """Return what somebody is going to do."""
    inner = child(verb, {"xcomp"}) if verb.lemma_ == "go" and verb.tag_ == "VBG" else None
    return inner if inner is not None and infinitive(inner) else None


def conditional(verb: Token) -> bool:
    """Say whether a clause hangs on a condition: "if …", "unless …", "should they …"."""
    return any(c.dep_ == "advcl" and any(m.lower_ in CONDITIONS for m in c.children) for c in verb.children)


def imperative(clause: Clause) -> list[Judgement]:
    """Read "Stop X!", "Do not X", "Let's X" inside quotation marks."""
    verb, reading = clause.verb, clause.reading
    if verb.tag_ != "VB" or verb.pos_ != "VERB" or modal(verb) or infinitive(verb) or not reading.in_quotes(verb):
        return []
    if verb.dep_ not in {"ROOT", "ccomp", "conj"} or subject(verb) is not None or verb.lemma_ in POLITE:
        return []
    if any(aux.lower_ in {"does", "did"} for aux in auxiliaries(verb)):
        return []  # "didn't know about it"
    inner = child(verb, {"ccomp", "xcomp"}) if verb.lemma_ == "let" else None
    stance = flip("for", clause.turn != negated(verb))
    if inner is None:
        return [Judgement("demand", stance, stretch(reading, verb), demanded=True)]
    who = child(inner, SUBJECTS)
    ours = who is None or who.lower_ in {"'s", "’s", "us", "me"}
    return [Judgement("demand", stance, stretch(reading, inner) if ours else whole(reading, inner), demanded=True)]
