"""Descriptions: whom a common noun means: "the military alliance", "its leader", "his ex-wife", "the ruling"."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.actors import bodies, documents, roles
from sayso.loaders.actors.addressees import joined
from sayso.loaders.actors.anonymous import is_anonymous
from sayso.loaders.actors.apposed import STATES, is_operator, named_state, of_page
from sayso.loaders.actors.by_style import by_style
from sayso.loaders.actors.counted import counted
from sayso.loaders.actors.crowds import COLLECTIVE, is_people
from sayso.loaders.actors.fuller import fuller
from sayso.loaders.actors.groups import unnamed
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.presented import name_given
from sayso.loaders.actors.regions import region
from sayso.loaders.actors.salience import CREWS
from sayso.loaders.actors.slug import key
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Actor
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.loaders.actors.discourse import Reader

_PARTS = word_set("actors/descriptions", "parts")
# how many actors or posts a description is compared with: an article has some dozens, a hostile text has no limit
_FEW, _MANY = 300, 600
_ANY_KIND = word_set("actors/descriptions", "any_kind")
_SOMEBODY_S = word_set("actors/descriptions", "somebody_s")
_OUTLETS = word_set("actors/descriptions", "outlets")
_KNOWN_ONES = word_set("actors/descriptions", "known_ones")
_KNOWN_ONE = word_set("actors/descriptions", "known_one")
_BARE = word_set("actors/bodies", "bare")
_LEAD = 3  # sentences in which an article describes whom it names only later


def resolve(reader: Reader, token: Token, start: int, end: int) -> tuple[str, ...]:
    """Return whom a common noun means; a source that means nobody known becomes an unnamed actor, other nouns ()."""
    if token.i in reader.meant:
        return ()
    source = token.i in reader.sources
    if source and is_anonymous(token):
        return source_of(reader, token)
    found = (
        named_state(reader, token)
        or _beside(reader, token, source)
        or _part(reader, token)
        or _relative(reader, token)
        or (_team(reader, token) if source else ())
        or counted(reader, token)
        or by_style(reader, token)
        or _known(reader, token, source)
    )
    if not found and source:
        found = documents.author(reader, token) or source_of(reader, token)
    elif not found and token.lemma_.lower() in words().documents and token.pos_ == "NOUN":
        documents.remember(reader, token)
    elif not found and token.tag_ == "NNS":
        found = _again(reader, start, end)
    return found


def _again(reader: Reader, start: int, end: int) -> tuple[str, ...]:
    """Return the group of the very same words: "voting rights advocates" that spoke before."""
    actor = key("group", reader.scene.doc[start:end].text)
    return (actor,) if actor in reader.scene.actors else ()


def source_of(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return an unnamed actor for a noun that speaks."""
    relative = next((t for t in token.doc[token.i : token.i + 6] if t.lower_ == "whom"), None)
    # "people, many of whom" must not be sent back to "people" for its own clause
    if relative is not None and not any(a.dep_ == "relcl" and a.head.i == token.i for a in relative.ancestors):
        return reader.antecedent(relative)
    if (known := fuller(reader, token)) is not None:
        return (known,)
    again = token.lower_ in CREWS and documents.definite(token) and not any(c.dep_ == "prep" for c in token.rights)
    if again and (crew := reader.salience.crew(token.i)) is not None:
        told = reader.scene.actors[crew]  # "the authors" are the scientists who were told of
        reader.scene.add(replace(told, names=told.names | {token.lower_, _plainly(token)} - {told.name}))
        return (crew,)
    actor = unnamed(reader.scene, token, reader.written(token), reader.begun(token))
    if actor and (owner := _possessor(reader, token)) in reader.scene.actors:
        told = reader.scene.actors[actor]  # "his family", "its auditors": by whose they are
        own = f"{reader.scene.actors[owner].name}'s {token.text}"
        reader.scene.add(replace(told, names=told.names | {own}))
    return (actor,) if actor else ()


def _plainly(token: Token) -> str:
    """Return a noun with the words that say what kind it is: "research team" of "the research team"."""
    start = min((c.left_edge.i for c in token.lefts if c.dep_ in ("compound", "amod")), default=token.i)
    return token.doc[start : token.i + 1].text.lower()


