"""Documents: whose words a letter, a ruling or a survey are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors import bodies
from sayso.loaders.actors.crowds import is_people, is_person
from sayso.loaders.actors.groups import unnamed
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from sayso.loaders.actors.discourse import Reader

_RULINGS = word_set("actors/documents", "rulings")
_ISSUED = word_set("actors/documents", "issued")
_PAGES = word_set("actors/documents", "pages")
_REACH = 14  # words behind a document that tell who issued it
_STUDIES = word_set("actors/documents", "studies")
_POINTING = word_set("actors/documents", "pointing")
_FOUND = word_set("actors/documents", "found")
_OWN = word_set("actors/documents", "own")
_ISSUING = word_set("actors/documents", "issuing")
_TOLD_IN = word_set("actors/documents", "told_in")
_OF_ISSUER = word_set("actors/documents", "of_issuer")
_OWN_WORDS = word_set("actors/documents", "own_words")
_INNER = word_set("actors/documents", "inner")
# Verbs, and the documents that are brought about by what they tell.
_DONE = (
    (word_set("actors/documents", "suing"), word_set("actors/documents", "suits")),
    (word_set("actors/documents", "writing"), word_set("actors/documents", "letters")),
    (word_set("actors/documents", "judging"), _RULINGS),
)
_PLATFORMS = word_set("actors/documents", "platforms")
_POSTED = word_set("actors/documents", "posted")
_PRINTED = word_set("actors/documents", "printed")
_NESTED = 3  # documents that tell of one another, and verbs that share a subject
_BACK = 400  # words in which the document that "the statement" means was told of


def definite(token: Token) -> bool:
    """Say whether a noun points at somebody known: "the", "this", "its"."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in _POINTING) for c in token.lefts)


