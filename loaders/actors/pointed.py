"""Pointed: whom the reading model takes for the speaker, where the source does not name one, and when that stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.loaders.actors.accord import contradicts, many_for_one, named_in_own_words
from sayso.loaders.actors.anonymous import is_anonymous
from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.crowds import is_person
from sayso.loaders.actors.documents import definite
from sayso.loaders.actors.folded import folded
from sayso.loaders.actors.organisations import acronyms
from sayso.loaders.actors.sources import is_passive, speaking_heads
from sayso.loaders.actors.speaker import resolve_speakers
from sayso.loaders.actors.tokens import tokens_in, told_by_clause
from sayso.loaders.actors.words import Gender, words
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Least probability at which the model's choice stands: where no rule finds a speaker or a document speaks; in the place
# of somebody without a name ("the insider"); in the place of somebody whom the rules name. In the judged articles that
# train nothing it is right where the rules are wrong 14 times above SURE and 15 above CERTAIN, and wrong 1 and 5 times.
POINTED, SURE, CERTAIN = 0.5, 0.7, 0.9
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_SEVERAL = word_set("actors/pointed", "several")
_EACH, _BOTH = 0.2, 0.8  # of the probability on each of two who are "they", and on both
_FIRST = word_set("actors/pointed", "first")
_HE, _SHE = word_set("actors/pronouns", "he"), word_set("actors/pronouns", "she")
_AGO = 3000  # code points before it in which it may have been told of
_REACH = 160  # code points within which a name that holds a word is searched


@dataclass(frozen=True, slots=True)
class SpeakerContest:
    """Whom the rules and whom the model name, which differ, and how much of the probability is on the latter."""

    ruled: tuple[str, ...]
    pointed: tuple[str, ...]
    chance: float


def speakers_of(doc: Doc, cast: Cast, attribution: Attribution) -> tuple[str, ...]:
    """Return the keys of those who speak: whom the rules find, or whom the model points at where it is surer.

    A turn is whose its label names: without a name there it is nobody's, an interview's answers aside (interviews.py).
    """
    if attribution.turn:
        return resolve_speakers(doc, cast, attribution) if attribution.sources else ()
    found = contest(doc, cast, attribution)
    if found is None:
        return resolve_speakers(doc, cast, attribution)
    return found.pointed if found.chance >= _least(doc, cast, attribution, found) else found.ruled


def _least(doc: Doc, cast: Cast, attribution: Attribution, found: SpeakerContest) -> float:
    """Return how sure the model has to be to speak against the rules."""
    if set(found.ruled) - _groups(found.ruled):
        return CERTAIN
    heads = {word for head in speaking_heads(doc, attribution) for word in (head.lower_, head.lemma_.lower())}
    # whom a document is only about is a person more often than a body
    by_body = not any(cast.actors[actor].kind == "Person" for actor in found.pointed)
    return SURE if found.ruled and (heads.isdisjoint(words().documents) or not by_body) else POINTED


def contest(doc: Doc, cast: Cast, attribution: Attribution) -> SpeakerContest | None:
    """Return whom rules and model name, where they differ and the model may be right; None elsewhere.

    A name is whose it is, unless the other's name can be the longer one; those without a name whom nothing has told
    of before ("several experts") speak for themselves; and where nobody is said to speak nobody does.
    """
    chance = {a: c for a, c in chances(cast, attribution).items() if a in cast.actors}
    if not chance or nobodys(doc, attribution):
        return None
    ruled, heads = resolve_speakers(doc, cast, attribution), speaking_heads(doc, attribution)
    pointed = _likeliest(cast, chance, heads)
    if set(pointed) <= set(ruled) or (ruled and len(pointed) > 1 and not set(ruled) <= set(pointed) | _groups(ruled)):
        return None
    if any(head.pos_ == "PRON" for head in heads) and _inside(cast, attribution, ruled):
        return None
    if any(_cannot_be(doc, cast, attribution, head, pointed, bool(ruled)) for head in heads):
        return None
    if any(_less_fitting(doc, cast, head, ruled, pointed) for head in heads):
        return None
    if len(ruled) == len(pointed) == 1 and _named_after(cast, ruled[0], pointed[0]):
        return None
    nameless = bool(ruled) and _groups(ruled) == set(ruled)
    named = any(head.pos_ == "PROPN" for head in heads) and not nameless
    if named and not _may_be_called(doc, cast, attribution, pointed[0]):
        return None
    if nameless and not all(_refers(_noun(head)) for head in heads):
        return None
    if nameless and any(_another(doc, cast, attribution, _noun(head), pointed) for head in heads):
        return None
    if nameless and (any(map(is_anonymous, heads)) or _told_before(doc, cast, attribution, ruled)):
        return None
    if nameless and any(_elsewhere(cast, head, actor) for head in heads for actor in pointed):
        return None
    return SpeakerContest(ruled, pointed, sum(chance[actor] for actor in pointed))


def _met(cast: Cast, attribution: Attribution, head: Token, pointed: tuple[str, ...]) -> bool:
    """Say whether the source did something to those pointed at before speaking: "the judge turned to Hill and said"."""
    verb, first = head.head, min((span.start for span in attribution.cues), default=0)
    if head.pos_ != "NOUN" or head.dep_ != "nsubj" or not head.idx < verb.idx < first:
        return False
    between = cast.within(Span(verb.idx + len(verb), first))
    return head.sent.end_char > first and any(m.actor in pointed for m in between)


def _less_fitting(doc: Doc, cast: Cast, head: Token, ruled: tuple[str, ...], pointed: tuple[str, ...]) -> bool:
    """Say whether a source's word is known to fit whom the rules name, and not whom the model points at.

    "She" is a woman, not somebody of whom nothing tells it or who was "he" before; "the teacher" who was called so.
    """
    gender: Gender = "male" if head.lower_ in _HE else "female"
    if head.lower_ not in _HE | _SHE:
        called = [_called(doc, cast, head, actors) for actors in (ruled, pointed)]
        return called == [True, False]
    if any(cast.genders.get(actor) == gender for actor in pointed):
        return False
    fits = any(cast.genders.get(actor) == gender for actor in ruled)
    return fits or (bool(ruled) and any(cast.guessed.get(actor, gender) != gender for actor in pointed))


def _called(doc: Doc, cast: Cast, head: Token, actors: tuple[str, ...]) -> bool:
    """Say whether a noun stands right before the name of an actor: "the teacher Ada Hill"."""
    if head.pos_ != "NOUN" or head.lower_ not in words().people | words().offices:
        return False
    back = cast.within(Span(max(0, head.idx - _AGO), head.idx))
    firsts = (tokens_in(doc, m.span)[:1] for m in back if m.actor in actors)
    return any(first and first.start and doc[first.start - 1].lower_ == head.lower_ for first in firsts)


def _named_after(cast: Cast, ruled: str, pointed: str) -> bool:
    """Say whether a body is named after the person whom the model points at: "the Ada Hill Legacy Program"."""
    body, person = cast.actors[ruled], cast.actors[pointed]
    return body.kind == "Organisation" and person.kind == "Person" and f"{person.name} " in f"{body.name} "


def _groups(actors: tuple[str, ...]) -> set[str]:
    return {actor for actor in actors if actor.startswith("group/")}


def _likeliest(cast: Cast, chance: dict[str, float], heads: tuple[Token, ...]) -> tuple[str, ...]:
    """Return whom the model points at: the likeliest, or the two persons who "they" are."""
    order = sorted(chance, key=lambda a: -chance[a])
    two = [actor for actor in order[:2] if cast.actors[actor].kind == "Person"]
    several = len(heads) == 1 and heads[0].lower_ in _SEVERAL and len(two) == 2
    if several and chance[two[1]] >= _EACH and chance[two[0]] + chance[two[1]] >= _BOTH:
        return tuple(two)
    return tuple(order[:1])


def _may_be_called(doc: Doc, cast: Cast, attribution: Attribution, actor: str) -> bool:
    """Say whether a source can be a shorter name of an actor: all its words are the actor's, or it is the initials."""
    told = {folded(t.text) for s in attribution.sources for t in tokens_in(doc, s) if t.is_alpha and not t.is_stop}
    known = cast.actors[actor]
    names = (known.name, *known.names)
    return any(bool(told) and told <= set(folded(name).split()) for name in names) or any(
        w.upper() in acronyms(name) for w in told for name in names
    )