def _beside(reader: Reader, token: Token, source: bool) -> tuple[str, ...]:
    """Read "a lawyer for the outlets, David Schulz," and "Schiff, the top Democrat,"."""
    scene = reader.scene
    person = token.lower_ in words().offices or token.lower_ in words().people or token.lower_ in words().kin
    person = person or (token.tag_ == "NN" and token.lower_ not in words().organisations | words().documents)
    for child in token.children:
        actor = scene.at.get(child.i) if child.dep_ == "appos" else None
        if actor and ((scene.kind(actor) == "Person") == person or (source and is_operator(scene, token, actor))):
            return (actor,)
    if person and (given := name_given(token)) in scene.at:
        return (scene.at[given],)
    opening = token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    # "Ada Hill, protesters, and a whistleblower" are three
    if token.dep_ == "appos" and opening.lower_ != "and" and (actor := scene.at.get(token.head.i)):
        kind = scene.kind(actor)
        if (kind == "Person" and person) or (kind == "Organisation" and token.lower_ in words().organisations):
            return (actor,)
    return ()


def _part(reader: Reader, token: Token) -> tuple[str, ...]:
    """Read "a three-judge panel of the Court of Appeals" as the court."""
    collective = token.lower_ in COLLECTIVE
    if not collective and not (token.lower_ in _PARTS and token.tag_ == "NN"):
        return ()
    inner = [c for child in token.rights if child.lower_ == "of" for noun in child.children for c in joined(noun)]
    found = tuple(dict.fromkeys(reader.scene.at[c.i] for c in inner if c.i in reader.scene.at))
    if collective and len(found) == len(inner):
        return found
    return found[:1] if found and reader.scene.kind(found[0]) == "Organisation" else ()


def _possessor(reader: Reader, token: Token) -> str | None:
    owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
    if owner is None:  # "His ex-wife", which the parser takes to pieces
        owner = next((t for t in token.doc[max(0, token.i - 3) : token.i] if t.tag_ == "PRP$"), None)
    return next(iter(reader.meant.get(owner.i, ())), None) if owner is not None else None


def _team(reader: Reader, token: Token) -> tuple[str, ...]:
    """Read "her campaign" as the side of whom the pronoun means."""
    if not bodies.is_team(token.lower_) or token.tag_ != "NN":
        return ()
    owner = _possessor(reader, token)
    return (
        (bodies.team_of(reader.scene, owner, token.lower_),) if owner and reader.scene.kind(owner) == "Person" else ()
    )


def _relative(reader: Reader, token: Token) -> tuple[str, ...]:
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
    if low in _SOMEBODY_S:
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
    the = any(c.lower_ in _KNOWN_ONES for c in token.lefts)
    if token.tag_ == "NNS" and the and token.lemma_.lower() in words().organisations:
        return _bodies(reader, token.lemma_.lower())
    if token.tag_ not in ("NN", "NNP"):
        return ()
    if low in words().offices or low in words().people:
        if documents.definite(token) or (lead and source):
            return roles.holder(reader, token, source)
        return ()
    bare = source and low in _BARE and not any(token.lefts)
    if not documents.definite(token) and not (lead and source) and not bare:
        return ()
    if low == "administration" and (found := _administration(reader)):
        return (found,)
    if land := region(reader.scene, token, source):
        return land
    if low in STATES or low == "state":
        return _state(reader, token)
    if low in words().organisations or any(low in kinds for kinds in reader.scene.kinds.values()):
        return of_page(reader, token) or _body(reader, token)
    return _ending(reader, token) if source and documents.definite(token) else ()


