"""Wording: what the words of a statement do by themselves, clause by clause, whatever introduces them.

The rules, in order of precedence, for a clause of the content:
- an attitude of the speaker's own: "we want X", "I reject X", "he felt that …" (read on in its complement);
- a will denied or told: "we have no plans to X", "our goal is to X", "there is no reason to X";
- what ought to be: "Russia must X", "it should be X", "we need X", "should not X";
- what will be: "we will X" promises, "we will not X" denies, with "if" it threatens; of others it predicts, and with
  "if" and harm it warns;
- a verdict: "X is wrong" rejects X, "X is a liar" accuses, "X is great" supports;
- a misdeed told of somebody: "the West ignored X" accuses;
- an imperative: "Stop X!" demands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from loaders.meaning.appraisal import among
from loaders.meaning.clause import (
    COMPLEMENTS,
    SUBJECTS,
    auxiliaries,
    child,
    children,
    conjuncts,
    infinitive,
    modal,
    negated,
    phrase,
    predicate,
    subject,
)
from loaders.meaning.judgement import Judgement, flip
from loaders.meaning.lexicon import Match, find
from loaders.meaning.reading import Reading, dummy

if TYPE_CHECKING:
    from spacy.tokens import Token

    from loaders.facts import Span

DEEP = 4  # clauses inside clauses: "I think that he says that …"
THOUGHTS = {"say", "think", "believe", "feel", "know", "guess", "suppose", "mean", "see", "find", "consider", "argue", "note", "add", "understand", "assume", "realize", "suspect", "insist", "claim"}  # fmt: skip
WILLS = {"want", "seek", "wish", "hope", "intend", "plan", "aim", "like", "need", "expect", "prefer"}
DUTIES = {"must", "should", "ought", "shall"}
HAVE_TO = {"have", "need", "ought", "got"}
PERMIT = {"permit", "allow", "let"}


def judge(reading: Reading) -> list[Judgement]:
    """List what the content's clauses do, in text order."""
    found: list[Judgement] = []
    for head in reading.heads:
        found += clause(reading, head, False, 0)
    if asks(reading):
        found.append(Judgement("question"))
    return found


def asks(reading: Reading) -> bool:
    """Say whether the words end in a question."""
    if not reading.ranges or not reading.quotes:
        return False
    last = reading.ranges[-1][1]
    return any(token.text == "?" for token in reading.doc[max(0, last - 1) : last + 2])


def clause(reading: Reading, verb: Token, turn: bool, depth: int) -> list[Judgement]:
    """List what a clause does; `turn` turns it over ("I don't think that …")."""
    if depth > DEEP:
        return []
    found: list[Judgement] = []
    for part in conjuncts(verb):
        if not reading.holds(part) or part.pos_ not in {"VERB", "AUX"}:
            continue
        for rule in RULES:
            judged = rule(reading, part, turn, depth)
            if judged:
                found += judged
                break
    return found


def stretch(reading: Reading, token: Token, alone: bool = True) -> Span:
    """Return the verb phrase of a verb, or the whole phrase of anything else, inside the content."""
    first, last = reading.bounds(token)
    if token.pos_ in {"VERB", "AUX"}:
        return predicate(token, first, last, alone)
    return phrase(token, first, last)


def attitude(reading: Reading, verb: Token, turn: bool, depth: int) -> list[Judgement]:
    """Read "we want X", "I don't think that …", "he is pleased with X"; of others only what they want."""
    holder = subject(verb)
    if holder is None or modal(verb) in {"will", "would", "must", "should"} and not reading.own(holder):
        return []
    not_so = negated(verb)
    match = verb_cue(verb)
    if match is None:
        return []
    body = complement(verb)
    own = reading.own(holder)
    if match.cue.act == "state":
        inner = child(verb, {"ccomp"})
        if own and inner is not None and verb.lemma_ in THOUGHTS:
            return clause(reading, inner, turn != not_so, depth + 1) or [Judgement("state", weak=True)]
        return []
    if body is None or dummy(holder) or not reading.holds(body):
        return []
    if not own and not (verb.lemma_ in WILLS and not not_so and depth == 0):
        return []
    return own_attitude(reading, verb, body, match, turn != not_so) if own else [
        Judgement("state", match.cue.stance, stretch(reading, body), holder=holder, weak=True)
    ]  # fmt: skip


