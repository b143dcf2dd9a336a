"""Offices: what a phrase tells of a post, its title, whose it is and whether it is past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.affiliations import last_state, of_party
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.office_nouns import has_office, office, portfolio, shared_office
from sayso.loaders.actors.owners import (
    body_after,
    described_after,
    described_owner,
    firm_before,
    land_after,
    owner_before,
    place_after,
    place_before,
)
from sayso.loaders.actors.ranks import HIGHER, rank_above
from sayso.loaders.actors.scene import Scene
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Membership, Post
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_FORMER = word_set("actors/offices", "former")
_OF = word_set("actors/offices", "of")
_STATE_OFFICES = word_set("actors/offices", "state_offices")
_TITLE_ADJECTIVES = word_set("actors/offices", "title_adjectives")
_LOCAL = word_set("actors/offices", "local")
_OF_FIRMS = word_set("actors/offices", "of_firms")
_STOP = word_set("actors/offices", "stop")
_SENT = word_set("actors/settled", "elected")
_NO_PART = word_set("actors/offices", "no_part")
_HYPHENED = word_set("actors/offices", "hyphened")
_BEHIND = word_set("actors/offices", "behind")
_ALWAYS_OF = word_set("actors/offices", "always_of")
_OF_THE_HOUSE = word_set("actors/offices", "of_the_house")
_SENT_TO = word_set("actors/offices", "sent_to")
_ENDS = word_set("actors/offices", "ends")


def add_phrase(scene: Scene, person: str, head: Token, former: bool = False) -> None:
    """Add a post told as a noun phrase with its "of" and "at" phrases."""
    if head.lower_ in words().kin:
        return
    lefts = [c for c in head.lefts if c.dep_ in ("amod", "compound", "poss", "nmod", "det", "nummod", "quantmod")]
    start = min((c.left_edge.i for c in lefts), default=head.i)
    add_post(scene, person, start, head.i, head.i + 1, start, former)


def add_led(scene: Scene, person: str, title: str, verb: Token, body: Token) -> None:
    """Add the post of who "heads the European Central Bank"."""
    actor = scene.at.get(body.i)
    if actor is not None and scene.kind(actor) == "Organisation":
        evidence = scene.span(verb.i, body.i + 1)
        past = verb.tag_ == "VBD"
        scene.memberships.append(Membership(person, Post(title, actor), evidence, past))


def add_post(scene: Scene, person: str, start: int, head: int, stop: int, left: int, former: bool = False) -> None:
    """Add the post whose words are tokens `start` to `stop`, its noun at `head`; what follows tells where."""
    if start > head:
        return  # "would counsel Ada Hill" tells of no office
    doc = scene.doc
    organisation, begin = owner_before(scene, start, head, person)
    former = former or any(t.lower_.split("-")[0] in _FORMER for t in doc[start:head])
    title, after = _title(scene, begin, head)
    party = organisation if organisation is not None and "party" in scene.kinds.get(organisation, ()) else None
    after, organisation = _rest(scene, title, after, None if party else organisation, person)
    organisation = organisation or party  # "the Democratic chairman of the House panel" is the panel's
    text = " ".join(title).replace(" - ", "-")
    if gender := words().gender.get(doc[head].lower_):
        scene.gender.setdefault(person, gender)
    held = stop in scene.name_at and scene.at[stop] == person  # the holder's name stands behind
    if organisation is None and held:
        organisation = body_after(scene, scene.name_at[stop].end)
    if text.lower() in words().minor and organisation is None and len(title) == 1:
        return
    local = not _LOCAL.isdisjoint((doc[head].lower_, text.lower())) or text.lower() in _STATE_OFFICES
    local = local or doc[head - 1].lower_ == "county"
    if organisation is None and local:
        organisation = place_before(scene, start, head)
        if organisation and text.lower() not in _LOCAL:
            text = " ".join(w for w in title if w.lower() in _TITLE_ADJECTIVES | words().offices or w == title[-1])
        organisation = organisation or place_after(scene, after, stop)
    if organisation is None and held:
        organisation = land_after(scene, scene.name_at[stop].end, local=local)
    if organisation is None and text.lower() in _STATE_OFFICES and of_party(scene, start, head):
        organisation = last_state(scene, start)
    if organisation is None and held and (waits := described_after(scene, scene.name_at[stop].end)) is not None:
        scene.pending[len(scene.memberships)] = waits
    elif organisation is None:
        organisation = _owner_elsewhere(scene, person, title, text, start, head)
    evidence = scene.span(min(left, start), max(after, stop, head + 1))
    scene.memberships.append(Membership(person, Post(text, organisation), evidence, former))


def _title(scene: Scene, begin: int, head: int) -> tuple[list[str], int]:
    """Return the words of a title that begins at `begin` at the earliest, its noun at `head`, and what follows it."""
    doc = scene.doc
    noun = shared_office(doc[head]) or doc[head].text.rstrip(".")
    title = [noun if noun in words().ranks else shared_office(doc[head]) or doc[head].text]
    i = head - 1
    while i >= begin and _in_title(scene, doc[i]):
        title.insert(0, doc[i].text)
        i -= 1
    if rank := words().ranks.get(noun):
        above = rank_above(doc, head)
        title = [HIGHER[doc[above].text.rstrip(".")] + " " + rank if above < head else rank]
    after = head + 1
    if after + 1 < len(doc) and doc[after].text == "-" and doc[after + 1].lower_ in _HYPHENED:
        return [*title, "-", doc[after + 1].text], after + 2
    if after < len(doc) and doc[after].lower_ in _BEHIND:
        return [*title, doc[after].text], after + 1
    if doc[after : after + 2].text.lower() == "at large":
        return [*title, doc[after].text, doc[after + 1].text], after + 2
    return title, after


def _owner_elsewhere(scene: Scene, person: str, title: list[str], text: str, start: int, head: int) -> str | None:
    """Return whose a post is that does not say it itself, or note on which noun that waits."""
    doc = scene.doc
    if len(title) > 1 and _body_in(title) and doc[head - 1].lower_ in words().organisations:
        waits: int | None = head - 1  # "Society President Ash Hill": of the society named before
    else:
        waits = described_owner(scene, start, head)
    if waits is not None:
        scene.pending[len(scene.memberships)] = waits
    organisation = None
    if waits is None and doc[head].text[0].isupper() and person not in scene.figures:
        organisation = scene.setting if has_office(scene.setting, text) else None
    if organisation is None and doc[head].text == "Commissioner" and "European Commission" in doc.text:
        organisation = scene.shared("organisation/european-commission")
    if organisation is None and waits is None and text.lower() in _OF_FIRMS:
        organisation = firm_before(scene, start)
    return organisation


def _body_in(title: list[str]) -> bool:
    """Say whether a title begins with a body's kind: "Society President", "fire service spokesman"."""
    return title[0].lower() in words().organisations or (len(title) > 2 and title[1].lower() in words().organisations)