def nobodys(doc: Doc, attribution: Attribution) -> bool:
    """Say whether a cue without a source tells that nobody is named: "it was reported that", "allegedly".

    "It is absurd to think that" is the author's.
    """
    cues = [t for span in attribution.cues for t in tokens_in(doc, span) if not t.is_space]
    if attribution.sources or not cues:
        return False
    if any(t.lower_ == "it" and t.dep_ in _SUBJECTS for t in cues):
        return True
    return all(t.pos_ == "ADV" for t in cues) or any(
        is_passive(t) and any(c.lower_ == "it" and c.dep_ in _SUBJECTS for c in t.lefts) for t in cues
    )


def _inside(cast: Cast, attribution: Attribution, ruled: tuple[str, ...]) -> bool:
    """Say whether the model points into a mention of whom the rules find: "Tessen" of "Tessen officials"."""
    places = [place for place, _ in attribution.meaning.named[:1]] if attribution.meaning else []
    around = (Span(max(0, place.start - _REACH), place.end + _REACH) for place in places)
    return any(m.actor in ruled and place.within(m.span) for place, near in zip(places, around, strict=True)
               for m in cast.within(near))  # fmt: skip


def _cannot_be(
    doc: Doc, cast: Cast, attribution: Attribution, head: Token, pointed: tuple[str, ...], ruled: bool
) -> bool:
    """Say whether a source's word does not agree with those pointed at."""
    if any(m.actor in pointed for cue in attribution.cues for m in cast.within(cue)):
        return True  # "pressed Ada Hill for" an answer
    if (len(pointed) == 1 and many_for_one(cast, head, pointed[0], ruled)) or _own_kin(cast, head, pointed):
        return True
    if _met(cast, attribution, head, pointed):
        return True
    return any(
        contradicts(cast, head, actor) or named_in_own_words(doc, cast, attribution, head, actor) for actor in pointed
    )


