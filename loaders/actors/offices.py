"""Offices: what a phrase tells of a post, its title, whose it is and whether it is past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.actors.affiliations import last_state, of_party
from loaders.actors.ranks import HIGHER, rank_above
from loaders.actors.scene import Scene
from loaders.actors.words import words
from loaders.facts import Membership, Post

if TYPE_CHECKING:
    from spacy.tokens import Token

_FORMER = frozenset(("former", "ex", "then", "former-", "one-time", "onetime", "late", "outgoing-", "ex-"))
_OF = frozenset(("of", "for", "to", "on", "at", "in", "with"))
_PARTY_OFFICES = frozenset(
    "nominee candidate chairman chairwoman chair leader strategist operative consultant delegate "
    "pollster whip spokesman spokeswoman hopeful frontrunner".split()
)
_STATE_OFFICES = frozenset(("governor", "lieutenant governor", "secretary of state", "attorney general"))
_TITLE_ADJECTIVES = frozenset(
    "senior executive presidential vice deputy national chief assistant associate managing general "
    "foreign prime political presumptive congressional gubernatorial senatorial vice-presidential "
    "military federal top ranking acting interim special legal economic financial private public "
    "founding principal joint permanent high".split()
)
_STOP = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "my"))


def office(token: Token) -> bool:
    """Say whether a noun is an office ("minister", "Sen.")."""
    low = token.lower_.removeprefix("ex-").removeprefix("co-")
    return low in words().offices or token.text.rstrip(".") in words().ranks


def add_phrase(scene: Scene, person: str, head: Token, former: bool = False) -> None:
    """Add a post told as a noun phrase with its "of" and "at" phrases."""
    if head.lower_ in words().kin:
        return
    lefts = [c for c in head.lefts if c.dep_ in ("amod", "compound", "poss", "nmod", "det", "nummod", "quantmod")]
    start = min((c.left_edge.i for c in lefts), default=head.i)
    add_post(scene, person, start, head.i, head.i + 1, start, former)


def add_post(scene: Scene, person: str, start: int, head: int, stop: int, left: int, former: bool = False) -> None:
    """Add the post whose words are tokens `start` to `stop`, its noun at `head`; what follows tells where."""
    doc = scene.doc
    organisation, begin = _owner_before(scene, start, head, person)
    former = former or any(t.lower_.split("-")[0] in _FORMER for t in doc[start:head])
    title = [doc[head].text]
    i = head - 1
    while i >= begin and _in_title(scene, doc[i]):
        title.insert(0, doc[i].text)
        i -= 1
    if rank := words().ranks.get(doc[head].text.rstrip(".")):
        above = rank_above(doc, head)
        title = [HIGHER[doc[above].text.rstrip(".")] + " " + rank if above < head else rank]
    after = head + 1
    if after < len(doc) and doc[after].lower_ in ("general", "minister", "state", "elect"):
        title.append(doc[after].text)
        after += 1
    after, organisation = _rest(scene, title, after, stop, organisation, person)
    text = " ".join(title).replace(" - ", "-")
    if gender := words().gender.get(doc[head].lower_):
        scene.gender.setdefault(person, gender)
    if text.lower() in words().minor and organisation is None and len(title) == 1:
        return
    if organisation is None and text.lower() in _STATE_OFFICES and of_party(scene, start, head):
        organisation = last_state(scene, start)
    if organisation is None and (where := _described(scene, start, head, stop)) is not None:
        scene.pending[len(scene.memberships)] = where
    if organisation is None and len(scene.memberships) not in scene.pending and doc[head].text[0].isupper():
        organisation = scene.setting if _of_state(text) else None
    post = Post(text, organisation)
    evidence = scene.span(min(left, start), max(after, stop, head + 1))
    scene.memberships.append(Membership(person, post, evidence, former))


def _of_state(title: str) -> bool:
    """Say whether a title alone is a state's office: "Foreign Minister", "President", not "company president"."""
    low = title.lower()
    return low.endswith("minister") or low in ("president", "vice president", "premier", "chancellor")


