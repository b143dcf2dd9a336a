"""Offices: what a phrase tells of a post, its title, whose it is and whether it is past."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.affiliations import last_state, of_party
from sayso.loaders.actors.known import Name
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.ranks import HIGHER, rank_above
from sayso.loaders.actors.scene import Scene
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Membership, Post
from sayso.loaders.word_lists import word_row, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FORMER = word_set("actors/offices", "former")
_OF = word_set("actors/offices", "of")
_PARTY_OFFICES = word_set("actors/offices", "party_offices")
_STATE_OFFICES = word_set("actors/offices", "state_offices")
_TITLE_ADJECTIVES = word_set("actors/offices", "title_adjectives")
_LOCAL = word_set("actors/offices", "local")
_LOCAL_WORDS = word_set("actors/offices", "local_words")
_ANY_STATE = word_set("actors/offices", "any_state")
_MINISTERIAL = word_row("actors/offices", "ministerial")
_NO_MINISTERS = word_set("actors/offices", "no_ministers")
_ELECTED = word_set("actors/offices", "elected")
_MEMBERS = word_set("actors/offices", "members")
_OF_FIRMS = word_set("actors/offices", "of_firms")
_PARAGRAPH = 80  # words back
_MATTERS = word_set("actors/offices", "matters")
_STOP = word_set("actors/offices", "stop")
_ENVOYS = word_set("actors/offices", "envoys")
_SENT = word_set("actors/settled", "elected")
_NO_PART = word_set("actors/offices", "no_part")


def office(token: Token) -> bool:
    """Say whether a noun is an office ("minister", "Sen."), or several before their holders' names ("Presidents")."""
    low = token.lower_.removeprefix("ex-").removeprefix("co-")
    return low in words().offices or token.text.rstrip(".") in words().ranks or shared_office(token) is not None


def shared_office(token: Token) -> str | None:
    """Return the office that a plural with a capital gives to several: "Ministers" → "Minister", "Sens." → "Sen"."""
    plain = token.text.rstrip(".")
    one = plain.removesuffix("s")
    if one == plain or plain.endswith("ss") or not plain[0].isupper():
        return None
    return one if one in words().ranks or one.lower() in words().offices - words().minor else None


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
    doc = scene.doc
    organisation, begin = _owner_before(scene, start, head, person)
    former = former or any(t.lower_.split("-")[0] in _FORMER for t in doc[start:head])
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
    if after + 1 < len(doc) and doc[after].text == "-" and doc[after + 1].lower_ in ("general", "elect", "designate"):
        title += ["-", doc[after + 1].text]
        after += 2
    elif after < len(doc) and doc[after].lower_ in ("general", "minister", "state", "elect"):
        title.append(doc[after].text)
        after += 1
    elif doc[after : after + 2].text.lower() == "at large":
        title += [doc[after].text, doc[after + 1].text]
        after += 2
    party = organisation if organisation is not None and "party" in scene.kinds.get(organisation, ()) else None
    after, organisation = _rest(scene, title, after, stop, None if party else organisation, person)
    organisation = organisation or party  # "the Democratic chairman of the House panel" is the panel's
    text = " ".join(title).replace(" - ", "-")
    if gender := words().gender.get(doc[head].lower_):
        scene.gender.setdefault(person, gender)
    if organisation is None and stop in scene.name_at and scene.at[stop] == person:
        organisation = _body_after(scene, scene.name_at[stop].end)
    if text.lower() in words().minor and organisation is None and len(title) == 1:
        return
    local = not _LOCAL.isdisjoint((doc[head].lower_, text.lower())) or text.lower() in _STATE_OFFICES
    local = local or doc[head - 1].lower_ == "county"
    if organisation is None and local:
        organisation = _place_before(scene, start, head)
        if organisation and text.lower() not in _LOCAL:
            text = " ".join(w for w in title if w.lower() in _TITLE_ADJECTIVES | words().offices or w == title[-1])
    if organisation is None and local:
        organisation = _place_after(scene, after, stop)
    if organisation is None and stop in scene.name_at and scene.at[stop] == person:
        organisation = land_after(scene, scene.name_at[stop].end, local=local)
    if organisation is None and text.lower() in _STATE_OFFICES and of_party(scene, start, head):
        organisation = last_state(scene, start)
    if organisation is None and len(title) > 1 and _body_in(title) and doc[head - 1].lower_ in words().organisations:
        scene.pending[len(scene.memberships)] = head - 1  # "Society President Ash Hill": of the society named before
    elif organisation is None and (where := _described(scene, start, head, stop)) is not None:
        scene.pending[len(scene.memberships)] = where
    if organisation is None and len(scene.memberships) not in scene.pending and doc[head].text[0].isupper():
        organisation = scene.setting if has_office(scene.setting, text) and person not in scene.figures else None
    if organisation is None and doc[head].text == "Commissioner" and "European Commission" in doc.text:
        organisation = scene.shared("organisation/european-commission")
    if organisation is None and len(scene.memberships) not in scene.pending and text.lower() in _OF_FIRMS:
        organisation = _firm_before(scene, start)
    post = Post(text, organisation)
    evidence = scene.span(min(left, start), max(after, stop, head + 1))
    scene.memberships.append(Membership(person, post, evidence, former))