def own_attitude(reading: Reading, verb: Token, body: Token, match: Match, turn: bool) -> list[Judgement]:
    """Judge the speaker's own attitude toward `body`: with a subject of its own ("we want them to go") a demand."""
    other = child(body, {"nsubj", "nsubjpass"}) if body.pos_ in {"VERB", "AUX"} else None
    asked = match.cue.act == "demand" or (verb.lemma_ in WILLS and other is not None and not reading.own(other))
    stance = flip(match.cue.stance, turn)
    if asked:
        return [Judgement("demand", stance, stretch(reading, body), target=other, demanded=not turn or verb.lemma_ in WILLS)]  # fmt: skip
    act = match.cue.act
    if turn:
        act = {"for": "support", "against": "reject"}.get(stance or "", "state")  # type: ignore[assignment]
    return [Judgement(act, stance, stretch(reading, part), target=part) for part in objects(body)]


def objects(body: Token) -> list[Token]:
    """List a complement and what is joined to it."""
    return list(conjuncts(body)) if body.pos_ in {"VERB", "AUX"} else [body]


def verb_cue(verb: Token) -> Match | None:
    """Find a verb in the lexicon, with its particle, preposition or adjective ("be proud of")."""
    row = [verb, *(c for c in verb.children if c.i > verb.i and c.dep_ in {"prt", "prep", "acomp", "oprd", "attr"})]
    for c in list(row[1:]):
        row += [d for d in c.children if d.dep_ == "prep" and d.i > c.i]
    row.sort(key=lambda token: token.i)
    body = complement(verb)
    kinds = {"np"}
    if body is not None and body.pos_ in {"VERB", "AUX"}:
        kinds = {"to"} if infinitive(body) else {"ing"} if body.tag_ == "VBG" else {"that"}
    return find(row, frozenset(kinds), 1 if verb.lemma_ == "be" else 0)


def complement(verb: Token) -> Token | None:
    """Return what a verb is about: its object, infinitive or clause, also through a preposition or an adjective."""
    direct = child(verb, {"dobj", "xcomp", "ccomp", "attr"} - ({"attr"} if verb.lemma_ != "be" else set()))
    through = child(verb, {"acomp", "oprd", "prep"}) if direct is None or verb.lemma_ == "be" else None
    if through is not None:
        for c in through.children:
            if c.dep_ in {"pobj", "pcomp", "xcomp", "ccomp"}:
                return c
            if c.dep_ == "prep" and (inner := child(c, {"pobj", "pcomp"})) is not None:
                return inner
    return direct


def will_denied(reading: Reading, verb: Token, turn: bool, depth: int) -> list[Judgement]:
    """Read "has no plans to X", "there is no reason to X", "our goal is to X"."""
    noun = child(verb, {"dobj", "attr", "nsubj"} if verb.lemma_ == "be" else {"dobj"})
    if verb.lemma_ not in {"have", "be", "see"} or noun is None or noun.pos_ not in {"NOUN", "PROPN"}:
        return []
    if verb.lemma_ == "be" and child(verb, {"expl"}) is None:
        return goal_told(reading, verb, turn)
    none = negated(verb) or any(
        c.lower_ in {"no", "any", "little", "zero"} and c.lower_ != "any" for c in noun.children
    )
    body = (
        next((c for c in noun.children if c.dep_ in COMPLEMENTS), None) or pobj(noun) or child(verb, {"advcl", "xcomp"})
    )
    if body is None or not reading.holds(body):
        return []
    own = verb.lemma_ == "be" or reading.own(subject(verb)) or True
    if among(noun.lemma_, "plans"):
        act = "deny" if none else "intend"
    elif among(noun.lemma_, "grounds") and none:
        act = "reject"
    else:
        return []
    return (
        [Judgement(act, flip("against" if none else "for", turn), stretch(reading, body, alone=False))] if own else []
    )  # type: ignore[arg-type]


def pobj(noun: Token) -> Token | None:
    """Return what a preposition ties to a noun: "plans for X"."""
    link = child(noun, {"prep"})
    return None if link is None else child(link, {"pobj", "pcomp"})


def goal_told(reading: Reading, verb: Token, turn: bool) -> list[Judgement]:
    """Read "our goal is not to X but to Y", "all we ask for is X", "what we want is X"."""
    holder = subject(verb)
    if holder is None:
        return []
    wanting = next((c for c in [*holder.children, holder] if c.dep_ in {"relcl", "csubj"} and c.lemma_ in WILLS | {"ask", "demand"}), None)  # fmt: skip
    if wanting is not None:
        wanter, body = subject(wanting), child(verb, {"attr", "xcomp", "ccomp"})
        body = body if body is not holder else None
        if body is None or not reading.holds(body) or not reading.own(wanter):
            return []
        asked = wanting.lemma_ in {"ask", "demand", "need"}
        return [Judgement("demand" if asked else "intend", flip("for", turn != negated(verb)), stretch(reading, body), demanded=asked)]  # fmt: skip
    if not (among(holder.lemma_, "plans") and any(c.dep_ == "poss" for c in holder.children)):
        return []
    found = []
    for body in (c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i > verb.i):
        for part in conjuncts(body):
            not_so = negated(part) or (part is body and negated(verb))
            found.append(Judgement("intend", flip("for", turn != not_so), stretch(reading, part)))
    return found


