"""Posts: offices with their holders, as an article tells them: "NATO Secretary General Jens Stoltenberg"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.affiliations import affiliate
from sayso.loaders.actors.beside import PREDICATES
from sayso.loaders.actors.listed import same_rank
from sayso.loaders.actors.office_nouns import is_matter, is_portfolio, office
from sayso.loaders.actors.offices import add_led, add_phrase, add_post
from sayso.loaders.actors.ranks import HIGHER, rank_above
from sayso.loaders.actors.scene import Scene
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Membership, Post
from sayso.loaders.word_lists import word_row, word_set, word_tables

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 14  # words before a name that its title can take
_LEAVING = word_set("actors/posts", "leaving")
_WISHING = word_set("actors/posts", "wishing")
_TENURE = word_set("actors/posts", "tenure")
_NAMING = word_set("actors/posts", "naming")
_HEADING: dict[str, str] = word_tables("actors/heading")
_MILITARY = word_set("actors/posts", "military")
_STYLES = word_set("actors/posts", "styles")
_BRANCHES = word_set("actors/posts", "branches")
_OF = word_set("actors/offices", "of")
_HYPHENED = word_set("actors/offices", "hyphened")
_RANKING = word_set("actors/posts", "ranking")
_FORMER = word_set("actors/posts", "former")
_PREFIXES = word_row("actors/posts", "prefixes")
_BEFORE_OTHERS = word_set("actors/posts", "before_others")
_LOOSE = word_set("actors/posts", "loose")
_BEHIND = word_set("actors/posts", "behind")


def find_posts(scene: Scene) -> None:
    """Add the memberships that the article tells to the scene, in text order."""
    for index, name in enumerate(scene.names):
        if name.form != "person":
            continue
        person, known = scene.at[name.start], len(scene.memberships)
        affiliate(scene, name.start, name.end, person)
        _before_name(scene, index, person)
        _beside_name(scene, name.start, name.end, person)
        _told(scene, name.end, person)
        if len(scene.memberships) == known:
            _before_comma(scene, name.start, name.end, person)
            _counterpart(scene, name.start, person)
        if len(scene.memberships) == known:
            same_rank(scene, index, person)


def _before_name(scene: Scene, index: int, person: str) -> None:
    """Read the titles before a name: "Russia’s Foreign Minister Sergei Lavrov"."""
    doc, name = scene.doc, scene.names[index]
    start, first = name.start, max(0, name.start - 2 * _REACH)
    # spaCy's own `sent` walks to the sentence's edges, however far they are
    sentence = next((i for i in range(start, first, -1) if doc[i].is_sent_start and not _after_rank(doc[i])), first)
    head, before = None, name.start - 1
    while before > sentence and (doc[before].is_space or doc[before].lower_.rstrip(".") in words().honorifics):
        before -= 1
    if before >= sentence and (doc[before].pos_ == "ADP" or doc[before].lower_ in _BEFORE_OTHERS):
        return  # "a spokesman for Mrs. Clinton" is not she
    for i in range(name.start - 1, max(sentence, name.start - _REACH) - 1, -1):
        token = doc[i]
        if _stands_between(token) or (head is None and _ends_hyphened(token)):
            continue
        other = scene.name_at.get(i)
        if head is None and office(token) and _no_name(scene, token) and not is_portfolio(doc, i):
            head = i
        if head is None and not _may_follow_title(scene, token):
            break
        if head is not None and not _may_belong(token, other is not None) and not _of_staff(token):
            break
        if other is not None and other.form == "person" and not _owner(doc[other.end - 1], head):
            break
        start = i
    if head is None:
        return
    while head > start and doc[head - 1].lower_ == "of" and head - 2 >= start and office(doc[head - 2]):
        head -= 2
    second = _second(scene, start, head)
    add_post(scene, person, start if second is None else rank_above(doc, head), head, name.start, start)
    if second is not None:
        add_post(scene, person, start, second, second + 1, start)


def _second(scene: Scene, start: int, head: int) -> int | None:
    """Return the office before another: "Republican nominee Gov. Pence", "army chief of staff General Ada Hill"."""
    doc = scene.doc
    above = rank_above(doc, head)
    plain = doc[head].text.rstrip(".")
    if plain not in words().ranks and doc[head].lower_ not in _MILITARY | _STYLES:
        return None
    if doc[head].lower_ == "general" and office(doc[head - 1]):
        return None  # "Attorney General" is one
    i = above - 1
    while i > start and doc[i].lower_ in _BRANCHES:
        i -= 1
    if i >= start and doc[i].lower_ == "staff" and i - 2 >= start and doc[i - 1].lower_ == "of":
        i -= 2
    return i if i >= start and office(doc[i]) and i not in scene.name_at else None


def _stands_between(token: Token) -> bool:
    """Say whether a space or the full stop of "Capt." stands there."""
    return (token.is_space and "\n" not in token.text) or (token.text == "." and _after_rank(token.nbor(1)))


def _ends_hyphened(token: Token) -> bool:
    """Say whether a word, or the hyphen before it, ends an office: "President-elect"."""
    last = token.nbor(1) if token.text == "-" else token
    told = last.i > 1 and last.lower_ in _HYPHENED and last.nbor(-1).text == "-"
    return told and not office(last) and office(last.nbor(-2))


def _after_rank(token: Token) -> bool:
    """Say whether a sentence is said to begin here only because of "Capt." before."""
    return any(t.text.rstrip(".") in words().ranks for t in token.doc[max(0, token.i - 2) : token.i])


def _may_follow_title(scene: Scene, token: Token) -> bool:
    """Words between a title and the name: "of State", "to Moscow", "of the FBI", "General"."""
    if token.i in scene.name_at or token.pos_ == "PROPN" or token.lower_ in _OF or token.lower_ in ("the", "from"):
        return True
    if token.lower_ == "and":  # "Minister for Trade and Industry Ada Hill"
        return token.i > 0 and is_matter(token.nbor(-1))
    before = token.doc[
        max(0, token.i - 3) : token.i
    ]  # "head of finance Daniel Ammann", "speaker of the parliament Ann Lee"
    words_ = [t for t in before if t.lower_ != "the"][-2:]
    return token.pos_ == "NOUN" and len(words_) == 2 and words_[1].lower_ == "of" and office(words_[0])


def _of_staff(token: Token) -> bool:
    """Say whether a word is the "of" of "chief of staff General Ada Hill"."""
    doc = token.doc
    return token.lower_ == "of" and doc[token.i + 1].lower_ == "staff" and token.i > 0 and office(doc[token.i - 1])


def _may_belong(token: Token, named: bool) -> bool:
    if named or token.lower_ in ("'s", "’s", "'", "’"):
        return True
    if token.text == "." and token.i and token.doc[token.i - 1].text in HIGHER:
        return True
    if token.text == "-" or token.lower_ in _FORMER:
        return True
    return (
        (token.pos_ in ("PROPN", "NOUN", "ADJ") and token.is_alpha)
        or token.text in ("U.S.", "U.K.", "U.N.")
        or (token.text.rstrip(".") in words().ranks)
        or token.lower_.startswith(_PREFIXES)
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
            _second_office(scene, person, found)
    if head.dep_ == "appos" and head.head.i not in scene.name_at and head.head.i < start:
        if (found := _office_in(head.head)) is not None:
            add_phrase(scene, person, found)
    elif end + 1 < len(doc) and doc[end].text == "," and not any(c.dep_ == "appos" for c in head.children):
        # the parser often hangs an apposition elsewhere
        aged = end + 2 < len(doc) and doc[end + 1].like_num and doc[end + 2].text == ","
        begin = end + 1 + 2 * aged
        for i in range(begin, min(end + 8, len(doc))):
            token = doc[i]
            if office(token) and (i + 1 >= len(doc) or doc[i + 1].text in _BEHIND):
                if _no_name(scene, token):
                    add_post(scene, person, begin, token.i, token.i + 1, begin)
                break
            owner = i + 1 < len(doc) and doc[i + 1].tag_ == "POS"
            if token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET", "PART", "PRON") or (
                token.dep_ == "nsubj" and not owner
            ):
                break


def _second_office(scene: Scene, person: str, first: Token) -> None:
    """Read the office joined to another that has a body of its own: "a teacher and president of the Tessen Union"."""
    for noun in (c for c in first.rights if c.dep_ == "conj" and office(c) and c.i not in scene.name_at):
        inner = scene.doc[noun.left_edge.i : noun.right_edge.i + 1]
        if any(scene.kind(scene.at[t.i]) == "Organisation" for t in inner[:_REACH] if t.i in scene.at):
            add_phrase(scene, person, noun)


def _before_comma(scene: Scene, start: int, end: int, person: str) -> None:
    """Read an office with its owner before a comma and the name: "Iran’s envoy in Vienna, Kazem Gharibabadi, …"."""
    doc = scene.doc
    while start > 2 and doc[start - 1].lower_.rstrip(".") in words().honorifics:
        start -= 1
    if start < 2 or doc[start - 1].text != "," or end >= len(doc):
        return
    closed = doc[end].text in (",", ".", ";", "”", '"')
    for i in range(start - 2, max(-1, start - _REACH), -1):
        token = doc[i]
        if office(token) and doc[i + 1].tag_ == "POS":
            return  # "the governor's brother, Ada Hill," is no governor
        if office(token) and i not in scene.name_at:
            owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
            beside = owner is not None and owner.left_edge.i > 0 and doc[owner.left_edge.i - 1].text == ","
            owned = owner is not None and i == start - 2 and not beside and scene.at.get(owner.i) != person
            opens = doc[i - (2 if doc[i - 1].text == "-" else 0)].is_sent_start and doc[i + 1].lower_ == "of"
            told = any(c.dep_ in ("det", "poss") for c in token.lefts) or scene.name_at.get(i - 1) is not None or opens
            if told and (closed or owned):
                add_phrase(scene, person, token)
            return
        named = scene.name_at.get(i)
        if (named is not None and named.form == "person") or not (
            token.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PART") or token.lower_ in _OF or token.lower_ == "and"
        ):
            return


def _counterpart(scene: Scene, start: int, person: str) -> None:
    """Read "her Greek counterpart, Nikos Pappas": the office named last, of another state."""
    doc = scene.doc
    i = start - 1 - (start > 1 and doc[start - 1].text == ",")
    if i < 1 or doc[i].lower_ not in ("counterpart", "counterparts") or not scene.memberships:
        return
    land = next(
        (scene.at[j] for j in range(i - 1, max(-1, i - 5), -1) if scene.at.get(j, "").startswith("country/")), None
    )
    last = next((m for m in reversed(scene.memberships[-20:]) if m.evidence.start < doc[i].idx), None)
    if land is not None and last is not None and last.post.organisation != land:
        post = Post(last.post.title, land)
        scene.memberships.append(Membership(person, post, scene.span(max(0, i - 2), i + 1)))


def _no_name(scene: Scene, token: Token) -> bool:
    """Say whether an apposition is an office, not a name: also "the top Democrat on the committee"."""
    name = scene.name_at.get(token.i)
    ranked = any(c.lower_ in _RANKING for c in token.lefts)
    # the recogniser takes "Canada’s Minister of Industry" for a body of that name
    titled = name is not None and name.form == "organisation" and name.actor is None and name.start == token.i
    return name is None or (name.use == "adherent" and ranked) or (titled and office(token))


def _office_in(token: Token) -> Token | None:
    """Return the office of an apposition: its head, or one joined to it."""
    if office(token):
        return token
    return next((c for c in token.children if c.dep_ in ("conj", "compound") and office(c)), None)


def _told(scene: Scene, end: int, person: str) -> None:
    """Read "X is the leader of …", "X, who served as …", "X was forced to step down as …", "X's tenure as …"."""
    head = scene.doc[end - 1]
    verbs = [head.head] if head.dep_ in ("nsubj", "nsubjpass") else []
    verbs += [c for c in head.children if c.dep_ in ("relcl", "acl")]
    if head.dep_ == "poss" and head.head.lemma_ in _TENURE:
        verbs.append(head.head)
    for verb in list(verbs):
        done = verb.lemma_ not in _WISHING  # who wants to become mayor is none
        verbs += [
            c for c in verb.children if c.dep_ in ("xcomp", "conj") and c.pos_ == "VERB" and (done or c.dep_ == "conj")
        ]
    for verb in verbs[:6]:
        left = verb.lemma_ in _LEAVING and verb.tag_ != "VBZ" and "has" not in [c.lower_ for c in verb.children]
        former = left or verb.lemma_ in _TENURE
        for child in verb.children:
            if (
                child.dep_ == "attr"
                and verb.lemma_ in PREDICATES
                and office(child)
                and (_settled(child) or verb.lemma_ == "become")
                and not _negated(verb)
            ):
                past = verb.tag_ == "VBD" and verb.lemma_ == "be" and child.lower_ not in words().minor
                add_phrase(scene, person, child, past)
            elif (
                child.dep_ in ("dobj", "oprd", "attr")
                and verb.lemma_ in _NAMING
                and verb.tag_ == "VBN"
                and office(child)
            ):
                add_phrase(scene, person, child)
            elif child.dep_ == "dobj" and verb.dep_ == "relcl" and (title := _HEADING.get(verb.lemma_)):
                add_led(scene, person, title, verb, child)
            elif child.dep_ == "prep" and child.lower_ == "as":
                for noun in child.children:
                    if noun.dep_ == "pobj" and (found := _office_in(noun)) is not None:
                        add_phrase(scene, person, found, former)


def _settled(title: Token) -> bool:
    """Say whether "X is …" tells an office: "the leader", "head of the FBI", not "a good candidate"."""
    loose = any(c.lower_ in _LOOSE for c in title.lefts)
    return not loose or any(c.lower_ in ("of", "at", "for") for c in title.rights)


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)