def _noun(head: Token) -> Token:
    """Return the noun that "who" stands for, or the head itself."""
    noun = told_by_clause(head) if head.tag_ in ("WP", "WDT") else None
    return head if noun is None else noun


def _another(doc: Doc, cast: Cast, attribution: Attribution, head: Token, pointed: tuple[str, ...]) -> bool:
    """Say whether a source tells of somebody by those pointed at: "Ada Hill's brother", "the man who met Ada Hill".

    A thing speaks for whose it is, and a spokesman may.
    """
    person = is_person(head) and not head.lower_.startswith("spokes")
    if not person:
        return False
    if any(c.lower_ == "whose" for c in head.lefts):
        return True
    around = [*attribution.sources, Span(doc[head.left_edge.i].idx, head.idx + len(head))]
    named = {m.actor for span in around for m in cast.within(span) if m.span != span}
    return not named.isdisjoint(pointed)


def _own_kin(cast: Cast, head: Token, pointed: tuple[str, ...]) -> bool:
    """Say whether a source tells of the kin of those pointed at: "his wife" is not he."""
    if head.lower_.removeprefix("ex-") not in words().kin:
        return False
    owners = (c for c in head.lefts if c.dep_ == "poss")
    meant = (m.actor for c in owners for m in cast.touching(Span(c.idx, c.idx + len(c))))
    return any(actor in pointed for actor in meant)


def _told_before(doc: Doc, cast: Cast, attribution: Attribution, ruled: tuple[str, ...]) -> bool:
    """Say whether a source is somebody without a name again: "a person close to him … The person said"."""
    if not attribution.sources:
        return False
    start = min(span.start for span in attribution.sources)
    back = cast.within(Span(max(0, start - _AGO), start))
    opening = (tokens_in(doc, m.span)[:1].text.lower() for m in back if m.actor in ruled)
    return any(word in _FIRST for word in opening)


def _elsewhere(cast: Cast, head: Token, actor: str) -> bool:
    """Say whether a source tells of somebody by a state or body that nothing ties an actor to: "the Ohio secretary"."""
    if head.lower_ not in words().offices | words().people:
        return False
    before = Span(head.doc[head.left_edge.i].idx, head.idx)
    told = {m.actor for m in cast.within(before) if not m.actor.startswith(("person/", "group/", "here/"))}
    return bool(told) and told.isdisjoint(m.post.organisation for m in cast.memberships if m.person == actor)


def _refers(head: Token) -> bool:
    """Say whether a source's noun points back: "the motion", "they", "Study" in a headline; not "experts", "a man"."""
    if head.pos_ == "PRON":
        return True
    several = head.tag_ in ("NNS", "NNPS")
    return definite(head) or not (several or any(c.dep_ in ("det", "nummod") for c in head.lefts))


def chances(cast: Cast, attribution: Attribution) -> dict[str, float]:
    """Return by actor how much of the model's probability of naming the speaker lies on its mentions.

    The model points at words; all places where one actor is named count together.
    """
    found: dict[str, float] = {}
    for place, chance in attribution.meaning.named if attribution.meaning else ():
        around = Span(max(0, place.start - _REACH), place.end + _REACH)
        held = [m for m in cast.within(around) if place.within(m.span)]
        if held:
            actor = min(held, key=lambda m: m.span.end - m.span.start).actor
            found[actor] = found.get(actor, 0.0) + chance
    return found
