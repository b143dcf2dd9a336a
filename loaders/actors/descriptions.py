"""Descriptions: whom a common noun means: "the military alliance", "its leader", "his ex-wife", "the ruling"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from loaders.actors import roles
from loaders.actors.groups import unnamed
from loaders.actors.scene import Scene
from loaders.actors.slug import key
from loaders.actors.sources import noun_phrase
from loaders.actors.words import words
from loaders.facts import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

    from loaders.actors.discourse import Reader

_STATES = frozenset(("country", "nation", "republic", "kingdom", "government", "regime"))
_GOVERNMENTS = frozenset(("government", "regime", "leadership"))
_TEAMS = frozenset(("administration", "campaign", "camp", "transition"))
_BODIES = frozenset(
    "ministry military army parliament police embassy navy legislature cabinet senate court congress "
    "department assembly".split()
)
_RULINGS = frozenset(("ruling", "decision", "order", "opinion", "verdict", "dissent"))
_STUDIES = frozenset(("survey", "study", "poll", "report", "analysis", "review", "research"))
# "the Gannett newspaper chain" is Gannett
_SAME_AS_NAME = frozenset(
    "chain newspaper company network agency party union website organisation organization alliance bloc "
    "magazine broadcaster firm corporation daily channel foundation airline group".split()
)
_COMMITTEES = frozenset("committee subcommittee caucus division".split())
# "a panel of the court" speaks for the court
_PARTS = frozenset("panel majority bench chapter branch wing unit division arm".split())
# how many actors or posts a description is compared with: an article has some dozens, a hostile text has no limit
_FEW, _MANY = 300, 600
_LEAD = 3  # sentences in which an article describes whom it names only later


def extended(scene: Scene, token: Token, actor: str) -> tuple[str, int, int, Token] | None:
    """Widen a name to the body it modifies: "the Saudi government" is the country, "the Obama administration" a body.

    Returns the actor, the tokens and the head of the wider phrase; None where the name stands for itself.
    """
    head = token.head
    while head.dep_ == "compound" and token.i < head.i < head.head.i:
        head = head.head
    if token.dep_ not in ("compound", "amod", "poss", "nmod") or not token.i < head.i <= token.i + 4:
        return None
    if head.i in scene.name_at or head.tag_ not in ("NN", "NNP"):
        return None
    kind, low = scene.kind(actor), head.lower_
    start, end = noun_phrase(head)
    name = scene.name_at[token.i]
    if kind == "Organisation" and low in _SAME_AS_NAME and token.dep_ == "compound" and name.use != "adherent":
        scene.kinds[actor] = scene.kinds.get(actor, frozenset()) | {
            low,
            *(t.lower_ for t in scene.doc[token.i + 1 : head.i]),
        }
        return actor, start, end, head
    if kind == "Organisation" and low in _COMMITTEES and token.dep_ == "compound" and name.use != "adherent":
        return _new_body(scene, scene.doc[name.start : end].text, low), start, end, head
    if kind == "Organisation" and low == "board" and token.dep_ in ("compound", "poss"):
        tail = scene.doc[end : end + 2]
        end += 2 if tail.text.lower() in ("of directors", "of trustees", "of governors") else 0
        text = f"{scene.actors[actor].name} {scene.doc[head.i : end].text}"
        return _new_body(scene, text, "board"), start, end, head
    if kind == "Country" and low in _GOVERNMENTS:
        return actor, start, end, head
    if kind == "Person" and low in _TEAMS:
        team = f"{scene.actors[actor].name.split()[-1]} {low}"
        return scene.add(Actor(key("organisation", team), "Organisation", team)), start, end, head
    if kind == "Country" and low in _BODIES and token.dep_ != "poss":
        return _new_body(scene, scene.doc[name.start : end].text, low), start, end, head
    return None


def of_place(scene: Scene, token: Token) -> tuple[str, int, int, Token] | None:
    """Read a place's body: "New York's legislature", "the Chicago police"."""
    head = token.head
    if (
        token.dep_ in ("compound", "poss", "amod", "nmod")
        and token.i < head.i <= token.i + 4
        and head.lower_ in _BODIES
        and (head.i not in scene.name_at)
    ):
        start, end = noun_phrase(head)
        return _new_body(scene, f"{scene.name_at[token.i].text} {head.lower_}", head.lower_), start, end, head
    return None


def _new_body(scene: Scene, name: str, kind: str) -> str:
    body = scene.add(Actor(key("organisation", name), "Organisation", name))
    scene.kinds[body] = frozenset((kind,))
    return body


def resolve(reader: Reader, token: Token, start: int, end: int) -> tuple[str, ...]:
    """Return whom a common noun means; a source that means nobody known becomes an unnamed actor, other nouns ()."""
    if token.i in reader.meant:
        return ()
    source = token.i in reader.sources
    found = (
        _beside(reader, token)
        or _part(reader, token)
        or _relative(reader, token, start)
        or _known(reader, token, source)
    )
    if not found and source:
        found = _document(reader, token) or source_of(reader, token)
    elif not found and token.lemma_.lower() in words().documents and token.pos_ == "NOUN":
        _remember_document(reader, token)
    return found