def _described(scene: Scene, start: int, head: int, stop: int) -> int | None:
    """Return the noun that tells by description whose office it is: "the party's chair", "lawyer for the outlets"."""
    doc = scene.doc
    for token in doc[start:head]:
        if token.dep_ == "poss" and token.i not in scene.name_at:
            return token.i
    for child in doc[head].rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "at"):
            return next((c.i for c in child.children if c.dep_ == "pobj" and c.i not in scene.name_at), None)
    return None


def _rest(
    scene: Scene, title: list[str], after: int, stop: int, owner: str | None, person: str
) -> tuple[int, str | None]:
    """Read what follows an office: "of State" is the title's, "of the United Federation of Teachers" tells where."""
    doc = scene.doc
    if (
        after + 1 < len(doc)
        and doc[after].lower_ == "of"
        and doc[after + 1].lower_ in ("state", "defense", "defence", "staff")
    ):
        title += ["of", doc[after + 1].text]
        return after + 2, owner
    limit = min(len(doc), after + 14)
    if after >= limit or doc[after].lower_ not in _OF:
        return after, owner
    envoy = doc[after - 1].lower_ in ("ambassador", "envoy")
    if (
        envoy
        and doc[after].lower_ == "to"
        and after + 1 < len(doc)
        and doc[after + 1].pos_ == "PROPN"
        and after + 1 not in scene.name_at
    ):
        title += ["to", doc[after + 1].text]
        return after + 2, owner
    i = after
    while (
        i < limit
        and doc[i].text not in (",", ".", ";", "(", "\n", "who", "and", "said", "says")
        and (doc[i].pos_ not in ("VERB", "AUX") or doc[i].tag_ == "VBG")
    ):
        name = scene.name_at.get(i)
        if name is not None:
            actor = scene.at[i]
            if actor == person:
                break
            if envoy:
                title += [doc[after].text, name.text]
                return name.end, owner
            if scene.actors[actor].kind in ("Organisation", "Country") and name.use not in ("adherent", "demonym"):
                return name.end, actor if owner is None else owner
        i += 1
    return (i if i > after + 1 else after), owner


def _in_title(scene: Scene, token: Token) -> bool:
    """Say whether a word before an office is part of the title ("Foreign", "executive") and no owner or remark."""
    name = scene.name_at.get(token.i)
    if name is not None or token.lower_ in _STOP or not (token.is_alpha or token.text == "-"):
        return False
    low = token.lower_
    if token.pos_ == "ADJ" and token.text.islower() and low not in _TITLE_ADJECTIVES:
        return False
    return (
        low not in _FORMER
        and low not in ("longtime", "long", "time", "new", "current", "running", "mate")
        and (token.pos_ in ("PROPN", "NOUN", "ADJ") or token.text == "-")
        and token.ent_type_ not in ("GPE", "DATE", "NORP")
    )


def _owner_before(scene: Scene, start: int, head: int, person: str) -> tuple[str | None, int]:
    """Find the organisation or country before an office; also the token where the title can begin."""
    organisation, begin = None, start
    for i in range(head - 1, start - 1, -1):
        name = scene.name_at.get(i)
        if name is None or scene.at[i] == person:
            continue
        begin = max(begin, name.end)
        actor = scene.at[i]
        if scene.doc[name.end].tag_ != "POS" and any(t.lower_ in _FORMER for t in scene.doc[name.end : head]):
            break  # "the committee and former Secretary": no owner, unless "Twitter's former director"
        if name.use == "adherent" and scene.doc[head].lower_ not in _PARTY_OFFICES:
            continue
        if scene.kind(actor) in ("Organisation", "Country") and scene.doc[head].text.rstrip(".") not in words().ranks:
            organisation = actor
        break
    return organisation, begin