def _ending(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return "the archive": the one body whose name ends with the noun, "the Violence Archive"."""
    if token.pos_ != "NOUN" or any(c.dep_ in ("compound", "amod", "poss") for c in token.lefts) or is_people(token):
        return ()
    bodies = (a for a in islice(reader.scene.actors.values(), _MANY) if a.kind == "Organisation")
    found = {a.key for a in bodies if a.name.lower().endswith(f" {token.lower_}") and not a.key.startswith("group/")}
    return tuple(found) if len(found) == 1 else ()


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
    ruling = token.lower_ in ("government", "regime")
    if ruling and scene.setting and owner is None:
        seen = [o for o in reader.salience.latest(token.i)[:12] if o.paragraph == reader.place[1]]
        if not any(scene.kind(a) == "Country" for o in seen for a in o.actors):
            return (scene.setting,)
    bonus = 2.0 if ruling else 0.6
    return reader.salience.best(
        token,
        reader.place,
        lambda a: (
            bonus * (a == scene.setting)
            if scene.kind(a) == "Country"
            and a.startswith("country/US-") == federal
            and (not ruling or scene.tells_of(a))
            else None
        ),
        reader.is_quoted(token),
        frozenset((owner,)) if owner else frozenset(),
    )


def _body(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return "the military alliance", "the appeals court": a body of that kind, by its words and how lately named."""
    scene, low = reader.scene, token.lower_
    lefts = [c for c in token.lefts if c.dep_ in ("compound", "poss", "nmod") and c.pos_ in ("NOUN", "PROPN")]
    nouns = {c.lower_ for c in lefts if c.pos_ == "NOUN" and c.i not in scene.name_at and c.i not in reader.meant}
    named = {c.lower_ for c in lefts if c.i in scene.name_at}
    named |= {c.lower_ for c in token.lefts if c.dep_ == "amod"}
    inner = {c.lower_ for child in token.rights if child.lower_ == "of" for c in child.children}
    fits = {}
    for actor in islice(scene.actors.values(), _MANY):
        if (
            actor.kind != "Organisation"
            or low not in scene.kinds.get(actor.key, ())
            or _listens(reader, token, actor.key)
        ):
            continue
        name = {w for n in (actor.name, *actor.names) for w in n.lower().replace("’s", "").split()}
        shared = len((nouns | inner | named) & name)
        if nouns and not shared and not nouns <= scene.kinds.get(actor.key, frozenset()):
            continue
        fits[actor.key] = float(shared)
    if not fits and token.i in reader.sources and not nouns and (again := roles.same_again(reader, token)):
        return (again,)
    found = reader.salience.best(token, reader.place, fits.get, reader.is_quoted(token))
    the = any(c.lower_ in _KNOWN_ONE for c in token.lefts)
    if not found and token.i in reader.sources and the and not nouns and low in _ANY_KIND:
        # a body whose name does not tell what it is
        plain = {
            a.key: 0.0
            for a in islice(scene.actors.values(), _MANY)
            if a.kind == "Organisation"
            and not a.key.startswith("group/")
            and a.key not in lexicon().actors
            and not scene.kinds.get(a.key)
        }
        found = reader.salience.best(token, reader.place, plain.get, reader.is_quoted(token))
    if not found and fits and reader.place[0] <= _LEAD:
        # whom the lead only describes is named below: by a word that both share, or by a bare headline noun
        bare = not any(c.dep_ in ("det", "poss") for c in token.lefts)
        likeliest = max(fits, key=lambda a: (fits[a], scene.counts[a]))
        found = (likeliest,) if fits[likeliest] or bare else ()
    return found


def _listens(reader: Reader, token: Token, actor: str) -> bool:
    """Say whether somebody was named last as who is told something: "told The Associated Press that the agency"."""
    last = next((seen for seen in reader.salience.latest(token.i) if actor in seen.actors), None)
    name = token.doc[last.token] if last is not None else None
    return name is not None and name.dep_ in ("dobj", "dative") and name.head.lemma_ == "tell"


def body_of(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return the body that a noun means, as if it stood with "the"; () for any other noun."""
    return _body(reader, token) if token.lower_ in words().organisations else ()


def _bodies(reader: Reader, kind: str) -> tuple[str, ...]:
    """Return "the news outlets": the two or three bodies of that kind named so far."""
    seen = {o.actors[0]: None for o in reader.salience.recent[-_FEW:] if len(o.actors) == 1}
    like = {kind} | (_OUTLETS if kind == "outlet" else set())
    found = tuple(a for a in seen if like & reader.scene.kinds.get(a, frozenset()))
    return found if 2 <= len(found) <= 3 else ()
