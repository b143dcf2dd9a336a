"""Positions: who is for or against what, and toward whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.facts import Attribution, Marked, Mention, Position, Span, Stance, WordRole
from sayso.loaders.meaning.actors import asking, at, meant
from sayso.loaders.meaning.appraisal import among
from sayso.loaders.meaning.clause import child, conjuncts, negated, phrase
from sayso.loaders.meaning.conduct import sided
from sayso.loaders.meaning.cueing import judge_once
from sayso.loaders.meaning.joining import SIDES, candidates, joined, joining_weights
from sayso.loaders.meaning.judgement import Judgement
from sayso.loaders.meaning.lexicon import find
from sayso.loaders.meaning.marked import marked_positions
from sayso.loaders.meaning.modality import looks_back
from sayso.loaders.meaning.reading import VERBS, Reading, read
from sayso.loaders.meaning.script import script
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TAKING_SIDES = {"accuse", "reject", "support", "deny", "warn", "state"}
BY_CUE = {"accuse", "reject", "support"}  # cues that may name whom they are against or for
MOST = 3  # positions of one statement: the guide of the judgements allows no more
JUDGING = {"accuse", "support"}  # acts that blame or praise somebody for something
WITHIN = 120  # code points from the cue's start to the content in which they name them
YOU = word_set("actors/addressees", "you")
ONTO = word_set("meaning/about", "onto")


def positions(
    doc: Doc, cast: Cast, attribution: Attribution, speakers: Sequence[str], statement: int = 0
) -> list[Position]:
    """List the stances that a statement expresses, one for each holder; `statement` is its index.

    The stance is toward the words of the matter's span: "will not be admitted" is against "admitted". For: what is
    intended, promised, demanded, proposed, supported; against: a plan denied, what is rejected, conduct blamed. Toward
    an actor it is only where the side is taken on the actor or its conduct (see `conduct`).
    """
    found, meaning = ruled_positions(doc, cast, attribution, speakers, statement), attribution.meaning
    act = meaning.acts[0][0] if meaning is not None and meaning.acts else "state"
    if meaning is not None:
        seen = candidates(((p.stance, p.matter) for p in found), meaning, SIDES, attribution.contents)
        seen = [one for one in seen if one.role != "for" or not is_to_be_avoided(doc, one.cut)]
        seen = [one for one in seen if not is_left_open(doc, one.cut)]
        seen = [one for one in seen if act != "question" or not is_asked_of_you(doc, one.cut)]
        seen = [one for one in seen if act != "deny" or one.role == "for" or not is_innocence(doc, one.cut)]
        weights, ruled, found = joining_weights(), found, []
        firm = firmly(doc, cast, attribution, speakers)
        for one, sure in joined(seen, meaning, weights.sides, weights.sides_least, MOST, firm):
            own = [p for p in ruled if p.matter == one.ruled and p.stance == one.role]
            mark = Marked(one.role, one.span, sure)
            found += [replace(p, confidence=sure) for p in own] or marked_positions(
                cast, attribution, mark, act, speakers, statement
            )
    return [replace(position, toward=sided(doc, cast, position, act in JUDGING)) for position in found]


def firmly(doc: Doc, cast: Cast, attribution: Attribution, speakers: Sequence[str]) -> set[tuple[WordRole, Span]]:
    """Return the sides that a set way of taking one tells, whatever the model marks: "came out against [the tax]"."""
    match = read(doc, attribution).match
    judged = judge_once(doc, cast, attribution, speakers) if match is not None and match.cue.sure else []
    return {(j.stance, j.matter) for j in judged if j.sure and j.stance is not None and j.matter is not None}


def ruled_positions(
    doc: Doc, cast: Cast, attribution: Attribution, speakers: Sequence[str], statement: int
) -> list[Position]:
    """List the stances that the rules see."""
    reading = read(doc, attribution)
    found: dict[tuple[str, Span], Position] = {}
    for judgement in judge_once(doc, cast, attribution, speakers):
        if judgement.stance is None or judgement.matter is None:
            continue
        holders = tuple(speakers) if judgement.holder is None else asking(cast, judgement.holder)
        for stance, span, actors in stances(doc, cast, judgement, speakers):
            if not actors and judgement.act in BY_CUE and not judgement.weak:
                actors = tuple(m.actor for m in led_to(doc, cast, reading) if m.actor not in speakers)[:1]
            for holder in holders:
                toward = tuple(key for key in actors if key != holder)
                found.setdefault((holder, span), Position(statement, holder, stance, span, toward))
    return list(found.values()) or by_name(doc, cast, reading, speakers, statement)


def by_name(doc: Doc, cast: Cast, reading: Reading, speakers: Sequence[str], statement: int) -> list[Position]:
    """Read "blasted [the senator]: “…”": the cue alone tells the stance, toward whom it names."""
    if reading.match is None or reading.negated or reading.turned or reading.match.cue.stance is None:
        return []
    stance = reading.match.cue.stance
    named = [m for m in led_to(doc, cast, reading) if m.actor not in speakers][:1]
    return [Position(statement, holder, stance, m.span, (m.actor,)) for m in named for holder in speakers]


def stances(
    doc: Doc, cast: Cast, judgement: Judgement, speakers: Sequence[str]
) -> list[tuple[Stance, Span, tuple[str, ...]]]:
    """List the stances of one judgement, with the stretch each is toward and whom it concerns."""
    if judgement.stance is None or judgement.matter is None:
        return []
    left_off = refrained(doc, judgement)
    if left_off is not None:
        return [("against", left_off, meant(cast, judgement.target) or meant_in(cast, left_off, speakers))]
    own = (judgement.stance, judgement.matter, concerned(doc, cast, judgement, speakers))
    if judgement.weak and judgement.act == "state" and judgement.holder is None and not own[2]:
        return []  # praise or blame of nobody in particular
    return [own, *done_to(doc, cast, judgement)]


def led_to(doc: Doc, cast: Cast, reading: Reading) -> list[Mention]:
    """List the actors named in the cue or between cue and content: "criticised [Blair] for | X"."""
    if not reading.cue or not reading.ranges or reading.match is None or reading.match.cue.act not in BY_CUE:
        return []
    start, end = reading.cue[0].idx, doc[reading.ranges[0][0]].idx
    return cast.within(Span(start, end)) if start < end <= start + WITHIN else []


def meant_in(cast: Cast, span: Span, speakers: Sequence[str]) -> tuple[str, ...]:
    """Return the first actor named in a stretch who is not speaking."""
    return tuple(m.actor for m in cast.within(span) if m.actor not in speakers)[:1]


def concerned(doc: Doc, cast: Cast, judgement: Judgement, speakers: Sequence[str]) -> tuple[str, ...]:
    """List toward whom a stance is: who is blamed, praised or turned away, or whom a friendly deed would help."""
    assert judgement.matter is not None  # noqa: S101
    if judgement.act in TAKING_SIDES and not judgement.demanded:
        keys = tuple(
            key for key in meant(cast, judgement.target) if judgement.holder is not None or key not in speakers
        )
        return keys or meant_in(cast, judgement.matter, speakers)
    return tuple(key for word, object_ in deeds(doc, judgement) if friendly(word) for key in meant(cast, object_))


def done_to(doc: Doc, cast: Cast, judgement: Judgement) -> list[tuple[Stance, Span, tuple[str, ...]]]:
    """List the stances that lie in wanting a deed: who wants to sanction somebody is against them."""
    if judgement.stance != "for" or judgement.matter is None or judgement.act in TAKING_SIDES:
        return []
    found: list[tuple[Stance, Span, tuple[str, ...]]] = []
    for word, object_ in deeds(doc, judgement):
        mention = at(cast, object_) if hostile(word) else None
        if mention is not None:
            found.append(("against", mention.span, meant(cast, object_)))
    first, last = script(doc).tokens(judgement.matter)
    root = doc[first : last + 1].root
    sufferer = judgement.target if among(root.lemma_, "atoning") else None
    if hostile(root):
        sufferer = child(root, {"nsubjpass"})
    mention = at(cast, sufferer) if sufferer is not None and judgement.demanded else None
    if mention is not None and sufferer is not None:
        found.append(("against", mention.span, meant(cast, sufferer)))
    return found


def refrained(doc: Doc, judgement: Judgement) -> Span | None:
    """Return what is to be left off in "stop X", "avoid X": asking for that is being against X."""
    if judgement.stance != "for" or judgement.matter is None:
        return None
    if not judgement.demanded and judgement.act not in {"promise", "intend", "threaten"}:
        return None
    first, last = script(doc).tokens(judgement.matter)
    verb = doc[first : last + 1].root
    left = among(verb.lemma_, "opposing") or (judgement.demanded and among(verb.lemma_, "refraining"))
    deed = child(verb, {"dobj", "xcomp"}) if left else None
    if verb.lemma_ == "withdraw" and any(c.lower_ == "from" for h in (verb, deed) if h for c in h.children):
        return None  # "withdraw its troops from X" is a move
    if deed is None or deed.pos_ == "PRON" or not first <= deed.i <= last or deed.i < verb.i:
        return None
    return phrase(deed, max(first, verb.i + 1), last)


def is_to_be_avoided(doc: Doc, matter: Span) -> bool:
    """Say whether words are what somebody should stop or avoid, "[stirring panic]" behind "to avoid": nobody is for it.

    Not where it is denied that one should: "would not stop [the deal]".
    """
    tokens = tokens_in(doc, matter)
    if not tokens:
        return False
    deed = tokens.root
    verb = deed.head
    if deed.dep_ == "pobj" and verb.lower_ == "against" and verb.i < tokens.start:
        return not negated(verb.head)  # "would vote against [the bill]"
    if verb.i >= tokens.start or deed.dep_ not in {"xcomp", "dobj"} or not among(verb.lemma_, "refraining"):
        return False
    return verb.pos_ == "VERB" and not any(c.dep_ == "neg" for c in verb.children)


def is_left_open(doc: Doc, matter: Span) -> bool:
    """Say whether words are what somebody takes neither side on: "neither backs nor opposes [the motion]"."""
    tokens = tokens_in(doc, matter)
    verb = tokens.root.head if tokens else None
    if verb is None or verb.pos_ not in VERBS or not negated(verb):
        return False
    row = [verb.head, verb] if verb.dep_ == "conj" else list(conjuncts(verb))
    cues = [match.cue for one in row if (match := find([one], frozenset({"np"})))]
    return len({cue.stance for cue in cues} - {None}) > 1


def is_innocence(doc: Doc, matter: Span) -> bool:
    """Say whether words tell what somebody denies to have been done, which takes no side: "had [lost the data]"."""
    tokens = tokens_in(doc, matter)
    return bool(tokens) and tokens.root.dep_ in {"ccomp", "acl", "conj"} and looks_back(tokens.root)


def is_asked_of_you(doc: Doc, matter: Span) -> bool:
    """Say whether a matter stands in a question to who is spoken to: "Why do you oppose the plan?" takes no side."""
    words = tokens_in(doc, matter)
    if not len(words):
        return False
    sentence = words[0].sent
    asked = any(t.text == "?" for t in doc[words.end : sentence.end])
    return asked and any(t.lower_ in YOU for t in sentence)


def hostile(word: Token) -> bool:
    """Say whether a deed, or the noun of one, harms whom it is done to."""
    return among(word.lemma_, "hostile") if word.pos_ in VERBS else among(word.lemma_, "hostile_nouns")


def friendly(word: Token) -> bool:
    """Say whether a deed, or the noun of one, helps whom it is done to."""
    return among(word.lemma_, "friendly") if word.pos_ in VERBS else among(word.lemma_, "friendly_nouns")


def deeds(doc: Doc, judgement: Judgement) -> list[tuple[Token, Token]]:
    """List the verbs and nouns of a matter with what each is done to: (meet, Biden), (sanctions, Putin)."""
    assert judgement.matter is not None  # noqa: S101
    first, last = script(doc).tokens(judgement.matter)
    root = doc[first : last + 1].root
    words = [root, *(c for c in root.children if c.dep_ in {"dobj", "attr", "xcomp"})]
    words += [d for c in root.children if c.dep_ == "prep" for d in c.children if d.dep_ == "pobj"]
    found = []
    for word in words:
        for c in word.children if first <= word.i <= last else ():
            object_ = child(c, {"pobj"}) if c.dep_ in {"prep", "dative"} and c.lower_ in ONTO else None
            if c.dep_ in {"dobj", "poss", "compound"}:
                object_ = c  # "meet Biden", "Nixon's resignation", "the Lynch nomination"
            if object_ is not None and first <= object_.i <= last:
                found.append((word, object_))
    return found