def _rest(scene: Scene, title: list[str], after: int, owner: str | None, person: str) -> tuple[int, str | None]:
    """Read what follows an office: "of State" is the title's, "of the United Federation of Teachers" tells where."""
    doc = scene.doc
    if after + 1 < len(doc) and doc[after].lower_ == "of" and doc[after + 1].lower_ in _ALWAYS_OF:
        title += ["of", doc[after + 1].text]
        return after + 2, owner
    if doc[after : after + 3].text.lower() in _OF_THE_HOUSE:
        title += [token.text for token in doc[after : after + 3]]
        return after + 3, owner
    if after + 1 < len(doc) and doc[after].lower_ in ("of", "for") and portfolio(title[-1], doc[after + 1]):
        title += [doc[after].text, doc[after + 1].text]
        after += 2
    if after + 2 < len(doc) and doc[after].lower_ == "and":  # "Chairman and Chief Operating Officer of AirTran"
        ahead = range(after + 1, min(after + 6, len(doc) - 1))
        second = next((i for i in ahead if office(doc[i]) and doc[i + 1].lower_ in ("of", "at")), None)
        if second is not None:
            after = second + 1
    limit = min(len(doc), after + 14)
    if after + 1 < limit and doc[after].lower_ == "from" and title[-1].title() in _SENT:
        return _sent_from(scene, after + 1, owner)  # "Senator from Vermont Ada Hill"
    if after >= limit or doc[after].lower_ not in _OF:
        return after, owner
    envoy = doc[after - 1].lower_ in _SENT_TO
    unnamed = after + 1 < len(doc) and doc[after + 1].pos_ == "PROPN" and after + 1 not in scene.name_at
    if envoy and doc[after].lower_ == "to" and unnamed:
        title += ["to", doc[after + 1].text]
        return after + 2, owner
    return _named_behind(scene, title, range(after, limit), owner, person, envoy=envoy)


def _named_behind(
    scene: Scene, title: list[str], ahead: range, owner: str | None, person: str, *, envoy: bool
) -> tuple[int, str | None]:
    """Return the first body or state in the phrase behind an office, and what follows; envoys' ends the title."""
    doc, i = scene.doc, ahead.start
    while (
        i < ahead.stop
        and doc[i].text not in _ENDS
        and (doc[i].pos_ not in ("VERB", "AUX") or doc[i].tag_ == "VBG" or doc[i - 1].text == "-")
    ):
        name = scene.name_at.get(i)
        if name is not None:
            actor = scene.at[i]
            if actor == person:
                break
            if envoy and name.form != "person":
                title += [doc[ahead.start].text, name.text]
                return name.end, owner
            owns = scene.kind(actor) == "Country" and name.end < ahead.stop and doc[name.end].tag_ == "POS"
            if owns:  # "director of Kenya's Relief Fund" is the fund's
                i = name.end
                continue
            if scene.actors[actor].kind in ("Organisation", "Country") and name.use not in ("adherent", "demonym"):
                return name.end, actor if owner is None else owner
        i += 1
    return (i if i > ahead.start + 1 else ahead.start), owner


def _sent_from(scene: Scene, start: int, owner: str | None) -> tuple[int, str | None]:
    """Return the state that sends a member, and the token behind it; the recogniser may join it to the name."""
    doc = scene.doc
    for end in (start + 2, start + 1):
        entry = lexicon().find(doc[start:end].text)
        if entry is not None and entry.actor.startswith("country/"):
            return end, scene.shared(entry.actor)
    return start - 1, owner


def _in_title(scene: Scene, token: Token) -> bool:
    """Say whether a word before an office is part of the title ("Foreign", "executive") and no owner or remark."""
    name = scene.name_at.get(token.i)
    if name is not None or token.lower_ in _STOP or not (token.is_alpha or token.text == "-"):
        return False
    low = token.lower_
    if token.pos_ == "ADJ" and token.text.islower() and low not in _TITLE_ADJECTIVES | words().portfolios:
        return False
    return (
        low not in _FORMER
        and low not in _NO_PART
        and (token.pos_ in ("PROPN", "NOUN", "ADJ") or token.text == "-")
        and token.ent_type_ not in ("GPE", "DATE", "NORP")
    )
