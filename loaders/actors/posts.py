"""Posts: offices with their holders, as an article tells them: "NATO Secretary General Jens Stoltenberg"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.actors.affiliations import affiliate, last_state, of_party
from loaders.actors.ranks import HIGHER, rank_above, same_rank
from loaders.actors.scene import Scene
from loaders.actors.words import words
from loaders.facts import Membership, Post

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 14  # words before a name that its title can take
_FORMER = frozenset(("former", "ex", "then", "former-", "one-time", "onetime", "late", "outgoing-", "ex-"))
_OF = frozenset(("of", "for", "to", "on", "at", "in", "with"))
_PARTY_OFFICES = frozenset(
    "nominee candidate chairman chairwoman chair leader strategist operative consultant delegate "
    "pollster whip spokesman spokeswoman hopeful frontrunner".split()
)
_STATE_OFFICES = frozenset(("governor", "lieutenant governor", "secretary of state", "attorney general"))
_LEAVING = frozenset("resign step oust fire remove depose quit leave serve retire".split())
_TENURE = frozenset("tenure role position time stint job term work service career years".split())
_TITLE_ADJECTIVES = frozenset(
    "senior executive presidential vice deputy national chief assistant associate managing general "
    "foreign prime political presumptive congressional gubernatorial senatorial vice-presidential "
    "military federal top ranking acting interim special legal economic financial private public "
    "founding principal joint permanent high".split()
)
_STOP = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "my"))


def find_posts(scene: Scene) -> None:
    """Add the memberships that the article tells to the scene, in text order."""
    for index, name in enumerate(scene.names):
        if name.form != "person":
            continue
        person = scene.at[name.start]
        affiliate(scene, name.start, name.end, person)
        _before_name(scene, index, person)
        _beside_name(scene, name.start, name.end, person)
        _told(scene, name.start, name.end, person)
        same_rank(scene, name.start, name.end, person)


def office(token: Token) -> bool:
    """Say whether a noun is an office ("minister", "Sen.")."""
    low = token.lower_.removeprefix("ex-").removeprefix("co-")
    return low in words().offices or token.text.rstrip(".") in words().ranks


def _before_name(scene: Scene, index: int, person: str) -> None:
    """Read the titles before a name: "Russia’s Foreign Minister Sergei Lavrov"."""
    doc, name = scene.doc, scene.names[index]
    start, first = name.start, max(0, name.start - 2 * _REACH)
    # spaCy's own `sent` walks to the sentence's edges, however far they are
    sentence = next((i for i in range(start, first, -1) if doc[i].is_sent_start), first)
    head, before = None, name.start - 1
    while before > sentence and (doc[before].is_space or doc[before].lower_.rstrip(".") in words().honorifics):
        before -= 1
    if before >= sentence and (doc[before].pos_ == "ADP" or doc[before].lower_ in ("to", "the", "a", "an")):
        return  # "a spokesman for Mrs. Clinton" is not she
    for i in range(name.start - 1, max(sentence, name.start - _REACH) - 1, -1):
        token = doc[i]
        if token.is_space and "\n" not in token.text:
            continue
        other = scene.name_at.get(i)
        if head is None and office(token) and i not in scene.name_at:
            head = i
        if head is None and not _may_follow_title(scene, token):
            break
        if head is not None and not _may_belong(token, other is not None):
            break
        if other is not None and other.form == "person" and not _owner(doc[other.end - 1], head):
            break
        start = i
    if head is None:
        return
    while head > start and doc[head - 1].lower_ == "of" and head - 2 >= start and office(doc[head - 2]):
        head -= 2
    _add(scene, person, start, head, name.start, start)
    # "Republican nominee Gov. Mike Pence" holds two, "police commissioner Lt. Gen. Mary Hill" too
    above = rank_above(doc, head)
    if start < above < head and office(doc[above - 1]):
        _add(scene, person, start, above - 1, above, start)
    elif (
        head > start
        and doc[head].text.rstrip(".") in words().ranks
        and office(doc[head - 1])
        and head - 1 not in scene.name_at
    ):
        _add(scene, person, start, head - 1, head, start)


def _may_follow_title(scene: Scene, token: Token) -> bool:
    """Words between a title and the name: "of State", "to Moscow", "of the FBI", "General"."""
    return token.i in scene.name_at or token.pos_ == "PROPN" or token.lower_ in _OF or token.lower_ == "the"


def _may_belong(token: Token, named: bool) -> bool:
    if named or token.lower_ in ("'s", "’s", "'", "’"):
        return True
    if token.text == "." and token.i and token.doc[token.i - 1].text in HIGHER:
        return True
    if token.text == "-" or token.lower_ in ("former", "then", "vice"):
        return True
    return (
        (token.pos_ in ("PROPN", "NOUN", "ADJ") and token.is_alpha)
        or token.text in ("U.S.", "U.K.", "U.N.")
        or (token.text.rstrip(".") in words().ranks)
        or token.lower_.startswith(("ex-", "co-", "then-"))
    )


def _owner(token: Token, head: int | None) -> bool:
    """Say whether a person named before a title is its employer: "Clinton spokesman Jesse Lehrich"."""
    return head is not None and head - token.i <= 4


def _beside_name(scene: Scene, start: int, end: int, person: str) -> None:
    """Read appositions: "Len Burman, head of the Tax Policy Center," and "A lawyer for the outlets, David Schulz,"."""
    doc = scene.doc
    head = doc[end - 1]
    for child in head.children:
        if child.dep_ == "appos" and (found := _office_in(child)) is not None and _no_name(scene, child):
            _add_phrase(scene, person, found)
    if head.dep_ == "appos" and head.head.i not in scene.name_at and head.head.i < start:
        if (found := _office_in(head.head)) is not None:
            _add_phrase(scene, person, found)
    elif end + 1 < len(doc) and doc[end].text == "," and not any(c.dep_ == "appos" for c in head.children):
        # the parser often hangs an apposition elsewhere
        for i in range(end + 1, min(end + 8, len(doc))):
            token = doc[i]
            if office(token) and (
                i + 1 >= len(doc) or doc[i + 1].text in (",", "of", "at", "for", "on", "to", ".", "and", "in")
            ):
                if token.i not in scene.name_at:
                    _add_phrase(scene, person, token)
                break
            if token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET", "PART", "PRON") or token.dep_ == "nsubj":
                break


def _no_name(scene: Scene, token: Token) -> bool:
    """Say whether an apposition is an office, not a name: also "the top Democrat on the committee"."""
    name = scene.name_at.get(token.i)
    ranked = any(c.lower_ in ("top", "ranking", "senior", "leading") for c in token.lefts)
    return name is None or (name.use == "adherent" and ranked)


def _office_in(token: Token) -> Token | None:
    """Return the office of an apposition: its head, or one joined to it."""
    if office(token):
        return token
    return next((c for c in token.children if c.dep_ in ("conj", "compound") and office(c)), None)


def _told(scene: Scene, start: int, end: int, person: str) -> None:
    """Read "X is the leader of …", "X, who served as …", "X was forced to step down as …", "X's tenure as …"."""
    head = scene.doc[end - 1]
    verbs = [head.head] if head.dep_ in ("nsubj", "nsubjpass") else []
    verbs += [c for c in head.children if c.dep_ == "relcl"]
    if head.dep_ == "poss" and head.head.lemma_ in _TENURE:
        verbs.append(head.head)
    for verb in list(verbs):
        verbs += [c for c in verb.children if c.dep_ in ("xcomp", "conj") and c.pos_ == "VERB"]
    for verb in verbs[:6]:
        left = verb.lemma_ in _LEAVING and verb.tag_ != "VBZ" and "has" not in [c.lower_ for c in verb.children]
        former = left or verb.lemma_ in _TENURE
        for child in verb.children:
            if (
                child.dep_ == "attr"
                and verb.lemma_ == "be"
                and office(child)
                and _settled(child)
                and not _negated(verb)
            ):
                _add_phrase(scene, person, child, verb.tag_ == "VBD" and child.lower_ not in words().minor)
            elif child.dep_ == "prep" and child.lower_ == "as":
                for title in child.children:
                    if title.dep_ == "pobj" and (found := _office_in(title)) is not None:
                        _add_phrase(scene, person, found, former)


def _settled(title: Token) -> bool:
    """Say whether "X is …" tells an office: "the leader", "head of the FBI", not "a good candidate"."""
    loose = any(c.lower_ in ("a", "an", "no", "any") for c in title.lefts)
    return not loose or any(c.lower_ in ("of", "at", "for") for c in title.rights)


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _add_phrase(scene: Scene, person: str, head: Token, former: bool = False) -> None:
    """Add a post told as a noun phrase with its "of" and "at" phrases."""
    if head.lower_ in words().kin:
        return
    lefts = [c for c in head.lefts if c.dep_ in ("amod", "compound", "poss", "nmod", "det", "nummod", "quantmod")]
    start = min((c.left_edge.i for c in lefts), default=head.i)
    _add(scene, person, start, head.i, head.i + 1, start, former)


def _add(scene: Scene, person: str, start: int, head: int, stop: int, left: int, former: bool = False) -> None:
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
