"""Posts: offices with their holders, as an article tells them: "NATO Secretary General Jens Stoltenberg"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.actors.affiliations import affiliate
from loaders.actors.offices import add_phrase, add_post, office
from loaders.actors.ranks import HIGHER, rank_above, same_rank
from loaders.actors.scene import Scene
from loaders.actors.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 14  # words before a name that its title can take
_LEAVING = frozenset("resign step oust fire remove depose quit leave serve retire".split())
_TENURE = frozenset("tenure role position time stint job term work service career years".split())
_OF = frozenset(("of", "for", "to", "on", "at", "in", "with"))


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
    add_post(scene, person, start, head, name.start, start)
    # "Republican nominee Gov. Mike Pence" holds two, "police commissioner Lt. Gen. Mary Hill" too
    above = rank_above(doc, head)
    if start < above < head and office(doc[above - 1]):
        add_post(scene, person, start, above - 1, above, start)
    elif (
        head > start
        and doc[head].text.rstrip(".") in words().ranks
        and office(doc[head - 1])
        and head - 1 not in scene.name_at
    ):
        add_post(scene, person, start, head - 1, head, start)


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
            add_phrase(scene, person, found)
    if head.dep_ == "appos" and head.head.i not in scene.name_at and head.head.i < start:
        if (found := _office_in(head.head)) is not None:
            add_phrase(scene, person, found)
    elif end + 1 < len(doc) and doc[end].text == "," and not any(c.dep_ == "appos" for c in head.children):
        # the parser often hangs an apposition elsewhere
        for i in range(end + 1, min(end + 8, len(doc))):
            token = doc[i]
            if office(token) and (
                i + 1 >= len(doc) or doc[i + 1].text in (",", "of", "at", "for", "on", "to", ".", "and", "in")
            ):
                if token.i not in scene.name_at:
                    add_phrase(scene, person, token)
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
                add_phrase(scene, person, child, verb.tag_ == "VBD" and child.lower_ not in words().minor)
            elif child.dep_ == "prep" and child.lower_ == "as":
                for title in child.children:
                    if title.dep_ == "pobj" and (found := _office_in(title)) is not None:
                        add_phrase(scene, person, found, former)


def _settled(title: Token) -> bool:
    """Say whether "X is …" tells an office: "the leader", "head of the FBI", not "a good candidate"."""
    loose = any(c.lower_ in ("a", "an", "no", "any") for c in title.lefts)
    return not loose or any(c.lower_ in ("of", "at", "for") for c in title.rights)


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)
