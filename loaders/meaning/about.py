"""About: which actors a statement's words talk about."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.crowds import is_crowd, is_people
from sayso.loaders.facts import Attribution, Mention
from sayso.loaders.meaning.actors import at, meant
from sayso.loaders.meaning.appraisal import among
from sayso.loaders.meaning.crowds import DOERS
from sayso.loaders.meaning.cueing import judge_once
from sayso.loaders.meaning.judgement import Judgement
from sayso.loaders.meaning.reading import first_person, read
from sayso.loaders.meaning.script import script
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLACES = word_set("meaning/about", "places")
SIDED = {"demand", "accuse", "reject", "support", "threaten"}  # acts whose cue may name whom they concern
LEADING = word_set("meaning/about", "leading")
STATELY = word_set("meaning/about", "stately")
# "we" is the speaker, and whom "their" means is named or meant beside it, or not talked about.
SILENT = {"PRP$"}
PERSONAL = {"his", "her"}  # the owner of what the words name; "its" and "their" are mostly named beside
VAGUE = word_set("meaning/about", "vague")
NEAR = 12  # tokens after a cue in which whom it is asked of may stand


def about(doc: Doc, cast: Cast, attribution: Attribution, speakers: Collection[str]) -> tuple[str, ...]:
    """List the actors that the words talk about, in order of appearance, the speakers left out.

    Who is asked counts, though named between cue and content ("called on his allies to …"). A name inside a longer
    one ("Russian President Vladimir Putin" holds Russia) and a place that is only where something happens do not.
    """
    mentions = asked(doc, cast, attribution)
    wanted = {key for j in judge_once(doc, cast, attribution, tuple(speakers)) for key in of_whom(cast, j)}
    for span in sorted(attribution.contents):
        mentions += [m for m in outermost(cast.within(span)) if m.actor in wanted or not vague(doc, m)]
    found = (
        m.actor
        for m in mentions
        if m.actor not in speakers and (counts(doc, cast, m) or (m.actor in wanted and known(cast, m.actor)))
    )
    return tuple(dict.fromkeys(found))


def of_whom(cast: Cast, judgement: Judgement) -> tuple[str, ...]:
    """List of whom something is demanded: a nameless crowd that is asked is talked about too."""
    return meant(cast, judgement.target) if judgement.demanded else ()


def outermost(mentions: list[Mention]) -> list[Mention]:
    """Leave out the mentions that stand inside another one of the list, which is in text order."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or mention.span.end > kept[-1].span.end:
            kept.append(mention)
    return kept


def counts(doc: Doc, cast: Cast, mention: Mention) -> bool:
    """Say whether a mention is talked about: no place where something happens, no nameless crowd."""
    actor = cast.actors.get(mention.actor)
    first, last = script(doc).tokens(mention.span)
    if actor is None or first > last:
        return False
    words = doc[first : last + 1]
    if first == last and (first_person(words[0]) or (words[0].tag_ in SILENT and words[0].lower_ not in PERSONAL)):
        return False
    if actor.kind == "Group" and is_part(words.root):
        return False
    if actor.kind == "Group" and not any(named(token) or is_crowd(token) for token in words):
        return False
    if (first and doc[first - 1].text == "#") or doc[first].lower_ in {"our", "my"}:
        return False
    if actor.kind != "Person" and in_title(cast, mention):
        return False
    if actor.kind == "Person" and words.root.dep_ == "compound" and words.root.pos_ == "PROPN":
        return words.root.head.lower_ in STATELY or is_people(words.root.head)  # "Warhol photographs" are not Warhol
    if actor.kind == "Organisation" and is_site(words.root):
        return False
    return not (actor.kind == "Country" and (is_place(words.root) or qualifies(words.root)))


def is_part(root: Token) -> bool:
    """Say whether a crowd only tells which other crowd is meant: "the families of the victims"."""
    behind = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else None
    return behind is not None and is_crowd(behind)


def vague(doc: Doc, mention: Mention) -> bool:
    """Say whether a mention is a pronoun that tells little: "it", "they"."""
    first, last = script(doc).tokens(mention.span)
    return first == last and doc[first].lower_ in VAGUE


def known(cast: Cast, crowd: str) -> bool:
    """Say whether it is told which crowd is asked: "county officials" and "leaders", but no "people", no "sides"."""
    label = cast.actors[crowd].name
    return " " in label or label.removesuffix("s").endswith(DOERS)


def named(token: Token) -> bool:
    """Say whether a word makes a crowd a known one: "Western allies", "the Ohio voters"."""
    return token.pos_ == "PROPN" or token.ent_type_ == "NORP" or (token.is_title and not token.is_sent_start)


def is_place(root: Token) -> bool:
    """Say whether a country's name is only the place: "in Ukraine", "across Ohio's cities"."""
    if root.dep_ in {"poss", "compound", "amod"} and among(root.head.lemma_, "regions"):
        root = root.head
    if root.dep_ == "pobj" and root.head.lower_ == "of" and among(root.head.head.lemma_, "regions"):
        return True  # "the village of Ak-Terek"
    if root.dep_ == "appos" and root.head.ent_type_ in {"GPE", "LOC", "FAC"}:
        return True  # "in Gdansk, Poland"
    return root.dep_ == "pobj" and root.head.lower_ in PLACES


def is_site(root: Token) -> bool:
    """Say whether a body's name is a building or a town where something happens: "at Lee Airport", "to Oslo"."""
    return root.dep_ == "pobj" and root.head.lower_ in PLACES | {"to", "from"} and among(root.lemma_, "sites")


def in_title(cast: Cast, mention: Mention) -> bool:
    """Say whether a body or state only tells whose office somebody holds: "Ukraine's President Ada Hill"."""
    posts = (m for m in cast.memberships if m.evidence.start <= mention.span.start < m.evidence.end)
    return any(m.post.organisation == mention.actor for m in posts)


def qualifies(root: Token) -> bool:
    """Say whether a country's name only tells which thing is meant: "the 2020 U.S. election", "US dollars"."""
    return (
        root.dep_ in {"compound", "amod", "nmod"}
        and root.head.lower_ not in STATELY
        and root.head.ent_type_ != "PERSON"
    )


def asked(doc: Doc, cast: Cast, attribution: Attribution) -> list[Mention]:
    """List who is asked, blamed or praised in or after the cue: "called on [his allies]", "accused [him] of"."""
    reading = read(doc, attribution)
    if reading.match is None or reading.match.cue.act not in SIDED or not reading.ranges or not reading.cue:
        return []
    first, last = reading.cue[0].i, reading.cue[-1].i
    found = []
    for token in doc[first : min(reading.ranges[0][0], last + 1 + NEAR)]:
        link = token.head.head if token.dep_ == "pobj" and token.head.lower_ in LEADING else token.head
        if token.dep_ in {"dobj", "pobj", "dative"} and first <= link.i <= last:
            found += [m for part in (token, *token.conjuncts) if part.i >= token.i and (m := at(cast, part))]
    return found