def source_of(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return an unnamed actor for a noun that speaks."""
    if "whom" in (t.lower_ for t in list(token.subtree)[:6]):
        relative = next(t for t in token.subtree if t.lower_ == "whom")
        return reader.antecedent(relative)
    actor = unnamed(reader.scene, token, reader.written(token))
    return (actor,) if actor else ()


def definite(token: Token) -> bool:
    """Say whether a noun points at somebody known: "the", "this", "its"."""
    return any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those"))
        for c in token.lefts
    )


def _beside(reader: Reader, token: Token) -> tuple[str, ...]:
    """Read "a lawyer for the outlets, David Schulz," and "Schiff, the top Democrat,"."""
    scene = reader.scene
    person = token.lower_ in words().offices or token.lower_ in words().people or token.lower_ in words().kin
    for child in token.children:
        if child.dep_ == "appos" and (actor := scene.at.get(child.i)) and (scene.kind(actor) == "Person") == person:
            return (actor,)
    if token.dep_ == "appos" and (actor := scene.at.get(token.head.i)):
        kind = scene.kind(actor)
        if (kind == "Person" and person) or (kind == "Organisation" and token.lower_ in words().organisations):
            return (actor,)
    return ()


def _part(reader: Reader, token: Token) -> tuple[str, ...]:
    """Read "a three-judge panel of the Court of Appeals" as the court."""
    if token.lower_ in _PARTS and token.tag_ == "NN":
        for child in token.rights:
            if child.lower_ == "of":
                found = next((reader.scene.at[c.i] for c in child.children if c.i in reader.scene.at), None)
                if found and reader.scene.kind(found) == "Organisation":
                    return (found,)
    return ()


def _possessor(reader: Reader, token: Token) -> str | None:
    owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
    if owner is None:  # "His ex-wife", which the parser takes to pieces
        owner = next((t for t in token.doc[max(0, token.i - 3) : token.i] if t.tag_ == "PRP$"), None)
    return next(iter(reader.meant.get(owner.i, ())), None) if owner is not None else None


def _relative(reader: Reader, token: Token, start: int) -> tuple[str, ...]:
    """Read kin: "his ex-wife", "her daughter"; the one without a name becomes a person of this article."""
    low = token.lower_.removeprefix("ex-")
    if low not in words().kin or token.tag_ not in ("NN", "NNP"):
        return ()
    scene, owner = reader.scene, _possessor(reader, token)
    if owner is None or scene.kind(owner) != "Person":
        return ()
    relative = reader.relatives.get((owner, low)) or reader.relatives.get(("", low))
    if relative and relative != owner:
        return (relative,)
    gender = words().gender.get(token.lower_)
    surname = scene.actors[owner].name.split()[-1]
    if low in ("husband", "wife"):
        for actor in islice(scene.actors.values(), _MANY):
            if (
                actor.kind == "Person"
                and actor.key != owner
                and actor.name.split()[-1] == surname
                and scene.gender.get(actor.key) == gender
                and len(actor.name.split()) > 1
            ):
                return (actor.key,)
    if low in ("boss", "partner", "predecessor", "successor", "parent"):
        return ()
    person = unnamed(scene, token)
    if person is None:
        return ()
    if gender:
        scene.gender[person] = gender
    reader.relatives[(owner, low)] = person
    return (person,)


def _known(reader: Reader, token: Token, source: bool) -> tuple[str, ...]:
    """Find the holder of an office, or the body or state of a kind, that a description means."""
    low = token.lower_
    lead = reader.place[0] <= _LEAD and not reader.is_quoted(token)
    if token.tag_ == "NNS" and definite(token) and token.lemma_.lower() in words().organisations:
        return _bodies(reader, token.lemma_.lower())
    if token.tag_ not in ("NN", "NNP"):
        return ()
    if low in words().offices or low in words().people:
        if definite(token) or (lead and source):
            return roles.holder(reader, token, source)
        return ()
    if not definite(token) and not (lead and source):
        return ()
    if low == "administration" and (found := _administration(reader)):
        return (found,)
    if low in _STATES or low == "state":
        return _state(reader, token)
    if low in words().organisations or any(low in kinds for kinds in reader.scene.kinds.values()):
        return _body(reader, token)
    return ()


def _administration(reader: Reader) -> str | None:
    """Return "the administration": the one named, else that of the president."""
    scene = reader.scene
    named = next(
        (a for a in islice(scene.actors, _FEW) if a.startswith("organisation/") and a.endswith("-administration")), None
    )
    if named:
        return named
    for membership in scene.memberships[:_FEW]:
        if (
            membership.post.title.lower() == "president"
            and membership.post.organisation in (None, "country/US")
            and not membership.former
        ):
            name = scene.actors[membership.person].name.split()[-1] + " administration"
            return scene.add(Actor(key("organisation", name), "Organisation", name))
    return None


def _state(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return "the country", "the state": the last one named that is not the clause's own subject."""
    scene = reader.scene
    federal = token.lower_ == "state"
    owner = _possessor(reader, token)
    return reader.salience.best(
        token,
        reader.place,
        lambda a: 0.0 if scene.kind(a) == "Country" and a.startswith("country/US-") == federal else None,
        reader.is_quoted(token),
        frozenset((owner,)) if owner else frozenset(),
    )


def _body(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return "the military alliance", "the appeals court": a body of that kind, by its words and how lately named."""
    scene, low = reader.scene, token.lower_
    nouns = {c.lower_ for c in token.lefts if c.dep_ == "compound" and c.pos_ == "NOUN" and c.i not in scene.name_at}
    inner = {c.lower_ for child in token.rights if child.lower_ == "of" for c in child.children}
    fits = {}
    for actor in islice(scene.actors.values(), _MANY):
        if actor.kind != "Organisation" or low not in scene.kinds.get(actor.key, ()):
            continue
        name = {w for n in (actor.name, *actor.names) for w in n.lower().replace("’s", "").split()}
        shared = len((nouns | inner) & name)
        if nouns and not shared and not nouns <= scene.kinds.get(actor.key, frozenset()):
            continue
        fits[actor.key] = float(shared)
    if not fits and token.i in reader.sources and not nouns and (again := roles.same_again(reader, token)):
        return (again,)
    if not fits and token.i in reader.sources and definite(token) and not nouns:
        # a body whose name does not tell what it is
        fits = {
            a.key: 0.0
            for a in islice(scene.actors.values(), _MANY)
            if a.kind == "Organisation" and not a.key.startswith("group/") and not scene.kinds.get(a.key)
        }
    found = reader.salience.best(token, reader.place, fits.get, reader.is_quoted(token))
    if not found and fits and (reader.place[0] <= _LEAD):
        found = (max(fits, key=lambda a: (fits[a], scene.counts[a])),)
    return found


def _bodies(reader: Reader, kind: str) -> tuple[str, ...]:
    """Return "the news outlets": the two or three bodies of that kind named so far."""
    seen = {o.actors[0]: None for o in reader.salience.recent[-_FEW:] if len(o.actors) == 1}
    like = {kind} | ({"newspaper", "network", "broadcaster"} if kind == "outlet" else set())
    found = tuple(a for a in seen if like & reader.scene.kinds.get(a, frozenset()))
    return found if 2 <= len(found) <= 3 else ()


def _document(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return whose words a document is: "a Reuters survey", "her submission", "the ruling", "a study by X"."""
    low = token.lemma_.lower()
    if low not in words().documents and token.lower_ not in words().documents:
        return ()
    owner = _document_owner(reader, token)
    if not owner:
        known = reader.owners.get(low) or (reader.owners.get("study") if low in _STUDIES else None)
        owner = (known or ()) if definite(token) else ()
    if not owner and low in _RULINGS and definite(token):
        kinds = reader.scene.kinds
        owner = reader.salience.best(
            token, reader.place, lambda a: 0.0 if "court" in kinds.get(a, ()) else None, reader.is_quoted(token)
        )
    if owner:
        reader.owners[low] = owner
        if low in _STUDIES:
            reader.owners["study"] = owner
    return owner


def _remember_document(reader: Reader, token: Token) -> None:
    if owner := _document_owner(reader, token):
        low = token.lemma_.lower()
        reader.owners[low] = owner
        if low in _STUDIES:
            reader.owners["study"] = owner


def _document_owner(reader: Reader, token: Token) -> tuple[str, ...]:
    scene = reader.scene
    for child in token.lefts:
        if child.dep_ in ("poss", "compound", "nmod", "amod"):
            name = scene.name_at.get(child.i)
            if name is not None and name.use not in ("demonym", "adherent") and child.i in scene.at:
                return (scene.at[child.i],)
            if child.dep_ == "poss" and child.i in reader.meant:
                return reader.meant[child.i]
    for child in token.rights:
        if child.dep_ in ("prep", "agent", "acl") and child.lower_ in (
            "by",
            "from",
            "conducted",
            "released",
            "published",
        ):
            inner = [c for c in child.subtree if c.i in scene.at and token.i < c.i < token.i + 14]
            people = [c for c in inner if scene.kind(scene.at[c.i]) == "Person"]
            if inner:
                return (scene.at[(people or inner)[0].i],)
    verb = token.head
    if token.dep_ in ("dobj", "obj") and verb.lemma_ in (
        "send",
        "write",
        "release",
        "issue",
        "publish",
        "file",
        "sign",
    ):
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.i in reader.meant:
            return reader.meant[subject.i]
    return ()