def author(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return whose words a document is: "a Reuters survey", "her submission", "the ruling", "a study by X"."""
    low = token.lemma_.lower()
    if low not in words().documents and token.lower_ not in words().documents:
        return _of_possessor(reader, token) or _maker(reader, token)
    owner = _owner(reader, token)
    if not owner:
        known = reader.owners.get(low) or (reader.owners.get("study") if low in _STUDIES | _FOUND else None)
        owner = (known or _before(reader, token)) if definite(token) or _numbered(token) else _whole(reader, token)
    if not owner and low in _RULINGS and definite(token):
        kinds = reader.scene.kinds
        owner = reader.salience.best(
            token, reader.place, lambda a: 0.0 if "court" in kinds.get(a, ()) else None, reader.is_quoted(token)
        )
    owner = owner or _nameless(reader, token)
    if not owner and low in _STUDIES | _FOUND and definite(token):
        crew = reader.salience.crew(token.i)
        owner = (crew,) if crew else ()
    if owner:
        reader.owners[low] = owner
        if low in _STUDIES:
            reader.owners["study"] = owner
    return owner


def _before(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return who spoke in the document that a noun means again: "In a statement, Ada Hill said …. The statement …".

    Only the last one of that noun counts, and only where somebody spoke in it or issued it. A document is also of who
    did what brings it about: "Ada Hill sued the city. The complaint says …", "wrote to Bob Pope. The letter …".
    """
    lemma = token.lemma_.lower()
    back = token.doc[max(0, token.i - _BACK) : token.i]
    same = (t for t in reversed(back) if t.lemma_.lower() == lemma and t.pos_ in ("NOUN", "PROPN"))
    last = next((t for t in same if not definite(t)), None)
    if last is None:
        return _whole(reader, token) or _doing(reader, back, lemma)
    named = (c for noun in (token, last) if noun is not None for c in noun.lefts if c.pos_ == "PROPN")
    if last is None or any(named):  # "a Reuters report" is not whose who is quoted in it
        return ()
    verb, told = last.head, last.dep_ in ("dobj", "nsubjpass") and last.head.lemma_ in _ISSUING
    if last.dep_ == "pobj" and verb.lower_ in _TOLD_IN and lemma in _OWN_WORDS:
        verb, told = verb.head, verb.head.pos_ == "VERB"
    return _doers(reader, verb) if told else ()


def _doing(reader: Reader, back: Tokens, lemma: str) -> tuple[str, ...]:
    """Return who did what brings a document about, in the last words that tell of it: who sued for a complaint."""
    verbs, same = next((kind for kind in _DONE if lemma in kind[1]), (frozenset[str](), frozenset[str]()))
    for token in reversed(back) if verbs else ():
        filed = token.lemma_ in _ISSUING and any(c.dep_ == "dobj" and c.lemma_.lower() in same for c in token.rights)
        if token.pos_ == "VERB" and (token.lemma_ in verbs or filed):
            return _doers(reader, token)
    return ()


def _doers(reader: Reader, verb: Token) -> tuple[str, ...]:
    """Return who does what a verb tells, with or without a name: "voted to adopt", "was issued by the mayor"."""
    doers: list[Token] = []
    for _ in range(_NESTED):
        doers = [c for c in verb.lefts if c.dep_ == "nsubj"]
        doers += [n for c in verb.children if c.dep_ == "agent" for n in c.children if n.dep_ == "pobj"]
        if doers or verb.dep_ not in ("xcomp", "conj") or verb.head.pos_ != "VERB":
            break
        verb = verb.head
    named = [
        t for c in doers for n in c.rights if n.dep_ == "appos" for t in (n, *n.conjuncts) if t.i in reader.scene.at
    ]
    heads = named or [t for c in doers for t in (c, *c.conjuncts)]
    return tuple(dict.fromkeys(a for t in heads for a in _people(reader, t)))


def _numbered(token: Token) -> bool:
    """Say whether a document has a number: "Resolution 2249" is the same wherever it is named."""
    return any(c.dep_ == "nummod" and c.i == token.i + 1 for c in token.rights)


def _whole(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return whose a document is that tells of another: "the summary of the decision"."""
    outer = token
    for _ in range(_NESTED):
        inner = _told_of(token)
        if inner is None:
            break
        token = inner
    else:
        return ()
    return author(reader, token) if token is not outer else ()


def _told_of(token: Token) -> Token | None:
    """Return the document behind "of": "the decision" of "the summary of the decision"."""
    links = (c for c in token.rights if c.dep_ == "prep" and c.lower_ == "of")
    parts = (n for c in links for n in c.children if n.dep_ == "pobj" and definite(n))
    return next((n for n in parts if n.lemma_.lower() in words().documents), None)


def _nameless(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return who issued a document, without a name: "a statement released by her family", "eyewitness reports"."""
    for link in token.subtree:
        if link.lower_ in ("by", "from") and link.i > token.i and link.dep_ in ("prep", "agent"):
            if any(above.dep_ == "relcl" and above.i > token.i for above in link.ancestors):
                continue  # "an article, which attacked defectors from the union"
            found = tuple(a for c in link.children if c.dep_ == "pobj" for a in _people(reader, c))
            if found:
                return found
    before = (c for c in token.lefts if c.dep_ == "compound" and c.tag_ == "NN" and c.i == token.i - 1)
    return tuple(a for c in before if _person(c) for a in _people(reader, c))


def _people(reader: Reader, noun: Token) -> tuple[str, ...]:
    """Return the people or the body without a name that a noun means."""
    if noun.i in reader.scene.at or noun.i in reader.meant or not (is_people(noun) or _person(noun)):
        return (reader.scene.at[noun.i],) if noun.i in reader.scene.at else reader.meant.get(noun.i, ())
    actor = unnamed(reader.scene, noun)
    return (actor,) if actor else ()


def _person(token: Token) -> bool:
    """Say whether a noun means one person: "eyewitness"."""
    return token.lemma_.lower().removeprefix("eye") in words().people


def _of_possessor(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return whose a thing is that speaks: "its polling", "the WHO's guidelines"; () for people, "its advisers"."""
    if is_people(token) or is_person(token):
        return ()
    for child in token.lefts:
        if child.dep_ == "poss":
            name = reader.scene.name_at.get(child.i)
            if name is not None and name.use not in ("demonym", "adherent") and child.i in reader.scene.at:
                return (reader.scene.at[child.i],)
            return reader.meant.get(child.i, ())
    return ()


def _maker(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return who made a thing that speaks: "a count by the committee", "the map by Tessen Gas"; () for people."""
    if is_people(token) or is_person(token):
        return ()
    links = (c for c in token.rights if c.lower_ == "by" and c.dep_ in ("prep", "agent") and c.i <= token.i + _REACH)
    nouns = (n for link in links for n in link.children if n.dep_ == "pobj")
    return next((found for n in nouns if (found := _people(reader, n))), ())


def _issuers(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return who issued a document, behind it: "projections by CNN and NPR", "a tweet sent from Biden's account"."""
    scene = reader.scene
    for child in token.rights:
        spoken = child.lower_ in _ISSUED or (child.dep_ == "prep" and child.lower_ in ("by", "from"))
        spoken = spoken or _of_body(reader, token, child) or _printing(reader, token, child)
        if child.dep_ not in ("prep", "agent", "acl") or not spoken:
            continue
        last = min(child.right_edge.i + 1, token.i + _REACH)
        inner = [c for c in token.doc[child.i : last] if c.i in scene.at]
        inner = [c for c in inner if scene.name_at[c.i].text not in _PLATFORMS]
        if token.lemma_.lower() in _FOUND:  # a journal prints what others found
            inner = [c for c in inner if scene.kind(scene.at[c.i]) != "Organisation" or not _printed_in(reader, c)]
        if not inner or _signers(child):
            continue
        named = list(dict.fromkeys(_issuer(reader, c) for c in inner))
        people = [a for a in named if scene.kind(a) == "Person"]
        joined = [scene.at[c.i] for c in inner if c.dep_ in ("pobj", "conj")]
        if len(joined) > 1 and not people and child.lower_ in ("by", "from"):
            return tuple(dict.fromkeys(joined))
        return ((people or named)[0],)
    # "a statement on Apple's website", "a post on her account": whose page it is
    for place in (c for child in token.rights if child.lower_ in ("on", "in") for c in child.children):
        if place.lower_ in _PAGES:
            owner = next((c for c in place.lefts if c.dep_ in ("poss", "compound")), None)
            if owner is not None:
                return (scene.at[owner.i],) if owner.i in scene.at else reader.meant.get(owner.i, ())
    return ()


def _printed_in(reader: Reader, word: Token) -> bool:
    """Say whether a name behind a document tells where it was printed: "in Nature", "in Leeds University's archive"."""
    name = word.doc[reader.scene.name_at[word.i].end - 1]
    return name.head.lower_ == "in" or (name.dep_ == "poss" and name.head.head.lower_ == "in")


def _issuer(reader: Reader, name: Token) -> str:
    """Return whom a name behind a document means: "Ada Hill's office" is a body, not Hill."""
    scene, actor = reader.scene, reader.scene.at[name.i]
    last = scene.doc[scene.name_at[name.i].end - 1]
    whole = bodies.extended(scene, last, actor, (last.head.i,)) if last.dep_ == "poss" else None
    return actor if whole is None else whole[0]


def _signers(link: Token) -> bool:
    """Say whether people without a name issue a document: "signed by 47 Tessen senators" is not Tessen's."""
    doers = (c for c in link.children if c.dep_ == "agent") if link.dep_ == "acl" else iter((link,))
    nouns = [n for doer in doers if doer.lower_ == "by" for n in doer.children if n.dep_ == "pobj"]
    return any(n.tag_ == "NNS" and n.pos_ == "NOUN" and is_people(n) for n in nouns)


def _of_body(reader: Reader, token: Token, link: Token) -> bool:
    """Say whether a preposition ties a document to the body that issues it: "the ruling of the Supreme Court"."""
    low, scene = token.lemma_.lower(), reader.scene
    if not ((link.lower_ == "of" and low in _OF_ISSUER) or (link.lower_ == "at" and low in _INNER)):
        return False
    return any(scene.kind(scene.at[c.i]) == "Organisation" for c in link.children if c.i in scene.at)


def _printing(reader: Reader, token: Token, link: Token) -> bool:
    """Say whether what is written stands "in" a body's pages: "an article in Freedom Magazine"."""
    body = (reader.scene.at[c.i] for c in link.children if c.i in reader.scene.at)
    printed = link.lower_ == "in" and token.lemma_.lower() in _PRINTED
    return printed and any(reader.scene.kind(a) == "Organisation" for a in body)


def _described(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return the body that a document's first noun means: "the company website", "the appeals court ruling"."""
    from sayso.loaders.actors import descriptions

    noun = next((c for c in token.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "NOUN"), None)
    if noun is not None and noun.lower_ == "government" and reader.scene.setting:
        return (reader.scene.setting,)  # "government reports"
    if noun is None or noun.lower_ not in words().organisations or not (definite(token) or noun.lower_ in _OWN):
        return ()
    return descriptions.body_of(reader, noun)


def remember(reader: Reader, token: Token) -> None:
    """Keep whose document a noun names, for when it is named again without its owner."""
    if owner := _owner(reader, token):
        low = token.lemma_.lower()
        reader.owners[low] = owner
        if low in _STUDIES:
            reader.owners["study"] = owner


def _owner(reader: Reader, token: Token) -> tuple[str, ...]:
    scene, low = reader.scene, token.lemma_.lower()
    for child in token.lefts:
        beside = child.dep_ == "nsubj" and child.i == token.i - 1  # "per WHO guidelines", "the WHO report"
        beside = beside and (token.tag_ in ("NN", "NNS") or token.i in reader.sources)
        if beside or child.dep_ in ("poss", "compound", "nmod", "amod"):
            name = scene.name_at.get(child.i)
            if name is not None and name.text in _PLATFORMS and low in _POSTED:
                continue  # a post on Twitter is not Twitter's
            place = name is not None and name.form == "country" and child.dep_ != "poss"
            if name is not None and not place and name.use not in ("demonym", "adherent") and child.i in scene.at:
                return (scene.at[child.i],)
            if child.dep_ == "poss" and child.i in reader.meant:
                return reader.meant[child.i]
    if told := _issuers(reader, token):
        return told
    if body := _described(reader, token):
        return body
    verb = token.head
    if token.dep_ in ("dobj", "obj") and verb.lemma_ in _ISSUING:
        return _doers(reader, verb)
    return ()