def duty(reading: Reading, verb: Token, turn: bool, depth: int) -> list[Judgement]:
    """Read "Russia must X", "they need to X", "we need X", "it should not X"."""
    body, holder, must = verb, subject(verb), modal(verb) in DUTIES
    if not must and verb.lemma_ in HAVE_TO and verb.tag_ in {"VBP", "VBZ", "VB", "MD"}:
        inner = child(verb, {"xcomp"})
        if inner is not None and infinitive(inner):
            body, must = inner, True
        elif verb.lemma_ == "need" and (thing := child(verb, {"dobj"})) is not None and reading.own(holder):
            return [Judgement("demand", flip("for", turn), stretch(reading, thing), demanded=not turn)]
    if (
        not must
        or holder is None
        or perfect(verb)
        or body.lemma_ == "be"
        and modal(verb) in {"must", "should"}
        and not moral(body)
    ):
        return []
    turn = turn != negated(verb)
    own = reading.own(holder) and holder.lower_ not in {"we", "us"}
    permitted = body.lemma_ in PERMIT
    if turn:
        inner = child(body, {"xcomp", "ccomp"}) if permitted else None
        matter = stretch(reading, inner if inner is not None else body)
        return [Judgement("demand" if permitted else "reject", "against", matter, target=holder, demanded=permitted)]
    if own:
        return [Judgement("state", "for", stretch(reading, body), weak=True)]
    act = "propose" if holder.lower_ == "we" else "demand"
    return [Judgement(act, "for", stretch(reading, part), target=holder, demanded=True) for part in conjuncts(body) if reading.holds(part)]  # type: ignore[arg-type]  # fmt: skip


def perfect(verb: Token) -> bool:
    """Say whether a verb looks back: "must have known" guesses, "should have gone" blames."""
    return any(aux.lemma_ == "have" for aux in auxiliaries(verb))


def moral(verb: Token) -> bool:
    """Say whether "must be X" asks for a state ("must be free") rather than guesses one."""
    return child(verb, {"acomp", "attr"}) is not None and modal(verb) == "should"


def future(reading: Reading, verb: Token, turn: bool, depth: int) -> list[Judgement]:
    """Read will, would and going to: a promise, a refusal, a threat, a warning or a prediction."""
    shift = verb
    if (
        verb.lemma_ == "go"
        and verb.tag_ == "VBG"
        and (inner := child(verb, {"xcomp"})) is not None
        and infinitive(inner)
    ):
        shift = inner
    elif modal(verb) not in {"will", "would", "wo", "could", "may", "might", "can"}:
        return []
    holder, condition = subject(verb), conditional(verb)
    not_so = turn != negated(verb)
    own = reading.own(holder)
    certain = shift is not verb or modal(verb) == "will"
    if own and certain:
        if not_so:
            return [Judgement("deny", "against", stretch(reading, shift))]
        return [Judgement("threaten" if condition else "promise", "for", stretch(reading, shift))]
    if not_so and certain and depth == 0:
        return [Judgement("deny", "against", stretch(reading, shift))]
    if among(shift.lemma_, "harms") and not not_so:
        return [Judgement("warn" if condition or not certain else "predict", weak=not condition)]
    if own and condition:
        return [Judgement("intend", flip("for", not_so), stretch(reading, shift))]
    return [Judgement("predict", weak=True)] if certain else []


def conditional(verb: Token) -> bool:
    """Say whether a clause hangs on a condition: "if …", "unless …"."""
    return any(
        c.dep_ == "advcl" and any(m.lower_ in {"if", "unless", "should", "were"} for m in c.children)
        for c in verb.children
    )


