"""Verdict: what is said to be wrong, right, a lie or a crime, and who is said to have done wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from sayso.loaders.actors.words import words as vocabulary
from sayso.loaders.facts import Act, Span, Stance
from sayso.loaders.meaning.appraisal import List, among
from sayso.loaders.meaning.clause import NEGATIONS, child, cut, infinitive, modal, negated, subject
from sayso.loaders.meaning.judgement import Clause, Judgement, flip
from sayso.loaders.meaning.reading import VERBS, Reading, dummy, stretch, whole
from sayso.loaders.word_lists import any_of, word_row, word_set, word_tables

if TYPE_CHECKING:
    from spacy.tokens import Token

SUFFERING = {"dobj", "prep", "xcomp", "ccomp", "nsubjpass", "agent", "dative"}
LINKING = word_set("meaning/verdict", "linking")
READY = word_set("meaning/verdict", "ready")
NEEDED = word_set("meaning/verdict", "needed")
REACH = 14  # tokens of a predicate that are searched for praise and blame
STEPS = 4  # how many verbs may carry the deed: "is trying to help destroy"
VERDICTS: tuple[tuple[List, Act, Stance], ...] = (
    ("damning", "accuse", "against"),
    ("dismissive", "reject", "against"),
    ("praising", "support", "for"),
)
# Set phrases with what they come to when affirmed; the first that is met decides.
PHRASES: dict[str, tuple[Act, Stance | None]] = {
    words: (cast(Act, found.partition(" ")[0]), cast(Stance, found.partition(" ")[2]) or None)
    for words, found in word_tables("meaning/phrases").items()
}
OWNERS = re.compile(
    rf"\bin (?:(?!in\b)\S+ ){{1,4}}{any_of(word_row('meaning/verdict', 'interests'))}\b"
)  # "in our country's interests"
DOERS = word_row("meaning/verdict", "doers")
CHANCES = word_set("meaning/verdict", "chances")
LIKELY = word_set("meaning/verdict", "likely")
WITH_PHRASE = word_set("meaning/verdict", "with_phrase")
OPEN = word_set("meaning/verdict", "left_open")
HELPING = word_set("meaning/verdict", "helping")
UNDONE = word_set("meaning/verdict", "undone")
ALONE = word_set("meaning/verdict", "alone")
NEGOTIABLE = word_set("meaning/verdict", "negotiable")
EMPTY = word_set("meaning/verdict", "empty")


def verdict(clause: Clause) -> list[Judgement]:
    """Read "X is wrong", "X is a liar", "X is great", "it is unlikely that X", "X is not ready to Y"."""
    verb, reading = clause.verb, clause.reading
    thing = subject(verb)
    if thing is None:
        return []
    set_phrase = by_phrase(clause, thing)
    if set_phrase or (verb.lemma_ not in LINKING and verb.lower_ not in NEEDED):
        return set_phrase
    word = verb if verb.lower_ in NEEDED else child(verb, {"acomp", "attr", "oprd"})
    if word is None:
        return []
    if verb.lemma_ == "stand" and word.lower_ not in READY:
        return []
    not_so = clause.turn != (negated(verb) or any(c.lower_ == "no" for c in word.children))
    clauses = (c for c in [*word.children, *verb.children] if c.dep_ in {"xcomp", "ccomp", "csubj"})
    body = next((c for c in clauses if c is not thing), None)
    if body is None and thing.lower_ == "it":  # "it would be a mistake to X": syntax hangs X on the noun
        body = next((c for c in word.children if c.dep_ in {"acl", "relcl"} and infinitive(c)), None)
    if word.lemma_ in CHANCES:
        return chance(clause, word, body, not_so)
    if word.lower_ in READY:
        if body is None or not reading.holds(body) or not (reading.own(thing) or not_so):
            return []
        return [Judgement("reject" if not_so else "intend", flip("for", not_so), stretch(reading, body))]
    if word.lower_ in NEEDED and verb.tag_ != "VBG":
        topic = body if dummy(thing) and body is not None else thing
        matter = subject_matter(reading, topic)
        return [Judgement("demand", flip("for", not_so), matter, demanded=not not_so and verb.tag_ in {"VBZ", "VBP"})]
    return by_word(clause, thing, word, body, not_so)


def by_phrase(clause: Clause, thing: Token) -> list[Judgement]:
    """Judge by a set phrase: "is not up for negotiation", "doesn't hold weight"."""
    verb = clause.verb
    if verb.lemma_ not in WITH_PHRASE:
        return []
    end = min(verb.right_edge.i, verb.i + 7) + 1
    near = " ".join(verb.doc[at].lower_ for at in range(verb.i, end))
    near = OWNERS.sub("in the interest", near)
    for words, (act, stance) in PHRASES.items():
        if f"{words} " in f"{near} ":
            not_so = clause.turn != negated(verb)
            if not_so and stance != "for":
                return [Judgement("state")]
            turned: Act = "accuse" if words == "in compliance" else "reject"
            if words in NEGOTIABLE:
                return [Judgement(turned if not_so else "intend")]  # the stance is not toward the thing itself
            matter = subject_matter(clause.reading, thing)
            return [Judgement(turned if not_so else act, flip(stance, not_so), matter, target=thing)]
    return []


def chance(clause: Clause, word: Token, body: Token | None, not_so: bool) -> list[Judgement]:
    """Judge "it is unlikely that X" (denied) and "X is likely" (foretold; read on for a misdeed)."""
    if not_so == (word.lemma_ in LIKELY):
        matter = whole(clause.reading, body) if body is not None and clause.reading.holds(body) else None
        return [Judgement("deny", "against", matter)]
    return (clause.below(body, clause.turn) if body is not None else []) or [Judgement("predict", weak=True)]


def by_word(clause: Clause, thing: Token, word: Token, body: Token | None, turn: bool) -> list[Judgement]:
    """Judge the verdict `word` on `thing`, or on `body` when the thing is only "it"."""
    if modal(clause.verb) in OPEN:
        return []
    reading = clause.reading
    topic = body if dummy(thing) or thing.lower_ in EMPTY else thing
    matter = None if topic is None else subject_matter(reading, topic)
    if word.pos_ == "NOUN" and among(word.lemma_, "affronts") and child(word, {"prep"}) is not None:
        return [Judgement("state")] if turn else [Judgement("accuse", "against", matter, target=thing)]
    for name, act, stance in VERDICTS:
        if any(among(lemma, name) for lemma in lemmas(word)):
            if turn:
                return (
                    [Judgement("reject", "against", matter, target=thing)] if stance == "for" else [Judgement("state")]
                )
            return [Judgement(act, stance, matter, target=thing)]
    return []


def subject_matter(reading: Reading, topic: Token) -> Span | None:
    """Return the stretch of what a verdict is on; none for a pronoun."""
    if not reading.holds(topic) or topic.pos_ == "PRON":
        return None
    return stretch(reading, topic) if topic.pos_ in VERBS else whole(reading, topic)


def lemmas(word: Token) -> set[str]:
    """Return a word's lemma and form, its attributes' lemmas, and the word joined to it by a hyphen ("un-American")."""
    found = {word.lemma_.lower(), word.lower_}
    found |= {c.lemma_.lower() for c in word.children if c.dep_ in {"amod", "compound"}}
    if word.i + 2 < len(word.doc) and word.doc[word.i + 1].text == "-":
        found.add(f"{word.lower_}-{word.doc[word.i + 2].lower_}")
    return found


def misdeed(clause: Clause) -> list[Judgement]:
    """Read "the West ignored X", "Russia is looking to invade X": somebody is blamed for a deed."""
    verb, reading = clause.verb, clause.reading
    doer = subject(verb)
    if doer is None or reading.own(doer) or negated(verb) or clause.turn or supposed(verb):
        return []
    if harmless(verb):
        return []
    deed: Token | None = verb
    for _ in range(STEPS):
        if deed is None or among(deed.lemma_, "misdeeds"):
            break
        carries = deed.dep_ == "prep" or among(deed.lemma_, "carriers")
        deed = child(deed, {"xcomp", "advcl", "prep", "pcomp"}) if carries else None
    if deed is None or not reading.holds(deed) or not complete(deed):
        return []
    target = agent(verb) if child(verb, {"nsubjpass"}) is not None and deed is verb else doer
    if target is doer and lifeless(doer) and deed is verb:
        return [
            Judgement("reject", "against", whole(reading, doer), target=doer)
        ]  # "such payments distort competition"
    return [Judgement("accuse", "against", stretch(reading, deed), target=target)]


def harmless(verb: Token) -> bool:
    """Say whether a deed is done to nobody: "threatens no one", "harms no third party"."""
    object_ = child(verb, {"dobj"})
    if object_ is None:
        return False
    return object_.lower_ in NEGATIONS or any(c.lower_ == "no" for c in object_.children)


def lifeless(noun: Token) -> bool:
    """Say whether a noun is a thing or a deed, nobody who acts."""
    known = (
        among(noun.lemma_, "bodies")
        or noun.lemma_ in vocabulary().people | vocabulary().offices | vocabulary().organisations
    )
    return noun.pos_ == "NOUN" and not noun.ent_type_ and not known and not noun.lemma_.endswith(DOERS)


def useless(clause: Clause) -> list[Judgement]:
    """Read "a subsidy race helps nobody"."""
    verb = clause.verb
    thing, object_ = subject(verb), child(verb, {"dobj"})
    if verb.lemma_ not in HELPING or thing is None or object_ is None or clause.turn:
        return []
    if not harmless(verb) or thing.pos_ == "PRON" or not clause.reading.holds(thing):
        return []
    return [Judgement("reject", "against", whole(clause.reading, thing), target=thing)]


def supposed(verb: Token) -> bool:
    """Say whether a deed was not done: "would have been punished"."""
    return modal(verb) in UNDONE and any(c.lemma_ == "have" for c in verb.children)


def complete(deed: Token) -> bool:
    """Say whether a misdeed is done to something: a lead that erodes does no wrong."""
    if not among(deed.lemma_, "misdeeds"):
        return False
    if deed.lemma_ == "lie" and any(c.dep_ == "prep" and c.lower_ not in {"to", "about"} for c in deed.children):
        return False  # "the duty lies with them"
    return deed.lemma_ in ALONE or child(deed, SUFFERING) is not None


def agent(verb: Token) -> Token | None:
    """Return who did it in the passive: "ignored by the West"."""
    by = child(verb, {"agent"})
    return None if by is None else child(by, {"pobj"})


def leaning(clause: Clause) -> list[Judgement]:
    """Read "he lacked candor", "she is one of our finest": praise or blame in what somebody is or did."""
    verb, reading = clause.verb, clause.reading
    doer = subject(verb)
    if (
        doer is None
        or reading.own(doer)
        or doer.pos_ not in {"PROPN", "PRON", "NOUN"}
        or modal(verb) not in {"", "will"}
    ):
        return []
    last = min(reading.bounds(verb)[1], verb.right_edge.i, verb.i + REACH)
    told = [token for token in verb.doc[verb.i : last + 1] if token.pos_ in {"ADJ", "NOUN", "VERB"}]
    blame = sum(
        among(t.lemma_, "damning") or among(t.lemma_, "dismissive") or among(t.lemma_, "failings") for t in told
    )
    praise = sum(among(t.lemma_, "praising") for t in told if t.pos_ != "VERB")  # who won votes is not praised
    if blame == praise or (blame and praise):
        return []
    turn = clause.turn != any(t.lower_ in NEGATIONS for t in verb.doc[max(verb.i - 2, verb.left_edge.i) : last + 1])
    if turn and blame:
        return []
    stance: Stance = "against" if blame or turn else "for"
    return [Judgement("state", stance, stretch(reading, verb), target=doer, weak=True)]


def tone(clause: Clause) -> list[Judgement]:
    """Read "it followed Jane Doe's reckless cuts": one-sided words in a clause that names somebody else."""
    verb, reading = clause.verb, clause.reading
    if clause.turn or negated(verb) or modal(verb) not in {"", "will"} or child(verb, {"expl"}) is not None:
        return []
    first, last = reading.bounds(verb)
    words = verb.doc[max(first, verb.left_edge.i) : min(last, verb.right_edge.i, verb.i + 3 * REACH) + 1]
    if any(t.lower_ in NEGATIONS or t.text == "?" for t in words):
        return []
    judging = [t for t in words if t.pos_ in {"ADJ", "NOUN"}]
    blame = [t for t in judging if any(among(t.lemma_, name) for name in ("damning", "dismissive", "failings"))]
    praise = [t for t in judging if among(t.lemma_, "praising")]
    names = [t for t in words if t.pos_ == "PROPN" and t.dep_ not in {"compound", "appos"} and not reading.own(t)]
    if not names or bool(blame) == bool(praise):
        return []
    near = min(names, key=lambda t: min(abs(t.i - judged.i) for judged in blame or praise))
    matter = cut(verb.doc, words.start, words.end - 1)
    return [Judgement("state", "against" if blame else "for", matter, target=near, weak=True)]


def naming(reading: Reading) -> list[Judgement]:
    """Read "called [the decision a disaster]", "found [the law unconstitutional]": a verdict without "is"."""
    if not any(among(token.lemma_, "naming") for token in reading.cue):
        return []
    things = [token for head in reading.heads for token in (head, *head.children) if reading.holds(token)]
    thing = next((t for t in things if t.dep_ in {"dobj", "nsubj", "pobj", "nsubjpass"} and t.pos_ not in VERBS), None)
    if thing is None:
        return []
    last = max(range_last for _, range_last in reading.ranges)
    for token in reading.doc[thing.i + 1 : min(last + 1, thing.i + 40)]:
        if not reading.holds(token) or token.pos_ not in {"ADJ", "NOUN", "VERB", "PROPN"}:
            continue
        for name, act, stance in VERDICTS:
            if any(among(lemma, name) for lemma in lemmas(token)) and token.i > thing.right_edge.i:
                matter = None if thing.pos_ == "PRON" else whole(reading, thing)
                return [Judgement(act, stance, matter, target=thing)]
    return []