def _body_in(title: list[str]) -> bool:
    """Say whether a title begins with a body's kind: "Society President", "fire service spokesman"."""
    return title[0].lower() in words().organisations or (len(title) > 2 and title[1].lower() in words().organisations)


def _firm_before(scene: Scene, before: int) -> str | None:
    """Return the company that a paragraph is about, for "Chief Executive Ada Hill" without another word."""
    doc = scene.doc
    for i in range(before - 1, max(-1, before - _PARAGRAPH), -1):
        if "\n" in doc[i].text:
            return None
        actor = scene.at.get(i, "")
        if actor.startswith("organisation/") and actor not in lexicon().media | lexicon().home.keys():
            return actor
    return None


def of_state(title: str) -> bool:
    """Say whether a title alone is a state's office: "Foreign Minister", "President", not "company president"."""
    low = title.lower()
    return low.endswith("minister") or low in ("president", "vice president", "premier", "chancellor")


def has_office(land: str | None, title: str) -> bool:
    """Say whether a title alone can be a state's office: the United States have no Prime Minister."""
    return of_state(title) and may_have(land, title)


def may_have(land: str | None, title: str) -> bool:
    """Say whether a state that is named nearby may be a minister's: no "Minister" alone tells of which."""
    low = title.lower()
    ministerial = low.endswith(_MINISTERIAL)
    return low not in _ANY_STATE and not (ministerial and land in _NO_MINISTERS)


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
    if after + 1 < len(doc) and doc[after].lower_ in ("of", "for") and _portfolio(title[-1], doc[after + 1]):
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
        and (doc[i].pos_ not in ("VERB", "AUX") or doc[i].tag_ == "VBG" or doc[i - 1].text == "-")
    ):
        name = scene.name_at.get(i)
        if name is not None:
            actor = scene.at[i]
            if actor == person:
                break
            if envoy and name.form != "person":
                title += [doc[after].text, name.text]
                return name.end, owner
            owns = scene.kind(actor) == "Country" and name.end < limit and doc[name.end].tag_ == "POS"
            if owns:  # "director of Kenya's Relief Fund" is the fund's
                i = name.end
                continue
            if scene.actors[actor].kind in ("Organisation", "Country") and name.use not in ("adherent", "demonym"):
                return name.end, actor if owner is None else owner
        i += 1
    return (i if i > after + 1 else after), owner


def _sent_from(scene: Scene, start: int, owner: str | None) -> tuple[int, str | None]:
    """Return the state that sends a member, and the token behind it; the recogniser may join it to the name."""
    doc = scene.doc
    for end in (start + 2, start + 1):
        entry = lexicon().find(doc[start:end].text)
        if entry is not None and entry.actor.startswith("country/"):
            return end, scene.shared(entry.actor)
    return start - 1, owner


def is_portfolio(doc: Doc, at: int) -> bool:
    """Say whether a word that could be an office is what another is about: "Justice" of "Secretary of Justice"."""
    return at > 1 and doc[at - 1].lower_ in ("of", "for") and _portfolio(doc[at - 2].text, doc[at])


def _portfolio(title: str, token: Token) -> bool:
    """Say whether a word behind "Secretary of" or "Minister for" is what the office is about: "Justice", "Health"."""
    ministry = title.lower() in ("secretary", "minister", "undersecretary")
    return ministry and token.lower_ in words().portfolios | _MATTERS and token.text[0].isupper()


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
        rank = words().ranks.get((shared_office(scene.doc[head]) or scene.doc[head].text).rstrip("."))
        elected = rank in _ELECTED and scene.kind(actor) == "Country"
        member = rank in _MEMBERS and "party" in scene.kinds.get(actor, ())
        if scene.kind(actor) in ("Organisation", "Country") and (rank is None or elected or member):
            organisation = _sender(scene, start, i, head) or actor
        break
    return organisation, begin