def verdict(reading: Reading, verb: Token, turn: bool, depth: int) -> list[Judgement]:
    """Read "X is wrong", "X is a liar", "X is great", "it is unlikely that X", "X is not ready to Y"."""
    if verb.lemma_ not in {"be", "sound", "look", "seem", "remain", "become", "amount"}:
        return []
    thing, word = subject(verb), child(verb, {"acomp", "attr", "oprd"})
    if word is None or thing is None:
        return []
    not_so = turn != negated(verb)
    body = next(
        (c for c in [*word.children, *verb.children] if c.dep_ in {"xcomp", "ccomp", "csubj"} and c is not thing), None
    )
    if word.lemma_ in {"unlikely", "impossible", "unthinkable"} or (word.lemma_ in {"likely", "possible"} and not_so):
        matter = None if body is None or not reading.holds(body) else whole(reading, body)
        return [Judgement("deny", "against", matter)]
    if word.lemma_ in {"likely", "possible", "probable"}:
        return (clause(reading, body, turn, depth + 1) if body is not None else []) or [Judgement("predict", weak=True)]
    if (
        word.lemma_ in {"ready", "willing", "prepared", "determined", "eager"}
        and body is not None
        and reading.holds(body)
    ):
        if reading.own(thing) or not_so:
            return [Judgement("reject" if not_so else "intend", flip("for", not_so), stretch(reading, body))]
        return []
    return verdict_word(reading, thing, word, body, not_so)


def verdict_word(reading: Reading, thing: Token, word: Token, body: Token | None, turn: bool) -> list[Judgement]:
    """Judge the verdict `word` on `thing`, or on `body` when the thing is only "it"."""
    words = [
        word.lemma_.lower(),
        word.lower_,
        *(c.lemma_.lower() for c in word.children if c.dep_ in {"amod", "compound"}),
    ]
    topic = body if dummy(thing) or thing.lower_ in {"it", "there", "what"} else thing
    matter = None
    if topic is not None and reading.holds(topic) and topic.pos_ != "PRON":
        matter = (
            whole(reading, topic) if topic is thing or topic.pos_ not in {"VERB", "AUX"} else stretch(reading, topic)
        )
    for name, act, stance in (("damning", "accuse", "against"), ("dismissive", "reject", "against"), ("praising", "support", "for")):  # fmt: skip
        if any(among(lemma, name) for lemma in words):  # type: ignore[arg-type]
            if turn:
                act, stance = ("reject", "against") if stance == "for" else ("state", None)
            return [Judgement(act, stance, matter if stance else None, target=thing)]  # type: ignore[arg-type]
    return []


def whole(reading: Reading, token: Token) -> Span:
    """Return a whole phrase or clause, subject and all."""
    return phrase(token, *reading.bounds(token))


def misdeed(reading: Reading, verb: Token, turn: bool, depth: int) -> list[Judgement]:
    """Read "the West ignored X", "Russia is looking to invade X": somebody is blamed for a deed."""
    doer = subject(verb)
    if doer is None or reading.own(doer) or negated(verb) or turn:
        return []
    deed: Token | None = verb
    for _ in range(DEEP):
        if deed is None or among(deed.lemma_, "misdeeds"):
            break
        deed = (
            child(deed, {"xcomp", "advcl", "prep"}) if among(deed.lemma_, "carriers") or deed.dep_ == "prep" else None
        )
        if deed is not None and deed.dep_ == "prep":
            deed = child(deed, {"pcomp"})
    if deed is None or not among(deed.lemma_, "misdeeds") or not reading.holds(deed):
        return []
    if child(verb, {"nsubjpass"}) is not None:
        doer = agent(verb)
    return [Judgement("accuse", "against", stretch(reading, deed), target=doer)]


def agent(verb: Token) -> Token | None:
    """Return who did it in the passive: "ignored by the West"."""
    by = child(verb, {"agent"})
    return None if by is None else child(by, {"pobj"})


def imperative(reading: Reading, verb: Token, turn: bool, depth: int) -> list[Judgement]:
    """Read "Stop X!", "Do not X", "Let's X" inside quotation marks."""
    if verb.tag_ != "VB" or verb.pos_ != "VERB" or modal(verb) or infinitive(verb) or not reading.in_quotes(verb):
        return []
    if verb.dep_ not in {"ROOT", "ccomp", "conj"} or child(verb, SUBJECTS) is not None or verb.lemma_ in {"thank", "bless", "look", "say"}:  # fmt: skip
        return []
    if any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux"):
        return []
    inner = child(verb, {"ccomp", "xcomp"})
    if verb.lemma_ == "let" and inner is not None:
        body = inner
    else:
        body = verb
    not_so = turn != negated(verb)
    return [Judgement("demand", flip("for", not_so), stretch(reading, body), demanded=True)]


Rule = Callable[[Reading, "Token", bool, int], list[Judgement]]
RULES: tuple[Rule, ...] = (will_denied, duty, attitude, verdict, future, misdeed, imperative)