def _sender(scene: Scene, start: int, before: int, head: int) -> str | None:
    """Return the state in "Russia’s U.N. envoy": whose envoy it is, not where to."""
    if scene.doc[head].lower_ not in _ENVOYS:
        return None
    lands = (scene.at[i] for i in range(start, before) if scene.at.get(i, "").startswith("country/"))
    return next(lands, None) if not scene.at[before].startswith("country/") else None


def _place_before(scene: Scene, start: int, head: int) -> str | None:
    """Return the town or region before a local office: "Paris Mayor", "Bavaria's premier"."""
    doc, i = scene.doc, head - 1
    while i > start and (doc[i].lower_ in _TITLE_ADJECTIVES | _LOCAL_WORDS or doc[i].tag_ == "POS" or office(doc[i])):
        i -= 1
    return _place_at(scene, i, start) if i >= start else None


def _place_after(scene: Scene, after: int, stop: int) -> str | None:
    """Return the town or region of "mayor of Paris", "governor of the Donetsk region"; `after` follows the phrase."""
    doc = scene.doc
    begin = next((i for i in range(after - 1, max(after - 6, stop - 2, 0), -1) if doc[i].lower_ == "of"), None)
    if begin is None:
        begin = after if after < len(doc) and doc[after].lower_ == "of" else None
    if begin is None:
        return None
    last = begin + 1 + (begin + 1 < len(doc) and doc[begin + 1].lower_ == "the")
    while last + 1 < len(doc) and doc[last + 1].pos_ == doc[last].pos_ == "PROPN" and last + 1 not in scene.name_at:
        last += 1
    return _place_at(scene, last, begin + 1) if last < len(doc) else None


def _place_at(scene: Scene, last: int, first: int) -> str | None:
    """Return the body that stands for a town or region named up to token `last`."""
    doc = scene.doc
    if last in scene.places:
        return _with_state(scene, scene.place(scene.places[last]), last)
    start = last
    while start > first and doc[start - 1].pos_ == "PROPN" and doc[start - 1].i not in scene.name_at:
        start -= 1
    words_ = doc[start : last + 1]
    if any(t.pos_ != "PROPN" or not t.text.istitle() or t.i in scene.name_at or office(t) for t in words_):
        return None
    if any(t.lower_ in _TITLE_ADJECTIVES | words().portfolios | _FORMER or t.ent_type_ == "NORP" for t in words_):
        return None
    return _with_state(scene, scene.place(Name(start, last + 1, "place", words_.text)), last)


def _with_state(scene: Scene, town: str, last: int) -> str:
    """Add "Leeds, Alabama" to the names of a town that ends with token `last`, where its state follows."""
    doc = scene.doc
    name = scene.name_at.get(last + 2) if last + 2 < len(doc) and doc[last + 1].text == "," else None
    if name is not None and scene.at[last + 2].startswith("country/US-"):
        actor = scene.actors[town]
        short = {n for n in (actor.name, *actor.names) if not n.startswith("City of ")}
        scene.add(replace(actor, names=actor.names | {f"{n}, {name.text}" for n in short if "," not in n}))
    return town


def _body_after(scene: Scene, end: int) -> str | None:
    """Return the body behind a holder's name: "ecologist Ada Hill of the University of Leeds"."""
    doc = scene.doc
    if end + 1 >= len(doc) or doc[end].lower_ not in ("of", "at", "from", "with"):
        return None
    name = scene.name_at.get(end + 1 + (doc[end + 1].lower_ == "the"))
    if name is None or name.form != "organisation" or name.use == "adherent":
        return None
    actor = scene.at.get(name.start, "")
    return actor if actor.startswith("organisation/") and actor not in lexicon().media else None


def land_after(scene: Scene, end: int, *, local: bool) -> str | None:
    """Return the state behind a holder's name: "Foreign Minister Dmytro Kuleba of Ukraine"."""
    doc = scene.doc
    if end + 1 >= len(doc) or doc[end].lower_ != "of":
        return None
    name = scene.name_at.get(end + 1)
    if name is not None and name.use not in ("adherent", "demonym") and scene.kind(scene.at[end + 1]) == "Country":
        return scene.at[end + 1]
    last = next((i for i in range(end + 1, min(end + 5, len(doc))) if i in scene.places), None)
    return scene.place(scene.places[last]) if local and last is not None else None
